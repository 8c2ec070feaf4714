#include "core/model/belief.hpp"

#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/merge/merge.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Belief believed(Date on, int won, int by = 1) {
    return {.on = on, .won = won, .p10 = 10, .p50 = 30, .p90 = 90, .by = by};
}

Deal with_diary(Diary diary) {
    auto deal = example_deal();
    deal.diary = std::move(diary);
    return deal;
}

// The deal's file with these as its diary.
std::string file_with(const std::string& diary) {
    auto text = io::write_deal_compact(example_deal());
    text.insert(text.rfind("}}"), ",\"diary\":" + diary);
    return text;
}

std::string fault_in(const std::string& diary) {
    const auto deal = io::read_deal(file_with(diary), today());
    return deal ? std::string() : deal.error().message();
}

}

TEST_CASE("days out of order are put in order, and of two for a day one stays, whichever came first") {
    Diary diary{believed(today(), 3), believed(today() - 2, 1), believed(today(), 9), believed(today() - 1, 2)};
    Diary turned(diary.rbegin(), diary.rend());
    put_in_order(diary);
    put_in_order(turned);
    CHECK(diary == Diary{believed(today() - 2, 1), believed(today() - 1, 2), believed(today(), 9)});
    CHECK(turned == diary);
}

TEST_CASE("a file's diary is put in order while it is read") {
    const auto deal = io::read_deal(file_with(R"([{"on":"2026-06-29","won":220},{"on":"2026-06-01","won":310},{"on":"2026-06-29","won":100}])"), today());
    REQUIRE(deal);
    REQUIRE(deal->diary.size() == 2);
    CHECK(deal->diary[0].won == 310);
    CHECK(deal->diary[1].won == 220);
    CHECK(deal->diary[1].p50 == -1);
}

TEST_CASE("days after today are read: a clock went back") {
    CHECK(fault_in(R"([{"on":"2027-06-29","won":220}])") == "");
}

TEST_CASE("numbers that make no sense give one error that says which") {
    CHECK(fault_in(R"([{"on":"2026-06-29","won":1001}])").contains("1001"));
    CHECK(fault_in(R"([{"on":"2026-06-29","won":-1}])").contains("0 to 1000"));
    CHECK(fault_in(R"([{"on":"2026-06-29","won":0.5}])").contains("won"));
    CHECK(fault_in(R"([{"won":5}])").contains("on"));
    CHECK(fault_in(R"({"on":"2026-06-29"})").contains("list"));
    CHECK(fault_in(R"([{"on":"2026-06-29","p10":50,"p50":40,"p90":60}])").contains("2026-06-29"));
    CHECK(fault_in(R"([{"on":"2026-06-29","p10":5}])").contains("2026-06-29"));
    CHECK(fault_in(R"([{"on":"2026-06-29","p10":5,"p50":9,"p90":99999}])").contains("99999"));
    std::string many = "[";
    for (int i = 0; i < 1001; ++i) {
        many += std::string(i > 0 ? "," : "") + "{\"on\":\"" + (today() - i).iso() + "\"}";
    }
    CHECK(fault_in(many + "]").contains("1001 days of the diary"));
}

TEST_CASE("a diary survives its file and the archive") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        const auto deal = with_diary(random_diary(random, today() - 300));
        REQUIRE(io::read_deal(io::write_deal(deal), today()).value() == deal);
        REQUIRE(io::read_archived(io::write_archived(deal).value(), today()).value() == deal);
    }
    auto archived = io::write_archived(with_diary({believed(today(), 300)})).value();
    archived.replace(archived.find("300"), 3, "3000");
    CHECK_FALSE(io::read_archived(archived, today()));
}

TEST_CASE("a link says nothing of the diary, and is as long as without") {
    const auto deal = with_diary({believed(today() - 1, 310), believed(today(), 220)});
    CHECK(io::encode_link(deal).value() == io::encode_link(example_deal()).value());
    CHECK(io::snapshot_name(deal) == io::snapshot_name(example_deal()));
}

TEST_CASE("merging keeps every day of both diaries, and asks nothing") {
    const auto mine = with_diary({believed(today() - 2, 100), believed(today(), 300, 1)});
    const auto theirs = with_diary({believed(today() - 1, 200), believed(today(), 100, 2)});
    const MergeInput input{nullptr, mine, theirs, today()};
    CHECK(merge(input).changes.empty());
    CHECK(merge(input).conflicts.empty());
    const auto deal = merged(input, {}, today());
    REQUIRE(deal);
    CHECK(deal->diary == Diary{believed(today() - 2, 100), believed(today() - 1, 200), believed(today(), 100, 2)});
    CHECK(same_content(mine, theirs));
    // What came by link has none.
    const auto of_link = merged({nullptr, mine, example_deal(), today()}, {}, today());
    CHECK(of_link->diary == mine.diary);
}

TEST_CASE("a diary that is not in order breaks a rule") {
    CHECK(validate(with_diary({believed(today(), 1), believed(today() - 1, 1)}), today()).size() == 1);
    CHECK(validate(with_diary({believed(today(), 1), believed(today(), 2)}), today()).size() == 1);
    CHECK(validate(with_diary({believed(today() - 1, 1), believed(today(), 2)}), today()).empty());
}
