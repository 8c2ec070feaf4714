#pragma once

#include "core/intake/log/log_phrases.hpp"
#include "core/model/deal.hpp"

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace middleground {

// Where a name stands in the line decides how much it takes to be one.
enum class NamePlace : std::uint8_t {
    anywhere, // it could as well be a usual word: "will" is not Will
    expected  // behind "call" or "with": a name comes next
};

struct NameMatch {
    std::size_t count = 0;           // words
    std::vector<StakeholderId> ids;  // one: it is that person; several: it may be each of them; none: nobody's name
    std::vector<StakeholderId> like; // of nobody's name: who is meant if it is a slip

    explicit operator bool() const { return count > 0; }
};

// The names of a deal's people: full, first, last, in parts ("Anna K"), initials in capitals, addresses, beginnings of three letters or
// more.
class LogNames {
public:
    LogNames(const Deal& deal, const LogPhrases& phrases);

    // Somebody of the deal; several when it cannot be told whom. Never by a slip.
    NameMatch known(std::span<const LogToken> tokens, NamePlace place) const;
    // A name that nobody has, where one is expected: written with a capital, or but for a letter or two somebody's.
    NameMatch unknown(std::span<const LogToken> tokens) const;
    // One letter that stands for a last name: "Anna H".
    bool is_initial(const LogToken& token) const;

private:
    struct Person {
        StakeholderId id;
        std::vector<std::string> words;
        std::vector<std::string> spelt; // the same without umlauts
    };
    using People = std::vector<std::uint32_t>; // places in people_, rising

    NameMatch match_of(std::size_t count, const People& people) const;
    std::size_t words_of(const Person& person, std::span<const LogToken> tokens) const;
    bool is_common(const LogToken& token) const;
    bool is_word_too(const LogToken& token) const;
    bool is_name_word(const LogToken& token) const;
    People like(std::span<const LogToken> tokens) const;

    const LogPhrases& phrases_;
    std::vector<Person> people_;
    std::map<std::string, People, std::less<>> by_word_; // also the spelling without umlauts
    std::unordered_map<std::string, People> by_initials_;
    std::unordered_map<std::string, People> by_contact_;
};

}
