// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/act_work.h"

namespace tongban::permit {

/// One rating a case, by the applicant, never changed: a second opinion belongs into a complaint.
void rate(ActWork &work)
{
    if (!work.request.rating)
        return work.refuse(ActProblem::RatingMissing);
    if (work.before.rating)
        work.refuse(ActProblem::RatedAlready, {}, officialDate(work.before.rating->at));
    work.after.rating =
        Rating{*work.request.rating, work.context.now, work.request.hall, work.request.window, std::nullopt};
    work.tell("rating", name(*work.request.rating));
    if (!work.request.hall.empty())
        work.tell("hall", work.request.hall);
    if (!work.request.window.empty())
        work.tell("window", work.request.window);
}

void rectify(ActWork &work)
{
    if (!work.before.rating || !work.before.rating->isOpen())
        return work.refuse(ActProblem::NothingToRectify);
    work.after.rating->rectifiedOn = work.today;
}

} // namespace tongban::permit
