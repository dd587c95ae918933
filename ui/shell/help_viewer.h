// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"

#include <QDialog>

class QTextBrowser;

namespace tongban::ui {

/// The help, part of the program, one short page a screen (resources/help). GUI thread.
class HelpViewer : public QDialog
{
    Q_OBJECT

public:
    HelpViewer(approval::Language language, QWidget *parent);

    /// The page of this name, or the list of pages where there is none.
    void showPage(const QString &page);

    /// The page about a part of a window: the nearest widget above it with a property `helpPage`; empty when
    /// there is none.
    static QString pageOf(const QWidget *focused);

    static bool hasPage(approval::Language language, const QString &page);

private:
    approval::Language m_language;
    QTextBrowser *m_text;
};

/// Marks a part of a window as what this page is about.
inline void setHelpPage(QWidget *part, const QString &page)
{
    part->setProperty("helpPage", page);
}

} // namespace tongban::ui
