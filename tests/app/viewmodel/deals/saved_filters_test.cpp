#include "app/viewmodel/deals/saved_filters.hpp"

#include "app/viewmodel/deals_data.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("a filter is saved, shown again and deleted") {
    DealsDraft draft;
    CHECK_FALSE(is_filtered(draft));
    draft.filter = "late";
    draft.query = " depot ";
    draft.marks = {{"Region", "North"}};
    draft.sort = {static_cast<int>(DealColumn::amount), true};
    CHECK(is_filtered(draft));
    CHECK_FALSE(shown_filter(draft, {}));
    auto settings = with_filter({}, filter_of(draft, " Late in the north "));
    REQUIRE(settings);
    CHECK(settings->filters == std::vector<SavedFilter>{{"Late in the north", "late", "depot", {{"Region", "North"}}, "amount", true}});
    REQUIRE(shown_filter(draft, *settings));
    CHECK(shown_filter(draft, *settings)->name == "Late in the north");

    DealsDraft other;
    other.sort_field = "Depots";
    show_filter(other, settings->filters[0]);
    CHECK(other.filter == "late");
    CHECK(other.query == "depot");
    CHECK(other.marks == draft.marks);
    CHECK(other.sort.column == static_cast<int>(DealColumn::amount));
    CHECK(other.sort.descending);
    CHECK(other.sort_field.empty());
    show_all(other);
    CHECK_FALSE(is_filtered(other));
    CHECK(without_filter(*settings, "Late in the north").filters.empty());
}

TEST_CASE("a filter needs a name, a second one of it takes the place of the first, and there are limits") {
    const auto refused = with_filter({}, {"  "});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message() == "The filter has no name. Type one.");
    auto settings = *with_filter({}, {"Mine", "late"});
    settings = *with_filter(settings, {"mine", "quiet"});
    REQUIRE(settings.filters.size() == 1);
    CHECK(settings.filters[0].show == "quiet");
    while (settings.filters.size() < Settings::most_filters) {
        settings = *with_filter(settings, {"Filter " + std::to_string(settings.filters.size())});
    }
    CHECK_FALSE(with_filter(settings, {"One more"}));
    CHECK(with_filter(settings, {"Mine", "late"}));
}

TEST_CASE("a filter sorts by a field of one's own, too") {
    DealsDraft draft;
    draft.filter = "late";
    draft.sort_field = "Depots";
    draft.sort = {0, true};
    const auto filter = filter_of(draft, "By depots");
    CHECK(filter.sort == "field Depots");
    DealsDraft other;
    show_filter(other, filter);
    CHECK(other.sort_field == "Depots");
    CHECK(other.sort.descending);
}
