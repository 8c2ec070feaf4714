#include "app/ui/palette/commands.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/shell/keys.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Stakeholder person(std::string id, std::string name, std::string contact = {}) {
    Stakeholder made;
    made.id = {std::move(id)};
    made.created = today - 60;
    made.name = std::move(name);
    made.contact = std::move(contact);
    return made;
}

Deal deal(std::string id, std::string account, std::vector<Stakeholder> people) {
    Deal made;
    made.id = {std::move(id)};
    made.created = made.opened = today - 60;
    made.account = std::move(account);
    made.title = "Delivery planning";
    made.stakeholders = std::move(people);
    return made;
}

// What the palette offers for a text, and what the first of them asks for.
class PalettePage {
public:
    PalettePage() {
        page.open(deal("bbbbbb", "Nordwind", {person("00000a", "Anna Berg"), person("00000b", "Marcus Weber")}));
        auto own = deal("aaaaaa", "Fjord Foods",
                        {person("000001", "Marcus Olsen", "marcus@fjord.example"), person("000002", "J\xc3\xbcrgen M\xc3\xbcller"),
                         person("000003", "Marcus Olsen", "not an address @ all")});
        own.stakeholders[0].function = Function::finance;
        Commitment review;
        review.id = {"cccccc"};
        review.created = today;
        review.title = "Security review";
        Commitment unnamed = review;
        unnamed.id = {"dddddd"};
        unnamed.title = " ";
        review.decides = true;
        own.commitments = {review, unnamed};
        page.open(std::move(own));
    }

    std::vector<std::string> offers(std::string_view typed) {
        std::vector<std::string> labels;
        page.draw([&](const Context& context) {
            labels.clear();
            for (const auto& command : commands_for(context, typed))
                labels.push_back(command.label);
        });
        return labels;
    }
    std::string first(std::string_view typed) {
        const auto all = offers(typed);
        return all.empty() ? std::string() : all.front();
    }
    void run_first(std::string_view typed) {
        bool done = false;
        page.draw([&](const Context& context) {
            if (!done) commands_for(context, typed).front().run(context);
            done = true;
        });
    }

    PageFixture page;
};

bool holds(const std::vector<std::string>& list, std::string_view label) {
    return std::ranges::find(list, label) != list.end();
}

}

TEST_CASE("the palette finds what is meant", "[palette]") {
    PalettePage palette;
    CHECK(palette.first("forcast") == "Forecast");
    CHECK(palette.first("mrcs").starts_with("Marcus Olsen"));
    CHECK(palette.first("muller") == "J\xc3\xbcrgen M\xc3\xbcller");
    CHECK(palette.first("olsen marcus").find("Marcus Olsen") != std::string::npos);
    CHECK(holds(palette.offers("mo"), "Marcus Olsen (Finance)"));
    CHECK(palette.first("lgo call") == "Log a call");
    CHECK(palette.first("help") == "Keyboard shortcuts");
    CHECK(palette.first("keys") == "Keyboard shortcuts");
    CHECK(palette.first("people") == "People");
    CHECK(palette.first("new comitment") == "New commitment");
    CHECK(palette.first("security review") == "Security review");
    CHECK(palette.first("nordwind") == "Nordwind");
    CHECK(palette.offers("qqqqqq").empty());
}

TEST_CASE("however much there is to do, the palette has every page", "[palette]") {
    PalettePage palette;
    auto busy = deal("eeeeee", "Kern", {person("000001", "Lena Kern")});
    for (int i = 0; i < 100; ++i) {
        Commitment one;
        one.id = {"c" + std::to_string(10000 + i)};
        one.created = today - 30;
        one.title = "Step " + std::to_string(i);
        one.events.push_back({.kind = CommitmentEventKind::agreed, .on = today - 20, .who = {}, .interaction = {}, .why = {}, .due = today - 1});
        busy.commitments.push_back(std::move(one));
    }
    palette.page.open(std::move(busy));
    const auto offered = palette.offers("");
    CHECK(offered.size() == 80);
    for (const auto* place : {"Today: what to do next", "Deals", "Week: what moved, and what is due", "Commitments", "Playbooks", "Settings"}) {
        INFO(place);
        CHECK(holds(offered, place));
    }
}

TEST_CASE("the palette shows the key of what a key does", "[palette]") {
    PalettePage palette;
    int shown = 0;
    palette.page.draw([&](const Context& context) {
        const auto commands = commands_for(context, "");
        shown = 0;
        for (const auto& key : all_keys()) {
            const auto command = std::ranges::find(commands, key.what, &Command::label);
            if (command == commands.end()) continue; // the palette's own keys, and what is not to be done now
            CHECK(command->keys == key.keys);
            ++shown;
        }
    });
    CHECK(shown >= 10);
    CHECK(keys_for("Close the deal") == "C"); // closing is called otherwise there
    CHECK(keys_for("Deal details") == "D");
}

TEST_CASE("the buyer's link comes first, whatever a link is called", "[palette]") {
    PalettePage palette;
    for (const auto* typed : {"link", "share", "copy link", "buyer link", "copy"}) {
        INFO(typed);
        CHECK(palette.first(typed) == "Copy the buyer's link");
    }
    const auto all = palette.offers("link");
    CHECK(holds(all, "Copy the deal as a link"));
    palette.run_first("link");
    CHECK(palette.page.action<action::CopyText>().text.starts_with("https://host.example/#"));
    CHECK_FALSE(palette.page.has_action<action::CopyLink>());
}

TEST_CASE("namesakes in the palette are told apart; only real addresses are written to", "[palette]") {
    PalettePage palette;
    const auto people = palette.offers("marcus olsen");
    CHECK(holds(people, "Marcus Olsen (Finance)"));
    CHECK(holds(people, "Marcus Olsen (not an address @ all)"));
    const auto mails = palette.offers("mail");
    CHECK(holds(mails, "Write an e-mail to Marcus Olsen (Finance)"));
    CHECK(std::ranges::count_if(mails, [](const std::string& label) { return label.starts_with("Write an e-mail"); }) == 1);
    CHECK(holds(mails, "Log an e-mail"));
    palette.run_first("write mail");
    CHECK(palette.page.action<action::OpenUrl>().url == "mailto:marcus@fjord.example");
    palette.run_first("log e-mail");
    CHECK(palette.page.view.log.open);
    CHECK(palette.page.view.log.kind == InteractionKind::email);
}

TEST_CASE("people of other deals open their deal at that person", "[palette]") {
    PalettePage palette;
    const auto all = palette.offers("marcus");
    CHECK(all[0].starts_with("Marcus Olsen")); // the open deal's first
    CHECK(all[1].starts_with("Marcus Olsen"));
    CHECK(holds(all, "Marcus Weber"));
    palette.run_first("weber");
    CHECK(palette.page.action<action::OpenDeal>().id == DealId{"bbbbbb"});
    CHECK(palette.page.action<action::OpenDeal>().screen == Screen::people);
    CHECK(palette.page.view.person == StakeholderId{"00000b"});
}

TEST_CASE("the palette never offers a commitment without a title", "[palette]") {
    PalettePage palette;
    for (const auto* typed : {"", "mark", "ask", "commitment", "asked"}) {
        for (const auto& label : palette.offers(typed)) {
            INFO(label);
            CHECK_FALSE(label.ends_with(": "));
            CHECK(label.find_first_not_of(' ') != std::string::npos);
        }
    }
    palette.run_first("new commitment");
    CHECK(palette.page.action<action::GoTo>().screen == Screen::commitments);
    CHECK(palette.page.view.focus_field == "Title");
    CHECK(palette.page.action<action::Apply>().edits.size() == 3);
}

TEST_CASE("of 5,000 deals with seven people each the palette offers the 80 that fit best", "[palette]") {
    PalettePage palette;
    for (int i = 0; i < 5000; ++i) {
        Entry entry;
        std::vector<Stakeholder> people;
        for (int j = 0; j < 7; ++j) {
            people.push_back(person("p" + std::to_string(i) + std::to_string(j), "Person " + std::to_string(i * 7 + j) + " of Account"));
        }
        entry.deal = deal("x" + std::to_string(i), "Account " + std::to_string(i), std::move(people));
        entry.revision = palette.page.document.next_revision++;
        palette.page.document.entries.push_back(std::move(entry));
    }
    for (const auto* typed : {"", "marcus", "acount", "person 17", "qqq", "mo"}) {
        palette.page.draw([&](const Context& context) { CHECK(commands_for(context, typed).size() <= 80); });
    }
}

TEST_CASE("Palette: what version 2 of a deal can say has its words") {
    PalettePage palette;
    auto& entry = palette.page.document.entries.back();
    entry.deal.commitments.front().decides = false;
    entry.deal.commitments.back().decides = true;
    ++entry.revision;
    const auto first = [&](std::string_view typed) {
        const auto labels = palette.offers(typed);
        return labels.empty() ? std::string() : labels.front();
    };
    CHECK(first("drop") == "Drop: Security review");
    CHECK(first("not needed") == "Not needed: Security review");
    CHECK(first("question") == "Log a question of theirs");
    CHECK(first("current customer") == "They are a current customer");
    CHECK(first("new customer") == "They are a new customer");
    // The first look stays short.
    const auto all = palette.offers("");
    CHECK(std::ranges::find(all, "Drop: Security review") == all.end());
}
