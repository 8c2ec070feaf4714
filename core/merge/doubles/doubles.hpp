#pragma once

#include "core/model/deal.hpp"
#include "core/model/words/not_doubles.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// People and deals that look like one that is there twice. Nothing is changed: they are proposed, and somebody decides.

// How sure it is, the least first.
enum class Likeness : std::uint8_t { possible, likely, certain };
std::string_view key_of(Likeness likeness);   // "possible"
std::string_view label_of(Likeness likeness); // "Perhaps", "Likely", "Almost certainly"

// `one` stands before `other` in the list.
struct PersonDouble {
    StakeholderId one;
    StakeholderId other;
    Likeness likeness = Likeness::possible;
    std::string reason; // "the same address, anna@acme.example"

    bool operator==(const PersonDouble&) const = default;
};
// The most certain first, then in the order of the list. By address, by name in any order and way of writing ("Müller, Anna"), by initials
// where only one person fits. Namesakes whom their functions, or other titles and addresses, tell apart are two people. Of several that are
// alike each is proposed with the first.
std::vector<PersonDouble> likely_doubles(const Deal& deal, std::span<const NotDoubles> not_doubles);

// What deals are compared by; to be kept as long as the deal stays as it is.
struct DealKey {
    DealId id;
    bool sample = false;
    std::string record;  // in the program it came from; empty: none
    std::string system;  // what that is called
    std::string account; // in plain letters, without the legal form
    std::vector<std::string> title; // its words, sorted, each once, without those of the account
    std::vector<std::string> numbers; // those of its words that have figures: another year is another deal
    Date opened;
    std::optional<Date> closed;
    std::optional<Money> amount;

    bool operator==(const DealKey&) const = default;
};
DealKey key_of(const Deal& deal);

struct DealDouble {
    DealId one;
    DealId other;
    Likeness likeness = Likeness::possible;
    std::string reason; // "the same account and the same title"

    bool operator==(const DealDouble&) const = default;
};
// By record, and by account with the same or a similar title. Samples are nobody's doubles; what ended before the other began is another
// purchase. Takes time by the number of deals, not of pairs: of accounts with very many deals only those of the same title are compared.
std::vector<DealDouble> likely_doubles(std::span<const DealKey> deals, std::span<const NotDoubles> not_doubles);

}
