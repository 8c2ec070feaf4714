// Whatever is typed, and however slowly: a field keeps the focus until it is left. One that vanished, or moved from under the caret as its words grew or
// shrank, would send the rest of what is typed to the keys of the program.
#include "app/ui/pages.hpp"
#include "tests/app/ui/whole_program.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;
using namespace middleground::whole;

namespace {

struct Place {
    std::string name;
    std::function<void(WholeProgram&)> go;
};

// In a small window it may be below the fold.
void press_in_sight(WholeProgram& program, std::string_view label) {
    if (program.page.shows(label)) program.press(label);
}

std::vector<Place> places() {
    using P = WholeProgram;
    std::vector<Place> all;
    for (const auto screen : {Screen::deals, Screen::deal, Screen::commitments, Screen::people, Screen::log, Screen::forecast, Screen::brief,
                              Screen::share, Screen::playbooks, Screen::diary, Screen::settings, Screen::imports, Screen::today, Screen::week}) {
        all.push_back({"page " + std::to_string(static_cast<int>(screen)), [screen](P& p) { p.go(screen); }});
    }
    all.push_back({"details", [](P& p) { p.details(); }});
    all.push_back({"details, a link", [](P& p) { p.details(); press_in_sight(p, "Add a link"); }});
    all.push_back({"details, an alternative", [](P& p) { p.details(); press_in_sight(p, "Add an alternative"); }});
    all.push_back({"closing", [](P& p) { p.details(); press_in_sight(p, "Lost"); }});
    all.push_back({"person", [](P& p) { p.person(); }});
    all.push_back({"commitment", [](P& p) { p.commitment(); }});
    all.push_back({"commitment, an offer", [](P& p) { p.commitment(); press_in_sight(p, "Add an offer"); }});
    all.push_back({"form of the log", [](P& p) { p.go(Screen::log); p.key(ImGuiKey_L); }});
    all.push_back({"new deal", [](P& p) { p.go(Screen::deals); press_in_sight(p, "New deal"); }});
    all.push_back({"palette", [](P& p) { p.go(Screen::deal); press_in_sight(p, "Search or run"); }});
    return all;
}

std::vector<std::string> fields_of(WholeProgram& program, ImVec2 size) {
    std::vector<std::string> found;
    std::set<std::string> seen;
    for (const auto& item : program.page.items()) {
        const bool types = item.role == ItemRole::field && !std::string_view(item.kind).starts_with("combobox");
        const float x = (item.min.x + item.max.x) / 2;
        const float y = (item.min.y + item.max.y) / 2;
        const bool in_sight = x > 0 && y > 0 && x < size.x && y < size.y;
        if (types && in_sight && seen.insert(item.label).second) found.push_back(item.label);
    }
    return found;
}

}

TEST_CASE("a field that is typed in keeps the focus, letter by letter") {
    std::size_t typed = 0;
    for (const auto size : {ImVec2(1440, 1600), ImVec2(1024, 700), ImVec2(760, 900)}) {
        for (const auto& place : places()) {
            std::vector<std::string> fields;
            {
                WholeProgram program(whole_deal(), size);
                place.go(program);
                fields = fields_of(program, size);
            }
            for (const auto& field : fields) {
                CAPTURE(size.x, place.name, field);
                WholeProgram program(whole_deal(), size);
                place.go(program);
                program.press(field);
                const auto id = GImGui->ActiveId;
                if (!GImGui->InputTextState.ID || GImGui->InputTextState.ID != id) continue; // under something else, or a picker
                program.select_all();
                for (const auto& words : {std::string("I"), std::string("l"), std::string(20, 'W'), std::string(200, 'W'), std::string(".")}) {
                    program.type(words);
                    CAPTURE(words.size());
                    REQUIRE(GImGui->ActiveId == id);
                }
                ++typed;
            }
        }
    }
    CHECK(typed > 100);
}
