// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"
#include "core/base/pinyin.h"
#include "core/base/random.h"
#include "core/base/resident_id.h"
#include "core/base/text.h"
#include "core/bench/bare_objects.h"
#include "core/bench/benchmarks.h"
#include "core/bench/stopwatch.h"
#include "core/service/registers/roster.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace tongban::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostObjects = 500'000;
constexpr int kSearches = 200; ///< Of each kind by the product.
constexpr std::size_t kBareSearches = 20; ///< Of each kind by the reference: each reads every row.
constexpr int kPage = 20;
constexpr double kBudget = 100; ///< Milliseconds.

struct Object {
    std::string code;
    std::string name;
};

/// One character of a text of characters.
std::string pick(SeededRandom &random, std::u32string_view from)
{
    std::string out;
    appendCodePoint(out, from[random.below(from.size())]);
    return out;
}

/// Seven in ten are enterprises, as in a city's register: their names begin and end alike, which is what
/// makes searching them hard. Nobody is meant; the numbers only pass arithmetic.
Result<Object> madeUp(SeededRandom &random, std::uint64_t number, Date today)
{
    constexpr std::u32string_view kSurnames = U"王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林单曾仇解翟覃区乐盖查";
    constexpr std::u32string_view kGiven =
        U"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文斌海燕玲小安宁行长重";
    constexpr std::u32string_view kBrand =
        U"通达顺鑫宏远安捷利鹏飞盛泰恒联众友诚信和源丰隆兴旺嘉海天龙腾云驰重行";
    constexpr std::array<std::string_view, 8> kTrades = {"物流",     "货运",       "运输",     "出行科技",
                                                         "汽车服务", "驾驶员培训", "汽车修理", "港口"};
    const std::string digits = std::to_string(100'000'000 + number).substr(1);
    Object object;
    if (number % 10 < 7) {
        object.code =
            TRY(CreditCode::withCheckCharacter("9144030" + std::to_string(3 + number % 6) + "M" + digits))
                .text();
        object.name = "深圳市" + pick(random, kBrand) + pick(random, kBrand) + pick(random, kBrand)
            + std::string(kTrades[random.below(kTrades.size())]) + "有限公司";
        return object;
    }
    const std::uint64_t day = number / 999;
    const Date birth = Date(std::chrono::days(3000 + static_cast<int>(day % 9000)));
    std::string date = isoDate(birth);
    std::erase(date, '-');
    object.code = TRY(ResidentId::withCheckCharacter(
                          "440301" + date + std::to_string(1000 + number % 999).substr(1), today))
                      .text();
    object.name =
        pick(random, kSurnames) + pick(random, kGiven) + (random.below(4) == 0 ? "" : pick(random, kGiven));
    return object;
}

struct Kind {
    std::string name;
    std::vector<std::string> typed;
    BareObjects::By bare = BareObjects::By::NameHolds; ///< What the reference does.
};

/// What people type: taken from the objects themselves, so that something is found.
std::vector<Kind> kindsOf(const std::vector<Object> &sample)
{
    std::vector<Kind> kinds{{"code", {}, BareObjects::By::CodeBegins},
                            {"name", {}},
                            {"name2", {}},
                            {"initials", {}, BareObjects::By::InitialsHold},
                            {"nothing", {}}};
    for (const Object &object : sample) {
        const bool person = object.name.size() < 10;
        std::string_view name = object.name;
        const auto initials = pinyinInitials(name, 1);
        if (!person) {
            name.remove_prefix(9); // 深圳市
            kinds[1].typed.emplace_back(firstCodePoints(name, 4));
        }
        kinds[0].typed.push_back(object.code);
        kinds[2].typed.emplace_back(firstCodePoints(name, 2));
        kinds[3].typed.push_back(person ? initials.front() : initials.front().substr(3, 4));
        kinds[4].typed.push_back("司" + std::string(firstCodePoints(name, 1)) + "市");
    }
    return kinds;
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0
                          : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

Result<double> bareMedian(const BareObjects &bare, const Kind &kind)
{
    std::vector<double> times;
    for (const std::string &typed : kind.typed) {
        if (times.size() == kBareSearches)
            break;
        Stopwatch watch;
        TRY(bare.search(kind.bare, typed, kPage));
        times.push_back(watch.lap() * 1000);
    }
    return percentile(times, 0.5);
}

/// The list as a file for the product and as a plain table for the reference; some of it as a sample.
Result<std::vector<Object>> writeObjects(const YearPlan &plan, std::uint64_t count, const fs::path &list,
                                         BareObjects &bare, Date today)
{
    SeededRandom random(plan.seed);
    std::vector<Object> sample;
    std::ofstream file(list, std::ios::binary);
    file << "code,name,field,district\n";
    TRY(bare.begin());
    for (std::uint64_t number = 0; number < count; ++number) {
        Object object = TRY(madeUp(random, number, today));
        file << object.code << ',' << object.name << ",,\n";
        TRY(bare.add(object.code, object.name, pinyinInitials(object.name, 1).front()));
        if (number % (count / kSearches + 1) == 0)
            sample.push_back(std::move(object));
    }
    TRY(bare.commit());
    file.flush();
    if (!file)
        return fail(ErrorCode::Unavailable, list.string() + " cannot be written");
    return sample;
}

Result<> measure(service::Workspace &workspace, const Kind &kind, const BareObjects &bare,
                 std::vector<Measure> &measures)
{
    std::vector<double> times;
    std::size_t found = 0;
    for (const std::string &typed : kind.typed) {
        Stopwatch watch;
        found += TRY(service::searchRoster(workspace, typed, kPage)).objects.size();
        times.push_back(watch.lap() * 1000);
    }
    const double reference = TRY(bareMedian(bare, kind));
    const std::string name = "roster." + kind.name;
    measures.push_back({name + ".p50", percentile(times, 0.5), "ms", "SQLite LIKE over the same rows, p50",
                        reference, kBudget});
    measures.push_back({name + ".p99", percentile(times, 0.99), "ms", {}, {}, kBudget});
    measures.push_back(
        {name + ".found", static_cast<double>(found) / static_cast<double>(times.size()), "objects"});
    return {};
}

double megabytes(const fs::path &file)
{
    return static_cast<double>(fs::file_size(file)) / 1e6;
}

} // namespace

Result<std::vector<Measure>> benchRoster(const YearPlan &plan, const Clock &clock)
{
    const std::uint64_t count = std::min(plan.applications, kMostObjects);
    const fs::path folder = plan.folder / "workspace";
    const auto workspace =
        TRY(service::Workspace::create(folder, plan.resources, service::WorkspaceKind::Demo, clock));
    plan.note("making the list");
    const fs::path list = plan.folder / "objects.csv";
    BareObjects bare = TRY(BareObjects::create(
        plan.folder / "bare.sqlite", TRY(BareDatabase::openForReading(folder / "registers.sqlite"))));
    const auto sample = TRY(writeObjects(plan, count, list, bare, officialDate(clock.now())));
    plan.note("taking it in");
    Stopwatch watch;
    const auto report = TRY(service::importRoster(*workspace, list, {}));
    std::vector<Measure> measures{
        {"roster.objects", static_cast<double>(report.objects()), "objects"},
        {"roster.import", watch.lap(), "s", {}, {}, 60},
        {"roster.size", megabytes(folder / "roster.sqlite"), "MB"},
    };
    plan.note("searching");
    for (const Kind &kind : kindsOf(sample))
        TRY(measure(*workspace, kind, bare, measures));
    return measures;
}

} // namespace tongban::bench
