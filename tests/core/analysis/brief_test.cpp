#include "core/analysis/brief.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Brief brief_for(const Deal& deal, const BriefSubject& subject = {}, Date day = today()) {
    const auto all = assessed(deal, day);
    return brief_of({deal, playbook_of(deal), all.consensus, all.balance, english(), day}, all.next, subject);
}

int lines_that_start_with(std::string_view page, std::string_view start_of_line) {
    int count = 0;
    for (std::size_t at = 0; at < page.size();) {
        count += page.substr(at).starts_with(start_of_line) ? 1 : 0;
        const auto end = page.find('\n', at);
        at = end == std::string_view::npos ? page.size() : end + 1;
    }
    return count;
}

}

TEST_CASE("the brief of a meeting that took place: who was there and what is open with them") {
    auto deal = example_deal();
    deal.stakeholders[1].title = "Head of IT";
    deal.stakeholders[1].needed_outcome = "No night shifts";
    deal.interactions[0].summary = "Tom fears the season.";
    deal.interactions[0].kind = InteractionKind::workshop;
    auto& invested = deal.commitments[2];
    invested.buyer_owner = elena;
    invested.events = {{CommitmentEventKind::asked, today() - 9, {}, {}, {}, {}},
                       {CommitmentEventKind::agreed, today() - 8, {elena}, {}, {}, {}},
                       {CommitmentEventKind::due, today() - 8, {}, {}, {}, today() - 2}};
    const auto brief = brief_for(deal, kickoff);
    CHECK(brief.title == "Workshop on 5 Jun");
    CHECK(brief.deal == "Brightwater Foods / Planning for Brightwater");
    REQUIRE(brief.people.size() == 2);
    CHECK(brief.people[0].name == "Elena Brandt");
    CHECK(brief.people[0].part == "Finance, decision maker");
    CHECK(brief.people[0].stance == "Stance unknown");
    CHECK(brief.people[1].part == "Head of IT, IT, approver");
    CHECK(brief.people[1].needed_outcome == "No night shifts");
    CHECK(brief.people[1].stance == "Sceptical since 5 Jun: Worried about downtime");
    CHECK(brief.people[1].last_said == "5 Jun, workshop: Tom fears the season.");
    REQUIRE(brief.people[1].concerns.size() == 1);
    CHECK(brief.people[1].concerns[0].kind == "Concern");
    CHECK(brief.people[1].concerns[0].words == "Downtime in the season (open since 5 Jun)");
    CHECK(brief.our_promises == std::vector<std::string>{"Send the offer, to Elena Brandt, due 2 Jul"});
    CHECK(brief.their_promises == std::vector<std::string>{"Invest, Elena Brandt, due 28 Jun, 2 days late"});
    CHECK(brief.asks.size() <= 3);
    for (const auto& text : brief.avoid) {
        CHECK(std::count(brief.avoid.begin(), brief.avoid.end(), text) == 1);
    }

    const auto other = brief_for(deal, mail); // Maria alone
    CHECK(other.title == "E-mail on 20 Jun");
    REQUIRE(other.people.size() == 1);
    CHECK(other.people[0].last_said.empty());
    CHECK(other.our_promises.empty());
    CHECK(other.their_promises.empty());
    REQUIRE_FALSE(other.asks.empty());
    CHECK(other.asks[0].whom == std::vector{maria}); // hers first, whatever ranks higher
}

TEST_CASE("the stance counts from the day it began, and the last word from the log") {
    auto deal = example_deal();
    deal.stakeholders[1].stances.push_back({today() - 12, Stance::supportive, "Saw the figures"});
    deal.stakeholders[1].stances.push_back({today() - 2, Stance::supportive, {}});
    CHECK(brief_for(deal, kickoff).people[1].stance == "Supportive since 18 Jun: Saw the figures");
    deal.interactions[1].people = {tom};
    CHECK(brief_for(deal, kickoff).people[1].last_said == "5 Jun, meeting: nothing noted"); // our mail is not what Tom said
    deal.interactions[1].answered = true;
    deal.interactions[1].summary = "Sends the list";
    CHECK(brief_for(deal, kickoff).people[1].last_said == "20 Jun, e-mail: Sends the list");
}

StakeholderId hana_of(const Deal& deal) {
    return std::ranges::find(deal.stakeholders, "Hana Ngata", &Stakeholder::name)->id;
}

TEST_CASE("the brief of the next meeting is for the people of the best ask") {
    const auto day = *Date::parse("2026-06-30");
    const auto pushed = brief_for(sample("pushed", day), {}, day);
    CHECK(pushed.title == "Next meeting with Mei-Ling Tan");
    REQUIRE(pushed.asks.size() == 3);
    CHECK(pushed.asks[0].action == NextAction::prepare);
    CHECK(pushed.asks[1].action == NextAction::give_first);
    CHECK(pushed.people[0].concerns.size() == 4);

    const auto passive = brief_for(sample("passive", day), {}, day);
    CHECK(passive.title == "Next meeting with Olga Petrenko"); // who has waited longest for an answer
    CHECK(brief_for(sample("passive", day), hana_of(sample("passive", day)), day).our_promises == std::vector<std::string>{"Two references of similar size, to Hana Ngata, due 6 Jun, 24 days late"});
    CHECK(brief_markdown(brief_for(sample("passive", day), InteractionId{"nobody"}, day)) == brief_markdown(passive)); // an unknown id is no id
}

TEST_CASE("with nobody to ask, the next meeting is that of the next step with a day") {
    auto deal = example_deal();
    deal.outcome = Won{today()};
    CHECK(brief_for(deal).title == "Next meeting with Elena Brandt and Tom Hadley"); // planned 10 days ago, and nobody said what became of it
    deal.interactions[0].next->state = NextStepState::dropped;
    CHECK(brief_for(deal).title == "Next meeting");
    CHECK(brief_for(deal).our_promises.size() == 1); // all of them
    deal.interactions[0].next = NextStep{{}, today() + 3, "Show the draft"};
    CHECK(brief_for(deal).title == "Next meeting with Elena Brandt and Tom Hadley");
    deal.interactions[1].next = NextStep{{}, today() + 2, {}};
    CHECK(brief_for(deal).title == "Next meeting with Maria Costa");
    deal.interactions[0].next->on = today() - 3;
    CHECK(brief_for(deal).title == "Next meeting with Maria Costa"); // late, and another one is to come
}

TEST_CASE("the page says everything once, in order") {
    const auto day = *Date::parse("2026-06-30");
    const auto page = brief_markdown(brief_for(sample("passive", day), hana_of(sample("passive", day)), day));
    std::size_t at = 0;
    for (const auto* part :
         {"# Conversation with Hana Ngata\n", "Aotea Clinics / Patient reminders, 9 clinics\n", "## Who will be there\n",
          "### Hana Ngata\n\nChief operating officer, operations, decision maker\n",
          "- **Stance:** Supportive since 9 May: Asked what comes next\n", "- **Problem:** One visit in nine is missed\n",
          "- **Needs:** Full lists in winter\n", "- **Last said:** 23 May, call: Hana asked for references.",
          "- **Concern:** The cost ends up with the patients (open since 23 May)\n", "## What we promised\n",
          "- Two references of similar size, to Hana Ngata, due 6 Jun, 24 days late\n", "## What they promised\n\nNothing open.\n",
          "## What to ask and offer\n", "### 1. Keep your promise to Hana Ngata\n", "### 3. Ask Hana Ngata for “Change”\n", "\n> With your figures I have worked out",
          "## What not to do\n"}) {
        INFO(part);
        const auto found = page.find(part);
        REQUIRE(found != std::string::npos);
        CHECK(found >= at);
        CHECK(page.find(part, found + 1) == std::string::npos);
        at = found;
    }
    CHECK(page.back() == '\n');
    CHECK(page.find("\n\n\n") == std::string::npos);
}

TEST_CASE("what people wrote stays text in the page") {
    auto deal = example_deal();
    deal.title = "# Title\n# Another *bold* <script>alert(1)</script>";
    deal.stakeholders[0].name = "[Elena](https://example.org) &amp; `co`";
    deal.stakeholders[0].problem = "- one\n- two";
    deal.stakeholders[0].needed_outcome = "1. first";
    deal.stakeholders[1].problem = "a_b_c \\ ~~x~~ | y $z$";
    const auto page = brief_markdown(brief_for(deal, kickoff));
    CHECK(page.find("Brightwater Foods / \\# Title \\# Another \\*bold\\* \\<script\\>alert(1)\\</script\\>\n") != std::string::npos);
    CHECK(page.find("### \\[Elena\\](https://example.org) \\&amp; \\`co\\`\n") != std::string::npos);
    CHECK(page.find("- **Problem:** \\- one - two\n") != std::string::npos);
    CHECK(page.find("- **Needs:** 1\\. first\n") != std::string::npos);
    CHECK(page.find("- **Problem:** a\\_b\\_c \\\\ \\~\\~x\\~\\~ \\| y \\$z\\$\n") != std::string::npos);
    CHECK(lines_that_start_with(page, "# ") == 1);
}

TEST_CASE("briefs of any deal have our headings and nothing else") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto id = deal.interactions.empty() || one_in(random, 2) ? InteractionId{} : deal.interactions.front().id;
        const auto brief = brief_for(deal, id);
        const auto page = brief_markdown(brief);
        REQUIRE(brief.asks.size() <= 3);
        REQUIRE(lines_that_start_with(page, "# ") == 1);
        REQUIRE(lines_that_start_with(page, "## ") == (brief.avoid.empty() ? 4 : 5));
        REQUIRE(lines_that_start_with(page, "### ") == static_cast<int>(brief.people.size() + brief.asks.size()));
        REQUIRE(lines_that_start_with(page, "<") == 0);
        REQUIRE(page.find("\n\n\n") == std::string::npos);
    }
}

TEST_CASE("the brief for a talk with one person, and for a step that was planned") {
    auto deal = example_deal();
    const auto talk = brief_for(deal, elena);
    CHECK(talk.title == "Conversation with Elena Brandt");
    REQUIRE(talk.people.size() == 1);
    CHECK(talk.people[0].id == elena);
    for (const auto& ask : talk.asks) {
        CHECK(std::ranges::find(ask.whom, elena) != ask.whom.end());
    }
    deal.interactions[0].next = NextStep{{}, today() + 3, "Walk the depot"};
    const auto planned = brief_for(deal, PlannedMeeting{deal.interactions[0].id});
    CHECK(planned.title == "Walk the depot on 3 Jul");
    CHECK(planned.people.size() == deal.interactions[0].people.size());
    deal.interactions[0].next->state = NextStepState::dropped;
    CHECK(brief_for(deal, PlannedMeeting{deal.interactions[0].id}).title.starts_with("Next meeting"));
    CHECK(brief_for(deal, StakeholderId{"nobody"}).title.starts_with("Next meeting"));
}

TEST_CASE("a brief asks only those who are there; what is open with others stands in one line") {
    Random random(15);
    for (int i = 0; i < 200; ++i) {
        const auto deal = random_deal(random);
        const auto next = assessed(deal, today()).next;
        std::vector<BriefSubject> subjects{NextMeeting{}};
        for (const auto& person : deal.stakeholders)
            subjects.push_back(person.id);
        for (const auto& interaction : deal.interactions)
            subjects.push_back(interaction.id);
        for (const auto& subject : subjects) {
            const auto brief = brief_for(deal, subject);
            const bool anybody = std::holds_alternative<NextMeeting>(subject);
            for (const auto& ask : brief.asks) {
                const bool theirs = std::ranges::any_of(brief.people, [&](const BriefPerson& person) {
                    return std::ranges::find(ask.whom, person.id) != ask.whom.end();
                });
                CHECK((theirs || (anybody && ask.whom.empty())));
            }
            if (anybody && !next.list.empty()) {
                REQUIRE_FALSE(brief.asks.empty());
                CHECK(brief.asks[0].title == next.list[0].title);
            }
            CHECK((brief.also_open.empty() || brief.also_open.starts_with("Also open with others: ")));
            CHECK(brief.also_open.find('\n') == std::string::npos);
        }
    }
}

TEST_CASE("what they asked is a question in the brief as in the log, and what is offered is not offered twice") {
    auto deal = example_deal();
    deal.concerns[0].kind = ConcernKind::question;
    const auto brief = brief_for(deal, kickoff);
    REQUIRE(brief.people[1].concerns.size() == 1);
    CHECK(brief.people[1].concerns[0].kind == "Question");
    CHECK(brief_markdown(brief).contains("Question"));
    NextAsk ask;
    ask.offer = "Offer what three similar companies changed.";
    CHECK(offered_words(ask) == "What three similar companies changed.");
    ask.offer = "Send it.";
    CHECK(offered_words(ask) == "Send it.");
}
