// From whatever is shown, each way of going on leads where it says here.
#include "app/session/update/show.hpp"
#include "app/session/back.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/store/store_news.hpp"
#include "core/files/backup.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <map>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

// A program with two stored deals, and another tab beside it.
struct Program {
    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    Tab tab{storage};
    DealId a = tab.start("A");
    DealId b = tab.start("B");
    std::string link = io::encode_link(find_entry(tab.document, b)->deal).value();
    BuyerPlan plan = buyer_plan(find_entry(tab.document, b)->deal, tab.platform.today());
    std::map<std::string, std::function<void()>> states{
        {"deals", [this] { tab.act(action::GoTo{Screen::deals}); }},
        {"people of a", [this] { tab.act(action::OpenDeal{a, Screen::people}); }},
        {"settings", [this] { from_deals(Screen::settings); }},
        {"settings of a", [this] { from_a(Screen::settings); }},
        {"playbooks of a", [this] { from_a(Screen::playbooks); }},
        {"imports", [this] { from_a(Screen::imports); }},
        {"preview log", [this] { from_preview(Screen::log); }},
        {"preview merge", [this] { from_preview(Screen::merge); }},
        {"preview settings", [this] { from_preview(Screen::settings); }},
        {"preview imports", [this] { from_preview(Screen::imports); }},
        {"plan", [this] { open_link(tab.world(), io::encode_link(plan).value()); }},
        {"plan of a",
         [this] {
             open_link(tab.world(), io::encode_link(plan).value());
             tab.act(action::OpenDeal{a, Screen::people});
         }},
    };
    void from_deals(Screen screen) {
        tab.act(action::GoTo{Screen::deals});
        tab.act(action::GoTo{screen});
    }
    void from_a(Screen screen) {
        tab.act(action::OpenDeal{a, Screen::people});
        tab.act(action::GoTo{screen});
    }
    void from_preview(Screen screen) {
        open_link(tab.world(), link);
        tab.act(action::GoTo{screen});
    }
    void remove_elsewhere() {
        Tab theirs(storage, 2);
        theirs.act(action::RemoveDeal{a});
        take_storage_change(tab.world(), deal_key(a));
    }
    void back() {
        const auto layers = layers_of(tab.document, tab.view, false);
        if (!layers.empty()) tab.act(*action_for_leaving(layers.back(), tab.document));
    }
    void forward() {
        if (const auto action = action_for_returning({a, Screen::people}, tab.document)) tab.act(*action);
    }

    // "settings of a", "preview log".
    std::string words() const {
        static const std::map<Screen, std::string> names{{Screen::deals, "deals"},       {Screen::deal, "deal"},         {Screen::people, "people"},
                                                         {Screen::log, "log"},           {Screen::merge, "merge"},       {Screen::playbooks, "playbooks"},
                                                         {Screen::settings, "settings"}, {Screen::imports, "imports"}};
        const auto& open = open_id(tab.document);
        const auto of = open.empty() ? "" : open == a ? " of a" : open == b ? " of b" : " of another";
        if (buyer_plan_page_of(tab.document)) return std::string("plan") + of;
        return (preview_of(tab.document) ? "preview " : "") + names.at(screen_of(tab.document)) + of;
    }
};

using Way = std::function<void(Program&)>;
Way act(Action action) {
    return [action = std::move(action)](Program& program) { program.tab.act(action); };
}
Way opens_b_at(Screen screen) {
    return [screen](Program& program) { program.tab.act(action::OpenDeal{program.b, screen}); };
}

}

TEST_CASE("What is shown: from each state, each way on leads to one other", "[shown]") {
    struct Row {
        std::string name;
        Way way;
        std::map<std::string, std::string> from_to; // those not named stay as they are
        std::string from_others = {};               // or lead here
    };
    const std::vector<Row> rows{
        {"open a deal",
         opens_b_at(Screen::log),
         {{"plan", "plan of b"}, {"plan of a", "plan of b"}},
         "log of b"},
        {"open a deal at a page that it has not", opens_b_at(Screen::merge), {{"plan", "plan of b"}, {"plan of a", "plan of b"}}, "deal of b"},
        {"open a deal behind Settings", opens_b_at(Screen::settings), {{"plan", "plan of b"}, {"plan of a", "plan of b"}}, "settings of b"},
        {"remove a deal here",
         [](Program& program) { program.tab.act(action::RemoveDeal{program.a}); },
         {{"people of a", "deals"}, {"settings of a", "deals"}, {"playbooks of a", "deals"}, {"plan of a", "plan"}}},
        {"another window removes it",
         [](Program& program) { program.remove_elsewhere(); },
         {{"people of a", "deals"}, {"settings of a", "settings"}, {"playbooks of a", "playbooks"}, {"plan of a", "plan"}}},
        {"a deal's link", [](Program& program) { open_link(program.tab.world(), program.link); }, {}, "preview deal"},
        {"a deal's file",
         [](Program& program) { open_file(program.tab.world(), "b.json", program.tab.text_of(program.b)); },
         {},
         "preview deal"},
        {"a link for the buyer", [](Program& program) { open_link(program.tab.world(), io::encode_link(program.plan).value()); }, {}, "plan"},
        {"a file for the buyer", [](Program& program) { open_file(program.tab.world(), "plan.json", io::write_plan(program.plan)); }, {}, "plan"},
        {"a table", [](Program& program) { open_file(program.tab.world(), "deals.csv", "Deal,Account\nRoof,Acme\n"); }, {}, "imports"},
        {"a backup",
         [](Program& program) { open_file(program.tab.world(), "backup.json", io::write_backup({})); },
         {{"plan", "plan"}, {"plan of a", "plan"}, {"preview log", "preview deal"}, {"preview merge", "preview deal"},
          {"preview settings", "preview deal"}, {"preview imports", "preview deal"}},
         "deals"},
        {"cancel the import",
         act(action::CancelImport{}),
         {{"plan", "plan"}, {"plan of a", "plan of a"}, {"people of a", "deal of a"}, {"settings of a", "deal of a"},
          {"playbooks of a", "deal of a"}, {"preview log", "preview deal"}, {"preview merge", "preview deal"},
          {"preview settings", "preview deal"}, {"preview imports", "preview deal"}},
         "deals"},
        {"go to Deals",
         act(action::GoTo{Screen::deals}),
         {{"plan", "plan"}, {"plan of a", "plan"}, {"preview log", "preview deal"}, {"preview merge", "preview deal"},
          {"preview settings", "preview deal"}, {"preview imports", "preview deal"}},
         "deals"},
        {"go to People",
         act(action::GoTo{Screen::people}),
         {{"plan", "plan"}, {"plan of a", "plan of a"}, {"preview log", "preview people"}, {"preview merge", "preview people"},
          {"preview settings", "preview people"}, {"preview imports", "preview people"}, {"settings of a", "people of a"},
          {"playbooks of a", "people of a"}, {"people of a", "people of a"}},
         "deals"},
        {"go to the comparison",
         act(action::GoTo{Screen::merge}),
         {{"plan", "plan"}, {"plan of a", "plan of a"}, {"preview log", "preview merge"}, {"preview merge", "preview merge"},
          {"preview settings", "preview merge"}, {"preview imports", "preview merge"}, {"settings of a", "deal of a"},
          {"playbooks of a", "deal of a"}, {"people of a", "deal of a"}},
         "deals"},
        {"go to Settings",
         act(action::GoTo{Screen::settings}),
         {{"plan", "plan"}, {"plan of a", "plan of a"}, {"preview log", "preview settings"}, {"preview merge", "preview settings"},
          {"preview settings", "preview settings"}, {"preview imports", "preview settings"}, {"settings of a", "settings of a"},
          {"playbooks of a", "settings of a"}, {"people of a", "settings of a"}},
         "settings"},
        {"go to Import",
         act(action::GoTo{Screen::imports}),
         {{"plan", "plan"}, {"plan of a", "plan"}, {"preview log", "preview imports"}, {"preview merge", "preview imports"},
          {"preview settings", "preview imports"}, {"preview imports", "preview imports"}},
         "imports"},
        {"back",
         [](Program& program) { program.back(); },
         {{"people of a", "deal of a"}, {"settings of a", "deal of a"}, {"playbooks of a", "deal of a"}, {"plan of a", "deal of a"},
          {"preview log", "preview deal"}, {"preview merge", "preview deal"}, {"preview settings", "preview deal"},
          {"preview imports", "preview deal"}},
         "deals"},
        {"forward",
         [](Program& program) { program.forward(); },
         {{"plan", "plan of a"}, {"plan of a", "plan of a"}},
         "people of a"},
        {"close the preview",
         act(action::ClosePreview{}),
         {{"preview log", "deals"}, {"preview merge", "deals"}, {"preview settings", "deals"}, {"preview imports", "deals"}}},
        {"save a copy of the preview",
         act(action::SaveCopy{}),
         {{"preview log", "log of b"}, {"preview merge", "deal of b"}, {"preview settings", "settings of b"}, {"preview imports", "imports of b"}}},
        {"close the plan", act(action::CloseBuyerPlan{}), {{"plan", "deals"}, {"plan of a", "deal of a"}}},
    };
    std::vector<std::string> states;
    const Program any;
    for (const auto& state : any.states) {
        states.push_back(state.first);
    }
    for (const auto& row : rows) {
        for (const auto& from : states) {
            Program program;
            program.states.at(from)();
            INFO(from << ", then " << row.name);
            REQUIRE(program.words() == from);
            row.way(program);
            const auto to = row.from_to.find(from);
            CHECK(program.words() == (to != row.from_to.end() ? to->second : row.from_others.empty() ? from : row.from_others));
        }
    }
}

TEST_CASE("What is shown: undo of a start leads to the list, and redo into the deal", "[shown]") {
    Program program;
    CHECK(program.words() == "deal of b");
    program.tab.act(action::GoTo{Screen::settings});
    program.tab.act(action::Undo{});
    CHECK(program.words() == "deals");
    program.tab.act(action::Redo{});
    CHECK(program.words() == "deal of b");
}

TEST_CASE("What is shown: a half-typed log is kept whichever way its deal is left", "[shown]") {
    const std::vector<std::pair<std::string, Way>> ways{
        {"the list", act(action::GoTo{Screen::deals})},
        {"another deal", opens_b_at(Screen::deal)},
        {"a link", [](Program& program) { open_link(program.tab.world(), program.link); }},
        {"a plan", [](Program& program) { open_file(program.tab.world(), "plan.json", io::write_plan(program.plan)); }},
        {"a table", [](Program& program) { open_file(program.tab.world(), "deals.csv", "Deal,Account\nRoof,Acme\n"); }},
        {"a backup", [](Program& program) { open_file(program.tab.world(), "backup.json", io::write_backup({})); }},
    };
    for (const auto& [name, way] : ways) {
        INFO(name);
        Program program;
        program.tab.act(action::OpenDeal{program.a, Screen::log});
        program.tab.view.log.line = "called Marcus";
        way(program);
        CHECK(program.tab.view.log.line.empty());
        CHECK(program.storage->texts.contains(draft_key(program.a)));
        show(program.tab.world(), shown::DealPage{program.a, Screen::log});
        CHECK(program.tab.view.log.line == "called Marcus");
    }
}

TEST_CASE("What is shown: the program starts the next time where it was left", "[shown]") {
    Program program;
    const auto& last = program.tab.document.settings.last_open;
    program.tab.act(action::OpenDeal{program.a, Screen::log});
    CHECK(last == program.a);
    program.tab.act(action::GoTo{Screen::settings});
    CHECK(last == program.a);
    // What was only looked at is not what was worked on.
    open_link(program.tab.world(), program.link);
    program.tab.act(action::ClosePreview{});
    CHECK(program.words() == "deals");
    CHECK(last == program.a);
    program.tab.act(action::OpenDeal{program.b, Screen::deal});
    CHECK(last == program.b);
    program.tab.act(action::GoTo{Screen::deals});
    CHECK(last.empty());
    // Another window's removal is no choice of this one.
    program.tab.act(action::OpenDeal{program.a, Screen::deal});
    program.tab.save_all();
    program.remove_elsewhere();
    CHECK(program.words() == "deals");
    CHECK_FALSE(program.tab.document.settings_unsaved);
}

TEST_CASE("What is shown: nothing of the deal that was left stays selected", "[shown]") {
    Program program;
    auto& view = program.tab.view;
    const auto select = [&] {
        view.person = {"ffffff"};
        view.commitment = {"ffffff"};
        view.interaction = {"ffffff"};
        view.facts.target_open = true;
    };
    const auto selected = [&] { return !view.person.empty() || !view.commitment.empty() || !view.interaction.empty(); };
    select();
    program.tab.act(action::GoTo{Screen::people});
    CHECK(selected());
    program.tab.act(action::OpenDeal{program.a, Screen::people});
    CHECK_FALSE(selected());
    CHECK_FALSE(view.facts.target_open);
    select();
    open_link(program.tab.world(), program.link);
    CHECK_FALSE(selected());
    select();
    program.tab.act(action::GoTo{Screen::people});
    CHECK(selected());
}
