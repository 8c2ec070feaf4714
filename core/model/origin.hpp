#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

// The program a deal or a person was imported from. FROZEN in links: new ones go to the end.
enum class OriginSystem : std::uint8_t { other, salesforce, hubspot, pipedrive, zoho, dynamics, monday, bitrix24, odoo, vtiger, copper, close, freshsales };

// A person who came with an import and was then removed by hand: the next import does not bring them back.
struct RemovedPerson {
    std::string person; // as PersonOrigin::id

    bool operator==(const RemovedPerson&) const = default;
};

// What a table said of a field of one's own.
struct SaidField {
    std::string name;
    std::string value; // as OwnField::value

    bool operator==(const SaidField&) const = default;
};

// Where a deal came from, and what was said there when it was last imported. A member that no longer equals the deal's own was edited by
// hand since, and an import leaves it alone. Empty: nothing was said.
struct DealOrigin {
    OriginSystem system = OriginSystem::other;
    std::string id; // of the record there; made of account and title where the table had none
    std::string title;
    std::string account;
    std::string amount; // "18400000 EUR", in minor units
    std::string seller;
    std::string target;  // "2026-09-30"
    std::string outcome; // "won 2026-09-30"; empty: open
    std::vector<RemovedPerson> removed;
    std::vector<SaidField> fields; // each name once

    bool operator==(const DealOrigin&) const = default;
};

// The same for a person.
struct PersonOrigin {
    OriginSystem system = OriginSystem::other;
    std::string id; // of the record there; the address or the name where the table had none
    std::string name;
    std::string title;
    std::string function; // key of a Function; empty: not said
    std::string role;     // key of a Role; empty: not said
    std::string contact;
    std::vector<SaidField> fields; // each name once

    bool operator==(const PersonOrigin&) const = default;
};

}
