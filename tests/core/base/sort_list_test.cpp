#include "core/base/sort_list.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <numeric>
#include <ranges>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace middleground;

namespace {

struct Numbers {
    std::uint32_t state = 1;
    std::uint32_t below(std::uint32_t most) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % most;
    }
};

}

TEST_CASE("a list is sorted as std::stable_sort sorts it") {
    Numbers numbers;
    for (std::size_t count = 0; count < 200; ++count) {
        std::vector<std::pair<int, std::string>> list;
        for (std::size_t i = 0; i < count; ++i) {
            const auto key = static_cast<int>(numbers.below(1 + static_cast<std::uint32_t>(count) / 3));
            list.push_back({key, std::to_string(i)});
        }
        auto expected = list;
        std::ranges::stable_sort(expected, std::ranges::greater(), &std::pair<int, std::string>::first);
        sort_list(list, std::ranges::greater(), &std::pair<int, std::string>::first);
        CHECK(list == expected);
    }
}

TEST_CASE("an order of any kind, a part of a list, and things that can only be moved are sorted") {
    std::vector<std::string> words = {"pear", "fig", "apple", "kiwi"};
    sort_list(words);
    CHECK(words == std::vector<std::string>{"apple", "fig", "kiwi", "pear"});
    sort_list(words, [](const std::string& one, const std::string& other) { return one.size() < other.size(); });
    CHECK(words == std::vector<std::string>{"fig", "kiwi", "pear", "apple"});
    sort_list(std::span(words).subspan(1));
    CHECK(words == std::vector<std::string>{"fig", "apple", "kiwi", "pear"});
    sort_list(std::ranges::subrange(words.begin(), words.begin() + 2), {}, [](const std::string& word) { return word.back(); });
    CHECK(words == std::vector<std::string>{"apple", "fig", "kiwi", "pear"});

    std::vector<std::unique_ptr<int>> owned;
    for (const int value : {3, 1, 2, 1}) owned.push_back(std::make_unique<int>(value));
    sort_list(owned, {}, [](const std::unique_ptr<int>& one) { return *one; });
    std::vector<int> values;
    for (const auto& one : owned) values.push_back(*one);
    CHECK(values == std::vector<int>{1, 1, 2, 3});
}

TEST_CASE("every order of a few things is put right, and what is in order is not moved") {
    for (int count = 0; count <= 6; ++count) {
        std::vector<int> order(static_cast<std::size_t>(count));
        std::iota(order.begin(), order.end(), 0);
        do {
            auto list = order;
            sort_list(list);
            CHECK(std::ranges::is_sorted(list));
        } while (std::ranges::next_permutation(order).found);
    }
    struct Fixed {
        int value = 0;
        Fixed(int of) : value(of) {}
        Fixed(Fixed&& other) noexcept : value(std::exchange(other.value, -1)) { ++moves; }
        Fixed& operator=(Fixed&& other) noexcept {
            value = std::exchange(other.value, -1);
            ++moves;
            return *this;
        }
        static int& counted() {
            static int of = 0;
            return of;
        }
        int& moves = counted();
    };
    std::vector<Fixed> still;
    still.reserve(3);
    for (const int value : {1, 2, 2}) still.emplace_back(value);
    const int before = Fixed::counted();
    sort_list(still, {}, &Fixed::value);
    CHECK(Fixed::counted() == before);
}
