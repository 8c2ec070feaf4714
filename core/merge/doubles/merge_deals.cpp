#include "core/merge/doubles/merge_deals.hpp"

#include "core/base/text.hpp"
#include "core/merge/doubles/deal_parts.hpp"
#include "core/merge/doubles/doubles.hpp"
#include "core/merge/doubles/members_of_two.hpp"
#include "core/merge/doubles/name_keys.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace middleground {

namespace {

using doubling::Parts;

constexpr std::string_view target_field = "target";

std::string target_words(const merging::Words& words, const Deal& deal) {
    const auto* target = target_of(deal);
    return target ? words.of(*target) : std::string();
}

// Nothing: both want the same.
std::optional<FieldOfTwo> target_of_two(const merging::Words& words, const Deal& kept, const Deal& gone) {
    const auto* one = target_of(kept);
    const auto* other = target_of(gone);
    const auto day = [](const TargetEvent* target) { return target ? target->date : std::nullopt; };
    if (day(one) == day(other)) return {};
    FieldOfTwo field{std::string(target_field), "Target date", target_words(words, kept), target_words(words, gone), {MergeSide::mine, MergeSide::theirs},
                     MergeSide::mine};
    // What was said last, of one day what the kept one says.
    if (!one || (other && one->on < other->on)) field.usual = MergeSide::theirs;
    return field;
}

// Which of the two was opened first: it is no question, and nothing to note.
MergeSide opened_first(const DealsInput& input) {
    return input.gone.opened < input.kept.opened ? MergeSide::theirs : MergeSide::mine;
}

template <typename I, typename T>
bool pairs_fit(const std::vector<std::pair<I, I>>& pairs, const std::vector<T>& kept, const std::vector<T>& gone) {
    std::set<I> ones, others;
    const auto has = [](const std::vector<T>& list, const I& id) { return std::ranges::find(list, id, &T::id) != list.end(); };
    return std::ranges::all_of(pairs, [&](const auto& pair) {
        return has(kept, pair.first) && has(gone, pair.second) && ones.insert(pair.first).second && others.insert(pair.second).second;
    });
}

Result<void> can_be_merged(const DealsInput& input, const DealPairs& pairs) {
    const auto& [kept, gone, today, seed] = input;
    if (kept.id == gone.id) return fail("A deal cannot be merged with itself", {}, "Choose two different deals.");
    if (kept.sample != gone.sample) {
        return fail("A sample cannot be merged with a deal of your own", {}, "Duplicate the sample first if you want to keep what is in it.");
    }
    if (!pairs_fit(pairs.people, kept.stakeholders, gone.stakeholders) || !pairs_fit(pairs.commitments, kept.commitments, gone.commitments)) {
        return fail("The pairs do not fit the two deals", {}, "Each pair names a person or commitment of each deal, and nothing twice.");
    }
    return {};
}

// The last that was chosen is in force, also where the other deal said something later.
void put_target(Deal& deal, const Deal& chosen, Date today) {
    const auto* wanted = target_of(chosen);
    const auto* now = target_of(deal);
    const auto wanted_day = wanted ? wanted->date : std::nullopt;
    if (wanted_day == (now ? now->date : std::nullopt)) return;
    const auto last = deal.targets.empty() ? today : std::max(today, deal.targets.back().on);
    deal.targets.push_back({last, wanted_day, wanted ? wanted->reason : TargetReason::seller_target, wanted ? wanted->note : std::string()});
}

void keep_origin(const DealsInput& input, Deal& deal, std::vector<std::string>& lost) {
    if (!input.kept.origin || !input.gone.origin) return;
    const auto& gone = *input.gone.origin;
    for (const auto& one : gone.removed) {
        if (std::ranges::find(deal.origin->removed, one) == deal.origin->removed.end()) deal.origin->removed.push_back(one);
    }
    const bool other_record = gone.system != input.kept.origin->system || gone.id != input.kept.origin->id;
    if (other_record && !gone.id.empty()) lost.push_back("Imported from " + std::string(label_of(gone.system)) + ", record: " + gone.id);
}

// As the table of members calls it.
constexpr std::string_view edition_label = "Edition of the playbook: ";

// The edition goes with the playbook that was chosen, so it is not asked about.
const std::optional<Playbook>& edition_for(const std::string& playbook, const Deal& kept, const Deal& gone) {
    const auto fits = [&](const Deal& one) { return one.planned_with && one.planned_with->id == playbook; };
    return !fits(kept) && fits(gone) ? gone.planned_with : kept.planned_with;
}

template <typename T, typename I, typename Key>
void pair_by(std::vector<std::pair<I, I>>& pairs, const std::vector<T>& kept, const std::vector<T>& gone, Key key) {
    const auto is_paired = [&](const I& id, bool of_kept) {
        return std::ranges::any_of(pairs, [&](const auto& pair) { return (of_kept ? pair.first : pair.second) == id; });
    };
    // What has the same key as another of its own deal is not known by it.
    std::map<std::string, std::pair<const T*, int>> known, others;
    const auto collect = [&](auto& found, const std::vector<T>& list, bool of_kept) {
        for (const auto& one : list) {
            auto text = key(one);
            if (text.empty() || is_paired(one.id, of_kept)) continue;
            auto& place = found[std::move(text)];
            place.first = &one;
            ++place.second;
        }
    };
    collect(known, kept, true);
    collect(others, gone, false);
    for (const auto& [text, one] : known) {
        const auto other = others.find(text);
        if (other != others.end() && one.second == 1 && other->second.second == 1) pairs.push_back({one.first->id, other->second.first->id});
    }
}

std::string title_key(const std::string& title) {
    std::string key;
    for (const auto& word : plain_words_of(title)) key += word + ' ';
    return key;
}

}

DealPairs likely_pairs(const DealsInput& input) {
    const auto& kept = input.kept;
    const auto& gone = input.gone;
    DealPairs pairs;
    // One was duplicated from the other: what has one id and one name is the same.
    pair_by(pairs.people, kept.stakeholders, gone.stakeholders, [](const Stakeholder& one) { return one.id.text + ' ' + one.name; });
    Deal together;
    for (const auto& person : kept.stakeholders) {
        if (std::ranges::none_of(pairs.people, [&](const auto& pair) { return pair.first == person.id; })) together.stakeholders.push_back(person);
    }
    constexpr std::string_view mark = "gone ";
    for (auto person : gone.stakeholders) {
        if (std::ranges::any_of(pairs.people, [&](const auto& pair) { return pair.second == person.id; })) continue;
        person.id.text.insert(0, mark);
        together.stakeholders.push_back(std::move(person));
    }
    std::set<std::string> paired;
    for (const auto& one : likely_doubles(together, {})) {
        if (one.likeness == Likeness::possible || one.one.text.starts_with(mark) || !one.other.text.starts_with(mark)) continue;
        if (paired.contains(one.one.text) || paired.contains(one.other.text)) continue;
        paired.insert({one.one.text, one.other.text});
        pairs.people.push_back({one.one, StakeholderId{one.other.text.substr(mark.size())}});
    }
    pair_by(pairs.commitments, kept.commitments, gone.commitments, [](const Commitment& one) { return one.id.text + ' ' + one.title; });
    pair_by(pairs.commitments, kept.commitments, gone.commitments, [](const Commitment& one) { return one.step; });
    pair_by(pairs.commitments, kept.commitments, gone.commitments, [](const Commitment& one) { return title_key(one.title); });
    pair_by(pairs.commitments, kept.commitments, gone.commitments, [](const Commitment& one) { return std::string(one.decides ? "decides" : ""); });
    return pairs;
}

std::vector<FieldOfTwo> deals_side_by_side(const DealsInput& input) {
    const MergeInput names{nullptr, input.kept, input.gone, input.today};
    const merging::Words words(names);
    auto fields = doubling::fields_of_two(members_of<Deal>(), words, &input.kept, &input.gone);
    std::erase_if(fields, [](const FieldOfTwo& field) { return field.field == "opened" || field.field == "sample" || field.field == "planned_with"; });
    if (auto target = target_of_two(words, input.kept, input.gone)) {
        const auto amount = std::ranges::find(fields, "amount", &FieldOfTwo::field);
        fields.insert(amount == fields.end() ? amount : amount + 1, std::move(*target));
    }
    return fields;
}

Result<MergedDeals> merged_deals(const DealsInput& input, const DealPairs& pairs, const FieldChoices& choices) {
    if (auto fit = can_be_merged(input, pairs); !fit) return std::unexpected(fit.error());
    const auto [gone, own_pairs] = doubling::with_own_ids(input, pairs);
    const MergeInput names{nullptr, input.kept, gone, input.today};
    const merging::Words words(names);
    Deal deal = input.kept;
    std::vector<std::string> lost;
    auto all = choices;
    all["opened"] = opened_first(input);
    if (auto done = doubling::put_together(words, input.kept, gone, all, deal, lost); !done) return std::unexpected(done.error());
    deal.planned_with = edition_for(deal.playbook, input.kept, gone);
    std::erase_if(lost, [](const std::string& one) { return one.starts_with("Opened: ") || one.starts_with(edition_label); });
    if (const auto target = target_of_two(words, input.kept, gone)) {
        const auto chosen = choices.find(target_field);
        const auto side = chosen == choices.end() ? target->usual : chosen->second;
        if (side == MergeSide::both) return fail("This cannot be chosen", target->label, "Choose one of the two.");
        put_target(deal, side == MergeSide::mine ? input.kept : gone, input.today);
    }
    keep_origin(input, deal, lost);

    Parts parts{deal, gone, own_pairs, words, input.today, std::move(lost), {}};
    doubling::take_everything(parts);
    if (auto done = doubling::join_people(parts); !done) return std::unexpected(done.error());
    doubling::join_concerns(parts);
    doubling::join_log(parts);
    doubling::join_commitments(parts);
    doubling::join_promises(parts);
    doubling::settle_plan(parts, input.kept);
    deal.notes = doubling::both_texts(deal.notes, doubling::said_by_other("The other deal said", parts.lost));
    const auto errors = validate(deal, input.today);
    if (!errors.empty() && validate(input.kept, input.today).empty() && validate(input.gone, input.today).empty()) return std::unexpected(errors.front());
    if (input.kept.amount && gone.amount && input.kept.amount->currency != gone.amount->currency) {
        parts.follows.push_back("The amounts are of different currencies: one counts, the other is noted. Nothing is converted.");
    }
    if (is_open(input.kept.outcome) != is_open(gone.outcome)) {
        parts.follows.push_back("One is open and one is closed: it ends up as you choose, and how the other ended is noted.");
    }
    parts.follows.push_back("What you do not choose is kept in the notes.");
    return MergedDeals{std::move(deal), std::move(parts.follows)};
}

}
