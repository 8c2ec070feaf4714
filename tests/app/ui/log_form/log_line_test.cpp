#include "app/ui/log_form/log_line.hpp"
#include "app/ui/log_form/log_line_menu.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::string_view example = "call Marcus yesterday: budget frozen until Q4, invest declined, send payback sheet by fri";

struct Typist {
    Deal deal = log_deal();
    LogDraft draft;

    // Letter by letter, as a hand does.
    void type(std::string_view text) {
        for (const char letter : text) {
            draft.line += letter;
            read_draft_line(draft, deal, english_log(), log_today());
        }
    }
    void erase(std::size_t count) {
        for (; count > 0; --count) {
            draft.line.pop_back();
            read_draft_line(draft, deal, english_log(), log_today());
        }
    }
    const LogPart& part(std::string_view words) const {
        for (const auto& one : draft.line_state.read.parts) {
            if (std::string_view(draft.line).substr(one.begin, one.end - one.begin) == words) return one;
        }
        FAIL("no part " << words);
        return draft.line_state.read.parts.front();
    }
    StakeholderId person(std::string_view name) const { return std::ranges::find(deal.stakeholders, name, &Stakeholder::name)->id; }
    std::string people() const {
        std::string names;
        for (const auto& id : draft.people)
            names += name_of(deal, id) + ';';
        return names;
    }
    std::string chips() const {
        std::string text;
        for (const auto& chip : chips_of(draft, deal, log_today()))
            text += '[' + chip.label + (chip.label.empty() ? "" : " ") + chip.value + ']';
        return text;
    }
};

}

TEST_CASE("What a line says stands in the form, whichever letters came first", "[log_line]") {
    Typist typist;
    typist.type(example);
    const auto& draft = typist.draft;
    CHECK(draft.kind == InteractionKind::call);
    CHECK(draft.direction == Direction::mutual);
    CHECK(draft.on == "Mon 15 Jun");
    CHECK(typist.people() == "Marcus Olsen;");
    CHECK(draft.new_people.empty());
    CHECK(draft.summary == "Budget frozen until Q4");
    REQUIRE(draft.asks.size() == 1);
    REQUIRE(draft.answers.size() == 1);
    CHECK(draft.answers[0].kind == CommitmentEventKind::declined);
    REQUIRE(draft.raised.size() == 1);
    CHECK(draft.raised[0].text == "Budget frozen until Q4");
    REQUIRE(draft.promises.size() == 1);
    CHECK(draft.promises[0].what == "Payback sheet");
    CHECK(draft.promises[0].due == "Fri 19 Jun");
    CHECK(draft.given.empty());
    CHECK(typist.chips() == "[Call][with Marcus Olsen][on Mon 15 Jun][Concern Budget frozen until Q4][Invest declined][We promise Payback "
                            "sheet][by Fri 19 Jun]");
    typist.erase(example.size());
    CHECK(draft.people.empty());
    CHECK(draft.asks.empty());
    CHECK(draft.promises.empty());
    CHECK(draft.raised.empty());
    CHECK(draft.on.empty());
    CHECK(draft.summary.empty());
    CHECK(draft.kind == InteractionKind::meeting);
}

TEST_CASE("What was changed in the form stays when the line goes on", "[log_line]") {
    Typist typist;
    typist.type("call Marcus yesterday: invest declined, send the sheet by fri");
    auto& draft = typist.draft;
    draft.kind = InteractionKind::meeting;
    draft.on = "12 Jun";
    draft.people.push_back(typist.person("Elena Brandt"));
    draft.answers[0].why = "No budget";
    draft.promises[0].what = "Sheet with all depots";
    draft.summary = "Short";
    typist.type(", gave the checklist, review agreed");
    CHECK(draft.kind == InteractionKind::meeting);
    CHECK(draft.on == "12 Jun");
    CHECK(typist.people() == "Marcus Olsen;Elena Brandt;");
    CHECK(draft.answers.at(0).why == "No budget");
    CHECK(draft.answers.at(0).kind == CommitmentEventKind::declined);
    CHECK(draft.answers.at(1).kind == CommitmentEventKind::agreed);
    REQUIRE(draft.promises.size() == 1);
    CHECK(draft.promises[0].what == "Sheet with all depots");
    REQUIRE(draft.given.size() == 1);
    CHECK(draft.given[0].what == "Checklist");
    CHECK(draft.summary == "Short");
}

TEST_CASE("A part that was taken away in the form does not come back, and its chip goes", "[log_line]") {
    Typist typist;
    typist.type("met Marcus and Elena, I will send the map");
    typist.draft.people.erase(typist.draft.people.begin());
    typist.draft.promises.clear();
    typist.type(", review agreed");
    CHECK(typist.people() == "Elena Brandt;");
    CHECK(typist.draft.promises.empty());
    CHECK(typist.chips() == "[Meeting today][with Elena Brandt][Review agreed]");
}

TEST_CASE("A correction of a chip holds while the line goes on", "[log_line]") {
    Typist typist;
    typist.type("met Anna on 3/4: invest agreed by 3/7");
    const auto put = [&](std::string_view words, LogMeaning meaning) {
        const auto part = typist.part(words);
        correct(typist.draft, part, std::move(meaning), typist.deal, english_log(), log_today());
    };
    CHECK(typist.draft.people.empty());
    CHECK(typist.draft.on == "3/4");
    CHECK(typist.chips() == "[Meeting][Who Anna Berg or Anna Kruse?][on Fri 3 Apr or Wed 4 Mar?][Invest agreed][by 3/7]");
    put("Anna", LogPerson{typist.person("Anna Kruse")});
    put("3/4", with_day(typist.part("3/4").meaning, *Date::from_calendar(2026, 4, 3)));
    put("invest agreed by 3/7", with_day(typist.part("invest agreed by 3/7").meaning, *Date::from_calendar(2026, 7, 3)));
    typist.type(", next: demo in 2 weeks");
    CHECK(typist.people() == "Anna Kruse;");
    CHECK(typist.draft.on == "Fri 3 Apr");
    CHECK(typist.draft.answers.at(0).due == "Fri 3 Jul");
    CHECK(typist.draft.next_what == "Demo");
    CHECK(typist.chips() == "[Meeting][with Anna Kruse][on Fri 3 Apr][Invest agreed][by Fri 3 Jul][Next Demo][on Tue 30 Jun]");
}

TEST_CASE("A correction keeps the days of its part where the part has moved to", "[log_line]") {
    Typist typist;
    typist.type("review agreed by 3/7");
    const auto part = typist.part("review agreed by 3/7");
    auto ask = std::get<LogAsk>(part.meaning);
    ask.answer = CommitmentEventKind::kept;
    correct(typist.draft, part, ask, typist.deal, english_log(), log_today());
    typist.draft.line = "call Marcus: review agreed by 3/7";
    read_draft_line(typist.draft, typist.deal, english_log(), log_today());
    CHECK(typist.draft.answers.at(0).kind == CommitmentEventKind::kept);
    CHECK(typist.draft.answers.at(0).due == "3/7");
}

TEST_CASE("A part can be made plain words, and the same words something else", "[log_line]") {
    Typist typist;
    typist.type("call Marcus: invest declined, send the sheet by fri");
    make_plain(typist.draft, typist.part("invest declined"), typist.deal, english_log(), log_today());
    CHECK(typist.draft.asks.empty());
    CHECK(typist.draft.summary == "Invest declined");
    const auto promise = typist.part("send the sheet by fri");
    const auto chips = chips_of(typist.draft, typist.deal, log_today());
    const auto choices = choices_of(chips.at(2), typist.draft, typist.deal, log_today());
    const auto next = std::ranges::find(choices, "Next step", &ChipChoice::label);
    REQUIRE(next != choices.end());
    correct(typist.draft, promise, next->meaning, typist.deal, english_log(), log_today());
    CHECK(typist.draft.promises.empty());
    CHECK(typist.draft.next_what == "Sheet");
    CHECK(typist.draft.next_on == "Fri 19 Jun");
}

TEST_CASE("A name that nobody has is a new person only when that was said", "[log_line]") {
    Typist typist;
    typist.type("call with Jon and Marcs: ok");
    CHECK(typist.draft.new_people.empty());
    CHECK(typist.people().empty());
    CHECK(typist.chips() == "[Call today][New person Jon?][Marcs Marcus Olsen?]");
    // Kept like this, the entry still has the names.
    CHECK(typist.draft.summary == "Jon and Marcs: Ok");
    add_new_person(typist.draft, typist.part("Jon"), typist.deal, english_log(), log_today());
    CHECK(typist.draft.new_people == std::vector<std::string>{"Jon"});
    CHECK(typist.draft.summary == "Marcs: Ok");
    const auto slip = typist.part("Marcs");
    correct(typist.draft, slip, LogPerson{typist.person("Marcus Olsen")}, typist.deal, english_log(), log_today());
    CHECK(typist.chips() == "[Call today][New person Jon][with Marcus Olsen]");
    CHECK(typist.draft.summary == "Ok");
    typist.erase(2);
    CHECK(typist.draft.new_people == std::vector<std::string>{"Jon"});
    CHECK(typist.people() == "Marcus Olsen;");
}

TEST_CASE("A stored draft keeps what stands in its form", "[log_line]") {
    Typist typist;
    typist.draft.line = "call Marcus: invest declined";
    typist.draft.kind = InteractionKind::demo;
    CHECK(read_draft_line(typist.draft, typist.deal, english_log(), log_today()));
    CHECK(typist.draft.kind == InteractionKind::demo);
    CHECK(typist.draft.people.empty());
    CHECK_FALSE(read_draft_line(typist.draft, typist.deal, english_log(), log_today()));
    typist.type(", review agreed");
    CHECK(typist.draft.asks.size() == 1);
}

TEST_CASE("What keeps a promise of ours says so, and need not", "[log_line]") {
    Typist typist;
    const PromiseId promise{"r00001"};
    typist.deal.promises.push_back(
        {promise, typist.deal.opened, typist.person("Priya Nair"), "Case study", {}, {{PromiseEventKind::made, typist.deal.opened, {}}}, {}});
    typist.type("sent the case study to Priya, sorry it was late");
    CHECK(typist.chips() == "[E-mail today][Gave Case study][Keeps our promise Case study][to Priya Nair]");
    REQUIRE(typist.draft.given.size() == 1);
    CHECK(typist.draft.given[0].keeps == promise);
    CHECK(typist.draft.summary == "Sorry it was late");
    correct(typist.draft, typist.part("the case study"), LogGiven{"Case study"}, typist.deal, english_log(), log_today());
    CHECK(typist.draft.given[0].keeps.empty());
    CHECK(typist.chips() == "[E-mail today][Gave Case study][to Priya Nair]");
}

TEST_CASE("Several pasted lines are several clauses", "[log_line]") {
    PageFixture page;
    page.document.log_words = english_log();
    page.open(log_deal());
    auto& draft = page.view.log;
    draft.just_opened = true;
    const auto show = [&](const Context& context) {
        draw_log_line(context, draft);
        draft.just_opened = false;
    };
    page.draw(show);
    ImGui::SetClipboardText("call Marcus\nhe needs time\nnext: call 12 Jul");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    page.press_key(ImGuiKey_V, show);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    CHECK(draft.line == "call Marcus; he needs time; next: call 12 Jul");
    CHECK(draft.next_what == "Call");
    CHECK(draft.next_on == "Sun 12 Jul");
    CHECK(draft.summary == "He needs time");
    // Only in this field, and only while it is drawn.
    CHECK(std::string_view(ImGui::GetClipboardText()) == "call Marcus\nhe needs time\nnext: call 12 Jul");
}

TEST_CASE("The line is typed, and its chips are worked by mouse and by keyboard", "[log_line]") {
    PageFixture page;
    page.document.log_words = english_log();
    page.open(log_deal());
    auto& draft = page.view.log;
    draft.just_opened = true;
    bool kept = false;
    const auto show = [&](const Context& context) {
        kept = draw_log_line(context, draft) || kept;
        draft.just_opened = false;
    };
    page.draw(show);
    page.type("met Anna: invest declined", show);
    REQUIRE(page.shows("Meeting today"));
    REQUIRE(page.shows("Who Anna Berg or Anna Kruse?"));
    REQUIRE(page.shows("Invest declined"));
    page.press_key(ImGuiKey_Enter, show);
    CHECK(kept);
    // By keyboard: Tab past the button to the second chip, open it, take the second Anna.
    page.press_key(ImGuiKey_Tab, show);
    page.press_key(ImGuiKey_Tab, show);
    page.press_key(ImGuiKey_Tab, show);
    page.press_key(ImGuiKey_Enter, show);
    page.press_key(ImGuiKey_DownArrow, show);
    page.press_key(ImGuiKey_Enter, show);
    CHECK(page.shows("with Anna Kruse"));
    // By mouse: kept instead of declined.
    page.press("Invest declined", show);
    page.press("Kept", show);
    CHECK(page.shows("Invest kept"));
    // Backspace on the chip that has the focus.
    page.press_key(ImGuiKey_Backspace, show);
    CHECK_FALSE(page.shows("Invest kept"));
    CHECK(draft.asks.empty());
    CHECK(draft.summary == "Invest declined");
}
