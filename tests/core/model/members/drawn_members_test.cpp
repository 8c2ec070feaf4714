// Property tests are worth as much as the deals that they draw: each row of the tables comes up in some of them, and is specified.
#include "core/model/members/members.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace middleground;
using namespace middleground::test;

namespace {

bool says_something(const Member& member, const void* thing) {
    if (!member.is_there(thing)) return false;
    switch (member.kind) {
    case MemberKind::text:
    case MemberKind::reference:
    case MemberKind::unknown:
        return !member.in<std::string>(thing).empty();
    case MemberKind::texts:
    case MemberKind::choices:
    case MemberKind::references:
    case MemberKind::list:
        return member.size(thing) > 0;
    case MemberKind::flag:
        return member.in<bool>(thing);
    case MemberKind::whole:
    case MemberKind::thousandths:
        return member.in<int>(thing) != member.usual;
    case MemberKind::choice:
        return member.in<std::uint8_t>(thing) != member.usual;
    case MemberKind::maybe_day:
        return member.in<std::optional<Date>>(thing).has_value();
    case MemberKind::part:
        return member.part(thing) != nullptr;
    case MemberKind::made:
        return member.type->made->of(thing) != nullptr;
    default: // always there
        return true;
    }
}

// "stakeholders.left.why" of every row that `thing` says something in; without a thing, of every row that there is.
void note_rows(const MemberTable& table, const void* thing, const std::string& path, std::set<std::string>& rows) {
    for (const auto& member : table.rows) {
        const auto here = path + std::string(member.key);
        if (thing && !says_something(member, thing)) continue;
        if (member.kind != MemberKind::group && member.kind != MemberKind::unknown) rows.insert(here);
        if (!member.type->table) continue;
        const auto& inside = member.type->table();
        if (!thing || member.kind == MemberKind::group) {
            note_rows(inside, thing, here + '.', rows);
        } else if (member.kind == MemberKind::part) {
            note_rows(inside, member.part(thing), here + '.', rows);
        } else if (member.kind == MemberKind::made) {
            const auto made = member.type->made->of(thing);
            note_rows(inside, made.get(), here + '.', rows);
        } else {
            for (std::size_t i = 0; i < member.size(thing); ++i)
                note_rows(inside, member.element(thing, i), here + '.', rows);
        }
    }
}

std::set<std::string> rows_of(const MemberTable& table) {
    std::set<std::string> rows;
    note_rows(table, nullptr, {}, rows);
    return rows;
}

}

TEST_CASE("generated deals have every member that a deal can have") {
    std::set<std::string> drawn;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Random random(seed);
        const auto deal = random_deal(random);
        note_rows(members_of<Deal>(), &deal, {}, drawn);
    }
    // Which snapshot a copy came from is for tests of copies.
    drawn.insert("based_on");
    for (const auto& row : rows_of(members_of<Deal>())) {
        INFO("tests/support/random_things.cpp draws no " << row);
        CHECK(drawn.contains(row));
    }
}

TEST_CASE("every member is specified") {
    const auto formats = source_file("core/files/FORMATS.md");
    std::set<std::string> rows;
    for (const auto* table : {&members_of<Deal>(), &members_of<BuyerPlan>(), &members_of<Playbook>()}) {
        note_rows(*table, nullptr, {}, rows);
    }
    CHECK(rows.size() > 120);
    for (const auto& row : rows) {
        const auto key = row.substr(row.rfind('.') + 1);
        INFO("core/files/FORMATS.md says nothing of " << row);
        CHECK(formats.contains('`' + key + '`'));
    }
}
