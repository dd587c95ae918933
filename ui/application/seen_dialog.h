// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "ui/base/theme.h"

#include <QDialog>

namespace tongban::ui {

class CaseBody;

/// A case as somebody saw it when he acted, from the record that the act names. Reads only. GUI thread.
class SeenDialog : public QDialog
{
    Q_OBJECT

public:
    /// `who`: "wangfang, 2026-11-23 10:03, Grant".
    SeenDialog(const service::CaseView &view, const QString &who, const Theme &theme, QWidget *parent);

    const CaseBody &body() const { return *m_body; }

private:
    CaseBody *m_body;
};

} // namespace tongban::ui
