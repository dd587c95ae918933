// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/table_problem.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Where a case stands.
enum class State : std::uint8_t {
    Booked, ///< 预约: an appointment; no clock runs.
    PreReview, ///< 预审: looked at before it is handed in; no clock runs.
    Applied, ///< 收件: received; the five days of article 32 run.
    SupplementPending, ///< 待补正: the applicant was told once what is missing.
    Accepted, ///< 受理
    EvidencePending, ///< A source has not answered; never a ground to refuse.
    Referred, ///< 转人工: waits for a person.
    SecondSignature, ///< A refusal was proposed; a second person has to sign (articles 34, 38).
    Suspended, ///< 中止: time that does not count (article 45).
    Granted, ///< 准予
    Refused, ///< 不予许可
    Delivering, ///< With the courier.
    DeliveryReturned, ///< The parcel came back.
    Closed, ///< 办结
    Declined, ///< 不予受理
    Withdrawn, ///< 撤回
    Revoked, ///< 撤销 (articles 69, 70)
};
inline constexpr int kStateCount = 17;

/// What is done to a case. Each accepted act is one event.
enum class Act : std::uint8_t {
    Book,
    PreReview,
    Apply,
    Accept,
    Decline,
    GiveNotice,
    DeemAccepted,
    Supplement,
    AcceptConditionally,
    Promise,
    WithdrawPromise,
    RecordEvidence,
    AwaitEvidence,
    Grant,
    Refuse,
    Refer,
    ProposeRefusal,
    Countersign,
    RejectProposal,
    Extend,
    Suspend,
    Resume,
    RequestHuman,
    CheckIn,
    DeliverInPerson,
    SendByCourier,
    ReturnParcel,
    Close,
    Withdraw,
    Revoke,
    IssuePaper, ///< A paper that states an earlier act was printed; changes nothing in the case.
    Rate, ///< 评价: the applicant says how the service was (S36).
    Rectify, ///< 整改: what a very dissatisfied applicant met with was put right.
};
inline constexpr int kActCount = 33;

enum class Role : std::uint8_t { Applicant, System, Clerk, Approver, Supervisor, Administrator };
inline constexpr int kRoleCount = 6;

/// What has to come with an act.
enum class Need : std::uint8_t {
    Reason = 1,
    Basis = 2, ///< The law or document it rests on (S9).
    Document = 4, ///< Number of a paper: a notice of suspension, a written promise, a mandate.
    SecondPerson = 8, ///< Another person than the one who proposed (S24).
    Signer = 16, ///< A second person signs together with the actor.
};

class Needs
{
public:
    constexpr bool has(Need need) const { return (m_bits & static_cast<std::uint8_t>(need)) != 0; }
    constexpr void add(Need need)
    {
        m_bits = static_cast<std::uint8_t>(m_bits | static_cast<std::uint8_t>(need));
    }
    constexpr bool operator==(const Needs &) const = default;

private:
    std::uint8_t m_bits = 0;
};

/// Where an act leads.
struct Target {
    enum class Kind : std::uint8_t {
        State,
        Unchanged, ///< "=" in the table.
        Back, ///< "<" in the table: where the case stood before it began to wait.
    };
    Kind kind = Kind::Unchanged;
    State state = State::Booked; ///< Counts only for Kind::State.

    bool operator==(const Target &) const = default;
};

/// What the table says about an act in a state by a role.
struct Transition {
    enum class Answer : std::uint8_t {
        Allowed,
        UndefinedHere, ///< Nobody can do this in this state.
        RoleMayNot, ///< Others can.
    };
    Answer answer = Answer::UndefinedHere;
    Target target;
    Needs needs;
};

/// A name in both languages.
struct Title {
    std::string zh;
    std::string en;
};

struct WorkflowTexts {
    std::string workflow; ///< workflow.csv: act,from,to,roles,needs,title_zh,title_en
    std::string states; ///< states.csv: state,final,title_zh,title_en
    std::string roles; ///< roles.csv: role,title_zh,title_en
};

class Workflow;

/// Either a table or everything that is wrong with the texts.
struct WorkflowLoad {
    std::shared_ptr<const Workflow> workflow;
    std::vector<TableProblem> problems;
};

/// The one table of states, acts and roles (S11): what may be done where and by whom, and where it leads.
/// There is no way from state to state outside it. It is a file that every client and the centre share, so
/// that they agree. Immutable; any thread.
class Workflow
{
public:
    /// Refused are: acts, states and roles that the program does not know or the table leaves out, two lines
    /// for the same act, state and role, states that cannot be reached or, unless final, cannot be left,
    /// missing titles.
    static WorkflowLoad load(const WorkflowTexts &texts);

    /// `from`: nothing = there is no case yet.
    Transition transition(std::optional<State> from, Act act, Role role) const;

    /// Who may do it there, for the message "only a supervisor can".
    std::vector<Role> rolesFor(std::optional<State> from, Act act) const;

    /// What a role may do in a state, in the order of the enumeration.
    std::vector<Act> actsFor(std::optional<State> from, Role role) const;

    /// Whether a case here is finished: it waits for nobody and is no open case when a later application
    /// looks like it.
    bool isFinal(State state) const { return m_final[static_cast<std::size_t>(state)]; }

    const Title &title(State state) const { return m_stateTitles[static_cast<std::size_t>(state)]; }
    const Title &title(Act act) const { return m_actTitles[static_cast<std::size_t>(act)]; }
    const Title &title(Role role) const { return m_roleTitles[static_cast<std::size_t>(role)]; }

private:
    friend class WorkflowBuilder;
    Workflow() = default;

    static std::size_t place(std::optional<State> from, Act act, Role role);

    std::array<Transition, (kStateCount + 1) * kActCount * kRoleCount> m_transitions;
    std::array<bool, kStateCount> m_final{};
    std::array<Title, kStateCount> m_stateTitles;
    std::array<Title, kActCount> m_actTitles;
    std::array<Title, kRoleCount> m_roleTitles;
};

/// "supplement_pending", "give_notice", "supervisor", "second_person": the names of files, stores and output.
std::string_view name(State state);
std::string_view name(Act act);
std::string_view name(Role role);
std::string_view name(Need need);
std::string_view name(Transition::Answer answer);
std::optional<State> parseState(std::string_view name);
std::optional<Act> parseAct(std::string_view name);
std::optional<Role> parseRole(std::string_view name);
std::optional<Need> parseNeed(std::string_view name);

} // namespace tongban::permit
