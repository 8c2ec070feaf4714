#include "core/readers/plan/action_plan.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// "Security review | Dana | 2026-06-05 | done": the steps, one a line.
std::string steps(std::string_view text, std::string_view name = "plan.md") {
    const auto file = read_records(text, name);
    CHECK(file.kind == records::FileKind::action_plan);
    std::string words;
    for (const auto& plan : file.plans) {
        for (const auto& line : plan.lines) {
            words += line.title + " | " + line.owner + " | " + (line.due ? line.due->iso() : "") + (line.done ? " | done" : line.dropped ? " | dropped" : "") + '\n';
        }
    }
    return words;
}

}

TEST_CASE("Markdown with boxes: owners and days wherever people write them") {
    CHECK(steps("# Kestrel plan\n\n## Evaluate\n- [x] Security review (Dana Ortiz, by 5 Jun)\n- [ ] Legal signs - Liam - 19 Jun\n- [ ] **Pilot** in Oslo @dana\n* [ ] Budget approved by 30 June 2026\n"
                "1. [ ] Send [the list](https://x.example) (us)\n- [-] Not needed\n- [ ] ~~Old step~~\n- [ ] Go-live \u2014 owner: Dana Ortiz \u2014 Jul 15, 2026\n  - Owner: Liam Chen\n  - depends on legal\n") ==
          "Security review | Dana Ortiz | 2026-06-05 | done\n"
          "Legal signs | Liam | 2026-06-19\n"
          "Pilot in Oslo | dana | \n"
          "Budget approved |  | 2026-06-30\n"
          "Send the list | us | \n"
          "Not needed |  |  | dropped\n"
          "Old step |  |  | dropped\n"
          "Go-live | Liam Chen | 2026-07-15\n");
    const auto file = read_records("# Kestrel plan\n## Evaluate\n- [ ] One\n  - note\n", "plan.md");
    CHECK(file.plans.front().title == "Kestrel plan");
    CHECK(file.plans.front().lines.front().section == "Evaluate");
    CHECK(file.plans.front().lines.front().note == "note");
    CHECK(file.plans.front().lines.front().line == 3);
}

TEST_CASE("a table in Markdown, and one as CSV") {
    CHECK(steps("# Plan\n\n| Milestone | Owner | Due date | Status |\n|:--|---|---|---|\n| Go\\|live | Dana | 2026-07-15 | Done |\n| Legal | Liam & us | end of June | Open |\n|  | Dana | | |\n") ==
          "Go|live | Dana | 2026-07-15 | done\nLegal | Liam & us | 2026-06-30\n");
    CHECK(steps("Mutual action plan,,,\nStep,Owner,Target date,Status\nLegal,Dana,2026-06-19,Complete\nPilot,Us,19.6.2026,N/A\n", "plan.csv") ==
          "Legal | Dana | 2026-06-19 | done\nPilot | Us | 2026-06-19 | dropped\n");
    CHECK(steps("Schritt;Verantwortlich;Termin;Status\nVertrag;Dana;19.06.2026;Erledigt\n", "plan.csv") == "Vertrag | Dana | 2026-06-19 | done\n");
}

TEST_CASE("a day at the end of a step is its day, however it is joined") {
    CHECK(steps("# Plan\n- [ ] B1, 31 July 2026\n- [ ] B2 2026-07-14\n- [ ] B3 by 14 July\n- [ ] B4 (due 2026-07-14)\n- [ ] B5 - 14 July 2026\n- [ ] B6: 14.07.2026\n- [x] B7 (2026-06-05)\n- [x] B8 done 5 June\n"
                "- [ ] Board approval (Tom Bell) 2026-07-14\n- [ ] Board votes (Tom Bell, Q3)\n- [ ] Go live in July\n- [ ] Plan for 2027\n- [ ] Call about version 3.5\n") ==
          "B1 |  | 2026-07-31\nB2 |  | 2026-07-14\nB3 |  | 2026-07-14\nB4 |  | 2026-07-14\nB5 |  | 2026-07-14\nB6 |  | 2026-07-14\nB7 |  | 2026-06-05 | done\nB8 |  | 2026-06-05 | done\n"
          "Board approval | Tom Bell | 2026-07-14\nBoard votes | Tom Bell | 2026-09-30\nGo live in July |  | \nPlan for 2027 |  | \nCall about version 3.5 |  | \n");
}

TEST_CASE("a drawn table of steps and days alone is a plan; what is no day in it is said and stays in the note") {
    const std::string text = "# Plan\n\n| Step | Due |\n|---|---|\n| A1 | Q3 |\n| A3 | end of August |\n| A4 | August 2026 |\n| A5 | 06/12/2026 |\n| A6 | 31 July 2026 |\n| A8 | KW 28 |\n| A9 | when it rains |\n| A10 | TBD |\n";
    CHECK(steps(text) == "A1 |  | 2026-09-30\nA3 |  | 2026-08-31\nA4 |  | 2026-08-31\nA5 |  | \nA6 |  | 2026-07-31\nA8 |  | 2026-07-10\nA9 |  | \nA10 |  | \n");
    const auto file = read_records(text, "plan.md");
    REQUIRE(file.left_out.size() == 2);
    CHECK(file.left_out[0].where == "line 8");
    CHECK(file.left_out[0].what == "\u201c06/12/2026\u201d could be two days, so the step has none");
    CHECK(file.left_out[1].what == "\u201cwhen it rains\u201d is not a day, so the step has none");
    CHECK(file.plans.front().lines[3].note == "Due in the plan: 06/12/2026");
    // Another day of the plan shows which comes first.
    CHECK(steps(text + "| A11 | 30/06/2026 |\n").find("A5 |  | 2026-12-06\n") != std::string::npos);
    CHECK(steps(text + "| A11 | 06/30/2026 |\n").find("A5 |  | 2026-06-12\n") != std::string::npos);
}

TEST_CASE("the day on which a step was done stands in its state, too") {
    CHECK(steps("| Step | Due | Status |\n|---|---|---|\n| Demo | 05.06.2026 | Done |\n| Review | 05.06.2026 | Done 8 June |\n| Legal | 19.06.2026 | Completed (2026-06-09) |\n| Pilot | 19.06.2026 | Open |\n") ==
          "Demo |  | 2026-06-05 | done\nReview |  | 2026-06-08 | done\nLegal |  | 2026-06-09 | done\nPilot |  | 2026-06-19\n");
}

TEST_CASE("what is no plan") {
    for (const std::string_view text : {"", "# Notes\nsome words\n", "- one\n- two\n", "Name,Date\nDana,2026-01-01\n", "Deal Name,Owner,Close Date\nA,B,2026-01-01\n"}) {
        INFO(text);
        CHECK_FALSE(readers::looks_like_plan(text));
    }
}

TEST_CASE("plans that are cut, endless or odd end well") {
    const std::string text = "# Plan\n- [ ] A (Dana, 3/4)\n| Step | Owner | Due |\n|---|---|---|\n| B | Dana | 2026-06-19 |\n- [x] ~~C~~ by tomorrow\n";
    for_each_cut(text, [](std::string_view cut) {
        const auto read = readers::read_file(cut, "a.md", read_options());
        if (read) CHECK(broken_promise(*read).empty());
    });
    std::string many = "# Plan\n";
    for (int i = 0; i < 5000; ++i) {
        many += "- [ ] Step " + std::to_string(i) + "\n";
    }
    CHECK(read_records(many, "a.md").plans.front().lines.size() == readers::most_plan_lines);
    CHECK(read_records("- [ ] a\n- [ ] " + std::string(1000000, '[') + "\n", "a.md").plans.size() == 1);
    CHECK(read_records("- [ ] a\n- [ ] x (" + std::string(100000, ',') + ")\n", "a.md").plans.size() == 1);
}
