#pragma once

#include "core/merge/merge.hpp"

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
    std::string of(const std::string& text) const { return text; }
    std::string of(bool flag) const { return flag ? "yes" : "no"; }
    std::string of(int number) const { return std::to_string(number); }
    std::string of_weight(int milli) const { return std::to_string(milli / 10) + '.' + std::to_string(milli % 10) + " %"; }
    std::string of(Date day) const;
    std::string of(const std::optional<Date>& day) const { return day ? of(*day) : std::string(); }
    std::string of(const std::optional<Money>& amount) const;
    std::string of(const Outcome& outcome) const;
    std::string of(const std::optional<NextStep>& next) const;
    std::string of(const Tag& tag) const { return tag.name; }
    std::string of(const DocumentLink& link) const { return link.title.empty() ? link.url : link.title + " (" + link.url + ')'; }
    std::string of(const Value& value) const;
    std::string of(Function value) const;
    std::string of(Role value) const;
    std::string of(InteractionKind value) const;
    std::string of(Direction value) const;
    std::string of(Process value) const;
    std::string of(AlternativeKind value) const;
    std::string of(const StakeholderId& id) const;
    std::string of(const CommitmentId& id) const;
    std::string of(const ConcernId& id) const;
    std::string of(const StanceEvent& event) const;
    std::string of(const TargetEvent& event) const;
    std::string of(const CommitmentEvent& event) const;
    std::string of(const ConcernEvent& event) const;
    std::string of(const PromiseEvent& event) const;

    template <typename T>
    std::string of(const std::vector<T>& values) const {
        std::vector<std::string> words;
        for (const auto& value : values) {
            words.push_back(of(value));
        }
        return listed(std::move(words));
    }

private:
    static std::string listed(std::vector<std::string> words);
    std::string with_people(std::string words, const std::vector<StakeholderId>& people) const;

    const MergeInput& input_;
};

}
