// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/approval_queues.h"

#include "core/base/file.h"
#include "core/dmn/compiled_model.h"
#include "core/dmn/evaluator.h"

#include <charconv>
#include <string_view>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFields[] = {"passenger", "freight",  "bus",  "taxi",         "repair", "training",
                                        "port",      "shipping", "road", "construction", "quota"};
constexpr std::string_view kLevels[] = {"city", "district"};
constexpr std::string_view kClasses[] = {"licence", "filing", "other"};

/// The prefix of the power list's entry tells: XK is a licence, BA a filing, anything else another service.
std::string_view classOf(const permit::Item &item)
{
    if (item.powerEntry.starts_with("XK"))
        return "licence";
    return item.powerEntry.starts_with("BA") ? "filing" : "other";
}

Result<fs::path> latestVersion(const fs::path &folder)
{
    int latest = 0;
    std::error_code failed;
    for (const auto &entry : fs::directory_iterator(folder, failed)) {
        const std::string stem = entry.path().stem().string();
        int version = 0;
        const auto read = std::from_chars(stem.data(), stem.data() + stem.size(), version);
        if (entry.path().extension() == ".dmn" && read.ptr == stem.data() + stem.size())
            latest = std::max(latest, version);
    }
    if (latest == 0)
        return fail(ErrorCode::NotFound, "no routing table in " + folder.string());
    return folder / (std::to_string(latest) + ".dmn");
}

std::string textIn(const feel::Value &queue, std::string_view member)
{
    const feel::Value *value = queue.isContext() ? queue.context().find(member) : nullptr;
    return value != nullptr && value->isString() ? std::string(value->string()) : std::string();
}

} // namespace

Result<ApprovalQueues> ApprovalQueues::load(const fs::path &folder)
{
    constexpr std::size_t kMostBytes = std::size_t{1} << 22U;
    const fs::path file = TRY(latestVersion(folder));
    const auto model = TRY(dmn::CompiledModel::load(TRY(readFile(file, kMostBytes))));
    dmn::Evaluator evaluator(model);
    ApprovalQueues queues;
    for (const std::string_view field : kFields) {
        for (const std::string_view level : kLevels) {
            for (const std::string_view itemClass : kClasses) {
                evaluator.reset();
                const bool given = evaluator.setInput("领域", feel::Value(std::string(field)))
                    && evaluator.setInput("级别", feel::Value(std::string(level)))
                    && evaluator.setInput("类别", feel::Value(std::string(itemClass)));
                const auto outcome = evaluator.evaluate("审批队列");
                ApprovalQueue queue;
                if (given && outcome)
                    queue = {textIn(outcome->value, "队列"), textIn(outcome->value, "名称"),
                             textIn(outcome->value, "英文")};
                if (queue.code.empty())
                    return fail(ErrorCode::InvalidInput,
                                file.string() + ": no one desk for " + std::string(field) + ", "
                                    + std::string(level) + ", " + std::string(itemClass));
                queues.m_queues.emplace(Key(field, level, itemClass), std::move(queue));
            }
        }
    }
    return queues;
}

const ApprovalQueue *ApprovalQueues::queueFor(const permit::Item &item) const
{
    const auto found =
        m_queues.find(Key(item.field, std::string(permit::name(item.level)), std::string(classOf(item))));
    return found == m_queues.end() ? nullptr : &found->second;
}

} // namespace tongban::service
