#include "core/files/backup.hpp"
#include "core/files/json.hpp"
#include "core/files/settings.hpp"
#include "core/analysis/names.hpp"
#include "core/report/json/state_json.hpp"
#include "generated/assets.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/odd_deal.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

// FORMATS.md is read, so that it cannot fall behind what the program writes.

namespace {

const std::string& formats() {
    static const auto text = source_file("core/files/FORMATS.md");
    return text;
}

bool says(std::string_view word) {
    return formats().contains('`' + std::string(word) + '`');
}

template <typename E>
void check_words() {
    for (const auto& name : names_of<E>()) {
        INFO(name.key);
        CHECK(says(name.key));
    }
}

void check_members(std::string_view json) {
    for (const auto& name : member_names(json)) {
        INFO(name);
        REQUIRE(says(name));
    }
}

}

TEST_CASE("every member that is written or read is specified") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Random random(seed);
        const auto deal = random_deal(random);
        check_members(io::write_backup({deal}));
        check_members(write_state(deal, assessed(deal, today()), today()));
        check_members(io::write_deal(deal));
    }
    Settings settings;
    settings.last_open = {"d00001"};
    settings.last_backup = today();
    settings.changed = {{"d00001"}};
    settings.fields = {{"Region", FieldOwner::deal, FieldKind::choice, {"North"}, true}};
    settings.filters = {{"Late", "late", "depot", {{"Region", "North"}}, "by", true}};
    settings.deal_columns = {"by"};
    settings.csv = io::CsvForm::european();
    check_members(io::write_settings(settings));
    for (const auto& asset : assets::playbooks()) {
        check_members(asset.bytes);
    }
    for (const auto& asset : assets::samples()) {
        check_members(asset.bytes);
    }
    for (const auto& asset : assets::wording()) {
        check_members(asset.bytes);
    }
    for (const auto& asset : assets::import_tables()) {
        check_members(asset.bytes);
    }
    for (const auto& asset : assets::log_words()) {
        check_members(asset.bytes);
    }
}

TEST_CASE("every word of an enum is specified") {
    check_words<Function>();
    check_words<Role>();
    check_words<Stance>();
    check_words<FieldKind>();
    check_words<FieldOwner>();
    check_words<CommitmentEventKind>();
    check_words<Asker>();
    check_words<CommitmentState>();
    check_words<PlanState>();
    check_words<InteractionKind>();
    check_words<Direction>();
    check_words<ConcernEventKind>();
    check_words<ConcernKind>();
    check_words<Client>();
    check_words<PromiseEventKind>();
    check_words<TargetReason>();
    check_words<Process>();
    check_words<AlternativeKind>();
    check_words<WordingClass>();
    check_words<Side>();
    check_words<Severity>();
    check_words<NextAction>();
    check_words<AskClass>();
    check_words<OriginSystem>();
    check_words<ImportKind>();
    check_words<ImportField>();
    check_words<DateOrder>();
    for (const auto* word : {"won", "lost", "no_decision", "system", "light", "dark"}) {
        CHECK(says(word));
    }
}

TEST_CASE("limits and versions are specified as the program has them") {
    CHECK(formats().contains("deal file and backup " + std::to_string(io::schema_version) + ","));
    CHECK(formats().contains("At most " + std::to_string(io::max_file_bytes >> 20) + " MiB"));
}
