// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/roster_store.h"

#include "core/storage/roster_grams.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tongban::storage {
namespace {

#define TONGBAN_ROSTER_COLUMNS "no", "code", "kind", "name", "fields", "district", "basis", "folded"

constexpr std::string_view kBuiltAt = "built_at";
constexpr std::string_view kReadings = "readings";
constexpr std::int64_t kProgressStep = 10'000;
constexpr std::size_t kMostFields = 62;

/// Nothing where the name is searched as it stands: most are.
std::optional<std::string> foldedUnlessSame(const std::string &name)
{
    std::string folded = foldedName(name);
    if (folded == name)
        return std::nullopt;
    return folded;
}

} // namespace

struct RosterStore::Parts {
    std::unique_ptr<Database> database;
    std::map<std::string, std::int64_t, std::less<>> fields;

    Result<> refreshFields();
    Result<std::int64_t> fieldBits(const std::vector<std::string> &codes);
    std::vector<std::string> fieldCodes(std::int64_t bits) const;
    RosterEntry read(const Rows &rows) const;
    Result<std::optional<std::string>> meta(std::string_view key);
    Result<> setMeta(std::string_view key, std::string_view value);
    Result<> run(std::string_view statement);
};

Result<> RosterStore::Parts::refreshFields()
{
    fields.clear();
    Rows rows = TRY(database->prepare("roster_fields", {}, {"no", "code"}))->query();
    while (TRY(rows.next()))
        fields.emplace(rows.string(1), rows.integer(0));
    return {};
}

Result<std::int64_t> RosterStore::Parts::fieldBits(const std::vector<std::string> &codes)
{
    std::int64_t bits = 0;
    for (const std::string &code : codes) {
        auto found = fields.find(code);
        if (found == fields.end()) {
            if (fields.size() == kMostFields)
                return fail(ErrorCode::InvalidInput, "the roster knows no more than 62 fields");
            const auto number = static_cast<std::int64_t>(fields.size());
            TRY(TRY(database->prepare("roster_field_insert", {"no", "code"}))->run(number, code));
            found = fields.emplace(code, number).first;
        }
        bits |= std::int64_t{1} << found->second;
    }
    return bits;
}

std::vector<std::string> RosterStore::Parts::fieldCodes(std::int64_t bits) const
{
    std::vector<std::string> codes;
    for (const auto &[code, number] : fields) {
        if ((bits >> number & 1) != 0)
            codes.push_back(code);
    }
    return codes;
}

RosterEntry RosterStore::Parts::read(const Rows &rows) const
{
    RosterEntry entry;
    entry.code = rows.string(1);
    entry.kind = rows.integer(2) == 1 ? RosterKind::Person : RosterKind::Enterprise;
    entry.name = rows.string(3);
    entry.fields = fieldCodes(rows.integer(4));
    entry.district = static_cast<int>(rows.integer(5));
    entry.basis = static_cast<unsigned>(rows.integer(6));
    return entry;
}

Result<std::optional<std::string>> RosterStore::Parts::meta(std::string_view key)
{
    Rows rows = TRY(database->prepare("roster_meta_get", {"key"}, {"value"}))->query(key);
    if (!TRY(rows.next()))
        return std::optional<std::string>();
    return std::optional(rows.string(0));
}

Result<> RosterStore::Parts::setMeta(std::string_view key, std::string_view value)
{
    return TRY(database->prepare("roster_meta_set", {"key", "value"}))->run(key, value);
}

Result<> RosterStore::Parts::run(std::string_view statement)
{
    return TRY(database->prepare(statement))->run();
}

RosterStore::RosterStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

RosterStore::~RosterStore() = default;

Result<RosterStore::Opening> RosterStore::open(const std::filesystem::path &file, const OpenOptions &options)
{
    Opened opened = TRY(Database::open(file, StoreKind::Roster, options));
    Opening result;
    result.outcome = opened.outcome;
    result.message = std::move(opened.message);
    if (opened.database != nullptr) {
        auto parts = std::make_unique<Parts>();
        parts->database = std::move(opened.database);
        result.store.reset(new RosterStore(std::move(parts)));
    }
    return result;
}

Database &RosterStore::database()
{
    return *m_parts->database;
}

Result<> RosterStore::beginRebuild()
{
    TRY(m_parts->refreshFields());
    TRY(m_parts->run("roster_clear"));
    TRY(m_parts->run("roster_clear_name_grams"));
    TRY(m_parts->run("roster_clear_initial_grams"));
    return TRY(m_parts->database->prepare("roster_take_imported", {"basis"}))
        ->run(static_cast<unsigned>(RosterBasis::Imported));
}

Result<> RosterStore::add(const RosterEntry &entry)
{
    const std::int64_t bits = TRY(m_parts->fieldBits(entry.fields));
    return TRY(m_parts->database->prepare("roster_add",
                                          {"code", "kind", "name", "folded", "fields", "district", "basis"}))
        ->run(entry.code, entry.kind == RosterKind::Person, entry.name, foldedUnlessSame(entry.name), bits,
              entry.district, entry.basis);
}

Result<> RosterStore::finishRebuild(Timestamp at, const std::function<bool(std::int64_t)> &progress)
{
    Statement *names = TRY(m_parts->database->prepare("roster_name_gram_insert", {"no", "grams"}));
    Statement *initials = TRY(m_parts->database->prepare("roster_initial_gram_insert", {"no", "grams"}));
    Statement *page = TRY(m_parts->database->prepare("roster_page", {"after"}, {TONGBAN_ROSTER_COLUMNS}));
    std::int64_t done = 0;
    Rows rows = page->query(std::int64_t{0});
    while (TRY(rows.next())) {
        const std::int64_t no = rows.integer(0);
        TRY(names->run(no, nameGrams(rows.isNull(7) ? rows.text(3) : rows.text(7))));
        TRY(initials->run(no, initialGrams(rows.text(3))));
        if (++done % kProgressStep == 0 && progress && !progress(done))
            return fail(ErrorCode::Unavailable, "stopped; the roster stays as it was");
    }
    TRY(m_parts->run("roster_merge_name_grams"));
    TRY(m_parts->run("roster_merge_initial_grams"));
    TRY(m_parts->setMeta(kReadings, pinyinRelease()));
    return m_parts->setMeta(kBuiltAt, isoTimestamp(at));
}

Result<> RosterStore::beginImport()
{
    TRY(m_parts->refreshFields());
    return m_parts->run("roster_import_clear");
}

Result<> RosterStore::addImported(const RosterEntry &entry)
{
    const std::int64_t bits = TRY(m_parts->fieldBits(entry.fields));
    return TRY(m_parts->database->prepare("roster_import_add",
                                          {"code", "kind", "name", "folded", "fields", "district"}))
        ->run(entry.code, entry.kind == RosterKind::Person, entry.name, foldedUnlessSame(entry.name), bits,
              entry.district);
}

Result<std::optional<Timestamp>> RosterStore::builtAt()
{
    const auto text = TRY(m_parts->meta(kBuiltAt));
    if (!text)
        return std::optional<Timestamp>();
    return std::optional(TRY(parseIsoTimestamp(*text)));
}

Result<bool> RosterStore::readsAlike()
{
    const auto text = TRY(m_parts->meta(kReadings));
    return text && *text == pinyinRelease();
}

Result<std::vector<RosterTotal>> RosterStore::totals()
{
    std::vector<RosterTotal> all;
    Rows rows = TRY(m_parts->database->prepare("roster_totals", {}, {"kind", "basis", "count"}))->query();
    while (TRY(rows.next()))
        all.push_back({rows.integer(0) == 1 ? RosterKind::Person : RosterKind::Enterprise,
                       static_cast<unsigned>(rows.integer(1)), rows.integer(2)});
    return all;
}

/// One search: stage after stage, best first, each entry once.
class RosterStore::Search
{
public:
    Search(Parts &parts, std::string typed, int limit)
        : m_parts(parts), m_typed(std::move(typed)), m_limit(static_cast<std::size_t>(std::max(limit, 1)))
    {
    }

    Result<RosterPage> run();

private:
    Result<> code();
    Result<> name(RosterMatch match, InitialsPlace place);
    Result<> initials(RosterMatch match, InitialsPlace place);
    void take(const Rows &rows, RosterMatch match);

    Parts &m_parts;
    std::string m_typed; ///< Folded.
    std::size_t m_limit;
    std::unordered_set<std::int64_t> m_seen;
    RosterPage m_page;
};

Result<RosterPage> RosterStore::Search::run()
{
    if (m_typed.empty())
        return m_page;
    const auto isAscii = [](unsigned char c) {
        return c < 0x80;
    };
    const auto isLetter = [](unsigned char c) {
        return c >= 'a' && c <= 'z';
    };
    const bool spelled = std::ranges::all_of(m_typed, isAscii);
    const bool hasLetters = std::ranges::any_of(m_typed, isLetter);
    if (spelled)
        TRY(code());
    TRY(name(RosterMatch::WholeName, InitialsPlace::Whole));
    if (spelled && hasLetters)
        TRY(initials(RosterMatch::WholeInitials, InitialsPlace::Whole));
    TRY(name(RosterMatch::NameBegins, InitialsPlace::Beginning));
    if (spelled && hasLetters)
        TRY(initials(RosterMatch::InitialsBegin, InitialsPlace::Beginning));
    TRY(name(RosterMatch::Name, InitialsPlace::Anywhere));
    if (spelled && hasLetters)
        TRY(initials(RosterMatch::Initials, InitialsPlace::Anywhere));
    return std::move(m_page);
}

void RosterStore::Search::take(const Rows &rows, RosterMatch match)
{
    if (m_seen.contains(rows.integer(0)))
        return;
    if (m_page.hits.size() == m_limit) {
        m_page.more = true;
        return;
    }
    m_seen.insert(rows.integer(0));
    m_page.hits.push_back({m_parts.read(rows), match});
}

Result<> RosterStore::Search::code()
{
    std::string from = m_typed;
    for (char &c : from)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (m_parts.database->key()) {
        Rows rows =
            TRY(m_parts.database->prepare("roster_by_sealed_code", {"code"}, {TONGBAN_ROSTER_COLUMNS}))
                ->query(from);
        while (!m_page.more && TRY(rows.next()))
            take(rows, RosterMatch::Code);
    }
    const std::string to = from + '\x7f'; // bound without copying
    Rows rows = TRY(m_parts.database->prepare("roster_by_code", {"from", "to"}, {TONGBAN_ROSTER_COLUMNS}))
                    ->query(from, to);
    while (!m_page.more && TRY(rows.next()))
        take(rows, RosterMatch::Code);
    return {};
}

Result<> RosterStore::Search::name(RosterMatch match, InitialsPlace place)
{
    const std::string grams = nameQuery(m_typed, place);
    Rows rows = TRY(m_parts.database->prepare("roster_by_name_grams", {"grams"}, {TONGBAN_ROSTER_COLUMNS}))
                    ->query(grams);
    while (!m_page.more && TRY(rows.next())) {
        if (fitsName(rows.isNull(7) ? rows.text(3) : rows.text(7), m_typed, place))
            take(rows, match);
    }
    return {};
}

Result<> RosterStore::Search::initials(RosterMatch match, InitialsPlace place)
{
    const std::string grams = initialsQuery(m_typed, place);
    Rows rows = TRY(m_parts.database->prepare("roster_by_initial_grams", {"grams"}, {TONGBAN_ROSTER_COLUMNS}))
                    ->query(grams);
    while (!m_page.more && TRY(rows.next())) {
        if (matchesInitials(rows.text(3), m_typed, place))
            take(rows, match);
    }
    return {};
}

Result<RosterPage> RosterStore::search(std::string_view text, int limit)
{
    const ReadScope moment = TRY(ReadScope::begin(*m_parts->database));
    TRY(m_parts->refreshFields());
    return Search(*m_parts, foldedName(text), limit).run();
}

} // namespace tongban::storage
