// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QScrollArea>

#include <filesystem>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tongban::ui {

class CheckList;
class PathField;
class WorkspaceMaker;

/// Where things are on this machine.
struct WelcomePlaces {
    std::filesystem::path office; ///< Where an empty workspace would be made.
    std::filesystem::path practice; ///< The demonstration's own folder: nothing of it reaches an office.
    std::filesystem::path resources;
    std::filesystem::path commandLine; ///< tongbanctl, which makes up the cases.
};

/// The first start: is this machine ready, and what is wanted, to practise on made-up cases or to open an
/// office. GUI thread.
class WelcomeScreen : public QScrollArea
{
    Q_OBJECT

public:
    WelcomeScreen(const Theme &theme, const WelcomePlaces &places, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A workspace is there and is to be opened.
    void chosen(const std::filesystem::path &workspace);
    /// A new workspace in this folder is to be one of a centre's.
    void centreWanted(const std::filesystem::path &workspace);

private:
    QPushButton *addChoice(QLayout *column, const QString &title, const QString &what, const char *name);
    void practise();
    void openOffice();
    void connectToCentre();
    void setBusy(bool busy);
    void colour();

    const Theme &m_theme;
    WelcomePlaces m_places;
    WorkspaceMaker *m_maker;
    QLabel *m_title;
    CheckList *m_checks;
    QPushButton *m_practise = nullptr;
    QPushButton *m_office = nullptr;
    QPushButton *m_centre = nullptr;
    PathField *m_folder;
    QProgressBar *m_busy;
    QLabel *m_message;
    std::filesystem::path m_wanted;
};

} // namespace tongban::ui
