#pragma once

#include "core/merge/merge.hpp"
#include "core/model/members/members.hpp"

#include <string>
#include <vector>

// What a merge says of things and values; only merge*.cpp use it.
namespace middleground::merging {

// Names are looked up in all copies: a thing may be in one only.
class Words {
public:
    explicit Words(const MergeInput& input) : input_(input) {}

    // What a thing is called.
    std::string name(const Deal& deal) const;
    std::string name(const Stakeholder& person) const;
    std::string name(const Influence& line) const;
    std::string name(const Commitment& commitment) const;
    std::string name(const OurPromise& promise) const;
    std::string name(const Interaction& interaction) const;
    std::string name(const Concern& concern) const;
    std::string name(const Alternative& alternative) const;

    // What a member holds. Empty for nothing.
    std::string of(const Member& member, const void* thing) const;
    // What of a list of the member's type: its elements.
    std::string of_elements(const Member& member, const std::vector<const void*>& elements) const;

    std::string of(Date day) const;
    std::string of(const Outcome& outcome) const;
    std::string of(const Money& amount) const;
    std::string of(const NextStep& next) const;
    std::string of(const Tag& tag) const { return tag.name; }
    std::string of(const OwnField& field) const;
    // "North, shared with the buyer"; nothing for null.
    std::string of_value(const OwnField* field) const;
    std::string of(const DocumentLink& link) const { return link.title.empty() ? link.url : link.title + " (" + link.url + ')'; }
    std::string of(const Playbook& edition) const { return "edition " + std::to_string(edition.edition) + " of " + edition.title; }
    std::string of(const Snooze& snooze) const { return "until " + of(snooze.until); }
    std::string of(const Value& value) const;
    std::string of(const StakeholderId& id) const;
    std::string of(const CommitmentId& id) const;
    std::string of(const ConcernId& id) const;
    std::string of(const Departure& departure) const;
    std::string of(const OwnBase& base) const;
    std::string of(const StanceEvent& event) const;
    std::string of(const TargetEvent& event) const;
    std::string of(const CommitmentEvent& event) const;
    std::string of(const ConcernEvent& event) const;
    std::string of(const PromiseEvent& event) const;

private:
    std::string of_reference(IdKind kind, const std::string& id) const;
    std::string not_before(const std::optional<Date>& day) const;
    std::string with_people(std::string words, const std::vector<StakeholderId>& people) const;

    const MergeInput& input_;
};

}
