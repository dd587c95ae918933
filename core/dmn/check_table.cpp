// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check_table.h"

#include <algorithm>
#include <set>

namespace tongban::dmn {

namespace {

using feel::CellShape;

constexpr std::size_t kAnyPiece = static_cast<std::size_t>(-1);

Bits intersection(const Bits &a, const Bits &b)
{
    Bits both = a;
    for (std::size_t w = 0; w < both.words(); ++w)
        both.word(w) &= b.word(w);
    return both;
}

std::string keyOf(std::size_t column, const Bits &alive)
{
    std::string key(reinterpret_cast<const char *>(&column), sizeof(column));
    for (std::size_t w = 0; w < alive.words(); ++w) {
        const std::uint64_t word = alive.word(w);
        key.append(reinterpret_cast<const char *>(&word), sizeof(word));
    }
    return key;
}

int shown(std::size_t rule)
{
    return static_cast<int>(rule) + 1;
}

} // namespace

TableCheck::TableCheck(const CompiledTable &table, const CheckLimits &limits, std::vector<Finding> &findings)
    : m_table(table), m_limits(limits), m_findings(findings)
{
    feel::Evaluation evaluation;
    // Only cells of constants are asked; they use no names of the model.
    const feel::Frame frame(evaluation, table.frameSize);
    for (const CompiledInput &input : table.inputs)
        m_domains.emplace_back(input, evaluation, limits.cellTests);
    m_universalFrom.assign(table.inputs.size() + 1, Bits(table.rules.size(), true));
    for (std::size_t c = table.inputs.size(); c-- > 0;)
        m_universalFrom[c] = intersection(m_universalFrom[c + 1], m_domains[c].universal());
}

void TableCheck::run()
{
    checkCells();
    checkOutputs();
    checkOverlaps();
    checkMasked();
    checkGaps();
    noteUnchecked();
}

void TableCheck::report(FindingKind kind, Severity severity, std::vector<int> rules, std::string column,
                        Said said, std::string example)
{
    const auto count = std::ranges::count_if(m_findings, [&](const Finding &known) {
        return known.kind == kind && known.element == m_table.element;
    });
    if (static_cast<std::size_t>(count) >= m_limits.findingsOfAKind)
        return;
    Finding finding;
    finding.kind = kind;
    finding.severity = severity;
    finding.element = m_table.element;
    if (!rules.empty())
        finding.place = m_table.source->rules[static_cast<std::size_t>(rules.front()) - 1].place;
    finding.rules = std::move(rules);
    finding.column = std::move(column);
    finding.say(said.remark, std::move(said.parts));
    finding.example = std::move(example);
    m_findings.push_back(std::move(finding));
}

bool TableCheck::isIndependent() const
{
    std::set<std::string> names;
    for (const CompiledInput &input : m_table.inputs) {
        if (!input.expression->globalSlot() || !names.insert(input.text).second)
            return false;
    }
    return true;
}

void TableCheck::checkCells()
{
    for (std::size_t c = 0; c < m_table.inputs.size(); ++c) {
        const CompiledInput &input = m_table.inputs[c];
        const feel::Kind kind = kindOf(input.type);
        for (std::size_t rule = 0; rule < input.cells.size(); ++rule) {
            const CellShape &shape = input.cells[rule].shape();
            if (shape.form != CellShape::Form::Parts || !m_domains[c].hasExamples())
                continue;
            const auto cellKind = shape.kind();
            if (cellKind && kind != feel::Kind::Null && *cellKind != kind) {
                report(FindingKind::TypeMismatch, Severity::Error, {shown(rule)}, input.label,
                       {Remark::CellKind,
                        {input.cells[rule].text(), std::string(feel::name(*cellKind)),
                         std::string(feel::name(kind))}},
                       {});
                continue;
            }
            const bool isPossible =
                std::ranges::any_of(m_domains[c].pieces(),
                                    [&](const ColumnDomain::Piece &piece) { return piece.may.test(rule); });
            if (!isPossible && cellKind)
                report(FindingKind::NotAllowed, Severity::Error, {shown(rule)}, input.label,
                       {Remark::CellImpossible, {input.cells[rule].text()}}, {});
        }
    }
}

void TableCheck::checkOutputs()
{
    for (std::size_t rule = 0; rule < m_table.rules.size(); ++rule) {
        const CompiledRule &compiled = m_table.rules[rule];
        if (compiled.constant || !std::ranges::all_of(compiled.outputs, [](const feel::NodePtr &output) {
                return output->constant() != nullptr;
            }))
            continue;
        // Constant and still not folded: it did not become a value of the column.
        report(FindingKind::NotAllowed, Severity::Error, {shown(rule)}, {}, {Remark::OutputNotAllowed}, {});
    }
}

bool TableCheck::canApply(std::size_t rule) const
{
    return std::ranges::all_of(m_domains, [&](const ColumnDomain &domain) {
        return std::ranges::any_of(domain.pieces(),
                                   [&](const ColumnDomain::Piece &piece) { return piece.may.test(rule); });
    });
}

std::string TableCheck::pairExample(std::size_t left, std::size_t right) const
{
    std::string text;
    for (std::size_t c = 0; c < m_domains.size(); ++c) {
        const auto piece =
            std::ranges::find_if(m_domains[c].pieces(), [&](const ColumnDomain::Piece &candidate) {
                return candidate.sure.test(left) && candidate.sure.test(right);
            });
        if (piece != m_domains[c].pieces().end() && m_domains[c].hasExamples())
            text += (text.empty() ? "" : ", ") + exampleText(m_table.inputs[c].text, piece->example);
    }
    return text;
}

void TableCheck::checkOverlaps()
{
    const bool isUnique = m_table.hitPolicy == HitPolicy::Unique;
    if (!isUnique && m_table.hitPolicy != HitPolicy::Any)
        return;
    std::size_t pieces = 0;
    for (const ColumnDomain &domain : m_domains)
        pieces += domain.pieces().size();
    if (pieces * m_table.rules.size() * (m_table.rules.size() / 64 + 1) > m_limits.cellTests * 20) {
        m_regions = m_limits.regions + 1;
        return;
    }
    const Severity severity = isIndependent() ? Severity::Error : Severity::Warning;
    for (std::size_t left = 0; left < m_table.rules.size(); ++left) {
        Bits overlapping(m_table.rules.size(), true);
        for (const ColumnDomain &domain : m_domains) {
            Bits inColumn(m_table.rules.size());
            for (const ColumnDomain::Piece &piece : domain.pieces()) {
                if (!piece.sure.test(left))
                    continue;
                for (std::size_t w = 0; w < inColumn.words(); ++w)
                    inColumn.word(w) |= piece.sure.word(w);
            }
            overlapping = intersection(overlapping, inColumn);
        }
        overlapping.each([&](std::size_t right) {
            if (right <= left)
                return true;
            const auto &a = m_table.rules[left].constant;
            const auto &b = m_table.rules[right].constant;
            if (!isUnique && (!a || !b || feel::same(*a, *b)))
                return true;
            report(FindingKind::Overlap, severity, {shown(left), shown(right)}, {},
                   {isUnique ? Remark::OverlapUnique : Remark::OverlapAny}, pairExample(left, right));
            return true;
        });
    }
}

bool TableCheck::precedes(std::size_t left, std::size_t right) const
{
    if (m_table.hitPolicy == HitPolicy::First)
        return left < right;
    const auto &a = m_table.rules[left].constant;
    const auto &b = m_table.rules[right].constant;
    if (!a || !b)
        return false;
    for (std::size_t c = 0; c < m_table.outputs.size(); ++c) {
        const auto rank = [&](const feel::Value &output) {
            const feel::Value value = m_table.shape ? output.context().value(c) : output;
            return std::ranges::find_if(m_table.outputs[c].order,
                                        [&](const feel::Value &listed) { return feel::same(listed, value); })
                - m_table.outputs[c].order.begin();
        };
        if (rank(*a) != rank(*b))
            return rank(*a) < rank(*b);
    }
    return left < right;
}

bool TableCheck::isCovered(const Bits &alive, std::size_t column) const
{
    const Bits &universal = m_universalFrom[column];
    for (std::size_t w = 0; w < alive.words(); ++w) {
        if ((alive.word(w) & universal.word(w)) != 0)
            return true;
    }
    return false;
}

template <typename Visit>
bool TableCheck::search(std::size_t column, const Bits &alive, std::optional<std::size_t> within,
                        Region &region, Visit visit)
{
    if (!alive.any())
        return visit(region);
    if (column == m_domains.size() || isCovered(alive, column))
        return true;
    if (++m_regions > m_limits.regions)
        return false;
    // The same rules left at the same column have the same gaps below: one report is enough.
    if (!m_seen.insert(keyOf(column, alive)).second)
        return true;
    const auto &pieces = m_domains[column].pieces();
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        if (within && !pieces[p].may.test(*within))
            continue;
        region[column] = p;
        const Bits left = intersection(alive, m_useSure ? pieces[p].sure : pieces[p].may);
        if (!search(column + 1, left, within, region, visit))
            return false;
        region[column] = kAnyPiece;
    }
    return true;
}

void TableCheck::checkMasked()
{
    if (m_table.hitPolicy != HitPolicy::First && m_table.hitPolicy != HitPolicy::Priority)
        return;
    m_useSure = true;
    for (std::size_t rule = 0; rule < m_table.rules.size() && m_regions <= m_limits.regions; ++rule) {
        Bits before(m_table.rules.size());
        for (std::size_t other = 0; other < m_table.rules.size(); ++other) {
            if (other != rule && precedes(other, rule))
                before.set(other);
        }
        if (!before.any() || !canApply(rule))
            continue;
        bool isFree = false;
        Region region(m_domains.size(), kAnyPiece);
        m_seen.clear();
        search(0, before, rule, region, [&](const Region &) {
            isFree = true;
            return false;
        });
        if (!isFree && m_regions <= m_limits.regions)
            report(FindingKind::Masked, Severity::Warning, {shown(rule)}, {}, {Remark::Masked}, {});
    }
    m_useSure = false;
}

bool TableCheck::isPromising() const
{
    switch (m_table.hitPolicy) {
    case HitPolicy::Unique:
    case HitPolicy::Any:
    case HitPolicy::First:
    case HitPolicy::Priority: return !m_table.hasDefault();
    case HitPolicy::Collect:
    case HitPolicy::RuleOrder:
    case HitPolicy::OutputOrder: return false;
    }
    return false;
}

std::string TableCheck::describe(const Region &region) const
{
    std::string text;
    for (std::size_t c = 0; c < region.size(); ++c) {
        if (!m_domains[c].hasExamples())
            continue;
        const std::size_t piece = region[c] == kAnyPiece ? 0 : region[c];
        if (piece < m_domains[c].pieces().size())
            text += (text.empty() ? "" : ", ")
                + exampleText(m_table.inputs[c].text, m_domains[c].pieces()[piece].example);
    }
    return text;
}

void TableCheck::checkGaps()
{
    if (!isPromising())
        return;
    const Severity severity = isIndependent() ? Severity::Error : Severity::Warning;
    Region region(m_domains.size(), kAnyPiece);
    std::size_t found = 0;
    m_seen.clear();
    search(0, Bits(m_table.rules.size(), true), std::nullopt, region, [&](const Region &gap) {
        report(FindingKind::Gap, severity, {}, {}, {Remark::Gap}, describe(gap));
        return ++found < m_limits.findingsOfAKind;
    });
}

void TableCheck::noteUnchecked()
{
    std::string columns;
    for (std::size_t c = 0; c < m_domains.size(); ++c) {
        if (!m_domains[c].isExact())
            columns += (columns.empty() ? "" : ", ") + m_table.inputs[c].label;
    }
    if (!columns.empty())
        report(FindingKind::Unchecked, Severity::Warning, {}, columns, {Remark::Residual}, {});
    if (m_regions > m_limits.regions)
        report(FindingKind::Unchecked, Severity::Warning, {}, {},
               {Remark::TableTooLarge, {std::to_string(m_limits.regions)}}, {});
}

} // namespace tongban::dmn
