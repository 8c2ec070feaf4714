#include "core/files/json.hpp"

#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace middleground;
using namespace middleground::test;

namespace {

// The same deal after a file, and the same bytes again.
void check_round_trip(const Deal& deal) {
    for (const auto& text : {io::write_deal(deal), io::write_deal_compact(deal)}) {
        const auto read = io::read_deal(text, today());
        INFO(text);
        REQUIRE((read ? "" : read.error().message()) == "");
        REQUIRE(*read == deal);
    }
    const auto text = io::write_deal(deal);
    REQUIRE(io::write_deal(*io::read_deal(text, today())) == text);
    REQUIRE(io::write_deal(*io::read_deal(io::write_deal_compact(deal), today())) == text);
}

Deal smallest_deal() {
    Deal deal;
    deal.id = {"d00001"};
    deal.opened = deal.created = today();
    return deal;
}

// The text with a member of its own at the start of every object.
std::string with_member_everywhere(std::string_view compact, std::string_view member) {
    std::string out;
    bool in_text = false;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        out += compact[i];
        if (in_text && compact[i] == '\\') {
            out += compact[++i];
        } else if (compact[i] == '"') {
            in_text = !in_text;
        } else if (!in_text && compact[i] == '{') {
            out += member;
            if (compact[i + 1] != '}') out += ',';
        }
    }
    return out;
}

int count_of(std::string_view text, std::string_view part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

// One deal with every member of every thing.
Deal full_deal() {
    auto deal = example_deal();
    deal.seller = "Nora Whitfield";
    deal.playbook = "ten-commitments";
    deal.outcome = Lost{today(), "Kestrel", "Price"};
    deal.process = Process::buyer_led;
    deal.sample = true;
    deal.alternatives = {{"Kestrel", AlternativeKind::in_house, "Runs on site", {}}};
    deal.notes = "Only for us";
    deal.stakeholders[0].left = Departure{today(), "A new job"};
    return deal;
}

template <typename E, typename Set>
void check_each(Set set) {
    for (const auto& name : names_of<E>()) {
        auto deal = full_deal();
        set(deal, name.value);
        check_round_trip(deal);
    }
}

}

TEST_CASE("a deal with nothing in it leaves everything out but its id and the day it was opened") {
    CHECK(io::write_deal(smallest_deal()) ==
          "{\n  \"middleground\": 2,\n  \"deal\": {\"id\": \"d00001\", \"opened\": \"2026-06-30\"}\n}\n");
    CHECK(io::write_deal_compact(smallest_deal()) == R"({"middleground":2,"deal":{"id":"d00001","opened":"2026-06-30"}})");
    check_round_trip(smallest_deal());
}

TEST_CASE("deals survive their file, whatever is in them") {
    check_round_trip(example_deal());
    check_round_trip(full_deal());
    check_round_trip(crowded_deal(today()));
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = seed % 2 == 0 ? odd_deal(random) : random_deal(random);
        REQUIRE(validate(deal, today()).empty());
        check_round_trip(deal);
    }
}

TEST_CASE("every word of every enum survives") {
    check_each<Function>([](Deal& deal, Function value) { deal.stakeholders[0].function = value; });
    check_each<Role>([](Deal& deal, Role value) { deal.stakeholders[0].role = value; });
    check_each<InteractionKind>([](Deal& deal, InteractionKind value) { deal.interactions[0].kind = value; });
    check_each<Direction>([](Deal& deal, Direction value) { deal.interactions[0].direction = value; });
    check_each<AlternativeKind>([](Deal& deal, AlternativeKind value) { deal.alternatives[0].kind = value; });
    check_each<TargetReason>([](Deal& deal, TargetReason value) { deal.targets[0].reason = value; });
    check_each<Process>([](Deal& deal, Process value) { deal.process = value; });
    check_each<Stance>([](Deal& deal, Stance value) { deal.stakeholders[0].stances = {{today(), value, {}}}; });
    check_each<PromiseEventKind>([](Deal& deal, PromiseEventKind value) {
        if (value != PromiseEventKind::made) deal.promises[0].events.push_back({value, today(), "why"});
    });
    check_each<ConcernEventKind>([](Deal& deal, ConcernEventKind value) {
        using enum ConcernEventKind;
        if (value == reopened) deal.concerns[0].events.push_back({answered, today(), {}});
        if (value != raised) deal.concerns[0].events.push_back({value, today(), "why"});
    });
    check_each<CommitmentEventKind>([](Deal& deal, CommitmentEventKind value) {
        using enum CommitmentEventKind;
        auto& events = deal.commitments[1].events;
        if (value == planned) events = {{planned, today(), {}, {}, {}, {}}};
        if (value == declined) events = {{asked, today(), {elena}, kickoff, {}, {}}, {declined, today(), {elena}, {}, "no time", {}}};
        if (value == broken)
            events = {{asked, today(), {}, {}, {}, {}}, {agreed, today(), {}, {}, {}, {}}, {broken, today(), {}, {}, "away", {}}};
        if (value == reopened) events = {{asked, today(), {}, {}, {}, {}}, {reopened, today(), {}, {}, {}, {}}};
    });
    for (const Outcome& outcome :
         {Outcome{Open{}}, Outcome{Won{today()}}, Outcome{Lost{today(), {}, {}}}, Outcome{NoDecision{today(), "Budget"}}}) {
        auto deal = full_deal();
        deal.outcome = outcome;
        check_round_trip(deal);
    }
}

TEST_CASE("amounts survive in currencies of every exponent") {
    for (const auto* currency : {"JPY", "EUR", "KWD", "CLF", "ZZZ"}) {
        for (const std::int64_t minor : {std::int64_t{0}, std::int64_t{1}, std::int64_t{18400000}, std::int64_t{9007199254740993},
                                         std::numeric_limits<std::int64_t>::max()}) {
            auto deal = smallest_deal();
            deal.amount = Money{minor, currency};
            check_round_trip(deal);
        }
    }
}

TEST_CASE("weights are written with up to three decimals") {
    auto deal = example_deal();
    const std::vector<std::pair<int, std::string>> rows{{0, "0"}, {1, "0.001"}, {250, "0.25"}, {300, "0.3"}, {999, "0.999"}, {1000, "1"}};
    for (const auto& [milli, text] : rows) {
        deal.influences[0].weight_milli = milli;
        CHECK(io::write_deal_compact(deal).contains("\"weight\":" + text + '}'));
        check_round_trip(deal);
    }
}

TEST_CASE("unknown members survive at every place, behind the known ones, with their numbers as they came") {
    const auto deal = full_deal();
    const auto plain = io::write_deal_compact(deal);
    const auto objects = count_of(plain, "{");
    const auto sound = R"("zz":[1.50,{"k":null},-12345678901234567890,1E5])";
    const auto read = io::read_deal(with_member_everywhere(plain, sound), today());
    REQUIRE((read ? "" : read.error().message()) == "");
    const auto written = io::write_deal_compact(*read);
    CHECK(count_of(written, sound) == objects);
    CHECK(written.contains(R"("opened":"2026-05-21","targets":[{"on":"2026-05-21","date":"2026-08-29","zz":[)"));
    CHECK(written.ends_with(std::string(sound) + "}," + sound + "}"));
    REQUIRE(io::read_deal(written, today()));
    CHECK(*io::read_deal(written, today()) == *read);
    // Without the additions it is the same deal.
    auto stripped = written;
    for (const auto& piece : {',' + std::string(sound)}) {
        for (auto at = stripped.find(piece); at != std::string::npos; at = stripped.find(piece)) {
            stripped.erase(at, piece.size());
        }
    }
    CHECK(stripped == plain);
}

TEST_CASE("unknown members follow their thing when others go away") {
    auto text = io::write_deal_compact(example_deal());
    text = with_member_everywhere(text, R"("zz":1)");
    auto deal = *io::read_deal(text, today());
    deal.commitments[0].events.pop_back();
    deal.targets.clear();
    deal.interactions[0].next.reset();
    const auto written = io::write_deal_compact(deal);
    CHECK(count_of(written, R"("zz":1)") == count_of(text, R"("zz":1)") - 3);
    REQUIRE(io::read_deal(written, today()));
    CHECK(io::write_deal_compact(*io::read_deal(written, today())) == written);
}

TEST_CASE("an unknown member never takes the place of a known one that is left out") {
    // "why" means nothing for a won deal, whatever it holds; for a lost one it is a text.
    auto deal = *io::read_deal(
        R"({"middleground":1,"deal":{"id":"d00001","opened":"2026-06-01","outcome":{"state":"won","on":"2026-06-02","why":5}}})", today());
    CHECK(io::write_deal_compact(deal).contains(R"("why":5)"));
    deal.outcome = Lost{deal.opened, {}, {}};
    CHECK_FALSE(io::write_deal_compact(deal).contains("why"));
    CHECK(io::read_deal(io::write_deal(deal), today()));
    deal = smallest_deal();
    deal.extra = R"({"title":7,"notes":[],"x":1})";
    CHECK(io::write_deal_compact(deal) == R"({"middleground":2,"deal":{"id":"d00001","opened":"2026-06-30","x":1}})");
}

TEST_CASE("a thing with unknown members of its own gets none from what it is part of") {
    auto deal = smallest_deal();
    deal.alternatives = {{"Wait", AlternativeKind::do_nothing, {}, R"({"own":1})"}};
    deal.extra = R"({"alternatives":{"0":{"other":2}},"x":3})";
    CHECK(io::write_deal_compact(deal).ends_with(R"("alternatives":[{"name":"Wait","kind":"do_nothing","own":1}],"x":3}})"));
}

TEST_CASE("members beside the deal stay beside it") {
    const std::string_view text =
        R"({"middleground":2,"deal":{"id":"d00001","opened":"2026-06-30","y":2},"by":"another program","at":{"x":[]}})";
    const auto deal = io::read_deal(text, today());
    REQUIRE(deal);
    CHECK(io::write_deal_compact(*deal) == text);
    const auto reordered = io::read_deal(
        R"({"by":"another program","deal":{"y":2,"opened":"2026-06-30","id":"d00001"},"at":{"x":[]},"middleground":1})", today());
    REQUIRE(reordered);
    CHECK(io::write_deal_compact(*reordered) == text);
}

TEST_CASE("hundreds of unknown members in one list survive") {
    auto deal = smallest_deal();
    deal.stakeholders.resize(1);
    deal.stakeholders[0].id = elena;
    deal.stakeholders[0].created = today();
    deal.stakeholders[0].stances.assign(500, {today(), Stance::neutral, {}});
    const auto text = with_member_everywhere(io::write_deal_compact(deal), R"("z":1)");
    const auto read = io::read_deal(text, today());
    REQUIRE((read ? "" : read.error().message()) == "");
    CHECK(count_of(io::write_deal_compact(*read), R"("z":1)") == 503);
    CHECK(*io::read_deal(io::write_deal(*read), today()) == *read);
}

TEST_CASE("a file reads the same with other white space, order and a byte order mark") {
    const auto deal = example_deal();
    auto text = io::write_deal(deal);
    CHECK(*io::read_deal("\xEF\xBB\xBF" + text, today()) == deal);
    std::string loose;
    for (const char c : text) {
        loose += c == '\n' ? "\r\n\t " : std::string(1, c);
    }
    CHECK(*io::read_deal(loose, today()) == deal);
}

TEST_CASE("what happened tomorrow passes, what happens the day after does not") {
    auto deal = example_deal();
    deal.interactions[0].on = deal.interactions[0].created = today();
    const auto text = io::write_deal(deal);
    CHECK(io::read_deal(text, today()));
    CHECK(io::read_deal(text, today() - 1)); // written further east
    const auto refused = io::read_deal(text, today() - 2);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.contains("in the future"));
    CHECK(refused.error().where == "interaction 1");
}

TEST_CASE("written files are indented, and what fits stands in one line") {
    const auto text = io::write_deal(crowded_deal(today()));
    CHECK(text.starts_with("{\n  \"middleground\": 2,\n  \"deal\": {\n    \"id\": "));
    CHECK(text.ends_with("\n  }\n}\n"));
    std::size_t line_start = 0;
    while (line_start < text.size()) {
        const auto end = text.find('\n', line_start);
        const auto line = std::string_view(text).substr(line_start, end - line_start);
        // Only a single long text makes a line long.
        if (line.size() > 121) CHECK(count_of(line, "\": ") == 1);
        line_start = end + 1;
    }
}
