#include "app/viewmodel/doubles/doubles_data.hpp"

#include "core/base/text.hpp"
#include "core/merge/doubles/merge_people.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::uint64_t seed_to_look = 1;

std::string person_name(const Deal& deal, const StakeholderId& id) {
    const auto name = name_of(deal, id);
    return name.empty() ? std::string(nameless_person) : name;
}

std::string name_of_deal(const Deal& deal) {
    const auto title = trimmed(deal.title), account = trimmed(deal.account);
    return title.empty() || account.empty() ? deal_name(deal) : std::string(account) + " / " + std::string(title);
}

void show_people(const Document& document, const DoublesDraft& draft, Date today, DoublesDialog& dialog) {
    const auto* entry = find_entry(document, draft.deal);
    const auto* kept = entry ? find(entry->deal, StakeholderId{draft.kept}) : nullptr;
    if (!kept) return;
    const auto& deal = entry->deal;
    const auto* gone = find(deal, StakeholderId{draft.gone});
    dialog.title = draft.proposed ? "Are these one person?" : "Merge two people";
    dialog.kept_name = person_name(deal, kept->id);
    if (!gone) {
        for (const auto& person : deal.stakeholders) {
            if (&person == kept) continue;
            dialog.others.push_back(person_name(deal, person.id));
            dialog.other_ids.push_back(person.id.text);
        }
        return;
    }
    dialog.gone_name = person_name(deal, gone->id);
    auto sides = people_side_by_side(deal, kept->id, gone->id, today);
    auto edit = merging_people(deal, kept->id, gone->id, draft.choices, today);
    if (!sides || !edit) {
        dialog.error = (sides ? edit.error() : sides.error()).message();
        return;
    }
    dialog.fields = std::move(sides->fields);
    dialog.follows = std::move(sides->follows);
    if (const auto after = apply(deal, *edit, today); !after) dialog.error = after.error().message();
}

template <typename T, typename I, typename Name>
std::vector<PairRow> pair_rows(const std::vector<T>& kept, const std::vector<T>& gone, const std::vector<std::pair<I, I>>& pairs, Name name_in) {
    std::vector<PairRow> rows;
    for (const auto& thing : gone) {
        PairRow row{name_in(thing, false), {"Stays by itself"}, 0};
        const auto pair = std::ranges::find(pairs, thing.id, &std::pair<I, I>::second);
        for (const auto& other : kept) {
            if (pair != pairs.end() && pair->first == other.id) row.chosen = static_cast<int>(row.choices.size());
            row.choices.push_back(name_in(other, true));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void show_deals(const Document& document, const DoublesDraft& draft, Date today, DoublesDialog& dialog) {
    const auto* kept = find_entry(document, DealId{draft.kept});
    if (!kept) return;
    const auto* gone = find_entry(document, DealId{draft.gone});
    dialog.title = draft.proposed ? "Are these one deal?" : "Merge two deals";
    dialog.kept_name = name_of_deal(kept->deal);
    if (!gone) {
        for (const auto& entry : document.entries) {
            if (&entry == kept || entry.archived || entry.deal.sample != kept->deal.sample) continue;
            dialog.others.push_back(name_of_deal(entry.deal));
            dialog.other_ids.push_back(entry.deal.id.text);
        }
        return;
    }
    dialog.gone_name = name_of_deal(gone->deal);
    const DealsInput input{kept->deal, gone->deal, today, seed_to_look};
    dialog.pairs = draft.pairs ? *draft.pairs : likely_pairs(input);
    auto merged = merged_deals(input, dialog.pairs, draft.choices);
    dialog.fields = deals_side_by_side(input);
    const auto& one = kept->deal;
    const auto& other = gone->deal;
    dialog.people = pair_rows(one.stakeholders, other.stakeholders, dialog.pairs.people,
                              [&](const Stakeholder& person, bool of_kept) { return person_name(of_kept ? one : other, person.id); });
    dialog.commitments = pair_rows(one.commitments, other.commitments, dialog.pairs.commitments, [](const Commitment& one_step, bool) { return shown_title(one_step); });
    if (merged) {
        dialog.follows = std::move(merged->follows);
    } else {
        dialog.error = merged.error().message();
    }
}

template <typename T, typename I>
void put_pair(std::vector<std::pair<I, I>>& pairs, const std::vector<T>& kept, const std::vector<T>& gone, std::size_t place, int chosen) {
    if (place >= gone.size()) return;
    const auto& of_gone = gone[place].id;
    std::erase_if(pairs, [&](const auto& pair) { return pair.second == of_gone; });
    if (chosen <= 0 || static_cast<std::size_t>(chosen) > kept.size()) return;
    const auto& of_kept = kept[static_cast<std::size_t>(chosen) - 1].id;
    std::erase_if(pairs, [&](const auto& pair) { return pair.first == of_kept; });
    pairs.push_back({of_kept, of_gone});
}

}

DoublesDialog doubles_dialog(const Document& document, const DoublesDraft& draft, Date today) {
    DoublesDialog dialog;
    if (draft.about == DoublesDraft::About::people) show_people(document, draft, today, dialog);
    if (draft.about == DoublesDraft::About::deals) show_deals(document, draft, today, dialog);
    return dialog;
}

DealPairs with_person_pair(const Document& document, const DoublesDraft& draft, DealPairs pairs, std::size_t place, int chosen) {
    const auto* kept = find_entry(document, DealId{draft.kept});
    const auto* gone = find_entry(document, DealId{draft.gone});
    if (kept && gone) put_pair(pairs.people, kept->deal.stakeholders, gone->deal.stakeholders, place, chosen);
    return pairs;
}

DealPairs with_commitment_pair(const Document& document, const DoublesDraft& draft, DealPairs pairs, std::size_t place, int chosen) {
    const auto* kept = find_entry(document, DealId{draft.kept});
    const auto* gone = find_entry(document, DealId{draft.gone});
    if (kept && gone) put_pair(pairs.commitments, kept->deal.commitments, gone->deal.commitments, place, chosen);
    return pairs;
}

}
