// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/queue/filter_words.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tongban::ui {

/// Where a filter is put together: one control a condition, all of them together, applied at once. GUI
/// thread.
class FilterPanel : public QFrame
{
    Q_OBJECT

public:
    explicit FilterPanel(QWidget *parent);

    void setChoices(const FilterChoices &choices);

    /// Shows a filter without telling anybody.
    void setQuery(const service::CaseQuery &query);

    /// Puts what is chosen here into a list.
    void applyTo(service::CaseQuery &query) const;

    void focusFirst();

Q_SIGNALS:
    void changed();
    /// Keep what is chosen under this name.
    void saveWanted(const QString &name);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QComboBox *addChoice(const QString &title, const char *name);
    QLineEdit *addDay(const QString &title, const char *name);
    void fill(QComboBox *box, const std::vector<Choice> &choices);
    void checkDays();

    QGridLayout *m_grid;
    int m_cells = 0;
    QComboBox *m_light;
    QComboBox *m_state;
    QComboBox *m_item;
    QComboBox *m_field;
    QComboBox *m_district;
    QComboBox *m_channel;
    QComboBox *m_holder;
    QComboBox *m_reason;
    QComboBox *m_outcome;
    QLineEdit *m_from;
    QLineEdit *m_through;
    QLabel *m_problem;
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace tongban::ui
