#pragma once

#include "core/model/origin.hpp"
#include "core/model/stakeholder.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

// What the rows of a table are.
enum class ImportKind : std::uint8_t {
    deals,
    people,
    roles,   // who takes part in which deal: one row for each pair
    accounts, // customers, for tables of deals that only have their ids
    activities // tasks, calls, meetings: known so that nobody takes them for deals
};

// What a column says. `nothing`: it is left out.
enum class ImportField : std::uint8_t {
    nothing,
    deal_id,
    title,
    account,
    account_id,
    amount,
    currency,
    stage,
    status,
    is_won,
    is_closed,
    close_date, // expected, or, of a closed deal, the day it closed
    closed_on,
    created,
    seller,
    reason, // why it was lost
    notes,
    contact_ids, // several, between semicolons
    contacts,    // several: "Name (email); Name"
    person_id,
    person_name,
    first_name,
    last_name,
    job_title,
    department,
    email,
    phone,
    role,
    deal_ids, // several
    changed,  // the day on which the row was true, where a deal has several
    tags,     // several, between semicolons or commas
    own_field // one of the seller's own; which one, the mapping says
};
inline constexpr std::size_t import_field_count = static_cast<std::size_t>(ImportField::own_field) + 1;

// What a word for a stage or status means. `unclear`: it is over, but the word does not say how ("Closed").
enum class ImportedOutcome : std::uint8_t { won, lost, no_decision, open, unclear };

// How a table writes decimals.
enum class DecimalSign : std::uint8_t { point, comma };

// Rows without ids that have one title and account but say different things.
enum class SameNames : std::uint8_t { several, one };
// Rows with one id that say different things: a deal as it was from time to time.
enum class RepeatedId : std::uint8_t { last, first };

// What a person said that a word of a stage or status means.
struct WordMeaning {
    std::string word; // as it stands in the table
    ImportedOutcome meaning = ImportedOutcome::open;

    bool operator==(const WordMeaning&) const = default;
};

// The order of the numbers in a date. Which one a file has follows from its dates, or has to be said.
enum class DateOrder : std::uint8_t { ymd, dmy, mdy };

struct ImportColumnNames {
    ImportField field = ImportField::nothing; // `nothing`: only tells what kind of table it is
    std::vector<std::string> headings;        // compared without case, punctuation and spaces

    bool operator==(const ImportColumnNames&) const = default;
};

// The headings of one kind of table of one program in one language.
struct ImportLayout {
    OriginSystem system = OriginSystem::other;
    ImportKind kind = ImportKind::deals;
    std::vector<ImportColumnNames> columns;

    bool operator==(const ImportLayout&) const = default;
};

struct OutcomeWords {
    ImportedOutcome outcome = ImportedOutcome::won;
    std::vector<std::string> words;

    bool operator==(const OutcomeWords&) const = default;
};
struct RoleWords {
    Role role = Role::influencer;
    std::vector<std::string> words;

    bool operator==(const RoleWords&) const = default;
};
struct FunctionWords {
    Function function = Function::other;
    std::vector<std::string> words;

    bool operator==(const FunctionWords&) const = default;
};

// How programs that keep deals name things in one language: assets/import/<language>.json, read by core/files. Words are whole words of a
// cell, compared without case: "won" is found in "Closed Won".
struct ImportVocabulary {
    std::string language;
    std::vector<ImportLayout> layouts;
    std::vector<OutcomeWords> outcomes;
    std::vector<RoleWords> roles;
    std::vector<FunctionWords> functions;
    std::vector<std::string> yes;    // of a column of yes and no
    std::vector<std::string> totals; // what a row of sums begins with
    std::vector<std::string> footers; // what small print below a report begins with
    std::vector<std::string> nouns;  // what programs put before or behind a heading of deals: "Deal - Title", "opportunity_amount"

    bool operator==(const ImportVocabulary&) const = default;
};

}
