#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>
#include <vector>

namespace middleground {

namespace sorting {

// Whether what stands at place `one` comes before what stands at `other`, of the list that `list` is about.
using ComesBefore = bool (*)(const void* list, std::uint32_t one, std::uint32_t other);

// The places 0..count-1 in the order in which what stands there is to stand. What neither comes before the other stays as it is.
std::vector<std::uint32_t> order_of(std::size_t count, const void* list, ComesBefore comes_before);

}

// As std::ranges::stable_sort, for lists below 4 thousand million. That one is made anew for every kind of list and of order, two to five kilobytes each time, which
// everybody downloads who opens the page; here only the comparison is. Where very many small things are sorted, std::sort is quicker.
template <std::ranges::random_access_range List, typename Order = std::ranges::less, typename Key = std::identity>
void sort_list(List&& list, Order order = {}, Key key = {}) {
    const auto begin = std::ranges::begin(list);
    using Place = std::ranges::range_difference_t<List>;
    struct About {
        std::ranges::iterator_t<List> begin;
        Order& order;
        Key& key;
    } about{begin, order, key};
    auto left = sorting::order_of(static_cast<std::size_t>(std::ranges::distance(list)), &about, [](const void* of, std::uint32_t one, std::uint32_t other) -> bool {
        const auto& [from, comes_before, key_of] = *static_cast<const About*>(of);
        return std::invoke(comes_before, std::invoke(key_of, from[static_cast<Place>(one)]), std::invoke(key_of, from[static_cast<Place>(other)]));
    });
    // Each ring of things that take each other's places; what was put is marked by its own place.
    for (std::uint32_t start = 0; start < left.size(); ++start) {
        if (left[start] == start) continue;
        auto held = std::move(begin[static_cast<Place>(start)]);
        auto hole = start;
        while (left[hole] != start) {
            const auto next = left[hole];
            begin[static_cast<Place>(hole)] = std::move(begin[static_cast<Place>(next)]);
            left[hole] = hole;
            hole = next;
        }
        begin[static_cast<Place>(hole)] = std::move(held);
        left[hole] = hole;
    }
}

}
