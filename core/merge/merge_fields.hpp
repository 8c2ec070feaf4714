#pragma once

#include "core/merge/merge_extra.hpp"
#include "core/merge/merge_log.hpp"
#include "core/merge/merge_run.hpp"

#include <algorithm>

// The members of one thing that both sides have; only merge*.cpp use it.
namespace middleground::merging {

inline bool is_nothing(const std::string& text) {
    return text.empty();
}
template <typename T>
bool is_nothing(const std::optional<T>& value) {
    return !value;
}
template <typename Tag>
bool is_nothing(const Id<Tag>& id) {
    return id.empty();
}
template <typename T>
bool is_nothing(const T&) {
    return false;
}

// What both sides may have said in their own words about the same thing, so that both can stand beside each other.
template <typename T>
inline constexpr bool can_be_two = std::is_same_v<T, Interaction> || std::is_same_v<T, Concern> || std::is_same_v<T, OurPromise>;

// Each call merges one member into `out`, which begins as mine.
template <typename T>
class Fields {
public:
    Fields(Run& run, About about, const T* base, const T& mine, const T& theirs, T& out)
        : run_(run), about_(std::move(about)), base_(base), mine_(mine), theirs_(theirs), out_(out) {}

    // Who chose to keep both versions of the thing gave theirs this id; else empty.
    const std::string& second_id() const { return second_id_; }

    template <typename M>
    void value(std::string_view field, std::string_view label, M T::*member) {
        const auto& mine = mine_.*member;
        const auto& theirs = theirs_.*member;
        if (mine == theirs) return;
        const bool forced = run_.is_forced(about_, field);
        if (!forced && keeps_mine(member)) return;
        if (!forced && takes_theirs(member)) return take(field, label, member);
        std::vector<MergeSide> choices{MergeSide::mine, MergeSide::theirs};
        if (can_be_two<T>) choices.push_back(MergeSide::both);
        const auto choice = ask(field, label, member, std::move(choices), can_be_two<T>);
        if (choice.side == MergeSide::theirs) out_.*member = theirs;
        if (choice.side == MergeSide::both) second_id_ = choice.new_id;
    }

    // When it was written down: nobody changes that, so the first one counts.
    void created(Date T::*member) {
        const auto& mine = mine_.*member;
        const auto& theirs = theirs_.*member;
        if (mine == theirs || keeps_mine(member)) return;
        out_.*member = takes_theirs(member) ? theirs : std::min(mine, theirs);
    }

    // Where it was imported from, which nobody wrote: no question, theirs counts where only theirs has changed.
    template <typename O>
    void origin(std::optional<O> T::*member) {
        if (!keeps_mine(member) && takes_theirs(member)) out_.*member = theirs_.*member;
    }

    // A list in which only the elements count: what either side put in or took out is done.
    template <typename M>
    void set(std::string_view field, std::string_view label, std::vector<M> T::*member) {
        const auto& mine = mine_.*member;
        const auto& theirs = theirs_.*member;
        if (mine == theirs) return;
        const bool forced = run_.is_forced(about_, field);
        if (!forced && keeps_mine(member)) return;
        if (!forced && takes_theirs(member)) return take(field, label, member);
        auto all = combined(member);
        if (!forced && (base_ ? !both_replaced(member) : all == mine || all.size() == theirs.size())) {
            if (all == mine) return;
            out_.*member = std::move(all);
            return run_.note(MergeChange::What::changed, about_, field, label, run_.words.of(out_.*member));
        }
        const auto choice = ask(field, label, member, {MergeSide::mine, MergeSide::theirs, MergeSide::both}, false);
        if (choice.side == MergeSide::theirs) out_.*member = theirs;
        if (choice.side == MergeSide::both) out_.*member = std::move(all);
    }

    // What happened: both sides' events together, unless that makes no sense, or it depends on their order within one day.
    template <typename E>
    void log(std::string_view field, std::string_view label, std::vector<E> T::*member) {
        const auto& mine = mine_.*member;
        const auto& theirs = theirs_.*member;
        if (mine == theirs || keeps_mine(member)) return;
        const auto* base = base_ ? &(base_->*member) : nullptr;
        if (takes_theirs(member)) return record(field, label, member, theirs);
        auto mine_first = union_of(base, mine, theirs);
        auto theirs_first = union_of(base, theirs, mine);
        const bool one_is_legal = is_legal(mine_first);
        const bool other_is_legal = is_legal(theirs_first);
        if (one_is_legal && other_is_legal && ends_alike(mine_first, theirs_first)) {
            return record(field, label, member, earlier_kind_first(mine_first, theirs_first));
        }
        if (one_is_legal != other_is_legal) return record(field, label, member, one_is_legal ? mine_first : theirs_first);
        std::vector<MergeSide> choices{MergeSide::mine, MergeSide::theirs};
        if (one_is_legal) choices.push_back(MergeSide::both);
        const auto choice = ask(field, label, member, std::move(choices), false);
        if (choice.side == MergeSide::theirs) out_.*member = theirs;
        if (choice.side == MergeSide::both) out_.*member = std::move(mine_first);
    }

    void unknown(std::string T::*member);

private:
    template <typename M>
    bool keeps_mine(M T::*member) const {
        return base_ ? theirs_.*member == base_->*member : is_nothing(theirs_.*member);
    }
    template <typename M>
    bool takes_theirs(M T::*member) const {
        return base_ ? mine_.*member == base_->*member : is_nothing(mine_.*member);
    }

    template <typename M>
    void take(std::string_view field, std::string_view label, M T::*member) {
        out_.*member = theirs_.*member;
        run_.note(MergeChange::What::changed, about_, field, label, words_of(out_.*member));
    }

    template <typename M>
    std::string words_of(const M& value) const {
        if constexpr (std::is_same_v<T, Influence> && std::is_same_v<M, int>) return run_.words.of_weight(value);
        return run_.words.of(value);
    }

    template <typename M>
    MergeChoice ask(std::string_view field, std::string_view label, M T::*member, std::vector<MergeSide> choices, bool both_is_second) {
        MergeConflict conflict{.label = std::string(label), .choices = std::move(choices), .both_is_second = both_is_second};
        if (base_) conflict.base = words_of(base_->*member);
        conflict.mine = words_of(mine_.*member);
        conflict.theirs = words_of(theirs_.*member);
        return run_.ask(about_, field, std::move(conflict));
    }

    // Mine without what theirs took out, then what theirs put in.
    template <typename M>
    std::vector<M> combined(std::vector<M> T::*member) const {
        std::vector<M> all;
        for (const auto& one : mine_.*member) {
            if (!base_ || holds(theirs_.*member, one) || !holds(base_->*member, one)) all.push_back(one);
        }
        for (const auto& one : theirs_.*member) {
            if (!holds(mine_.*member, one) && (!base_ || !holds(base_->*member, one))) all.push_back(one);
        }
        return all;
    }

    // Both took the same element out and put something of their own in its place.
    template <typename M>
    bool both_replaced(std::vector<M> T::*member) const {
        const auto& base = base_->*member;
        const auto adds = [&](const std::vector<M>& list, const std::vector<M>& other) {
            return std::any_of(list.begin(), list.end(), [&](const M& one) { return !holds(base, one) && !holds(other, one); });
        };
        return std::any_of(base.begin(), base.end(),
                           [&](const M& one) { return !holds(mine_.*member, one) && !holds(theirs_.*member, one); }) &&
               adds(mine_.*member, theirs_.*member) && adds(theirs_.*member, mine_.*member);
    }

    // So that the result does not depend on whose is whose.
    template <typename E>
    static const std::vector<E>& earlier_kind_first(const std::vector<E>& a, const std::vector<E>& b) {
        const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
        if (in_a == a.end() || in_b == b.end()) return a;
        if constexpr (requires { in_a->kind; }) return in_b->kind < in_a->kind ? b : a;
        return a;
    }

    template <typename E>
    void record(std::string_view field, std::string_view label, std::vector<E> T::*member, const std::vector<E>& events) {
        if (events == mine_.*member) return;
        out_.*member = events;
        std::vector<E> news;
        for (const auto& event : events) {
            if (!holds(mine_.*member, event)) news.push_back(event);
        }
        const bool recorded = !news.empty();
        run_.note(recorded ? MergeChange::What::recorded : MergeChange::What::changed, about_, field, label,
                  run_.words.of(recorded ? news : events));
    }

    Run& run_;
    About about_;
    const T* base_;
    const T& mine_;
    const T& theirs_;
    T& out_;
    std::string second_id_;
};

// Each member by itself, as it is in the file.
template <typename T>
void Fields<T>::unknown(std::string T::*member) {
    constexpr std::string_view field = "extra";
    if (mine_.*member == theirs_.*member || keeps_mine(member)) return;
    auto mine = unknown_members(mine_.*member);
    const auto theirs = unknown_members(theirs_.*member);
    const auto base = base_ ? unknown_members(base_->*member) : std::optional(std::vector<UnknownMember>());
    if (takes_theirs(member)) return take(field, "Other data", member);
    if (!mine || !theirs || !base || mine->size() + theirs->size() > most_unknown_members) {
        if (ask(field, "Other data", member, {MergeSide::mine, MergeSide::theirs}, false).side == MergeSide::theirs)
            out_.*member = theirs_.*member;
        return;
    }
    const auto value_in = [](const std::vector<UnknownMember>& members, const std::string& name) {
        const auto found = std::find_if(members.begin(), members.end(), [&](const UnknownMember& one) { return one.name == name; });
        return found == members.end() ? std::string() : found->value;
    };
    std::vector<UnknownMember> all = *mine;
    for (const auto& member_of_theirs : *theirs) {
        if (value_in(*mine, member_of_theirs.name).empty()) all.push_back({member_of_theirs.name, {}});
    }
    for (auto& one : all) {
        const auto in_mine = value_in(*mine, one.name);
        const auto in_theirs = value_in(*theirs, one.name);
        const auto in_base = value_in(*base, one.name);
        const auto label = "Other data, " + one.name;
        const bool asks =
            in_mine != in_theirs && (base_ ? in_mine != in_base && in_theirs != in_base : !in_mine.empty() && !in_theirs.empty());
        one.value = in_mine;
        if (asks) {
            MergeConflict conflict{.label = label, .mine = in_mine, .theirs = in_theirs, .choices = {MergeSide::mine, MergeSide::theirs}};
            if (base_) conflict.base = in_base;
            if (run_.ask(about_, "extra." + one.name, std::move(conflict)).side == MergeSide::theirs) one.value = in_theirs;
        } else if (in_mine != in_theirs && (base_ ? in_mine == in_base : in_mine.empty())) {
            one.value = in_theirs;
            run_.note(MergeChange::What::changed, about_, "extra." + one.name, label, in_theirs);
        }
    }
    std::erase_if(all, [](const UnknownMember& one) { return one.value.empty(); });
    out_.*member = extra_of(all);
}

// The members of each kind of thing, by their names in files and on screen. What a thing is known by is not among them.
void merge_fields(Fields<Deal>& fields);
void merge_fields(Fields<Stakeholder>& fields);
void merge_fields(Fields<Influence>& fields);
void merge_fields(Fields<Commitment>& fields);
void merge_fields(Fields<OurPromise>& fields);
void merge_fields(Fields<Interaction>& fields);
void merge_fields(Fields<Concern>& fields);
void merge_fields(Fields<Alternative>& fields);

}
