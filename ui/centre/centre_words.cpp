// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/centre_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

#include <array>

namespace tongban::ui {

namespace {

using service::LinkNews;
using service::LinkState;

class CentreWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::CentreWords)

public:
    static QString state(const LinkNews &news);
    static QString line(const LinkNews &news);
    static QString sentence(const LinkNews &news);
    static QString alone() { return tr("This machine only"); }
    static QString commandState(const service::OutboxLine &line);
    static QString outcome(const service::OutboxLine &line);
    static QString remedy(const service::OutboxLine &line);
    static QString stop(const std::string &why);
};

/// The hour alone while it is of today; the day with it afterwards.
QString sinceText(Timestamp since)
{
    const QString at = minuteText(since);
    const bool isToday = std::chrono::system_clock::now() - since < std::chrono::hours(12);
    return isToday ? at.right(5) : at;
}

QString CentreWords::state(const LinkNews &news)
{
    switch (news.state) {
    case LinkState::Starting: return tr("Looking for the centre");
    case LinkState::Online: return tr("Online");
    case LinkState::Offline: return tr("Offline since %1").arg(sinceText(news.since));
    case LinkState::PasswordWanted: return tr("The centre wants the password");
    case LinkState::Stopped: return tr("The centre refuses since %1").arg(sinceText(news.since));
    case LinkState::Elsewhere: return tr("Another program here talks to the centre");
    case LinkState::Broken: return tr("Cannot be synchronised");
    }
    return {};
}

QString CentreWords::line(const LinkNews &news)
{
    QString text = state(news);
    if (news.waiting > 0)
        text += tr("; %n waiting to be sent", nullptr, static_cast<int>(news.waiting));
    if (news.attention > 0)
        text += tr("; %n not carried out", nullptr, static_cast<int>(news.attention));
    return text;
}

QString CentreWords::sentence(const LinkNews &news)
{
    switch (news.state) {
    case LinkState::Starting: return tr("Looking for the centre; everything can be done meanwhile.");
    case LinkState::Online:
        return tr("What is done here goes to the centre at once, and what others do comes here.");
    case LinkState::Offline:
        if (news.hasNoRoom)
            return tr("The centre has no room left on its disk since %1; its administrator has to see to it. "
                      "Everything can be done as before: it is kept here and is sent by itself when there is "
                      "room again.")
                .arg(minuteText(news.since));
        return tr("The centre cannot be reached since %1. Everything can be done as before: it is kept here, "
                  "is "
                  "sent by itself when the network is back, and each paper says what it is until then.")
            .arg(minuteText(news.since));
    case LinkState::PasswordWanted:
        return news.wasRefused ? tr("The centre does not take the password that was given. Nothing is lost; "
                                    "give the right one below.")
                               : tr("The centre asks for the password of this account. It is kept in memory "
                                    "until the program ends "
                                    "and nowhere else. What is done meanwhile is kept here.");
    case LinkState::Stopped:
        return tr("The centre does not admit this desktop: %1 What is done here is kept; an administrator of "
                  "the "
                  "centre has to see to it.")
            .arg(stop(news.why));
    case LinkState::Elsewhere:
        return tr("Another program on this machine (a worker or tongbanctl) talks to the centre for this "
                  "workspace. What is done here goes out through it.");
    case LinkState::Broken:
        return tr(
            "The store of this workspace cannot be used for synchronising. Is the disk full or read-only? It "
            "is tried again by itself.");
    }
    return {};
}

QString CentreWords::commandState(const service::OutboxLine &line)
{
    if (line.state == "saved")
        return line.mayBeSent ? tr("under way") : tr("saved here, not sent");
    if (line.state == "told")
        return tr("carried out by the centre");
    if (line.state == "confirmed")
        return tr("carried out, back here");
    if (line.state == "settled")
        return tr("carried out, safe");
    if (line.state == "attention")
        return line.outcome == "quarantined" ? tr("being examined") : tr("not carried out");
    if (line.state == "closed")
        return tr("seen to");
    return qt(line.state);
}

struct Word {
    std::string_view code;
    const char *text;
};

/// Every detail that the functions of the centre give with an outcome (core/central/sql).
constexpr std::array kOutcomes{
    Word{"version_changed",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Somebody else did something to the case after you looked at it.")},
    Word{"already_decided",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The case had been decided by somebody else.")},
    Word{"claim_held",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "Somebody else was working on the case.")},
    Word{"claim_lost",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Somebody else took the case over before your act arrived.")},
    Word{"claim_missing",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The case was not claimed for you when your act arrived.")},
    Word{"exists",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The same application (channel and number) had been taken in elsewhere.")},
    Word{"undefined_here",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The case no longer stood so that this could be done.")},
    Word{"already_accepted",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The case had been accepted already.")},
    Word{"not_accepted",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The case was not accepted at the centre.")},
    Word{"not_automatic",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The decision was not one that the rules had made.")},
    Word{"not_granted",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "There is no granted permit to revoke.")},
    Word{"no_such_case",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The centre has no such case: taking it in was not carried out either.")},
    Word{"no_right",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Your account has no right to this at the centre, or no longer has it.")},
    Word{"role_may_not", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "Your role may not do this.")},
    Word{"same_person",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "Who proposed a refusal cannot countersign it.")},
    Word{"self_approval",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Nobody decides a case that he took in himself, or his own application.")},
    Word{"signer_missing", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "A second person has to sign.")},
    Word{"signer_is_actor",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The second signature has to be another person's.")},
    Word{"not_signed",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The second person has not signed at the centre for the case as it stood.")},
    Word{"signer_may_not",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The second person may not sign this.")},
    Word{"item_cancelled",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The permit item was cancelled; no new application is taken.")},
    Word{"unknown_item",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The centre's catalogue does not have this version of the permit item.")},
    Word{"other_channel",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Applications of that channel are not taken in at a window.")},
    Word{"too_many_claims",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "Your account holds as many cases as it may.")},
    Word{"human_requested",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The applicant asked for a person; the program may not decide.")},
    Word{"touched_by_human",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Staff had acted on the case; the program may not decide.")},
    Word{"model_not_published",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The rules are not published at the centre.")},
    Word{"other_model_pinned",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The case is decided under other rules than those used here.")},
    Word{"device_of_another",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "This desktop is enrolled for another account.")},
    Word{"reason_missing", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The act needs a reason.")},
    Word{"basis_missing", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The act needs a legal basis.")},
    Word{"document_missing",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The act needs the number of a document.")},
    Word{"text_invalid",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "A text is too long or holds characters that cannot be printed.")},
    Word{"application_missing",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The application did not come along.")},
    Word{"application_differs",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The application names another district or item than the act, or no applicant.")},
    Word{"model_missing",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The act does not say by which rules.")},
    Word{"bad_shape", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The centre could not read the act.")},
    Word{"bad_value",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The centre could not read a value of the act.")},
    Word{"reserved",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The act claims something that only the centre may say.")},
    Word{"bad_record",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The centre could not read what the act rests on.")},
    Word{"page_differs",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The page that came with the act is not the one that the act names.")},
    Word{"record_of_rules",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "Only the program may tell what rules found or what sources answered.")},
    Word{"unknown_act",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The centre does not know this act: its program may be older.")},
    Word{"unknown_kind",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The centre does not know this kind of command: its program may be older.")},
    Word{"too_large",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The act is larger than the centre takes.")},
    Word{"too_many",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "More of this were sent than the centre takes.")},
    Word{"other_contents",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "The centre has something else under the same key.")},
    Word{"key_reuse",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "The centre has another act under the same key; it was alarmed.")},
};

constexpr std::array kStops{
    Word{"no_account", QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "the login is not known there.")},
    Word{"device_of_another",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "this desktop is not enrolled for the account.")},
    Word{"device_revoked",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "this desktop was taken off the list.")},
    Word{
        "other_district",
        QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "the account has no right in this district any more.")},
    Word{"too_many_refusals",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords",
                           "too much was refused in the last hour; it takes more later.")},
    Word{"batch_too_large",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "more was sent at once than it takes.")},
    Word{"bad_batch",
         QT_TRANSLATE_NOOP("tongban::ui::CentreWords", "it cannot read what this program sends.")},
};

template <std::size_t Size>
const char *wordOf(const std::array<Word, Size> &words, std::string_view code)
{
    for (const Word &word : words)
        if (word.code == code)
            return word.text;
    return nullptr;
}

QString CentreWords::outcome(const service::OutboxLine &line)
{
    if (line.outcome.empty() || line.outcome == "applied")
        return {};
    if (line.outcome == "quarantined")
        return tr("The centre met something nobody foresaw (%1). The act is kept there for its "
                  "administrator.")
            .arg(qt(line.detail));
    if (const char *text = wordOf(kOutcomes, line.detail))
        return tr(text);
    return tr("The centre did not carry it out (%1).").arg(qt(line.outcome + ":" + line.detail));
}

QString CentreWords::remedy(const service::OutboxLine &line)
{
    if (line.state != "attention")
        return {};
    if (line.outcome == "conflict")
        return line.detail == "exists"
            ? tr("Look for the other case by the applicant; close this one with a note.")
            : tr("Compare both sides. Do it again to the case as it stands now, or close it with a note.");
    if (line.outcome == "refused")
        return tr(
            "Somebody with the right can do it; then close this one with a note. If the right was taken away "
            "by mistake, do it again once it is back.");
    if (line.outcome == "invalid")
        return tr("Do it again and fill in what is missing, or close it with a note.");
    return tr("Ask the administrator of the centre; close it with a note when it has been seen to.");
}

QString CentreWords::stop(const std::string &why)
{
    if (const char *text = wordOf(kStops, why))
        return tr(text);
    return tr("the login or its rights are not as they were.");
}

} // namespace

QString linkText(const std::optional<LinkNews> &news)
{
    return news ? CentreWords::line(*news) : CentreWords::alone();
}

QString linkSentence(const LinkNews &news)
{
    return CentreWords::sentence(news);
}

Tone linkTone(const LinkNews &news)
{
    switch (news.state) {
    case LinkState::Starting:
    case LinkState::Elsewhere: return Tone::Plain;
    case LinkState::Online: return Tone::Good;
    case LinkState::Offline:
    case LinkState::PasswordWanted: return Tone::Near;
    case LinkState::Stopped:
    case LinkState::Broken: return Tone::Late;
    }
    return Tone::Plain;
}

QString stateText(const service::OutboxLine &line)
{
    return CentreWords::commandState(line);
}

Tone stateTone(const service::OutboxLine &line)
{
    if (line.state == "attention")
        return Tone::Late;
    if (line.state == "saved")
        return Tone::Near;
    return line.state == "closed" ? Tone::Muted : Tone::Good;
}

QString outcomeText(const service::OutboxLine &line)
{
    return CentreWords::outcome(line);
}

QString remedyText(const service::OutboxLine &line)
{
    return CentreWords::remedy(line);
}

QString stopText(const std::string &why)
{
    return CentreWords::stop(why);
}

} // namespace tongban::ui
