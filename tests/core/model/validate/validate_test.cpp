#include "core/model/validate/validate.hpp"

#include "core/base/text.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Row {
    std::string message; // of the first error
    std::function<void(Deal&)> damage;
};

void check_first(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        auto deal = example_deal();
        row.damage(deal);
        const auto errors = validate(deal, today());
        INFO(row.message);
        REQUIRE_FALSE(errors.empty());
        CHECK(errors.front().message() == row.message);
    }
}

CommitmentEvent event(CommitmentEventKind kind, int days_ago) {
    return {kind, today() - days_ago, {}, {}, {}, {}};
}

}

TEST_CASE("the example and the empty deal are valid") {
    CHECK(validate(example_deal(), today()).empty());
    Deal deal;
    deal.id = {"d00001"};
    CHECK(validate(deal, today()).empty());
}

TEST_CASE("broken facts of the deal") {
    check_first({
        {"The id of the deal is malformed (the deal). An id is six characters of 0-9 and a-z without i, l, o and u.",
         [](Deal& deal) { deal.id.text = "ABC"; }},
        {"It was created on 1 Jul, which is in the future (the deal). Check the day, and the clock of this computer.",
         [](Deal& deal) { deal.created = today() + 1; }},
        {"The title is longer than 500 bytes (the deal). Shorten it.", [](Deal& deal) { deal.title.assign(501, 'a'); }},
        {"The account is not well-formed UTF-8 at byte 3 (the deal). Save the text as UTF-8.",
         [](Deal& deal) { deal.account = "abc\xff"; }},
        {"The amount is negative (the deal). Type an amount of 0 or more.", [](Deal& deal) { deal.amount->minor = -1; }},
        {"The amount has no currency (the deal). A currency is three capital letters, such as EUR.",
         [](Deal& deal) { deal.amount->currency = "euro"; }},
        {"The deal was opened on 1 Jul, which is in the future (the deal). Choose today or an earlier day.",
         [](Deal& deal) { deal.opened = today() + 1; }},
        {"The expected group size is 0 (the deal). It goes from 1 to 100.", [](Deal& deal) { deal.expected_group_size = 0; }},
        {"The text of the notes is longer than 20000 bytes (the deal). Shorten it.", [](Deal& deal) { deal.notes.assign(20001, 'a'); }},
        {"The day of the change of the target date, 1 Jul, is in the future (target date 1). Choose today or an earlier day.",
         [](Deal& deal) { deal.targets[0].on = today() + 1; }},
        {"The day of the change of the target date, 10 Jun, is before what was recorded ahead of it on 20 Jun (target date 2). Choose 20 "
         "Jun or a later day.",
         [](Deal& deal) {
             deal.targets = {{today() - 10, {}, {}, {}}, {today() - 20, {}, {}, {}}};
         }},
        {"The day of the outcome, 20 May, is before the deal was opened on 21 May (outcome). Choose a later day, or change the day the "
         "deal was opened.",
         [](Deal& deal) { deal.outcome = Won{today() - 41}; }},
        {"The reason is not well-formed UTF-8 at byte 0 (outcome). Save the text as UTF-8.",
         [](Deal& deal) {
             deal.outcome = Lost{today(), {}, "\xfe"};
         }},
        {"The name is longer than 500 bytes (alternative 1, \"" + std::string(60, 'x') + "\u2026\"). Shorten it.",
         [](Deal& deal) {
             deal.alternatives = {{std::string(501, 'x'), {}, {}, {}}};
         }},
    });
}

TEST_CASE("broken people and lines of influence") {
    check_first({
        {"The id is missing (stakeholder 1, \"Elena Brandt\"). An id is six characters of 0-9 and a-z without i, l, o and u.",
         [](Deal& deal) { deal.stakeholders[0].id = {}; }},
        {"The id \"p00001\" is used twice (stakeholder 1, \"Elena Brandt\"). Give one of the two another id.",
         [](Deal& deal) { deal.stakeholders[2].id = elena; }},
        {"The influence is 101 (stakeholder 2, \"Tom Hadley\"). It goes from 0 to 100.",
         [](Deal& deal) { deal.stakeholders[1].influence = 101; }},
        {"The openness is -1 (stakeholder 2, \"Tom Hadley\"). It goes from 0 to 100.",
         [](Deal& deal) { deal.stakeholders[1].openness = -1; }},
        {"The day of the stance, 1 Jul, is in the future (stakeholder 1, \"Elena Brandt\"). Choose today or an earlier day.",
         [](Deal& deal) {
             deal.stakeholders[0].stances = {{today() + 1, Stance::neutral, {}}};
         }},
        {"The day of the stance, 4 Jun, is before what was recorded ahead of it on 5 Jun (stakeholder 2, \"Tom Hadley\"). Choose 5 Jun or "
         "a later day.",
         [](Deal& deal) {
             deal.stakeholders[1].stances.push_back({today() - 26, Stance::neutral, {}});
         }},
        {"The day of the departure, 1 Jul, is in the future (stakeholder 2, \"Tom Hadley\"). Choose today or an earlier day.",
         [](Deal& deal) { deal.stakeholders[1].left = Departure{today() + 1, {}}; }},
        {"The reason for leaving is longer than 20000 bytes (stakeholder 2, \"Tom Hadley\"). Shorten it.",
         [](Deal& deal) { deal.stakeholders[1].left = Departure{today(), std::string(20001, 'x')}; }},
        {"The end of the line names somebody who is not in the deal (influence line 1). Remove it there, or put back what it names.",
         [](Deal& deal) { deal.influences[0].to = {"zzzzzz"}; }},
        {"The line goes from a person to the same person (influence line 1). Remove it: how far others can move a person is what "
         "openness says.",
         [](Deal& deal) { deal.influences[0].to = elena; }},
        {"The weight in thousandths is 1001 (influence line 1). It goes from 0 to 1000.",
         [](Deal& deal) { deal.influences[0].weight_milli = 1001; }},
        {"There is already a line between these two people (influence line 3). Keep one of them.",
         [](Deal& deal) { deal.influences.push_back(deal.influences[0]); }},
    });
}

TEST_CASE("broken commitments") {
    using K = CommitmentEventKind;
    check_first({
        {"\"kept\" cannot follow \"planned\" (commitment 2, \"Build consensus\"). A commitment is planned, asked, agreed, kept; or "
         "declined, broken after it was agreed, dropped or not needed.",
         [](Deal& deal) { deal.commitments[1].events = {event(K::kept, 1)}; }},
        {"\"planned\" cannot follow \"asked\" (commitment 2, \"Build consensus\"). A commitment is planned, asked, agreed, kept; or "
         "declined, broken after it was agreed, dropped or not needed.",
         [](Deal& deal) {
             deal.commitments[1].events = {event(K::asked, 1), event(K::planned, 1)};
         }},
        {"The day of the event \"agreed\", 28 Jun, is before what was recorded ahead of it on 29 Jun (commitment 2, \"Build consensus\"). "
         "Choose 29 Jun or a later day.",
         [](Deal& deal) {
             deal.commitments[1].events = {event(K::asked, 1), event(K::agreed, 2)};
         }},
        {"The day of the event \"asked\", 1 Jul, is in the future (commitment 2, \"Build consensus\"). Choose today or an earlier day.",
         [](Deal& deal) { deal.commitments[1].events = {event(K::asked, -1)}; }},
        {"What it waits for names something that is not in the deal (commitment 2, \"Build consensus\"). Remove it there, or put back what "
         "it names.",
         [](Deal& deal) { deal.commitments[1].prerequisites = {{"zzzzzz"}}; }},
        {"What it waits for names the same thing twice (commitment 2, \"Build consensus\"). Name each only once.",
         [](Deal& deal) {
             deal.commitments[1].prerequisites = {explore, explore};
         }},
        {"It waits for itself (commitment 2, \"Build consensus\"). Remove it from what it waits for.",
         [](Deal& deal) { deal.commitments[1].prerequisites = {consensus}; }},
        {"Commitments wait for each other: \"Explore change\", which waits for \"Invest\", which waits for \"Build consensus\", which "
         "waits for \"Explore change\" "
         "(commitment 1, \"Explore change\"). Remove one of these prerequisites.",
         [](Deal& deal) { deal.commitments[0].prerequisites = {invest}; }},
        {"Another commitment is already the decision (commitment 3, \"Invest\"). Exactly one commitment in a plan is the decision.",
         [](Deal& deal) { deal.commitments[1].decides = true; }},
        {"No commitment in the plan is the decision (the deal). Mark the one that decides.",
         [](Deal& deal) { deal.commitments[2].decides = false; }},
        {"Who has to agree names somebody who is not in the deal (commitment 2, \"Build consensus\"). Remove it there, or put back what "
         "it names.",
         [](Deal& deal) { deal.commitments[1].people = {{"zzzzzz"}}; }},
        {"The buyer's owner names somebody who is not in the deal (commitment 2, \"Build consensus\"). Remove it there, or put back what "
         "it names.",
         [](Deal& deal) { deal.commitments[1].buyer_owner = {"zzzzzz"}; }},
        {"Whom the value offered is for names somebody who is not in the deal (commitment 2, \"Build consensus\"). Remove it there, or "
         "put back what it names.",
         [](Deal& deal) {
             deal.commitments[1].value_offered = {{{"zzzzzz"}, {}, {}}};
         }},
        {"Who was asked or answered names somebody who is not in the deal (commitment 1, \"Explore change\"). Remove it there, or put "
         "back what it names.",
         [](Deal& deal) { deal.commitments[0].events[0].who = {{"zzzzzz"}}; }},
        {"An event's interaction names something that is not in the deal (commitment 1, \"Explore change\"). Remove it there, or put back "
         "what it names.",
         [](Deal& deal) { deal.commitments[0].events[0].interaction = {"zzzzzz"}; }},
    });
}

TEST_CASE("broken promises, interactions and concerns") {
    check_first({
        {"Whom it was made to names somebody who is not in the deal (promise 1, \"Send the offer\"). Remove it there, or put back what it "
         "names.",
         [](Deal& deal) { deal.promises[0].to = {"zzzzzz"}; }},
        {"The first event is \"kept\" (promise 1, \"Send the offer\"). The first event is \"made\", and it happens once.",
         [](Deal& deal) { deal.promises[0].events[0].kind = PromiseEventKind::kept; }},
        {"Nothing has happened to it yet (promise 1, \"Send the offer\"). Its first event is \"made\".",
         [](Deal& deal) { deal.promises[0].events.clear(); }},
        {"The day of the interaction, 1 Jul, is in the future (interaction 2). Choose today or an earlier day.",
         [](Deal& deal) { deal.interactions[1].on = today() + 1; }},
        {"Who took part names the same thing twice (interaction 2). Name each only once.",
         [](Deal& deal) {
             deal.interactions[1].people = {maria, maria};
         }},
        {"What was asked for names something that is not in the deal (interaction 1). Remove it there, or put back what it names.",
         [](Deal& deal) { deal.interactions[0].asks = {{"zzzzzz"}}; }},
        {"The concerns touched holds an empty id (interaction 1). Remove it.", [](Deal& deal) { deal.interactions[0].concerns = {{}}; }},
        {"The next step names something that is not in the deal (interaction 1). Remove it there, or put back what it names.",
         [](Deal& deal) { deal.interactions[0].next->commitment = {"zzzzzz"}; }},
        {"The next step is empty (interaction 1). Give it a day, a commitment or a text, or leave it out.",
         [](Deal& deal) { deal.interactions[0].next = NextStep{}; }},
        {"The concern belongs to nobody (concern 1, \"Downtime in the season\"). Say whose it is.",
         [](Deal& deal) { deal.concerns[0].stakeholder = {}; }},
        {"\"raised\" cannot follow \"raised\" (concern 1, \"Downtime in the season\"). The first event is \"raised\", and it happens once.",
         [](Deal& deal) {
             deal.concerns[0].events.push_back({ConcernEventKind::raised, today(), {}});
         }},
    });
}

TEST_CASE("errors come in the order of the file, and all of them") {
    auto deal = example_deal();
    deal.concerns[0].stakeholder = {};
    deal.commitments[2].decides = false;
    deal.stakeholders[0].influence = 500;
    deal.stakeholders[2].openness = 500;
    deal.title.assign(1000, 'a');
    const auto errors = validate(deal, today());
    REQUIRE(errors.size() == 5);
    CHECK(errors[0].what == "The title is longer than 500 bytes");
    CHECK(errors[1].where == "stakeholder 1, \"Elena Brandt\"");
    CHECK(errors[2].where == "stakeholder 3, \"Maria Costa\"");
    CHECK(errors[3].what == "No commitment in the plan is the decision");
    CHECK(errors[4].what == "The concern belongs to nobody");
}

TEST_CASE("one message for what follows from one illegal move") {
    using K = CommitmentEventKind;
    auto deal = example_deal();
    deal.commitments[1].events = {event(K::kept, 9), event(K::kept, 8), event(K::planned, 7), event(K::broken, 6)};
    CHECK(validate(deal, today()).size() == 1);
}

TEST_CASE("messages are one line of well-formed UTF-8, whatever the names are") {
    auto deal = example_deal();
    deal.stakeholders[0].name = "\xff\xfe";
    deal.stakeholders[0].influence = 101;
    deal.stakeholders[1].name = "two\nlines\r\n\x01";
    deal.stakeholders[1].influence = 101;
    std::string long_name;
    for (int i = 0; i < 100; ++i) {
        long_name += "\u5c71";
    }
    deal.stakeholders[2].name = long_name;
    deal.stakeholders[2].influence = 101;
    const auto errors = validate(deal, today());
    REQUIRE(errors.size() == 4);
    CHECK(errors[1].where == "stakeholder 1");
    CHECK(errors[2].where == "stakeholder 2, \"two lines   \"");
    for (const auto& error : errors) {
        CHECK_FALSE(first_invalid_utf8(error.message()));
        CHECK(error.message().find('\n') == std::string::npos);
        CHECK(error.message().size() < 200);
    }
}

TEST_CASE("limits of the lists") {
    const auto first_of = [](const Deal& deal) { return validate(deal, today()).at(0).what; };
    auto deal = example_deal();
    Random random(1);
    for (int i = 0; i < Limits::stakeholders - 2; ++i) {
        auto person = deal.stakeholders[0];
        person.id = StakeholderId::make(random);
        deal.stakeholders.push_back(person);
    }
    CHECK(first_of(deal) == "There are 501 stakeholders");

    deal = example_deal();
    deal.concerns[0].events.clear();
    for (int i = 0; i <= Limits::events; ++i) {
        deal.concerns[0].events.push_back({i == 0       ? ConcernEventKind::raised
                                           : i % 2 == 1 ? ConcernEventKind::resolved
                                                        : ConcernEventKind::reopened,
                                           today(),
                                           {}});
    }
    CHECK(first_of(deal) == "There are 501 events");
}

TEST_CASE("the largest deal is valid, and a hostile one yields no more than a thousand errors") {
    Random random(5);
    auto deal = example_deal();
    while (deal.stakeholders.size() < static_cast<std::size_t>(Limits::stakeholders)) {
        auto person = deal.stakeholders[1];
        person.id = StakeholderId::make(random);
        deal.stakeholders.push_back(person);
    }
    while (deal.commitments.size() < static_cast<std::size_t>(Limits::commitments)) {
        auto commitment = deal.commitments[0];
        commitment.id = CommitmentId::make(random);
        commitment.prerequisites = {deal.commitments.back().id, deal.commitments[0].id, deal.commitments[deal.commitments.size() / 2].id};
        commitment.people.clear();
        for (const auto& person : deal.stakeholders) {
            commitment.people.push_back(person.id);
        }
        deal.commitments.push_back(commitment);
    }
    while (deal.interactions.size() < static_cast<std::size_t>(Limits::interactions)) {
        auto interaction = deal.interactions[0];
        interaction.id = InteractionId::make(random);
        deal.interactions.push_back(interaction);
    }
    const auto errors = validate(deal, today());
    for (const auto& error : errors) {
        UNSCOPED_INFO(error.message());
    }
    CHECK(errors.empty());

    // A knot of everything, and names that dangle everywhere.
    for (auto& commitment : deal.commitments) {
        commitment.prerequisites = {deal.commitments.back().id, {"zzzzzz"}};
        commitment.people.assign(500, {"zzzzzz"});
    }
    deal.commitments.back().prerequisites = {deal.commitments.front().id};
    CHECK(validate(deal, today()).size() == 1000);
}

TEST_CASE("random deals are valid") {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Random random(seed);
        const auto errors = validate(random_deal(random), today());
        if (!errors.empty()) {
            INFO("seed " << seed << ": " << errors.front().message());
            FAIL();
        }
    }
}

TEST_CASE("what is set aside, and days that people named", "[set_aside]") {
    using K = CommitmentEventKind;
    check_first({
        {"It is the decision, and it is not needed (commitment 3, \"Invest\"). Reopen it, or mark another commitment as the decision.",
         [](Deal& deal) { deal.commitments[2].events = {event(K::not_needed, 1)}; }},
        {"\"asked\" cannot follow \"dropped\" (commitment 2, \"Build consensus\"). A commitment is planned, asked, agreed, kept; or "
         "declined, broken after it was agreed, dropped or not needed.",
         [](Deal& deal) {
             deal.commitments[1].events = {event(K::dropped, 2), event(K::asked, 1)};
         }},
        {"Nothing is to happen before 27 Jun, but that was said with the event \"declined\" on 28 Jun (commitment 2, \"Build consensus\"). "
         "Choose 28 Jun or a later day, or leave it out.",
         [](Deal& deal) {
             deal.commitments[1].events = {event(K::asked, 3), event(K::declined, 2)};
             deal.commitments[1].events.back().not_before = today() - 3;
         }},
        {"Nothing is to happen before 1 Jun, but that was said with the stance on 5 Jun (stakeholder 2, \"Tom Hadley\"). Choose 5 Jun or a "
         "later day, or leave it out.",
         [](Deal& deal) { deal.stakeholders[1].stances[0].not_before = today() - 29; }},
    });
    auto deal = example_deal();
    deal.commitments[1].events = {event(K::asked, 3), event(K::declined, 2)};
    deal.commitments[1].events.back().not_before = today() - 2; // of the day itself
    deal.stakeholders[1].stances[0].not_before = today() + 400;
    CHECK(validate(deal, today()).empty());
}
