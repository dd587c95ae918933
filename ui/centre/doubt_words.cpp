// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/text.h"
#include "ui/centre/centre_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

class DoubtWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::DoubtWords)

public:
    static QString text(const std::string &problem);
};

struct Word {
    std::string_view code;
    const char *text;
};

/// What this program's rules say against an act that the centre has carried out (names of
/// permit::ActProblem), and against what came with it.
constexpr std::array kDoubts{
    Word{"undefined_here",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "As this program counts, the case stood where this cannot be done, or went on to "
                           "another state.")},
    Word{"role_may_not",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "By the workflow of this program, that role may not do it.")},
    Word{"reason_missing", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act gives no reason.")},
    Word{"basis_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act names no article it rests on.")},
    Word{"document_missing", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act names no document.")},
    Word{"signer_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "A second person had to sign and did not.")},
    Word{"signer_is_actor",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "Who acted and who signed are one person.")},
    Word{"signer_may_not", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "Who signed may not sign this.")},
    Word{"same_person",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "Who proposed the refusal signed it too.")},
    Word{"actor_missing", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act does not say who did it.")},
    Word{"outside_power",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "By the catalogue of this desktop, another body decides this.")},
    Word{"wrong_item_version",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The case is decided under another version of its item.")},
    Word{"item_cancelled", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The item had been cancelled.")},
    Word{"clock_went_back",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act is stamped earlier than the one before it.")},
    Word{"already_accepted",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The case had been accepted already.")},
    Word{"not_accepted", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The case had not been accepted.")},
    Word{"too_early_to_deem",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The five working days after which a case counts as accepted were not over.")},
    Word{"notice_incomplete",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The notice does not say everything it has to say.")},
    Word{"second_notice",
         QT_TRANSLATE_NOOP(
             "tongban::ui::DoubtWords",
             "The notice names what could have been told the first time, and nobody signed for it.")},
    Word{"material_unknown",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The act names a document that the item does not have.")},
    Word{"material_not_minor",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "A main document was allowed to follow later.")},
    Word{"nothing_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "Nothing was missing for which it could be accepted conditionally.")},
    Word{"conditional_open",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "Documents of the conditional acceptance were still missing.")},
    Word{"due_day_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The act lacks the day by which something is due.")},
    Word{"due_day_out_of_range",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The day that was set lies outside what the law allows.")},
    Word{"promise_not_offered",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The item does not offer a promise instead of proof.")},
    Word{"promise_safety",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "A promise was taken in a matter of safety.")},
    Word{"promise_bad_credit",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "A promise was taken from somebody with unrepaired bad credit.")},
    Word{"promise_credit_unknown",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "A promise was taken although the credit register had not answered.")},
    Word{"no_promise",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "There was no promise that could be withdrawn.")},
    Word{"human_requested",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The applicant had asked for a person, and the program decided.")},
    Word{"touched_by_human",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "A person had worked on the case, and the program decided.")},
    Word{"not_automatic",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The item does not let the program do this.")},
    Word{"extended_already",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The limit had been extended before.")},
    Word{"extension_too_long",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The extension is longer than the law allows.")},
    Word{"already_suspended",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The clock had been stopped already.")},
    Word{"visit_reason_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "A second visit to the hall has no reason.")},
    Word{"courier_not_offered",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The item is not sent by courier.")},
    Word{"waybill_invalid",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The number of the waybill is none.")},
    Word{"receiver_missing",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "It does not say who took the result.")},
    Word{"nothing_delivered",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "There was nothing under way that could come back.")},
    Word{"not_granted",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "There was no licence that could be revoked.")},
    Word{"account_invalid", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The name of an account is none.")},
    Word{"text_invalid",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "A text holds characters that nobody can see, or is too long.")},
    Word{"notice_running",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The time that the applicant was given had not passed.")},
    Word{"limit_passed",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "By this desktop's calendar the limit had passed.")},
    Word{"material_delivered",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "Paper was asked for that shared data delivers, without a reason.")},
    Word{"nothing_sent",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "A supplement came without documents or corrections.")},
    Word{"rules_not_asked",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "A person decided before the rules had looked, without saying why.")},
    Word{"outside_window",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The window does not serve this item.")},
    Word{"account_unknown", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The account is not known here.")},
    Word{"role_not_held",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The account does not hold that role here.")},
    Word{"held_by_other",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "Somebody else was working on the case.")},
    Word{"rating_missing", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The rating says nothing.")},
    Word{"rated_already", QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "The case had been rated before.")},
    Word{"nothing_to_rectify",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords", "There was no bad rating that had to be put right.")},
    Word{"suspension_running",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "The clock was started again before the time that had been told.")},
    Word{"record_differs",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "What came with the act is not what the act names; it was not kept.")},
    Word{"record_unreadable",
         QT_TRANSLATE_NOOP("tongban::ui::DoubtWords",
                           "What the rules decided from cannot be read by this program; update it.")},
    Word{"rules_unknown",
         QT_TRANSLATE_NOOP(
             "tongban::ui::DoubtWords",
             "The rules by which it was decided are not at the centre; their reasons cannot be shown here.")},
};

QString DoubtWords::text(const std::string &problem)
{
    const auto known = std::ranges::find(kDoubts, std::string_view(problem), &Word::code);
    return known != kDoubts.end()
        ? tr(known->text)
        : tr("By the texts and the calendar of this desktop it would not have been possible (%1).")
              .arg(qt(problem));
}

} // namespace

QString doubtText(const std::string &problem)
{
    return DoubtWords::text(problem);
}

} // namespace tongban::ui
