// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/csv.h"
#include "core/base/line_reader.h"
#include "core/permit/application_reader.h"
#include "core/service/acts/event_drafts.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/case_store.h"
#include "core/storage/event_log.h"

#include <string>
#include <vector>

namespace tongban::service {

/// One line of an intake file on its way to a checking thread.
struct IntakeLine {
    std::int64_t number = 0;
    std::string text; ///< JSON Lines.
    std::vector<std::string> cells; ///< CSV.
    std::vector<permit::IntakeProblem> problems; ///< Found while reading: too long, broken quotes.
};

struct IntakeChunk {
    Timestamp at{};
    std::vector<IntakeLine> lines;
    std::int64_t bytesDone = 0; ///< Of the file after this chunk.
    std::int64_t linesDone = 0;
    std::int64_t blank = 0;
};

/// An application that can be written: its case, its standing and the events that open it.
struct CheckedApplication {
    std::int64_t line = 0;
    storage::CaseRecord record; ///< Without serial number and duplicate.
    storage::CaseStanding standing;
    EventDrafts events;
};

struct RejectedLine {
    IntakeLine line;
    std::vector<permit::IntakeProblem> problems;
};

struct CheckedChunk {
    IntakeChunk source; ///< Its lines are gone.
    std::vector<CheckedApplication> applications;
    std::vector<RejectedLine> rejected;
};

/// Who opened the cases of a file, when it was no channel.
struct OpeningHand {
    std::string account; ///< Empty = the channel of each application.
    std::string detail; ///< Canonical JSON that joins the detail of the opening act; may be empty.
    bool receivedElsewhere = false; ///< The stated days of receipt are vouched for.
};

/// Checks lines and opens their cases in memory. One a thread; reads immutable things only.
class IntakeChecker
{
public:
    IntakeChecker(const Resources &resources, const permit::Catalogue &catalogue,
                  std::vector<std::string> csvHeader, OpeningHand hand = {});

    CheckedChunk check(IntakeChunk chunk);

private:
    permit::ReadApplication read(IntakeLine &line, Timestamp at);
    void open(const permit::Application &application, Timestamp at, CheckedApplication &checked);

    const Resources &m_resources;
    const permit::Catalogue &m_catalogue;
    bool m_csv;
    OpeningHand m_hand;
    permit::ApplicationReader m_reader;
    storage::EventDigester m_digester;
};

} // namespace tongban::service
