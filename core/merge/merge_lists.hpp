#pragma once

#include "core/merge/merge_fields.hpp"
#include "core/merge/merge_references.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Lists of things: which of them are there afterwards, and in which order; only merge*.cpp use it.
namespace middleground::merging {

template <typename T>
struct ThingTraits;
template <>
struct ThingTraits<Stakeholder> {
    static constexpr auto kind = MergeKind::stakeholder;
    static constexpr auto list = &Deal::stakeholders;
};
template <>
struct ThingTraits<Influence> {
    static constexpr auto kind = MergeKind::influence;
    static constexpr auto list = &Deal::influences;
};
template <>
struct ThingTraits<Commitment> {
    static constexpr auto kind = MergeKind::commitment;
    static constexpr auto list = &Deal::commitments;
};
template <>
struct ThingTraits<Interaction> {
    static constexpr auto kind = MergeKind::interaction;
    static constexpr auto list = &Deal::interactions;
};
template <>
struct ThingTraits<Concern> {
    static constexpr auto kind = MergeKind::concern;
    static constexpr auto list = &Deal::concerns;
};
template <>
struct ThingTraits<OurPromise> {
    static constexpr auto kind = MergeKind::promise;
    static constexpr auto list = &Deal::promises;
};
template <>
struct ThingTraits<Alternative> {
    static constexpr auto kind = MergeKind::alternative;
    static constexpr auto list = &Deal::alternatives;
};

template <typename T>
std::string key_in(const T& thing) {
    return thing.id.text;
}
inline std::string key_in(const Influence& line) {
    return line.from.text + '>' + line.to.text;
}
// Alternatives have no ids: the name is all there is to know them by.
inline std::string key_in(const Alternative& alternative) {
    return alternative.name;
}

// The things of a list by what they are known by, which is unique.
template <typename T>
struct Keyed {
    explicit Keyed(const Deal* deal) {
        if (!deal) return;
        for (const auto& thing : deal->*ThingTraits<T>::list) {
            auto key = key_in(thing);
            for (int number = 2; places.contains(key); ++number) {
                key = key_in(thing) + " #" + std::to_string(number);
            }
            places.emplace(key, &thing);
            keys.push_back(std::move(key));
        }
    }
    const T* find(const std::string& key) const {
        const auto found = places.find(key);
        return found == places.end() ? nullptr : found->second;
    }

    std::vector<std::string> keys;
    std::map<std::string, const T*> places;
};

// The three copies of one thing.
template <typename T>
struct Copies {
    std::string key;
    const T* base = nullptr;
    const T* mine = nullptr;
    const T* theirs = nullptr;
    bool stays = true;

    const T& any() const { return mine ? *mine : theirs ? *theirs : *base; }
};

// A list of the deal in all copies.
template <typename T>
struct Lists {
    Keyed<T> base;
    Keyed<T> mine;
    Keyed<T> theirs;
    std::vector<Copies<T>> all; // those of mine first; without those that neither side has
};

using Keys = std::vector<std::string>;

// The order of what stays: that of mine, or of theirs if only they changed it; what one side added comes after what it stood behind there,
// mine first. Nothing when both sides changed the order, each differently, and nothing was chosen.
struct ListOrder {
    const Keys* base = nullptr; // null: not known
    const Keys& mine;
    const Keys& theirs;
};
bool both_reordered(const ListOrder& order);
Keys keys_in_order(const ListOrder& order, const std::set<std::string>& staying, std::optional<MergeSide> chosen);

}
