// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace tongban::demo {

/// What a made-up year of a bureau should look like.
struct DemoPlan {
    /// Lines of the application file, bad and repeated ones included; at least 1.
    std::uint64_t applications = 10000;

    /// The same plan with the same seed and the same resources gives the same bytes on every machine.
    std::uint64_t seed = 1;

    /// The last day on which an application arrives and the day of which the registers speak ("as of").
    Date referenceDay;

    /// The first day on which an application arrives; not after referenceDay. When not set: as long before as
    /// a bureau with a million applications a year needs for this many, but not before the first of January
    /// of the reference day's year, so that the rule versions of that year apply to all cases. A small demo
    /// is thus a few fresh days' work, whose legal clocks still run.
    Date firstDay{std::chrono::days(0)};

    /// The resources folder: demo/ (names, mix of items, profiles, changes), catalogue/ and registers/ are
    /// read.
    std::filesystem::path resources;
};

/// How many of each were written, so that a run over the files can be checked.
struct DemoReport {
    std::uint64_t lines = 0;

    /// Different, readable applications: what an intake of the whole file must make cases of.
    std::uint64_t applications = 0;

    /// Lines an intake must refuse, by kind: wrong_check_digit, unknown_item, cancelled_item, broken_json,
    /// wrong_date.
    std::uint64_t quarantined = 0;
    std::map<std::string, std::uint64_t> quarantinedByKind;

    /// Lines that repeat the channel and the external number of an earlier line.
    std::uint64_t repeats = 0;

    /// Applications (counted above) for the matter of an earlier application through another channel.
    std::uint64_t sameMatter = 0;

    /// Applications that ask for a person to decide, and applications without a main document.
    std::uint64_t humanPlease = 0;
    std::uint64_t incomplete = 0;

    /// Applications of items that a rule set decides, and those of them made without any defect.
    std::uint64_t automaticItems = 0;
    std::uint64_t withoutDefect = 0;

    std::map<std::string, std::uint64_t> byItem;

    /// "<profile>: <name of the defect>" -> how often.
    std::map<std::string, std::uint64_t> byDefect;

    /// "police.person" -> rows written.
    std::map<std::string, std::uint64_t> registerRows;
};

/// Writes a made-up year into `folder` (made when absent): `applications.jsonl`, one `<source>.<record>.csv`
/// for each register record, and `demo.json` with the plan and the report. Files of the same names are
/// replaced. Nothing in them is taken from real people: names are put together from a short list that says
/// so, numbers only pass arithmetic.
///
/// Writes as it goes: memory does not grow with the number of applications. One call at a time on a folder;
/// may run on any thread. InvalidInput names the resource file and the line at fault or says what is wrong
/// with the plan; NotFound when a resource is absent; Unavailable when the folder cannot be written or is
/// full. `progress`, when given, is told the lines written so far from time to time and may return false to
/// stop: Unavailable then, and files left incomplete.
Result<DemoReport> generateDemo(const DemoPlan &plan, const std::filesystem::path &folder,
                                const std::function<bool(std::uint64_t)> &progress = {});

} // namespace tongban::demo
