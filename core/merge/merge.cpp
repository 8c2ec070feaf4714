#include "core/merge/merge.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/merge/merge_deal.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground {

namespace merging {

namespace {

using Choices = std::map<MergePlace, MergeChoice>;

// What the plain answer breaks though no single member does: commitments that wait for each other, things that happened before the deal was
// opened.
std::set<MergePlace> broken_places(const MergeInput& input, const Deal& deal) {
    std::set<MergePlace> places;
    for (const auto& cycle : PrerequisiteGraph(deal).cycles()) {
        for (const auto place : cycle) {
            places.insert({MergeKind::commitment, deal.commitments[static_cast<std::size_t>(place)].id.text, "prerequisites"});
        }
    }
    const auto first_opened = std::min(input.mine.opened, input.theirs.opened);
    if (deal.opened == first_opened) return places;
    auto opened_early = deal;
    opened_early.opened = first_opened;
    if (validate(deal, input.today).size() > validate(opened_early, input.today).size()) places.insert({MergeKind::deal, {}, "opened"});
    return places;
}

template <typename Difference>
void sort_for_people(std::vector<Difference>& differences) {
    sort_list(differences,
                     [](const Difference& a, const Difference& b) { return a.place.kind < b.place.kind; });
}

// The questions, and the deal if there are none.
struct Listing {
    Merge merge;
    std::set<MergePlace> forced;
    Deal deal;
};

Listing listed(const MergeInput& input) {
    constexpr int most_rounds = 4; // what was forced may break something else
    const Choices nothing_chosen;
    Listing listing;
    for (int round = 0; round < most_rounds; ++round) {
        Run run(input, Run::Purpose::listing, nothing_chosen, listing.forced);
        listing.deal = merged_deal(input, run);
        listing.merge = {std::move(run.changes), std::move(run.conflicts)};
        auto plain = listing.deal;
        if (!listing.merge.conflicts.empty()) {
            Run plain_run(input, Run::Purpose::applying, nothing_chosen, listing.forced);
            plain = merged_deal(input, plain_run);
        }
        const auto before = listing.forced.size();
        listing.forced.merge(broken_places(input, plain));
        if (listing.forced.size() == before) break;
    }
    sort_for_people(listing.merge.changes);
    sort_for_people(listing.merge.conflicts);
    return listing;
}

}

}

Merge merge(const MergeInput& input) {
    return merging::listed(input).merge;
}

Result<Deal> merged(const MergeInput& input, std::span<const MergeChoice> choices, Date latest) {
    auto listing = merging::listed(input);
    const auto& conflicts = listing.merge.conflicts;
    if (choices.size() != conflicts.size()) {
        return fail(counted(static_cast<int>(conflicts.size()), "choice is needed", "choices are needed") + ", there are " +
                    std::to_string(choices.size()));
    }
    merging::Choices chosen;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto& conflict = conflicts[i];
        if (std::find(conflict.choices.begin(), conflict.choices.end(), choices[i].side) == conflict.choices.end() ||
            (choices[i].side == MergeSide::both && conflict.both_is_second && choices[i].new_id.empty())) {
            return fail("This cannot be chosen", conflict.name, "Choose one of the two sides.");
        }
        chosen.emplace(conflict.place, choices[i]);
    }
    auto deal = std::move(listing.deal);
    if (!conflicts.empty()) {
        merging::Run run(input, merging::Run::Purpose::applying, chosen, listing.forced);
        deal = merging::merged_deal(input, run);
    }
    auto errors = validate(deal, latest);
    if (!errors.empty()) return std::unexpected(std::move(errors.front()));
    return deal;
}

bool same_content(const Deal& a, const Deal& b) {
    if (a.based_on == b.based_on) return same_but_diary(a, b);
    auto copy = a;
    copy.based_on = b.based_on;
    return same_but_diary(copy, b);
}

std::string_view key_of(MergeKind kind) {
    switch (kind) {
    case MergeKind::deal:
        return "deal";
    case MergeKind::stakeholder:
        return "stakeholder";
    case MergeKind::influence:
        return "influence";
    case MergeKind::commitment:
        return "commitment";
    case MergeKind::interaction:
        return "interaction";
    case MergeKind::concern:
        return "concern";
    case MergeKind::promise:
        return "promise";
    case MergeKind::alternative:
        break;
    }
    return "alternative";
}

std::string_view label_of(MergeKind kind) {
    switch (kind) {
    case MergeKind::deal:
        return "Deal";
    case MergeKind::stakeholder:
        return "People";
    case MergeKind::influence:
        return "Influence";
    case MergeKind::commitment:
        return "Commitments";
    case MergeKind::interaction:
        return "Log";
    case MergeKind::concern:
        return "Concerns";
    case MergeKind::promise:
        return "Our promises";
    case MergeKind::alternative:
        break;
    }
    return "Alternatives";
}

std::string_view key_of(MergeSide side) {
    return side == MergeSide::mine ? "mine" : side == MergeSide::theirs ? "theirs" : "both";
}

}
