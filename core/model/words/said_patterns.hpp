#pragma once

#include "core/base/typed/log_tokens.hpp"
#include "core/model/words/said_words.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The lists of patterns of SaidWords, each by its member's name.
enum class SaidList : std::uint8_t { left, left_then, leaving, last_day, not_before, frozen, refusals, asks, says };
// Those of rows of words.
enum class SaidRows : std::uint8_t { company, contract, they, their, we, who, also, joins, by, after, doubts, conditions };
inline constexpr std::size_t said_row_lists = static_cast<std::size_t>(SaidRows::conditions) + 1;

struct SaidPattern {
    SaidList list = SaidList::left;
    std::vector<SaidElement> elements;
    bool question = false;
};

// SaidWords made ready for looking up. A pattern that begins with no word is left out (core/files refuses it).
class SaidPatterns {
public:
    explicit SaidPatterns(const SaidWords& words);

    // Those that may begin with that word, in the order of the lists.
    std::span<const std::uint32_t> beginning_with(std::string_view key) const;
    const SaidPattern& at(std::uint32_t place) const { return patterns_[place]; }
    // How many of the tokens the longest row of the list takes, that begins at one of them and goes over no mark; 0: none.
    std::size_t row(SaidRows list, std::span<const LogToken> tokens, std::size_t at) const;
    bool is_name_too(std::string_view key) const;

private:
    void add(SaidList list, const std::vector<std::string>& patterns);
    void add(SaidRows list, const std::vector<std::string>& rows);

    using Keys = std::vector<std::string>;
    std::vector<SaidPattern> patterns_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_first_word_;
    std::map<std::string, std::vector<Keys>, std::less<>> rows_[said_row_lists]; // by first word
    std::map<std::string, bool, std::less<>> names_too_;
};

}
