// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/decision/rule_desk.h"
#include "ui/base/theme.h"

#include <QScrollArea>

#include <vector>

class QLabel;

namespace tongban::ui {

/// The values of a trial, a line a fact, made from the rule set itself. What is left empty is a fact that
/// nobody knows. GUI thread.
class TrialForm : public QScrollArea
{
    Q_OBJECT

public:
    TrialForm(const Theme &theme, approval::Language language, QWidget *parent);

    void show(const std::vector<service::TrialField> &fields);

    /// One text a field, as service::tryValues() takes them.
    std::vector<std::string> values() const;
    void setValues(const std::vector<std::string> &values);

    /// Says at these fields that they cannot be read, and goes to the first; empty = all can.
    void showUnreadable(const std::vector<std::size_t> &places);
    void focusFirst();

private:
    struct Row {
        QWidget *field = nullptr;
        QLabel *problem = nullptr;
    };

    QWidget *makeField(const service::TrialField &field, QWidget *parent) const;
    static QString hint(const service::TrialField &field);

    const Theme &m_theme;
    approval::Language m_language;
    std::vector<Row> m_rows;
};

} // namespace tongban::ui
