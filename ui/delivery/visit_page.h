// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/papers/delivery_desk.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tongban::ui {

class WrapTable;

/// Who came to the hall, case by case; from the second visit on somebody says why, and the case stands in the
/// supervisor's list (S3). GUI thread.
class VisitPage : public QWidget
{
    Q_OBJECT

public:
    VisitPage(service::WorkspaceThread &workspace, const Theme &theme, const service::SignedIn &person,
              QWidget *parent);

    void enter();
    void reload();

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);
    void caseWanted(const QString &serial);

private:
    void find();
    void showFound(const std::vector<service::CaseLine> &lines);
    void checkIn();
    void answer(const QString &serial, const Result<service::DeskOutcome> &outcome);
    void showRepeated(const std::vector<service::RepeatedVisit> &visits);
    void tell(const QString &message, bool isGood);

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    service::SignedIn m_person;
    QLineEdit *m_words;
    QComboBox *m_cases;
    QComboBox *m_reason;
    QLabel *m_answer;
    WrapTable *m_repeated;
    std::vector<service::RepeatedVisit> m_visits;
};

} // namespace tongban::ui
