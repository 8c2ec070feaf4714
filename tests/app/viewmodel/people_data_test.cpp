#include "app/viewmodel/people_data.hpp"
#include "app/ui/people/people_map_layout.hpp"
#include "core/files/json.hpp"
#include "core/model/plan/plan.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Stakeholder person(std::string id, std::string name, Function function, int influence) {
    Stakeholder made;
    made.id = {std::move(id)};
    made.created = today - 60;
    made.name = std::move(name);
    made.function = function;
    made.influence = influence;
    return made;
}

void heard(Deal& deal, const StakeholderId& who, int days_ago, Direction direction = Direction::mutual) {
    Interaction made;
    made.id = {"i0000" + std::to_string(deal.interactions.size())};
    made.on = today - days_ago;
    made.kind = InteractionKind::email; // in a meeting both sides are heard, whoever began it
    made.direction = direction;
    made.people = {who};
    deal.interactions.push_back(made);
}

Deal deal() {
    Deal made;
    made.opened = today - 60;
    made.stakeholders = {person("elena0", "Elena Brandt", Function::executive, 95), person("marcus", "marcus Olsen", Function::finance, 85),
                         person("judith", "Judith Kramer", Function::procurement, 50), person("sofia0", "Sofia", Function::finance, 40)};
    made.stakeholders[0].stances = {
        {today - 20, Stance::supportive, "depots"}, {today - 10, Stance::champion, ""}, {today - 3, Stance::champion, "again"}};
    made.stakeholders[1].stances = {{today - 14, Stance::sceptical, ""}};
    made.stakeholders[3].stances = {{today - 14, Stance::supportive, ""}};
    heard(made, {"elena0"}, 7);
    heard(made, {"elena0"}, 2, Direction::outbound); // nobody answered: that is not hearing
    heard(made, {"marcus"}, 31);
    heard(made, {"sofia0"}, 30);
    return made;
}

std::vector<std::string> names(const std::vector<PersonRow>& rows) {
    std::vector<std::string> result;
    for (const auto& row : rows) {
        result.push_back(row.name);
    }
    return result;
}

float distance(ImVec2 a, ImVec2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}

TEST_CASE("People: what a row knows") {
    auto one = deal();
    Concern open;
    open.id = {"w00001"};
    open.stakeholder = {"marcus"};
    open.text = "Payback";
    open.events = {{ConcernEventKind::raised, today - 9, {}}};
    auto resolved = open;
    resolved.id = {"w00002"};
    resolved.events.push_back({ConcernEventKind::resolved, today - 1, {}});
    one.concerns = {open, resolved};
    const auto rows = person_rows(one, today);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].stance == Stance::champion);
    CHECK(rows[0].stance_since == today - 10); // said twice, held since the first
    CHECK(rows[0].heard == today - 7);
    CHECK(rows[0].heard_in == InteractionId{"i00000"});
    CHECK_FALSE(rows[0].unheard);
    CHECK(rows[1].unheard);
    CHECK(rows[1].open_concerns.size() == 1);
    CHECK(concern_words(rows[1]) == "Payback");
    CHECK(concern_words(rows[0]) == "none");
    CHECK(rows[2].stance == Stance::unknown);
    CHECK_FALSE(rows[2].stance_since);
    CHECK(heard_words(rows[2], today) == "Never");
    CHECK_FALSE(rows[3].unheard); // 30 days is still within the month
    CHECK(person_words(rows[0], today) == "Elena Brandt, Executive, influencer. Influence 95, champion since 6 Jun.");
    CHECK(person_words(rows[2], today) == "Judith Kramer, Procurement, influencer. Influence 50, stance unknown.");
}

TEST_CASE("People: a list says who has left") {
    auto one = deal();
    one.stakeholders[2].left = Departure{today - 4, "A new job"};
    const auto rows = person_rows(one, today);
    CHECK(line_under_name(*rows[2].person, "Lead buyer", today) == departure_words(*rows[2].person->left, today));
    CHECK(line_under_name(*rows[0].person, "Lead buyer", today) == "Lead buyer");
    CHECK(person_words(rows[2], today).find("influencer. Left on ") != std::string::npos);
}

TEST_CASE("People: an answered message is heard") {
    auto one = deal();
    heard(one, {"judith"}, 1, Direction::outbound);
    CHECK_FALSE(person_rows(one, today)[2].heard);
    one.interactions.back().answered = true;
    CHECK(person_rows(one, today)[2].heard == today - 1);
}

TEST_CASE("People: the title is a finding") {
    auto one = deal();
    CHECK(people_title(person_rows(one, today)) == "4 people, 2 supportive, 2 not heard in a month");
    one.interactions.clear();
    CHECK(people_title(person_rows(one, today)) == "4 people, 2 supportive, none heard in a month");
    one.stakeholders.resize(1);
    CHECK(people_title(person_rows(one, today)) == "1 person, supportive, not heard in a month");
    one.stakeholders[0].stances.clear();
    heard(one, {"elena0"}, 0);
    CHECK(people_title(person_rows(one, today)) == "1 person, none supportive yet");
    one.stakeholders.push_back(person("tom000", "Tom", Function::it, 10));
    heard(one, {"tom000"}, 0);
    CHECK(people_title(person_rows(one, today)) == "2 people, none supportive yet");
    one.stakeholders[0].stances = one.stakeholders[1].stances = {{today, Stance::supportive, {}}};
    CHECK(people_title(person_rows(one, today)) == "2 people, all supportive");
    one.stakeholders.clear();
    CHECK(people_title(person_rows(one, today)) == "Nobody is on this deal yet");
}

TEST_CASE("People: when and why somebody has left") {
    CHECK(departure_words({today - 4, {}}, today) == "Left on " + short_date(today - 4, today));
    CHECK(departure_words({today - 4, "A new job"}, today) == "Left on " + short_date(today - 4, today) + ": A new job");
}

TEST_CASE("People: how many may be missing") {
    auto one = deal();
    one.expected_group_size = 9;
    CHECK(missing_words(one) == "A group of 9 is expected, 5 may be missing");
    one.expected_group_size = 4;
    CHECK(missing_words(one).empty());
    one.expected_group_size = 3;
    CHECK(missing_words(one).empty());
}

TEST_CASE("People: every column sorts both ways, equal ones stay in order") {
    const auto one = deal();
    auto rows = person_rows(one, today);
    sort_people(rows, PersonColumn::person, false); // case does not matter
    CHECK(names(rows) == std::vector<std::string>{"Elena Brandt", "Judith Kramer", "marcus Olsen", "Sofia"});
    sort_people(rows, PersonColumn::influence, true);
    CHECK(names(rows) == std::vector<std::string>{"Elena Brandt", "marcus Olsen", "Judith Kramer", "Sofia"});
    sort_people(rows, PersonColumn::function, false);
    CHECK(names(rows) == std::vector<std::string>{"Elena Brandt", "marcus Olsen", "Sofia", "Judith Kramer"});
    sort_people(rows, PersonColumn::stance, true);
    CHECK(names(rows) == std::vector<std::string>{"Elena Brandt", "Sofia", "marcus Olsen", "Judith Kramer"});
    sort_people(rows, PersonColumn::heard, false); // never comes before long ago
    CHECK(names(rows) == std::vector<std::string>{"Judith Kramer", "marcus Olsen", "Sofia", "Elena Brandt"});
}

TEST_CASE("People: one line a function, people by stance, and whether it was ever heard") {
    const auto one = deal();
    const auto rows = person_rows(one, today);
    const auto lines = function_lines(rows);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].function == Function::executive);
    CHECK(lines[1].function == Function::finance);
    CHECK(lines[1].by_stance[static_cast<std::size_t>(Stance::sceptical)] == std::vector<int>{1});
    CHECK(lines[1].by_stance[static_cast<std::size_t>(Stance::supportive)] == std::vector<int>{3});
    CHECK_FALSE(lines[1].never_heard);
    CHECK(lines[2].function == Function::procurement);
    CHECK(lines[2].never_heard);
}

TEST_CASE("Influence map: a place means something") {
    auto one = deal();
    one.influences = {{{"elena0"}, {"marcus"}, 400, today, {}}, {{"marcus"}, {"nobody"}, 400, today, {}}};
    const auto rows = person_rows(one, today);
    const std::vector<float> labels(rows.size(), 80.0f);
    const ImVec2 size{570, 270};
    one.expected_group_size = static_cast<int>(rows.size());
    const auto consensus = consensus_of(one);
    const float threshold = map_x(size.x, agrees_from);
    const auto layout = map_layout(one, consensus, rows, size, labels, 15);
    REQUIRE(layout.nodes.size() == rows.size());
    CHECK(layout.lowest == 40);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& node = layout.nodes[i];
        const auto* person = find(consensus, rows[i].person->id);
        REQUIRE(person);
        CHECK(std::abs(node.center.x - map_x(size.x, person->opinion)) < 60);
        CHECK((node.center.x > threshold) == person->would_agree);
        CHECK(std::abs(node.center.y - map_y(layout, size.y, rows[i].person->influence)) < 24);
        CHECK(node.label == MapNode::Label::two_lines);
    }
    CHECK(layout.nodes[0].radius > layout.nodes[3].radius);
    REQUIRE(layout.lines.size() == 1); // a line to nobody is none
    const auto& line = layout.lines[0];
    CHECK(distance(line.start, layout.nodes[0].center) > layout.nodes[0].radius);
    CHECK(distance(line.tip, layout.nodes[1].center) > layout.nodes[1].radius);

    one.stakeholders[3].influence = 7;
    CHECK(map_layout(one, consensus_of(one), person_rows(one, today), size, labels, 15).lowest == 0);
}

TEST_CASE("Influence map: people of one stance and influence give way to each other, labels cover nobody") {
    const auto crowded = middleground::test::crowded_deal(today);
    const auto rows = person_rows(crowded, today);
    const std::vector<float> labels(rows.size(), 300.0f);
    const ImVec2 size{600, 400};
    const auto layout = map_layout(crowded, consensus_of(crowded), rows, size, labels, 15);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& a = layout.nodes[i];
        CHECK((a.center.x > map_x(size.x, agrees_from)) == find(consensus_of(crowded), rows[i].person->id)->would_agree);
        for (std::size_t j = 0; j < rows.size(); ++j) {
            const auto& b = layout.nodes[j];
            CHECK((i == j || distance(a.center, b.center) >= a.radius + b.radius));
            if (a.label == MapNode::Label::none) {
                continue;
            }
            const bool covers =
                b.center.x > a.label_min.x && b.center.x < a.label_max.x && b.center.y > a.label_min.y && b.center.y < a.label_max.y;
            CHECK_FALSE(covers);
            const bool meets = i != j && b.label != MapNode::Label::none && a.label_min.x < b.label_max.x &&
                               b.label_min.x < a.label_max.x && a.label_min.y < b.label_max.y && b.label_min.y < a.label_max.y;
            CHECK_FALSE(meets);
        }
        if (a.label != MapNode::Label::none) {
            for (const auto& line : layout.lines) {
                if (line.weight_milli < map_weak_milli) continue; // drawn only when somebody is selected
                for (int step = 0; step <= 40; ++step) {
                    const float t = static_cast<float>(step) / 40;
                    const ImVec2 point{(1 - t) * (1 - t) * line.start.x + 2 * (1 - t) * t * line.control.x + t * t * line.tip.x,
                                       (1 - t) * (1 - t) * line.start.y + 2 * (1 - t) * t * line.control.y + t * t * line.tip.y};
                    const bool on_it = point.x > a.label_min.x + 2 && point.x < a.label_max.x - 2 && point.y > a.label_min.y + 2 &&
                                       point.y < a.label_max.y - 2;
                    CHECK_FALSE(on_it);
                }
            }
            CHECK(a.label_min.x >= 0);
            CHECK(a.label_max.x <= size.x);
            CHECK(a.label_min.y >= 0);
            CHECK(a.label_max.y <= size.y);
        }
    }
}

TEST_CASE("Influence map: two alike stand side by side, seats without a name beside them") {
    Deal one;
    for (const auto* id : {"aaaaa1", "aaaaa2"}) {
        one.stakeholders.push_back(person(id, "Ana", Function::it, 60));
    }
    const std::vector<float> labels(3, 30.0f);
    const auto layout = map_layout(one, consensus_of(one), person_rows(one, today), {600, 300}, labels, 15);
    REQUIRE(layout.nodes.size() == 3); // five seats as one
    CHECK(layout.nodes[0].center.x < layout.nodes[1].center.x);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = i + 1; j < 3; ++j) {
            CHECK(distance(layout.nodes[i].center, layout.nodes[j].center) >= layout.nodes[i].radius + layout.nodes[j].radius);
        }
    }
}

TEST_CASE("Influence map: a line between two who stand far apart is marked") {
    auto one = deal();
    one.influences = {{{"elena0"}, {"marcus"}, 400, today, {}}};
    one.stakeholders[0].stances = {{today, Stance::champion, {}}};
    one.stakeholders[1].stances = {{today, Stance::opposed, {}}};
    const std::vector<float> labels(one.stakeholders.size() + 1, 30.0f);
    const auto lines = [&] { return map_layout(one, consensus_of(one), person_rows(one, today), {600, 300}, labels, 15).lines; };
    REQUIRE(lines().size() == 1);
    CHECK(lines()[0].conflict);
    one.stakeholders[1].stances = {{today, Stance::neutral, {}}};
    CHECK_FALSE(lines()[0].conflict);
}

TEST_CASE("The map in words says who would agree once they have talked, and who would not yet") {
    const auto made = deal();
    const auto rows = person_rows(made, today);
    Consensus consensus;
    for (const auto& row : rows) {
        consensus.people.push_back({.id = row.person->id});
    }
    CHECK(map_summary(consensus, rows).starts_with("Once they have talked, nobody would agree, Elena Brandt"));
    consensus.people.front().would_agree = true;
    CHECK(map_summary(consensus, rows).starts_with("Once they have talked, Elena Brandt would agree, marcus Olsen"));
    for (auto& person : consensus.people) {
        person.would_agree = true;
    }
    CHECK(map_summary(consensus, rows).find("would not") == std::string::npos);
}

TEST_CASE("People: whoever has left is counted nowhere, and stands in no function") {
    auto one = deal();
    one.expected_group_size = 5;
    const auto before = missing_words(one);
    CHECK(before == "A group of 5 is expected, 1 may be missing");
    one.stakeholders[0].left = Departure{today - 4, {}}; // a champion
    const auto rows = person_rows(one, today);
    CHECK(people_title(rows) == "3 people, 1 supportive, 2 not heard in a month");
    CHECK(missing_words(one) == "A group of 5 is expected, 2 may be missing");
    CHECK(stance_label(rows[0]) == "Left");
    CHECK(stance_label(rows[3]) == "Supportive");
    for (const auto& line : function_lines(rows)) {
        CHECK(line.function != Function::executive);
    }
    const auto consensus = consensus_of(one);
    CHECK_FALSE(map_summary(consensus, rows).contains("Elena"));
    CHECK_FALSE(person_words(rows[0], today).contains("champion"));
    // The ring, the map and the title have the same seats that nobody is known for.
    CHECK(consensus.not_named() == one.expected_group_size - present_count(one));
    for (auto& person : one.stakeholders) {
        person.left = Departure{today - 1, {}};
    }
    CHECK(people_title(person_rows(one, today)) == "Everybody who was named has left");
}
