#pragma once

#include "core/model/words/said_patterns.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Who of a deal is named in a text: by the full name, the first or the last one. Stricter than the reader of a typed log line: no initials, no
// beginnings of names, no slips, and nothing where two could be meant, the seller included.
class SaidPeople {
public:
    SaidPeople(const Deal& deal, const SaidPatterns& patterns);

    struct Match {
        std::size_t first = 0; // token
        StakeholderId person;
    };
    // The name that ends right before the token, alone and not as part of a longer one that the deal does not have. `possessive`: "Dana's".
    std::optional<Match> ending_at(std::span<const LogToken> tokens, std::size_t end, bool possessive = false) const;
    // Whether the words from there on are the account's name, or its beginning; how many.
    std::size_t account_at(std::span<const LogToken> tokens, std::size_t at) const;

private:
    struct Person {
        StakeholderId id; // empty: the seller
        std::vector<std::string> words;
    };
    bool is_called(const Person& person, std::span<const std::string> words) const;

    const SaidPatterns& patterns_;
    std::vector<Person> people_;
    std::vector<std::string> account_;
};

}
