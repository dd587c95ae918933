// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/connect_words.h"

#include <QCoreApplication>

#include <string_view>

namespace tongban::ui {

namespace {

using service::CentreStep;

class ConnectWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ConnectWords)

public:
    static QString title(CentreStep step);
    static QString remedy(const service::CentreStepLine &line);
};

QString ConnectWords::title(CentreStep step)
{
    switch (step) {
    case CentreStep::Name: return tr("The name of the server is known");
    case CentreStep::Port: return tr("Something answers at the port");
    case CentreStep::Tls: return tr("The server proves who it is");
    case CentreStep::SignIn: return tr("It lets this account in");
    case CentreStep::Schema: return tr("It is a centre that fits this program");
    case CentreStep::Right: return tr("The account may read the districts");
    case CentreStep::Device: return tr("This desktop is enrolled for the account");
    case CentreStep::Clock: return tr("Both clocks agree");
    }
    return {};
}

struct Remedy {
    std::string_view code;
    const char *text;
};

constexpr Remedy kRemedies[] = {
    {"unknown_name",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "No address is known for that name. Compare it letter by letter; if it is "
                       "right, this machine has no network or another name server.")},
    {"no_answer",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "Nothing answers. Is the port right, and does a firewall let this machine through? "
                       "Ask whoever runs the centre.")},
    {"refused",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The machine is there, but no database answers at that port. Compare the port; the "
                       "centre may be stopped.")},
    {"no_tls",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The server does not encrypt. Over a network that is not allowed: its administrator "
                       "has to turn TLS on.")},
    {"no_ca_file",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "Choose the file of the certificate authority that your administrator gave you.")},
    {"unknown_ca",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "Another authority vouches for this server than the one in the file. Do not go "
                       "on: ask the administrator whether the file is the right one.")},
    {"other_name",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The certificate is for another name. Use the name that stands in it, not an "
                       "address.")},
    {"expired",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The certificate has expired, or the clock of this machine is wrong.")},
    {"password_wanted", QT_TRANSLATE_NOOP("tongban::ui::ConnectWords", "Type the password of the account.")},
    {"password_refused",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "Account or password is wrong. Mind capital letters; the account is that "
                       "of the centre, not that of this machine.")},
    {"no_ticket",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "There is no valid ticket of the domain. Lock and unlock the machine with the "
                       "domain password, or sign in with the password of the centre.")},
    {"not_admitted",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The centre does not know this account, or does not let it in from this "
                       "machine. Its administrator admits it.")},
    {"no_database",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "There is no database of that name on the server; usually it is called tongban.")},
    {"no_binding",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The server cannot bind the password to the encrypted line. Its administrator "
                       "has to keep passwords as SCRAM.")},
    {"not_a_centre",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The database is not a centre of Tongban. Compare its name with what the "
                       "administrator said.")},
    {"schema_too_old",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The centre is older than this program. Its administrator has to bring it up "
                       "(tongbanctl centre migrate).")},
    {"no_account",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The login has no account at the centre. Its administrator admits it (tongbanctl "
                       "centre grant).")},
    {"no_district",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The account has no right in any district yet. The administrator grants one.")},
    {"other_districts",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The account may not read all the districts given. Leave the field empty "
                       "for those it may.")},
    {"not_enrolled",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "Give the identity of this desktop below to the administrator of the centre, "
                       "who enrols it (tongbanctl centre grant ACCOUNT --device IDENTITY); then check "
                       "again.")},
    {"clock_off",
     QT_TRANSLATE_NOOP("tongban::ui::ConnectWords",
                       "The clock of this machine is more than two minutes off the centre's. Work is "
                       "possible, limits go by the centre's clock; set this one right.")},
};

QString ConnectWords::remedy(const service::CentreStepLine &line)
{
    if (line.passed)
        return {};
    for (const Remedy &remedy : kRemedies)
        if (remedy.code == line.code)
            return tr(remedy.text);
    return tr("This was not foreseen; what the server said is in the tip of this line, for the support.");
}

} // namespace

QString stepTitle(CentreStep step)
{
    return ConnectWords::title(step);
}

QString stepRemedy(const service::CentreStepLine &line)
{
    return ConnectWords::remedy(line);
}

} // namespace tongban::ui
