#include "core/files/backup.hpp"
#include "core/codec/base64url.hpp"
#include "core/files/json.hpp"
#include "core/files/link/packed.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/files/settings.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/json/state_json.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"
#include "tests/support/odd_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>

using namespace middleground;
using namespace middleground::test;

// The committed files of tests/golden are what the program writes, byte for byte. One that differs means that the format has changed: when
// that is meant, write them anew (core_tests "[write-golden]"), and say in FORMATS.md what changed and since which version. The links are
// frozen: a program that does not read these any more has broken every link that was ever sent.

namespace {

std::string path_of(std::string_view name) {
    return "tests/golden/" + std::string(name);
}

Deal every_member() {
    const auto deal = io::read_deal(source_file(path_of("every_member.json")), today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    return *deal;
}

// As a link has it.
Deal every_member_but_the_diary() {
    auto deal = every_member();
    REQUIRE_FALSE(deal.diary.empty());
    deal.diary.clear();
    return deal;
}

Deal of_version_0() {
    const auto deal = io::read_deal(source_file(path_of("version_0.json")), today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    return *deal;
}

// The same bytes with the beginning that links had before version 2.
std::string as_d1(const std::string& link) {
    REQUIRE(link.starts_with("#d2."));
    return "#d1." + link.substr(4);
}

Settings settings() {
    Settings settings;
    settings.theme = ThemeChoice::light;
    settings.drawing = DrawingChoice::processor;
    settings.text_percent = 130;
    settings.order = {{"d00001"}, {"d3a7k9"}};
    settings.last_open = {"d3a7k9"};
    settings.last_open_on = *Date::parse("2026-06-30");
    settings.last_backup = *Date::parse("2026-06-29");
    settings.samples_offered = true;
    settings.currency = "GBP";
    settings.seller = "Nora Whitfield";
    settings.fields = {{"Region", FieldOwner::deal, FieldKind::choice, {"North", "South"}, true}, {"Met on", FieldOwner::person, FieldKind::date, {}, false}};
    settings.filters = {{"Late in the north", "late", "depot", {{"Region", "North"}, {{}, "food"}}, "field Region", true}};
    settings.deal_columns = {"ask", "by", "field Region", "amount"};
    settings.csv = io::CsvForm::european();
    settings.extra = R"({"from_later":[1.50]})";
    return settings;
}

Playbook playbook() {
    return *every_member().planned_with;
}

struct Golden {
    std::string name;
    std::string text;
};

std::vector<Golden> all_golden() {
    return {
        {"every_member.json", io::write_deal(every_member())},
        {"every_member.link", link_of(every_member()) + '\n'},
        {"every_member_state.json", write_state(every_member(), assessed(every_member(), today()), today())},
        {"example.json", io::write_deal(example_deal())},
        {"example.link", link_of(example_deal()) + '\n'},
        {"example_locked.link", io::encode_link(example_deal(), locked_passphrase, locked_entropy()).value() + '\n'},
        {"example_plan.json", io::write_plan(buyer_plan(example_deal(), today()))},
        {"example_plan.link", io::encode_link(buyer_plan(example_deal(), today())).value() + '\n'},
        {"example_state.json", write_state(example_deal(), assessed(example_deal(), today()), today())},
        {"version_0_migrated.json", io::write_deal(of_version_0())},
        {"backup.json", io::write_backup({example_deal(), every_member()})},
        {"settings.json", io::write_settings(settings())},
        {"playbook.json", io::write_playbook(playbook())},
        {"playbook.link", io::encode_playbook_link(playbook()).value() + '\n'},
    };
}

}

TEST_CASE("the program writes its files and links as they were committed") {
    for (const auto& golden : all_golden()) {
        INFO(golden.name);
        CHECK(golden.text == source_file(path_of(golden.name)));
    }
}

TEST_CASE("committed files and links are read") {
    CHECK(*io::decode_link(source_file(path_of("every_member.link")), today()) == every_member_but_the_diary());
    CHECK(*io::decode_link(source_file(path_of("example.link")), today()) == example_deal());
    CHECK(*io::decode_link(source_file(path_of("example_d1.link")), today()) == example_deal());
    // Made before deals and people had fields of the seller's own, people tags, and deals the edition of a playbook.
    auto before = every_member_but_the_diary();
    REQUIRE_FALSE(before.fields.empty());
    before.fields.clear();
    before.planned_with.reset(); // as young
    if (before.origin) before.origin->fields.clear();
    for (auto& person : before.stakeholders) {
        if (person.origin) person.origin->fields.clear();
        person.tags.clear();
        person.fields.clear();
    }
    CHECK(*io::decode_link(source_file(path_of("every_member_before_fields.link")), today()) == before);
    CHECK(link_of(before) + '\n' == source_file(path_of("every_member_before_fields.link")));
    // Made before deals had a base of their own, anything could be put off, and interactions said which mail they were.
    before.own_base.reset();
    before.snoozes.clear();
    for (auto& interaction : before.interactions) {
        interaction.source.clear();
    }
    CHECK(*io::decode_link(source_file(path_of("every_member_before_own_base.link")), today()) == before);
    CHECK(link_of(before) + '\n' == source_file(path_of("every_member_before_own_base.link")));
    // Made before version 2.
    before.client = Client::unknown;
    before.concerns.pop_back();
    before.commitments.resize(2);
    for (auto& event : before.commitments[0].events) {
        event.by = Asker::us;
        event.not_before.reset();
    }
    for (auto& person : before.stakeholders) {
        for (auto& stance : person.stances) {
            stance.not_before.reset();
        }
    }
    CHECK(*io::read_deal(source_file(path_of("every_member_version_1.json")), today()) == before);
    CHECK(*io::decode_link(source_file(path_of("every_member_before_version_2.link")), today()) == before);
    CHECK(as_d1(link_of(before)) + '\n' == source_file(path_of("every_member_before_version_2.link")));
    const auto backup_before = *io::read_backup(source_file(path_of("backup_version_1.json")), today());
    CHECK(std::ranges::equal(backup_before.deals, std::vector{example_deal(), before}, {}, &io::Backup::Item::deal));
    // Made before people could have left.
    for (auto& person : before.stakeholders) {
        person.left.reset();
    }
    CHECK(*io::decode_link(source_file(path_of("every_member_before_left.link")), today()) == before);
    CHECK(as_d1(link_of(before)) + '\n' == source_file(path_of("every_member_before_left.link")));
    // Made before deals had tags, links, a lesson, and before next steps had a state.
    before.tags.clear();
    before.links.clear();
    before.lesson.clear();
    for (auto& interaction : before.interactions) {
        if (interaction.next) interaction.next->state = NextStepState::planned;
    }
    CHECK(*io::decode_link(source_file(path_of("every_member_before_tags.link")), today()) == before);
    CHECK(as_d1(link_of(before)) + '\n' == source_file(path_of("every_member_before_tags.link")));
    // Made before deals had `based_on` and `origin`.
    before.based_on.clear();
    before.origin.reset();
    for (auto& person : before.stakeholders) {
        person.origin.reset();
    }
    CHECK(*io::decode_link(source_file(path_of("every_member_before_based_on.link")), today()) == before);
    CHECK(as_d1(link_of(before)) + '\n' == source_file(path_of("every_member_before_based_on.link")));
    for (const auto* name : {"example_locked.link", "example_locked_d1.link"}) {
        CHECK(*io::decode_link(source_file(path_of(name)), today(), locked_passphrase) == example_deal());
        CHECK(io::wants_passphrase(source_file(path_of(name))));
    }
    for (const auto* name : {"example_plan.link", "example_plan_d1.link"}) {
        CHECK(std::get<BuyerPlan>(*io::decode_snapshot(source_file(path_of(name)), today())) == buyer_plan(example_deal(), today()));
    }
    CHECK(*io::read_plan(source_file(path_of("example_plan.json"))) == buyer_plan(example_deal(), today()));
    CHECK(*io::read_deal(source_file(path_of("example.json")), today()) == example_deal());
    const auto backup = *io::read_backup(source_file(path_of("backup.json")), today());
    CHECK(std::ranges::equal(backup.deals, std::vector{example_deal(), every_member()}, {}, &io::Backup::Item::deal));
    CHECK(backup.left_out.empty());
    CHECK(*io::read_settings(source_file(path_of("settings.json"))) == settings());
    CHECK(*io::read_playbook(source_file(path_of("playbook.json"))) == playbook());
    CHECK(*io::decode_playbook_link(source_file(path_of("playbook.link"))) == playbook());
}

TEST_CASE("every member that a deal can have stands in the committed file") {
    const auto committed = member_names(source_file(path_of("every_member.json")));
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        for (const auto& name : member_names(io::write_deal(random_deal(random)))) {
            INFO(name);
            REQUIRE(std::ranges::binary_search(committed, name));
        }
    }
}

TEST_CASE("golden files are written anew", "[.][write-golden]") {
    for (const auto& golden : all_golden()) {
        std::ofstream(source_path(path_of(golden.name)), std::ios::binary) << golden.text;
    }
}

TEST_CASE("the fuzz target's links are written anew", "[.][write-golden]") {
    const std::vector<std::pair<std::string, Deal>> deals{
        {"example", example_deal()}, {"every_member", every_member()}, {"migrated", of_version_0()}};
    for (const auto& [name, deal] : deals) {
        const auto write = [&](const std::string& kind, const std::string& bytes) {
            std::ofstream(source_path("tests/fuzz/corpus/link_fuzz/" + name + kind), std::ios::binary) << bytes;
        };
        const auto link = link_of(deal);
        write("_text", "L" + std::string(link_base) + "%23" + link.substr(1, 40) + "\r\n> " + link.substr(41) + " is it.");
        write("_frame", 'F' + io::from_base64url(link.substr(io::link_prefix.size()))->substr(5));
        const auto bytes = *io::from_base64url(link.substr(io::link_prefix.size()));
        write("_inside", 'K' + bytes.substr(0, 1) + bytes.substr(5));
        const auto content = bytes.substr(0, 1) + bytes.substr(5);
        write("_locked", 'S' + *io::sealed(content, "\2", "fuzz", locked_entropy(), {1, 1}));
        const auto parts = *io::pack_deal(deal);
        std::string packed = "P";
        for (const auto* section : {&parts.ids, &parts.masks, &parts.numbers, &parts.dates}) {
            packed += static_cast<char>(section->size() & 0xff);
            packed += static_cast<char>(section->size() >> 8);
        }
        write("_packed", packed + parts.ids + parts.masks + parts.numbers + parts.dates + parts.texts);
    }
}
