#include "core/files/any_file.hpp"
#include "core/files/json.hpp"
#include "core/model/buyer_plan.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = test::today();

std::string error_of(std::string_view text) {
    const auto file = io::read_any_file(text, today);
    return file ? "" : file.error().what;
}

}

TEST_CASE("a file is read as the kind that its marker names") {
    const auto deal = test::example_deal();
    CHECK(std::get<Deal>(io::read_any_file(io::write_deal(deal), today).value()) == deal);
    CHECK(std::get<Deal>(io::read_any_file(io::write_archived(deal).value(), today).value()) == deal);
    const auto plan = buyer_plan(deal, today);
    CHECK(std::get<BuyerPlan>(io::read_any_file(io::write_plan(plan), today).value()) == plan);
    const auto backup = std::get<io::Backup>(io::read_any_file(io::write_backup({deal, deal}), today).value());
    CHECK(backup.deals.size() == 2);
    CHECK(backup.deals[1].deal == deal);
}

TEST_CASE("what is wrong with a file is said as of its own kind; without a marker as of a deal") {
    const auto told = [](std::string_view text, const auto& read) { CHECK(error_of(text) == read(text).error().what); };
    const auto as_deal = [](std::string_view text) { return io::read_deal(text, today); };
    for (const auto* text : {"", "{", "[]", "{}", R"({"middleground": 99})", R"({"middleground_settings": 1})", "\xff\xfe{"}) {
        told(text, as_deal);
    }
    told(R"({"middleground_backup": 99, "deals": []})", [](std::string_view text) { return io::read_backup(text, today); });
    told(R"({"middleground_playbook": 1})", [](std::string_view text) { return io::read_playbook(text); });
    told(R"({"middleground_plan": 1})", [](std::string_view text) { return io::read_plan(text); });
    told(R"({"middleground_archive": 1})", [](std::string_view text) { return io::read_archived(text, today); });
}
