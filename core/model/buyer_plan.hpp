#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <vector>

namespace middleground {

// What the buyer may see of a deal, and nothing else: a list of what is shared, so that whatever a deal gains later stays private until
// it is added here, to buyer_plan() and to the tables in members/members_plan.cpp, and its own row is marked with buyer(). Never here: what
// anybody thinks or weighs, what was refused or broken and why, what is said about people, what we expect.

// A commitment in the buyer's words. FROZEN in links: new ones go to the end.
enum class SharedState : std::uint8_t { open, agreed, done };

// A field of the seller's own that is marked as shared.
struct PlanField {
    std::string name;
    FieldKind kind = FieldKind::text;
    std::string value; // as in OwnField

    bool operator==(const PlanField&) const = default;
};

struct PlanPerson {
    StakeholderId id;
    std::string name;
    std::string title;
    Function function = Function::other;
    std::vector<PlanField> fields;

    bool operator==(const PlanPerson&) const = default;
};

// Something of worth that comes with a step.
struct PlanValue {
    std::string what;

    bool operator==(const PlanValue&) const = default;
};

struct PlanStep {
    CommitmentId id;
    std::string title;
    std::string done_when;
    SharedState state = SharedState::open;
    std::optional<Date> since; // agreed, done: the day of it
    std::optional<Date> due;
    StakeholderId owner; // of the buyer's people; may be empty
    std::vector<PlanValue> value;

    bool operator==(const PlanStep&) const = default;
};

// The customer's own event that the decision should be in time for.
struct BuyerEvent {
    std::optional<Date> date;
    std::string what;

    bool operator==(const BuyerEvent&) const = default;
};

struct BuyerPlan {
    DealId id; // random, and the same in every plan that is made of the deal
    std::string account;
    std::string seller; // who made it and owns every step on our side; may be empty
    Date made_on;
    std::optional<BuyerEvent> event;
    std::vector<PlanPerson> people; // in the user's order
    std::vector<PlanStep> steps;    // in prerequisite order
    std::vector<PlanField> fields;  // of the deal

    bool operator==(const BuyerPlan&) const = default;
};

// With the deal's playbook, a commitment that still has its step's title gets the one that the step has for buyers.
BuyerPlan buyer_plan(const Deal& deal, Date today, const Playbook* playbook = nullptr);

// "14 Sep", "1,234.5".
std::string value_words(const PlanField& field, Date today);
// Nothing for an empty id or one that is not there.
const PlanPerson* owner_of(const BuyerPlan& plan, const PlanStep& step);
int done_count(const BuyerPlan& plan);
// "Our plan for a good decision", with the account where there is one.
std::string title_of(const BuyerPlan& plan);

// The first rule that a plan which came in breaks: ids, owners, texts and counts as in a deal.
Result<void> check_plan(const BuyerPlan& plan);

}
