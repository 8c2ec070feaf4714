// What tests, other programs and the mirror read of the screen. (app/ui/items_json.cpp)
#include "app/ui/items_json.hpp"

#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("Items are written with what they say, their place and their state") {
    std::vector<Item> items(1);
    items[0] = {.role = ItemRole::button, .label = "Say \"no\"\\", .value = "a\nb", .min = {1.4f, 2}, .max = {11, 22.6f}, .focused = true};
    CHECK(items_to_json({}) == "[]");
    CHECK(items_to_json(items) ==
          R"([{"role":"button","label":"Say \"no\"\\","value":"a\u000ab","rect":[1,2,10,21],"focused":true,"disabled":false}])");
}

TEST_CASE("The outline is written with ids, what each lies in, and where the focus is") {
    test::Headless headless; // the focus is Dear ImGui's
    Outline outline;
    CHECK(outline_to_json(outline) == R"({"focus":0,"cursor":false,"items":[]})");
    outline.items.push_back({.role = ItemRole::group, .label = "Card", .id = 7});
    outline.items.push_back({.role = ItemRole::field,
                             .label = "Name",
                             .value = "Ada",
                             .min = {1, 2},
                             .max = {4, 6},
                             .disabled = true,
                             .id = 4294967295u,
                             .parent = 0,
                             .level = 2,
                             .kind = "combobox",
                             .about = "Who"});
    CHECK(outline_to_json(outline) == R"({"focus":0,"cursor":false,"items":[["group",7,-1,0,0,"","Card","","",0,0,0,0],)"
                                      R"(["field",4294967295,0,1,2,"combobox","Name","Ada","Who",1,2,3,4]]})");
}
