#pragma once

#include "core/merge/merge_run.hpp"

#include <vector>

// The members of one thing that both sides have, by the table of its noun; only merge*.cpp use it.
namespace middleground::merging {

// What both sides may have said in their own words about the same thing, so that both can stand beside each other.
template <typename T>
inline constexpr bool can_be_two = std::is_same_v<T, Interaction> || std::is_same_v<T, Concern> || std::is_same_v<T, OurPromise>;

// The three copies of a thing, and what becomes of it.
struct Sides {
    const void* base; // null: not known
    const void* mine;
    const void* theirs;
    void* out; // begins as mine
};

class Fields {
public:
    Fields(Run& run, About about, const MemberTable& table, const Sides& sides, bool may_be_two)
        : run_(run), about_(std::move(about)), table_(table), sides_(sides), may_be_two_(may_be_two) {}

    // Each member into `out`, by its rule.
    void merge();
    // Who chose to keep both versions of the thing gave theirs this id; else empty.
    const std::string& second_id() const { return second_id_; }

private:
    using Elements = std::vector<const void*>; // of lists of the three copies

    void value(const Member& member);
    void set(const Member& member);
    void log(const Member& member);
    void created(const Member& member);
    void unknown(const Member& member);
    void named(const Member& member);

    bool is_equal(const Member& member) const;
    bool keeps_mine(const Member& member) const;
    bool takes_theirs(const Member& member) const;
    void use(const Member& member, const void* thing);
    void take(const Member& member);
    void record(const Member& member, const Elements& events);
    MergeChoice ask(const Member& member, std::vector<MergeSide> choices, bool both_is_second);
    Elements combined(const Member& member) const;
    bool both_replaced(const Member& member) const;

    Run& run_;
    About about_;
    const MemberTable& table_;
    Sides sides_;
    bool may_be_two_;
    std::string second_id_;
};

// By the table of T. `base` may be null.
template <typename T>
Fields merged_fields(Run& run, About about, const T* base, const T& mine, const T& theirs, T& out) {
    Fields fields(run, std::move(about), members_of<T>(), {base, &mine, &theirs, &out}, can_be_two<T>);
    fields.merge();
    return fields;
}

}
