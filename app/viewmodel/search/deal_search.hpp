#pragma once

#include "app/session/document.hpp"
#include "app/viewmodel/search/deal_texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace middleground {

// Where the words that are looked for stand in a deal.
struct FoundText {
    TextPlace place = TextPlace::name;
    std::size_t index = 0;
    std::string where; // place_words
    std::string words; // the text around them, on one line

    // "in the log, 3 Jun: "wants a reference"". Empty where the deal's own name says it.
    std::string line() const;
};

// At once, in one deal.
std::optional<FoundText> found_in(const Deal& deal, std::string_view query, Date today = {});

// Looks for words in everything that deals say: every word of the query has to stand somewhere in the deal, whole or as a part, as
// plain_letters has them. In slices between frames: of thousands of deals, what they say is taken down once, and then only of what changes.
class DealSearch {
public:
    // What is looked for. Begins anew where it differs or a deal has changed; what was found stays until it is known better.
    // An empty query finds nothing, and costs nothing.
    void ask(const Document& document, std::string_view query);
    // Goes on for one slice; true when there is more to do.
    bool work(const Document& document, Date today);
    bool is_done() const { return next_ >= count_; }

    // Null where nothing was found.
    const FoundText* found(const DealId& id) const;
    // Grows with every change of what was found.
    std::uint64_t changes() const { return changes_; }
    const std::string& query() const { return query_; }

private:
    struct Piece {
        std::uint32_t begin = 0; // in `letters`
        TextPlace place = TextPlace::name;
        std::uint32_t index = 0;
    };
    struct Indexed {
        std::uint64_t revision = 0;
        std::string letters; // all texts as they are looked for, a line end after each
        std::vector<Piece> pieces;
    };

    static std::size_t take_down(const Deal& deal, Indexed& indexed); // what it cost
    static std::optional<FoundText> look(const Deal& deal, const Indexed& indexed, const std::vector<std::string>& words, Date today);
    friend std::optional<FoundText> found_in(const Deal& deal, std::string_view query, Date today);

    std::string query_;
    std::vector<std::string> words_; // as plain_letters
    std::uint64_t mark_ = 0;         // of the deals that were asked about
    std::size_t next_ = 0;           // the entry that comes next
    std::size_t count_ = 0;
    std::uint64_t changes_ = 0;
    std::unordered_map<std::string, Indexed> indexed_;  // by id
    std::unordered_map<std::string, FoundText> found_;  // by id
};

}
