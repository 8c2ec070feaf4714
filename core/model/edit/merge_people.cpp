#include "core/model/edit/merge_people.hpp"

#include "core/model/edit/edit_steps.hpp"
#include "core/model/edit/references.hpp"

#include <iterator>
#include <type_traits>

namespace middleground {

namespace {

// What both say alike stands once, as often as whoever says it more often has it.
std::vector<StanceEvent> stances_of_both(const std::vector<StanceEvent>& gone, std::vector<StanceEvent> kept) {
    std::vector<StanceEvent> rest;
    auto unmatched = kept;
    for (const auto& stance : gone) {
        const auto twin = std::ranges::find(unmatched, stance);
        if (twin == unmatched.end()) {
            rest.push_back(stance);
        } else {
            unmatched.erase(twin);
        }
    }
    std::vector<StanceEvent> all;
    std::ranges::merge(rest, kept, std::back_inserter(all), {}, &StanceEvent::on, &StanceEvent::on);
    return all;
}

// Lines that were two and are one.
void join_lines(std::vector<Influence>& lines) {
    std::erase_if(lines, [](const Influence& line) { return line.from == line.to; });
    for (auto line = lines.begin(); line != lines.end();) {
        const auto twin = std::find_if(lines.begin(), line, [&](const Influence& one) { return one.from == line->from && one.to == line->to; });
        if (twin == line) {
            ++line;
            continue;
        }
        twin->weight_milli = std::max(twin->weight_milli, line->weight_milli);
        twin->created = std::min(twin->created, line->created);
        if (twin->extra.empty()) twin->extra = std::move(line->extra);
        line = lines.erase(line);
    }
}

}

void name_instead(Deal& deal, const StakeholderId& gone, const StakeholderId& kept) {
    for_each_reference(deal, [&]<typename I>(I& id) {
        if constexpr (std::is_same_v<I, StakeholderId>) {
            if (id == gone) id = kept;
        }
    });
    for (auto& commitment : deal.commitments) {
        leave_each_once(commitment.people);
        for (auto& event : commitment.events) leave_each_once(event.who);
    }
    for (auto& interaction : deal.interactions) leave_each_once(interaction.people);
    join_lines(deal.influences);
    // The list of what to do calls some of its lines by whom they are about.
    for (auto& snooze : deal.snoozes) {
        if (snooze.what.ends_with(' ' + gone.text)) snooze.what.replace(snooze.what.size() - gone.text.size(), gone.text.size(), kept.text);
    }
}

void join_people(Deal& deal, const StakeholderId& gone, Stakeholder kept) {
    const auto* left = edit_steps::find_in(deal.stakeholders, gone);
    auto* stays = edit_steps::find_in(deal.stakeholders, kept.id);
    if (left == nullptr || stays == nullptr || left == stays) return;
    kept.stances = stances_of_both(left->stances, stays->stances);
    // The next import leaves out the record that the person no longer comes from: it would bring them back.
    for (const auto* before : {left, static_cast<const Stakeholder*>(stays)}) {
        const bool is_known = !before->origin || (kept.origin && kept.origin->system == before->origin->system && kept.origin->id == before->origin->id);
        if (deal.origin && !is_known) deal.origin->removed.push_back({before->origin->id});
    }
    const auto id = kept.id;
    *stays = std::move(kept);
    std::erase_if(deal.stakeholders, [&](const Stakeholder& person) { return person.id == gone; });
    name_instead(deal, gone, id);
}

namespace edit_steps {

Outcome change(Deal& deal, const edit::MergePeople& edit, Date) {
    if (edit.gone == edit.kept.id) {
        return fail("A person cannot be merged with themselves", {}, "Choose two different people.");
    }
    if (find_in(deal.stakeholders, edit.gone) == nullptr || find_in(deal.stakeholders, edit.kept.id) == nullptr) return gone("person");
    join_people(deal, edit.gone, edit.kept);
    return {};
}

}

}
