// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/intake/counter.h"
#include "ui/base/theme.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

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
    /// Fills fields that are empty and that nobody has touched with what registers know, each with its
    /// source; what was typed stays, and says what the register says.
    void takeOver(const std::vector<service::CounterPrefill> &prefill);
    /// Puts the registered name into the field in place of what was typed.
    void takeName();
    /// What a register says about the name, where the field says something else; empty = nothing.
    QString otherName() const;
    void showPaperWithoutReason(const std::vector<int> &materials);

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
        QLabel *from = nullptr; ///< Where the value comes from.
    };
    /// A document that shared data delivers, asked for on paper all the same.
    struct Paper {
        QToolButton *open = nullptr; ///< Shows the row with the reason.
        QWidget *row = nullptr;
        QLineEdit *reason = nullptr;
        QCheckBox *asked = nullptr;
    };

    QString pick(const std::string &zh, const std::string &en) const;
    void add(QFormLayout *layout, const QString &name, const QString &label, QWidget *widget);
    QLineEdit *line(QFormLayout *layout, const QString &name, const QString &label);
    void addApplicant(QFormLayout *layout, const service::CounterForm &form);
    void addWays(QFormLayout *layout, const service::CounterForm &form);
    void addField(QFormLayout *layout, const service::CounterField &field);
    void addMaterials(QFormLayout *layout, const service::CounterForm &form);
    void addPaper(QLayout &line, QBoxLayout *column, const permit::Material &material, const QString &title);
    void showFrom(const QString &field);
    static QString keyOf(const std::string &field);
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
    QLineEdit *m_phone;
    QCheckBox *m_human;
    QCheckBox *m_promise;
    QCheckBox *m_conditional;
    QComboBox *m_stage;
    QMap<int, Paper> m_papers;
    QMap<QString, service::CounterPrefill> m_known; ///< By the name that problems use.
    QMap<QString, service::CounterSource> m_sources; ///< Of what was taken over.
    QSet<QString> m_touched; ///< By a hand.
    QMap<int, QCheckBox *> m_materials;
};

} // namespace tongban::ui
