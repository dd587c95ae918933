// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/counter.h"
#include "ui/base/theme.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace tongban::ui {

/// The form of one item, made from its definition: who applies, what the rules ask, which documents are
/// there. What is wrong with a field stands below it. GUI thread.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    EntryForm(const service::CounterForm &form, const Theme &theme, approval::Language language,
              QWidget *parent = nullptr);

    /// What was typed, put into `entry`; its other parts stay.
    void writeTo(service::CounterEntry &entry) const;
    void show(const service::CounterEntry &entry);
    /// Puts the registered name into the field and says where it is from, until somebody types there.
    void takeName(const QString &name, const QString &from);

    /// Beside the fields; what is not shown any more goes away. `typing`: what is merely not filled in yet,
    /// and the field that has the focus, are left in peace.
    void showProblems(const std::vector<permit::IntakeProblem> &problems, bool typing);
    void focusFirst();
    /// The first field with a problem.
    void focusProblem();

Q_SIGNALS:
    void edited();

private:
    struct Field {
        QWidget *widget = nullptr;
        QLabel *problem = nullptr;
    };

    QString pick(const std::string &zh, const std::string &en) const;
    void add(QFormLayout *layout, const QString &name, const QString &label, QWidget *widget);
    QLineEdit *line(QFormLayout *layout, const QString &name, const QString &label);
    void addApplicant(QFormLayout *layout, const service::CounterForm &form);
    void addField(QFormLayout *layout, const service::CounterField &field);
    void addMaterials(QFormLayout *layout, const service::CounterForm &form);
    static bool isBusy(const Field &field);

    const Theme &m_theme;
    approval::Language m_language;
    std::vector<service::CounterField> m_definitions;
    QMap<QString, Field> m_fields; ///< By the name that problems use.
    QStringList m_order;
    QComboBox *m_kind;
    QComboBox *m_district;
    QLineEdit *m_id;
    QLineEdit *m_name;
    QLabel *m_nameFrom;
    QLineEdit *m_phone;
    QCheckBox *m_human;
    QMap<int, QCheckBox *> m_materials;
};

} // namespace tongban::ui
