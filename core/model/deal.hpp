#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/model/belief.hpp"
#include "core/model/commitment.hpp"
#include "core/model/concern.hpp"
#include "core/model/interaction.hpp"
#include "core/model/origin.hpp"
#include "core/model/our_promise.hpp"
#include "core/model/own_base.hpp"
#include "core/model/playbooks/playbook_data.hpp"
#include "core/model/own_fields/own_field.hpp"
#include "core/model/stakeholder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// FROZEN in links: new reasons go to the end.
enum class TargetReason : std::uint8_t { buyer_event, seller_target };
// FROZEN in links: new kinds go to the end.
enum class AlternativeKind : std::uint8_t { competitor, in_house, do_nothing };

// Whether the account buys from us already. FROZEN in links.
enum class Client : std::uint8_t { unknown, new_client, current };

// One more day on which the deal was wanted to close; the last one counts. No date: the wish was withdrawn.
struct TargetEvent {
    Date on; // when this was recorded
    std::optional<Date> date;
    TargetReason reason = TargetReason::seller_target;
    std::string note;

    bool operator==(const TargetEvent&) const = default;
};

struct Open {
    bool operator==(const Open&) const = default;
};
struct Won {
    Date on;
    bool operator==(const Won&) const = default;
};
struct Lost {
    Date on;
    std::string to;
    std::string why;
    bool operator==(const Lost&) const = default;
};
struct NoDecision {
    Date on;
    std::string why;
    bool operator==(const NoDecision&) const = default;
};
using Outcome = std::variant<Open, Won, Lost, NoDecision>;

inline bool is_open(const Outcome& outcome) {
    return std::holds_alternative<Open>(outcome);
}

struct Alternative {
    std::string name;
    AlternativeKind kind = AlternativeKind::competitor;
    std::string notes;
    std::string extra;

    bool operator==(const Alternative&) const = default;
};

// A document that lies elsewhere. `url` is http or https (is_web_address).
struct DocumentLink {
    std::string title; // may be empty: then the address is shown
    std::string url;

    bool operator==(const DocumentLink&) const = default;
};

// What the seller has put off: until that day it is not on the list of what to do today.
struct Snooze {
    std::string what; // which line of the list: the key that the list gave it (core/agenda/agenda.hpp)
    Date until;       // the day on which it comes back

    bool operator==(const Snooze&) const = default;
};

// One purchase decision of one account. Order in each list is the user's order.
struct Deal {
    DealId id;
    Date created;
    std::string title;
    std::string account;
    std::optional<Money> amount;
    std::string seller;
    std::string playbook; // id of the playbook
    Date opened;
    std::vector<TargetEvent> targets;
    Process process = Process::seller_led;
    Outcome outcome = Open{};
    int expected_group_size = 7;
    bool sample = false; // one of our own examples; one click removes it
    std::vector<Alternative> alternatives;
    std::vector<Stakeholder> stakeholders;
    std::vector<Influence> influences;
    std::vector<Commitment> commitments;
    std::vector<OurPromise> promises;
    std::vector<Interaction> interactions;
    std::vector<Concern> concerns;
    std::string notes; // private
    std::vector<Tag> tags; // each name once
    std::vector<DocumentLink> links;
    std::string lesson; // what a closed deal taught: what would have changed it
    std::string based_on; // the snapshot that this copy came from (io::snapshot_name); empty: none. No content of the deal.
    std::optional<DealOrigin> origin; // imported
    Client client = Client::unknown;  // private
    Diary diary; // what the forecast said of it, day by day: no content of the deal, and in no link
    std::optional<OwnBase> own_base;  // what its chance begins with; none: the playbook's. Private
    std::vector<Snooze> snoozes; // private; of two of one thing the later day counts
    // The edition of a playbook of one's own that it was planned with, without what is only read (planned_with()): whoever gets the deal has not the
    // playbook, and a change of that does not change the deal until it is taken over. None: one that comes with the program. Private
    std::optional<Playbook> planned_with;
    std::vector<OwnField> fields; // of the seller's own, each name once; private but for those that are marked
    std::string extra;

    bool operator==(const Deal&) const = default;
};

// Whether nothing differs but what is no content: what was believed of it.
bool same_but_diary(const Deal& one, const Deal& other);

// Nothing when there is no thing of that id.
const Stakeholder* find(const Deal& deal, const StakeholderId& id);
const Commitment* find(const Deal& deal, const CommitmentId& id);
const Interaction* find(const Deal& deal, const InteractionId& id);
const Concern* find(const Deal& deal, const ConcernId& id);
const OurPromise* find(const Deal& deal, const PromiseId& id);

// The target date in force, or nothing.
const TargetEvent* target_of(const Deal& deal);
// The name, told apart from namesakes (person_name.hpp), or "somebody" for an unknown id.
std::string name_of(const Deal& deal, const StakeholderId& id);

}
