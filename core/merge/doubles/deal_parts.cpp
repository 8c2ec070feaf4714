#include "core/merge/doubles/deal_parts.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/merge/doubles/members_of_two.hpp"
#include "core/merge/doubles/merge_people.hpp"
#include "core/merge/merge_log.hpp"
#include "core/model/edit/merge_people.hpp"
#include "core/model/edit/references.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <type_traits>

namespace middleground::doubling {

namespace {

// Names one thing where another was named.
template <typename I>
void replace_everywhere(Deal& deal, const I& gone, const I& kept) {
    for_each_reference(deal, [&]<typename Other>(Other& id) {
        if constexpr (std::is_same_v<Other, I>) {
            if (id == gone) id = kept;
        }
    });
    for (auto& snooze : deal.snoozes) {
        if (snooze.what.ends_with(' ' + gone.text)) snooze.what.replace(snooze.what.size() - gone.text.size(), gone.text.size(), kept.text);
    }
}

template <typename T, typename I>
T* find_in(std::vector<T>& list, const I& id) {
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? nullptr : &*found;
}

// Whether what happened to both can have happened to one; then it is in `events`.
template <typename T>
bool united_events(const T& kept, const T& gone, std::vector<const void*>& events) {
    const auto* member = members_of<T>().find("events");
    const merging::Log log(*member);
    const auto of = [](const T& thing) {
        std::vector<const void*> all;
        for (const auto& event : thing.events) all.push_back(&event);
        return all;
    };
    events = log.union_of({}, of(gone), of(kept));
    if (!log.is_legal(events)) events = log.union_of({}, of(kept), of(gone));
    return log.is_legal(events);
}

// Concerns and promises: those that are the same but for what happened to them stand once.
template <typename T, typename Same>
int join_same(Deal& deal, std::vector<T>& list, std::size_t of_kept, Same same) {
    int joined = 0;
    std::set<std::size_t> taken;
    for (auto at = of_kept; at < list.size();) {
        auto& gone = list[at];
        bool is_one = false;
        for (std::size_t i = 0; i < of_kept && !is_one; ++i) {
            auto& kept = list[i];
            std::vector<const void*> events;
            if (taken.contains(i) || !same(kept, gone) || !united_events(kept, gone, events)) continue;
            decltype(kept.events) all;
            for (const auto* event : events) all.push_back(*static_cast<const typename decltype(kept.events)::value_type*>(event));
            kept.events = std::move(all);
            kept.created = std::min(kept.created, gone.created);
            taken.insert(i);
            const auto from = gone.id, to = kept.id;
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
            if constexpr (std::is_same_v<T, Concern>) replace_everywhere(deal, from, to);
            ++joined;
            is_one = true;
        }
        if (!is_one) ++at;
    }
    return joined;
}

template <typename T>
void append(std::vector<T>& list, const std::vector<T>& more) {
    list.insert(list.end(), more.begin(), more.end());
}
template <typename T>
void append_new(std::vector<T>& list, const std::vector<T>& more) {
    std::ranges::copy_if(more, std::back_inserter(list), [&](const T& one) { return std::ranges::find(list, one) == list.end(); });
}

void count(std::vector<std::string>& words, std::size_t number, std::string_view one, std::string_view many) {
    if (number > 0) words.push_back(counted(static_cast<int>(number), one, many));
}

template <typename T>
std::size_t of_kept(const std::vector<T>& list, const std::vector<T>& gone) {
    return list.size() - gone.size();
}

}

void take_everything(Parts& parts) {
    auto& deal = parts.deal;
    const auto& gone = parts.gone;
    append(deal.stakeholders, gone.stakeholders);
    append(deal.influences, gone.influences);
    append(deal.commitments, gone.commitments);
    append(deal.promises, gone.promises);
    append(deal.interactions, gone.interactions);
    append(deal.concerns, gone.concerns);
    append_new(deal.alternatives, gone.alternatives);
    deal.diary = united(std::move(deal.diary), gone.diary);
    std::vector<std::string> joining;
    count(joining, gone.stakeholders.size() - parts.pairs.people.size(), "person", "people");
    count(joining, gone.promises.size(), "promise of yours", "promises of yours");
    count(joining, gone.concerns.size(), "concern or question", "concerns and questions");
    count(joining, gone.interactions.size(), "log entry", "log entries");
    if (!joining.empty()) parts.follows.push_back("Taken over: " + joined(joining) + ". What both have stands once.");
}

Result<void> join_people(Parts& parts) {
    for (const auto& [kept, gone] : parts.pairs.people) {
        auto edit = merging_people(parts.deal, kept, gone, {}, parts.today);
        if (!edit) return std::unexpected(edit.error());
        middleground::join_people(parts.deal, gone, std::move(edit->kept));
    }
    return {};
}

void join_concerns(Parts& parts) {
    auto& list = parts.deal.concerns;
    join_same(parts.deal, list, of_kept(list, parts.gone.concerns), [](const Concern& a, const Concern& b) {
        return a.stakeholder == b.stakeholder && a.kind == b.kind && a.text == b.text && a.extra == b.extra;
    });
    for (auto& interaction : parts.deal.interactions) leave_each_once(interaction.concerns);
}

void join_promises(Parts& parts) {
    auto& list = parts.deal.promises;
    join_same(parts.deal, list, of_kept(list, parts.gone.promises),
              [](const OurPromise& a, const OurPromise& b) { return a.to == b.to && a.due == b.due && a.what == b.what && a.extra == b.extra; });
}

void join_log(Parts& parts) {
    auto& list = parts.deal.interactions;
    const auto first_gone = of_kept(list, parts.gone.interactions);
    const bool in_order = std::ranges::is_sorted(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(first_gone), {}, &Interaction::on) &&
                          std::ranges::is_sorted(parts.gone.interactions, {}, &Interaction::on);
    std::map<std::pair<Date, std::string>, std::vector<std::size_t>> known;
    for (std::size_t i = 0; i < first_gone; ++i) known[{list[i].on, list[i].summary}].push_back(i);
    // What is planned is named by commitments that are still two.
    const auto next_of = [&](const Interaction& gone) {
        auto next = gone.next;
        if (!next) return next;
        const auto pair = std::ranges::find(parts.pairs.commitments, next->commitment, &std::pair<CommitmentId, CommitmentId>::second);
        if (pair != parts.pairs.commitments.end()) next->commitment = pair->first;
        return next;
    };
    std::vector<std::pair<InteractionId, InteractionId>> same;
    std::vector<Interaction> rest;
    for (auto at = first_gone; at < list.size(); ++at) {
        auto& gone = list[at];
        auto& places = known[{gone.on, gone.summary}];
        const auto twin = std::ranges::find_if(places, [&](std::size_t i) {
            const auto& kept = list[i];
            const bool both_said = kept.next && gone.next && kept.next != next_of(gone);
            const bool other_source = !kept.source.empty() && !gone.source.empty() && kept.source != gone.source;
            return kept.kind == gone.kind && kept.direction == gone.direction && kept.extra == gone.extra && !both_said && !other_source &&
                   (!trimmed(kept.summary).empty() || kept.people == gone.people);
        });
        if (twin == places.end()) {
            rest.push_back(std::move(gone));
            continue;
        }
        auto& kept = list[*twin];
        places.erase(twin);
        append_new(kept.people, gone.people);
        append_new(kept.asks, gone.asks);
        append_new(kept.concerns, gone.concerns);
        append_new(kept.value_given, gone.value_given);
        if (!kept.next) kept.next = gone.next;
        kept.answered = kept.answered || gone.answered;
        if (kept.source.empty()) kept.source = gone.source;
        kept.created = std::min(kept.created, gone.created);
        same.push_back({gone.id, kept.id});
    }
    list.resize(first_gone);
    append(list, rest);
    if (in_order) sort_list(list, {}, &Interaction::on);
    for (const auto& [gone, kept] : same) replace_everywhere(parts.deal, gone, kept);
}

void join_commitments(Parts& parts) {
    auto& deal = parts.deal;
    std::size_t joined = 0;
    std::vector<std::string> twice;
    for (const auto& [kept_id, gone_id] : parts.pairs.commitments) {
        auto* kept = find_in(deal.commitments, kept_id);
        auto* gone = find_in(deal.commitments, gone_id);
        auto both = *kept;
        both.decides = kept->decides || gone->decides;
        std::vector<std::string> lost;
        std::vector<const void*> events;
        const bool fit = united_events(*kept, *gone, events) && put_together(parts.words, *kept, *gone, {}, both, lost);
        if (!fit || (both.decides && is_set_aside(both))) {
            twice.push_back("\u201c" + shown_title(*kept) + "\u201d");
            continue;
        }
        for (auto& one : lost) parts.lost.push_back(shown_title(*kept) + ", " + folded(one.substr(0, 1)) + one.substr(1));
        *kept = std::move(both);
        std::erase_if(deal.commitments, [&](const Commitment& one) { return one.id == gone_id; });
        replace_everywhere(deal, gone_id, kept_id);
        ++joined;
    }
    for (auto& commitment : deal.commitments) {
        leave_each_once(commitment.prerequisites);
        std::erase(commitment.prerequisites, commitment.id);
    }
    for (auto& interaction : deal.interactions) leave_each_once(interaction.asks);
    const auto more = parts.gone.commitments.size() - joined;
    if (more > 0) parts.follows.push_back(counted(static_cast<int>(more), "commitment joins", "commitments join") + " the plan.");
    if (!twice.empty()) {
        parts.follows.push_back(middleground::joined(twice) + (twice.size() == 1 ? " stays" : " stay") + " twice: what happened to both cannot have happened to one.");
    }
}

void settle_plan(Parts& parts, const Deal& kept) {
    auto& list = parts.deal.commitments;
    const auto deciding = [](const Commitment& one) { return one.decides; };
    const auto of_kept_deal = std::ranges::find_if(kept.commitments, deciding);
    const auto stays = of_kept_deal == kept.commitments.end() ? std::ranges::find_if(list, deciding) : std::ranges::find(list, of_kept_deal->id, &Commitment::id);
    for (auto one = list.begin(); one != list.end(); ++one) {
        if (!one->decides || one == stays) continue;
        one->decides = false;
        parts.lost.push_back("\u201c" + shown_title(*one) + "\u201d was the decision");
    }
    // Where the decision came last, what joins the plan comes before it.
    if (!kept.commitments.empty() && kept.commitments.back().decides && stays != list.end()) std::rotate(stays, stays + 1, list.end());
    const auto title_of = [&](const CommitmentId& id) {
        const auto* one = find_in(list, id);
        return one ? shown_title(*one) : std::string();
    };
    for (auto cycles = PrerequisiteGraph(parts.deal).cycles(); !cycles.empty(); cycles = PrerequisiteGraph(parts.deal).cycles()) {
        bool changed = false;
        for (const auto& cycle : cycles) {
            for (std::size_t i = 0; i < cycle.size() && !changed; ++i) {
                auto& waiting = list[static_cast<std::size_t>(cycle[i])];
                const auto& for_id = list[static_cast<std::size_t>(cycle[(i + 1) % cycle.size()])].id;
                const auto* before = find(kept, waiting.id);
                if (before && std::ranges::find(before->prerequisites, for_id) != before->prerequisites.end()) continue;
                std::erase(waiting.prerequisites, for_id);
                parts.lost.push_back("\u201c" + shown_title(waiting) + "\u201d waited for \u201c" + title_of(for_id) + "\u201d");
                changed = true;
            }
        }
        if (!changed) break; // a knot that was in the kept deal before
    }
}

}
