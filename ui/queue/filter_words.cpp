// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/filter_words.h"

#include "core/permit/application.h"
#include "core/service/accounts/accounts.h"
#include "ui/base/district_name.h"
#include "ui/base/text.h"
#include "ui/words/reason_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

constexpr std::array kReasons{
    "human_requested",      "duplicate",        "not_automatic_item", "outside_power",
    "materials_incomplete", "evidence_pending", "evidence_unknown",   "refusal_needs_human",
    "model_error",          "conflict",         "not_taken_by_centre"};

class FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::FilterWords)

public:
    static QString light(service::DueLight light)
    {
        switch (light) {
        case service::DueLight::Any: return {};
        case service::DueLight::Late: return tr("past its limit");
        case service::DueLight::Soon: return tr("due within %1 working days").arg(service::kSoonWorkdays);
        case service::DueLight::Later: return tr("due later");
        case service::DueLight::Nothing: return tr("no limit runs");
        }
        return {};
    }

    static QString channel(const QString &channel)
    {
        const auto known = permit::parseChannel(utf8(channel));
        if (!known)
            return channel;
        switch (*known) {
        case permit::Channel::UnifiedPlatform: return tr("unified acceptance platform");
        case permit::Channel::IShenzhen: return tr("i Shenzhen app");
        case permit::Channel::WeChat: return tr("WeChat");
        case permit::Channel::Window: return tr("city hall window");
        case permit::Channel::DistrictHall: return tr("district hall window");
        }
        return channel;
    }

    static QString outcome(const QString &outcome)
    {
        if (outcome == QLatin1String("granted"))
            return tr("granted");
        return outcome == QLatin1String("refused") ? tr("refused") : outcome;
    }

    static QString findings() { return tr("the rules found something"); }
    static QString nobody() { return tr("nobody"); }

    static QStringList parts(const service::CaseQuery &query, const FilterChoices &choices);
};

QString titleOf(const std::vector<Choice> &choices, const QString &value)
{
    const auto found = std::ranges::find(choices, value, &Choice::first);
    return found == choices.end() ? value : found->second;
}

QStringList FilterWords::parts(const service::CaseQuery &query, const FilterChoices &choices)
{
    QStringList parts;
    const auto add = [&parts](const QString &pattern, const QString &title) {
        if (!title.isEmpty())
            parts += pattern.arg(title);
    };
    add(tr("state: %1"), titleOf(choices.states, qt(query.state)));
    add(tr("item: %1"), titleOf(choices.items, qt(query.item)));
    add(tr("field: %1"), titleOf(choices.fields, qt(query.field)));
    if (query.district != 0)
        add(tr("district: %1"), titleOf(choices.districts, QString::number(query.district)));
    add(tr("channel: %1"), titleOf(choices.channels, qt(query.channel)));
    add(tr("limit: %1"), light(query.light));
    add(tr("in work: %1"), titleOf(choices.holders, qt(query.holder)));
    add(tr("why not automatic: %1"), titleOf(choices.reasons, qt(query.reason)));
    add(tr("outcome: %1"), titleOf(choices.outcomes, qt(query.outcome)));
    if (query.receivedFrom)
        add(tr("received from %1"), dayText(*query.receivedFrom));
    if (query.receivedThrough)
        add(tr("received until %1"), dayText(*query.receivedThrough));
    return parts;
}

} // namespace

Result<FilterChoices> FilterChoices::read(service::Workspace &workspace, approval::Language language)
{
    const bool isChinese = language == approval::Language::Chinese;
    const auto named = [isChinese](std::string_view code, const std::string &zh, const std::string &en) {
        return Choice{qt(code), qt(isChinese ? zh : en)};
    };
    FilterChoices choices;
    for (int i = 0; i < permit::kStateCount; ++i) {
        const auto state = static_cast<permit::State>(i);
        const permit::Title &title = workspace.resources().workflow->title(state);
        choices.states.push_back(named(permit::name(state), title.zh, title.en));
    }
    for (const permit::Item &item : workspace.catalogue().items())
        if (choices.items.empty() || choices.items.back().first != qt(item.code))
            choices.items.emplace_back(qt(item.code),
                                       qt(item.code + " " + (isChinese ? item.nameZh : item.nameEn)));
    for (const permit::Field &field : workspace.catalogue().fields())
        choices.fields.push_back(named(field.code, field.nameZh, field.nameEn));
    for (const int district : workspace.catalogue().districts())
        choices.districts.emplace_back(QString::number(district), districtName(district, isChinese));
    for (const auto channel :
         {permit::Channel::UnifiedPlatform, permit::Channel::IShenzhen, permit::Channel::WeChat,
          permit::Channel::Window, permit::Channel::DistrictHall})
        choices.channels.emplace_back(qt(permit::name(channel)), channelName(qt(permit::name(channel))));
    for (const char *reason : kReasons)
        choices.reasons.emplace_back(QString::fromLatin1(reason), reasonWords(QString::fromLatin1(reason)));
    choices.reasons.emplace_back(QStringLiteral("finding:"), FilterWords::findings());
    choices.reasons.emplace_back(QStringLiteral("taken_by_person"),
                                 reasonWords(QStringLiteral("taken_by_person")));
    choices.holders.emplace_back(qt(service::kNobody), FilterWords::nobody());
    for (const service::Account &account : TRY(service::listAccounts(workspace)))
        choices.holders.emplace_back(qt(account.name), qt(account.displayName));
    for (const QString &outcome : {QStringLiteral("granted"), QStringLiteral("refused")})
        choices.outcomes.emplace_back(outcome, outcomeName(outcome));
    return choices;
}

QString lightTitle(service::DueLight light)
{
    return FilterWords::light(light);
}

QString channelName(const QString &channel)
{
    return FilterWords::channel(channel);
}

QString outcomeName(const QString &outcome)
{
    return FilterWords::outcome(outcome);
}

QString filterText(const service::CaseQuery &query, const FilterChoices &choices)
{
    return FilterWords::parts(query, choices).join(QStringLiteral(" · "));
}

service::CaseQuery withoutFilter(const service::CaseQuery &query)
{
    service::CaseQuery plain;
    plain.queue = query.queue;
    plain.words = query.words;
    plain.limit = query.limit;
    return plain;
}

} // namespace tongban::ui
