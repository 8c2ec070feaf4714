#pragma once

#include "core/merge/merge.hpp"
#include "core/merge/merge_words.hpp"

#include <map>
#include <set>

// One merge, from the questions to the deal; only merge*.cpp use it.
namespace middleground::merging {

// The thing that the present differences are about.
struct About {
    MergeKind kind = MergeKind::deal;
    std::string id;
    std::string name;
};

// What was chosen, and what is written down of the way.
class Run {
public:
    // listing: to find the questions. Then things about which there is one stay, so that no answer brings up a new one.
    enum class Purpose : std::uint8_t { listing, applying };

    Run(const MergeInput& input, Purpose purpose, const std::map<MergePlace, MergeChoice>& chosen, const std::set<MergePlace>& forced)
        : words(input), purpose_(purpose), chosen_(chosen), forced_(forced) {}

    // Mine where nothing was chosen.
    MergeChoice ask(const About& about, std::string_view field, MergeConflict conflict) {
        conflict.place = {about.kind, about.id, std::string(field)};
        conflict.name = about.name;
        const auto found = chosen_.find(conflict.place);
        conflicts.push_back(std::move(conflict));
        return found == chosen_.end() ? MergeChoice{} : found->second;
    }
    void note(MergeChange::What what, const About& about, std::string_view field, std::string_view label, std::string text) {
        changes.push_back({what, {about.kind, about.id, std::string(field)}, about.name, std::string(label), std::move(text)});
    }
    // What has to be asked because the plain answer breaks a rule.
    bool is_forced(const About& about, std::string_view field) const {
        return forced_.contains({about.kind, about.id, std::string(field)});
    }
    bool is_listing() const { return purpose_ == Purpose::listing; }

    const Words words;
    std::vector<MergeConflict> conflicts;
    std::vector<MergeChange> changes;

private:
    Purpose purpose_;
    const std::map<MergePlace, MergeChoice>& chosen_;
    const std::set<MergePlace>& forced_;
};

}
