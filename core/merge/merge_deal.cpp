#include "core/merge/merge_deal.hpp"

#include "core/base/text.hpp"
#include "core/merge/merge_decision.hpp"
#include "core/merge/merge_lists.hpp"

#include <algorithm>

namespace middleground::merging {

namespace {

// What a side names that it did not name in the base, and the first thing that names it.
using NewlyNamed = std::map<Named, std::string>;

class Merger {
public:
    Merger(const MergeInput& input, Run& run)
        : input_(input), run_(run), in_mine_(things_of(input.mine)), in_theirs_(things_of(input.theirs)) {
        nothing_went_ = !input.base;
        if (nothing_went_) return;
        const auto before = things_of(*input.base);
        nothing_went_ = std::ranges::includes(in_mine_, before) && std::ranges::includes(in_theirs_, before);
    }

    Deal result() {
        // Who and what is there, first: it decides what may be named.
        auto people = decided<Stakeholder>();
        auto commitments = decided<Commitment>();
        auto interactions = decided<Interaction>();
        auto concerns = decided<Concern>();
        auto lines = decided<Influence>();
        auto promises = decided<OurPromise>();
        auto alternatives = decided<Alternative>();

        auto deal = input_.mine;
        merged_fields(run_, {MergeKind::deal, {}, run_.words.name(input_.mine)}, input_.base, input_.mine, input_.theirs, deal);
        assemble(deal, people);
        assemble(deal, lines);
        assemble(deal, commitments);
        assemble(deal, interactions);
        assemble(deal, concerns);
        assemble(deal, promises);
        assemble(deal, alternatives);
        decide_decision(input_, run_, deal);
        drop_dangling(deal);
        deal.diary = united(input_.mine.diary, input_.theirs.diary);
        return deal;
    }

private:
    const NewlyNamed& newly_named(bool by_theirs) const {
        auto& known = by_theirs ? theirs_names_ : mine_names_;
        if (known) return *known;
        auto& named = known.emplace();
        const auto& side = by_theirs ? input_.theirs : input_.mine;
        const auto add = [&]<typename T>(const Keyed<T>& before, const Keyed<T>& after) {
            for (const auto& key : after.keys) {
                const auto& thing = *after.find(key);
                const auto* earlier = before.find(key);
                if (earlier && *earlier == thing) continue;
                auto names = named_by(thing);
                if (earlier && !belongs_to_named<T>) {
                    for (const auto& one : named_by(*earlier)) {
                        if (const auto found = names.find(one); found != names.end()) names.erase(found);
                    }
                }
                for (const auto& one : names) {
                    named.try_emplace(one, run_.words.name(thing));
                }
            }
        };
        add(Keyed<Influence>(input_.base), Keyed<Influence>(&side));
        add(Keyed<Commitment>(input_.base), Keyed<Commitment>(&side));
        add(Keyed<Interaction>(input_.base), Keyed<Interaction>(&side));
        add(Keyed<Concern>(input_.base), Keyed<Concern>(&side));
        add(Keyed<OurPromise>(input_.base), Keyed<OurPromise>(&side));
        return named;
    }
    // These go with the person: who changes them needs the person.
    template <typename T>
    static constexpr bool belongs_to_named = std::is_same_v<T, Influence> || std::is_same_v<T, Concern>;

    static std::vector<StakeholderId> owners(const Concern& concern) { return {concern.stakeholder}; }
    static std::vector<StakeholderId> owners(const Influence& line) { return {line.from, line.to}; }
    template <typename T>
    static std::vector<StakeholderId> owners(const T&) { return {}; }

    template <typename T>
    Lists<T> decided() {
        Lists<T> lists{Keyed<T>(input_.base), Keyed<T>(&input_.mine), Keyed<T>(&input_.theirs), {}};
        const auto add = [&](const std::string& key) {
            lists.all.push_back({key, lists.base.find(key), lists.mine.find(key), lists.theirs.find(key)});
        };
        std::ranges::for_each(lists.mine.keys, add);
        for (const auto& key : lists.theirs.keys) {
            if (!lists.mine.find(key)) add(key);
        }
        for (auto& copies : lists.all) {
            decide(copies);
            if constexpr (requires { copies.mine->id; }) {
                if (copies.stays) staying_.insert({ThingTraits<T>::kind, copies.any().id.text});
            }
        }
        return lists;
    }

    template <typename T>
    About about(const Copies<T>& copies) const {
        return {ThingTraits<T>::kind, copies.key, run_.words.name(copies.any())};
    }

    bool stays(const StakeholderId& id) const { return is_in(staying_, id); }

    template <typename T>
    void decide(Copies<T>& copies) {
        if (copies.mine && copies.theirs) return;
        const bool mine_lacks_it = !copies.mine;
        if (!copies.base) { // added by one side
            if (mine_lacks_it) run_.note(MergeChange::What::added, about(copies), {}, {}, {});
            return;
        }
        const auto& left = copies.any();
        const auto& lacking = mine_lacks_it ? in_mine_ : in_theirs_;
        for (const auto& owner : owners(*copies.base)) {
            // It went together with its person, and comes back with it.
            if (is_in(lacking, owner)) continue;
            const auto all_owners = owners(left);
            copies.stays = std::all_of(all_owners.begin(), all_owners.end(), [&](const StakeholderId& one) { return stays(one); });
            if (!copies.stays && !mine_lacks_it) run_.note(MergeChange::What::removed, about(copies), {}, {}, {});
            return;
        }
        const auto words = words_for_left(copies, left, mine_lacks_it);
        if (words.empty()) {
            copies.stays = false;
            if (!mine_lacks_it) run_.note(MergeChange::What::removed, about(copies), {}, {}, {});
            return;
        }
        MergeConflict conflict{.mine = mine_lacks_it ? "Removed" : words,
                               .theirs = mine_lacks_it ? words : "Removed",
                               .choices = {MergeSide::mine, MergeSide::theirs}};
        const auto choice = run_.ask(about(copies), {}, std::move(conflict));
        copies.stays = run_.is_listing() || (choice.side == MergeSide::mine) != mine_lacks_it;
    }

    // What the side that still has the thing did with it; empty for nothing.
    template <typename T>
    std::string words_for_left(const Copies<T>& copies, const T& left, bool is_theirs) const {
        const auto& there = is_theirs ? in_theirs_ : in_mine_;
        const auto before = with_references(*copies.base, [&](const auto& id) { return is_in(there, id); });
        // As if it were to be merged into the base: what would come in is what was changed.
        const std::map<MergePlace, MergeChoice> nothing_chosen;
        const std::set<MergePlace> nothing_forced;
        Run probe(input_, Run::Purpose::applying, nothing_chosen, nothing_forced);
        auto out = before;
        merged_fields(probe, about(copies), &before, before, left, out);
        std::vector<std::string> labels;
        for (const auto& change : probe.changes) {
            labels.push_back(folded(change.label));
        }
        if constexpr (requires { left.decides; }) {
            if (left.decides != copies.base->decides) labels.push_back("whether it decides");
        }
        if (!labels.empty()) return "Changed: " + joined(labels);
        const auto& names = newly_named(is_theirs);
        const auto named = names.find({ThingTraits<T>::kind, copies.key});
        return named == names.end() ? std::string() : "Needed for " + named->second;
    }

    // The copy without what is not there any more. A thing from which only references were taken, of things that are there again, is as it
    // was in the base.
    template <typename T>
    T with_what_stays(const T& thing, const T* base, const Things& side) const {
        if (nothing_went_) return thing;
        const auto is_staying = [&](const auto& id) { return is_in(staying_, id); };
        if (base && *base != thing && with_references(*base, [&](const auto& id) {
                                          return side.contains({kind_of(id), id.text});
                                      }) == thing) {
            return with_references(*base, is_staying);
        }
        return with_references(thing, is_staying);
    }

    template <typename T>
    void assemble(Deal& deal, const Lists<T>& lists) {
        std::map<std::string, T> things;
        std::map<std::string, T> seconds;
        std::set<std::string> staying;
        for (const auto& copies : lists.all) {
            if (!copies.stays) continue;
            staying.insert(copies.key);
            if (!copies.mine || !copies.theirs) {
                things.emplace(copies.key, with_what_stays(copies.any(), copies.base, copies.mine ? in_mine_ : in_theirs_));
                continue;
            }
            if (*copies.mine == *copies.theirs && nothing_went_) {
                things.emplace(copies.key, *copies.mine);
                continue;
            }
            std::optional<T> base;
            if (copies.base) base = with_what_stays(*copies.base, static_cast<const T*>(nullptr), in_mine_);
            const auto mine = with_what_stays(*copies.mine, copies.base, in_mine_);
            auto theirs = with_what_stays(*copies.theirs, copies.base, in_theirs_);
            auto out = mine;
            const auto fields = merged_fields(run_, about(copies), base ? &*base : nullptr, mine, theirs, out);
            things.emplace(copies.key, std::move(out));
            if constexpr (can_be_two<T>) {
                if (fields.second_id().empty()) continue;
                theirs.id.text = fields.second_id();
                seconds.emplace(copies.key, std::move(theirs));
            }
        }
        auto& list = deal.*ThingTraits<T>::list;
        list.clear();
        for (const auto& key : order_of(lists, staying)) {
            list.push_back(std::move(things.at(key)));
            if (const auto second = seconds.find(key); second != seconds.end()) list.push_back(std::move(second->second));
        }
    }

    template <typename T>
    Keys order_of(const Lists<T>& lists, const std::set<std::string>& staying) {
        const ListOrder order{input_.base ? &lists.base.keys : nullptr, lists.mine.keys, lists.theirs.keys};
        const auto plain = keys_in_order(order, staying, {});
        const About list{ThingTraits<T>::kind, {}, std::string(label_of(ThingTraits<T>::kind))};
        if (both_reordered(order)) {
            const auto words = [&](const Keyed<T>& side) {
                std::vector<std::string> names;
                for (const auto& key : side.keys) {
                    names.push_back(run_.words.name(*side.find(key)));
                }
                return joined(names);
            };
            MergeConflict conflict{.label = "Order",
                                   .base = words(lists.base),
                                   .mine = words(lists.mine),
                                   .theirs = words(lists.theirs),
                                   .choices = {MergeSide::mine, MergeSide::theirs}};
            return keys_in_order(order, staying, run_.ask(list, "order", std::move(conflict)).side);
        }
        if (input_.base && plain != keys_in_order(order, staying, MergeSide::mine)) {
            run_.note(MergeChange::What::changed, list, "order", "Order", {});
        }
        return plain;
    }

    const MergeInput& input_;
    Run& run_;
    const Things in_mine_;
    const Things in_theirs_;
    bool nothing_went_ = false; // neither side removed anything that can be named
    Things staying_;
    mutable std::optional<NewlyNamed> mine_names_;
    mutable std::optional<NewlyNamed> theirs_names_;
};

}

Deal merged_deal(const MergeInput& input, Run& run) {
    return Merger(input, run).result();
}

}
