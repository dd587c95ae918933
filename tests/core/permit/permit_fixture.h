// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/calendar.h"
#include "core/permit/act_rules.h"
#include "core/permit/catalogue_loader.h"
#include "core/permit/deadline.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace tests::permit {

namespace tp = tongban::permit;

inline tongban::Date day(std::string_view text)
{
    return tongban::parseIsoDate(text).value();
}

/// Half past nine at the office.
inline tongban::Timestamp at(std::string_view date)
{
    return tongban::parseIsoTimestamp(std::string(date) + "T09:30:00+08:00").value();
}

/// A small made-up catalogue: one automatic item, one with an end, one in two versions that goes to a
/// district body.
inline tp::CatalogueTexts smallCatalogue()
{
    tp::CatalogueTexts texts;
    texts.fields = "code,name_zh,name_en\ntaxi,出租汽车,Taxi\nroad,道路,Road\n";
    texts.organisations = "code,name_zh,name_en,kind,district\n"
                          "CITY,市局,City bureau,bureau,440300\n"
                          "NS,南山管理局,Nanshan bureau,district_bureau,440305\n"
                          "FT,福田区,Futian,district,440304\n"
                          "EXP,专业局,Professional bureau,professional_bureau,440300\n";
    texts.halls = "code,name_zh,name_en,level,district\n"
                  "H1,市厅,City hall,city,440300\nH2,南山厅,Nanshan hall,district,440305\n";
    texts.windows = "hall,window,fields\nH1,01,taxi\nH1,02,taxi;road\nH2,01,road\n";
    texts.items =
        "code,version,effective_from,effective_to,field,name_zh,name_en,level,status,status_since,status_"
        "basis,"
        "power_entry,legal_basis,organisation,statutory_days,promised_days,visits_allowed,courier,area,rule_"
        "set,"
        "automatic_outcomes,safety_related,promise_allowed,limited_quota,joint_handling,expert_review\n"
        "CZ-001,1,2024-01-01,,taxi,驾驶员证,Driver licence,city,active,,,XK-1,办法第十四条,CITY,20,5,0,yes,"
        "ride-hailing,driver,grant;notice;refuse,no,yes,no,no,no\n"
        "CZ-002,1,2024-01-01,,taxi,车辆证,Vehicle "
        "certificate,city,active,,,XK-2,办法第十二条,CITY,20,5,1,no,,,,"
        "yes,no,no,yes,no\n"
        "CZ-901,1,2010-01-01,,taxi,旧事项,Old "
        "item,city,cancelled,2018-07-28,国发〔2018〕28号,YX-1,旧办法,CITY,20,"
        "20,1,no,,,,no,no,no,no,no\n"
        "LZ-001,1,2024-01-01,2026-06-30,road,占道,Occupying a "
        "road,district,active,,,XK-3,条例第三十条,CITY,20,15,1,"
        "yes,,,,no,no,no,no,no\n"
        "LZ-001,2,2026-07-01,,road,占道,Occupying a "
        "road,district,active,,,XK-3,条例第三十条,CITY,20,10,1,yes,,,,no,"
        "no,no,no,no\n";
    texts.materials = "item,version,no,name_zh,name_en,mode,importance,evidence\n"
                      "CZ-001,1,1,申请表,Form,upload,main,\nCZ-001,1,2,身份证,Identity "
                      "card,shared_data,main,police.person\n"
                      "CZ-001,1,3,照片,Photograph,upload,minor,\nCZ-002,1,1,申请表,Form,upload,main,\n"
                      "CZ-901,1,1,申请表,Form,upload,main,\nLZ-001,1,1,申请表,Form,upload,main,\n"
                      "LZ-001,2,1,申请表,Form,upload,main,\n";
    texts.steps = "item,version,step,statutory_days,promised_days\n";
    for (const std::string_view item : {"CZ-001,1", "CZ-002,1"})
        for (const std::string_view step : {"accept,1,1", "review,14,3", "decide,4,1", "deliver,1,0"})
            texts.steps += std::string(item) + ',' + std::string(step) + '\n';
    for (const std::string_view step : {"accept,5,5", "review,10,10", "decide,4,4", "deliver,1,1"})
        texts.steps += "CZ-901,1," + std::string(step) + '\n';
    for (const std::string_view step : {"accept,5,5", "review,10,5", "decide,4,4", "deliver,1,1"})
        texts.steps += "LZ-001,1," + std::string(step) + '\n';
    for (const std::string_view step : {"accept,5,3", "review,10,4", "decide,4,2", "deliver,1,1"})
        texts.steps += "LZ-001,2," + std::string(step) + '\n';
    texts.delegations = "power,item,from_organisation,to_organisation,district,from_date,to_date,basis\n"
                        "XF-1,LZ-001,CITY,NS,440305,2026-09-01,,下放决定\n"
                        "QX-1,LZ-001,CITY,FT,440304,2017-01-01,2026-08-31,强区放权\n"
                        "XF-2,CZ-002,CITY,EXP,,2018-07-01,,下放决定\n";
    return texts;
}

inline std::shared_ptr<const tp::Catalogue> loadedSmallCatalogue()
{
    const tp::CatalogueLoad load = tp::loadCatalogue(smallCatalogue());
    for (const tp::TableProblem &problem : load.problems)
        std::fprintf(stderr, "%s\n", tp::describe(problem).c_str());
    if (!load.catalogue)
        std::abort();
    return load.catalogue;
}

inline tp::WorkflowTexts workflowTexts()
{
    return {readFile(sourcePath("resources/workflow/workflow.csv")),
            readFile(sourcePath("resources/workflow/states.csv")),
            readFile(sourcePath("resources/workflow/roles.csv"))};
}

/// The shipped tables and calendar: what the rules are tested with is what they run with.
struct Rules {
    std::shared_ptr<const tp::Workflow> workflow = tp::Workflow::load(workflowTexts()).workflow;
    std::shared_ptr<const tp::LegalLimits> limits =
        tp::LegalLimits::load(readFile(sourcePath("resources/workflow/limits.csv"))).limits;
    std::shared_ptr<const tp::LightRules> lights =
        tp::LightRules::load(readFile(sourcePath("resources/workflow/lights.csv"))).lights;
    tongban::Calendar calendar = tongban::loadCalendar(sourcePath("resources/calendar")).value();
    tp::Procedure procedure{*workflow, *limits, calendar};

    tp::ClockRules clockRules() const { return {calendar, *limits, *lights}; }
};

/// A case and the people around it: acts by role, and what came of the last one.
class Desk
{
public:
    explicit Desk(std::string_view item = "CZ-001", std::string_view receivedOn = "2026-03-02")
        : m_now(at(receivedOn)), m_receivedOn(day(receivedOn)),
          m_item(m_catalogue->item(item, day(receivedOn)))
    {
        tp::ActRequest request;
        request.act = tp::Act::Apply;
        const tp::ActResult result = tp::open(request, context(tp::Role::Applicant), 440305, m_now);
        if (!result)
            std::abort();
        m_state = result->state;
    }

    const tp::CaseState &state() const { return m_state; }
    tp::CaseState &state() { return m_state; }
    const tp::Item &item() const { return *m_item; }
    const Rules &rules() const { return m_rules; }
    const tp::Catalogue &catalogue() const { return *m_catalogue; }
    const tp::ActEvent &event() const { return m_event; }
    const std::vector<tp::ActRefusal> &refusals() const { return m_refusals; }

    void goTo(std::string_view date) { m_now = at(date); }
    void goTo(tongban::Timestamp now) { m_now = now; }
    tongban::Timestamp now() const { return m_now; }
    tongban::Date today() const { return tongban::officialDate(m_now); }
    void use(std::string_view organisation) { m_organisation = organisation; }
    void use(const tp::Item &item) { m_item = &item; }

    /// Whether the act was done; refusals() says why not.
    bool act(const tp::ActRequest &request, tp::Role role, std::string_view actor = {})
    {
        tp::ActResult result = tp::apply(m_state, request, context(role, actor));
        m_refusals.clear();
        if (!result) {
            m_refusals = result.error();
            return false;
        }
        m_state = std::move(result->state);
        m_event = std::move(result->event);
        return true;
    }

    bool act(tp::Act what, tp::Role role, std::string_view actor = {})
    {
        tp::ActRequest request = plain(what);
        return act(request, role, actor);
    }

    /// With everything that the table may ask for.
    static tp::ActRequest plain(tp::Act what)
    {
        tp::ActRequest request;
        request.act = what;
        request.reason = "reason";
        request.basis = "依据";
        request.document = "深交文-1";
        return request;
    }

    bool refusedFor(tp::ActProblem problem) const
    {
        for (const tp::ActRefusal &refusal : m_refusals)
            if (refusal.problem == problem)
                return true;
        return false;
    }

    const tp::ActRefusal &refusal(tp::ActProblem problem) const
    {
        for (const tp::ActRefusal &refusal : m_refusals)
            if (refusal.problem == problem)
                return refusal;
        std::abort();
    }

    tp::ActContext context(tp::Role role, std::string_view actor = {}) const
    {
        return {m_rules.procedure,
                *m_item,
                m_catalogue->whoDecides(*m_item, 440305, m_receivedOn),
                actor.empty() ? tp::name(role) : actor,
                role,
                m_organisation,
                m_now,
                7};
    }

private:
    Rules m_rules;
    std::shared_ptr<const tp::Catalogue> m_catalogue = loadedSmallCatalogue();
    tongban::Timestamp m_now;
    tongban::Date m_receivedOn;
    const tp::Item *m_item;
    std::string m_organisation;
    tp::CaseState m_state;
    tp::ActEvent m_event;
    std::vector<tp::ActRefusal> m_refusals;
};

} // namespace tests::permit
