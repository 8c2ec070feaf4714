#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/export.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace middleground;
using namespace middleground::test;

// Nothing private reaches the buyer. Every text of a deal is marked as private, but for those that are listed here: a text that a deal
// gains later is private in these tests too until somebody lists it.

namespace {

using Json = nlohmann::ordered_json;

const std::string marker = "Zq7pRIVATEx";
constexpr std::int64_t private_amount = 918273645;

// Members that are no free text: a marker in them would make the file invalid.
const std::set<std::string> no_text{"id",        "on",     "kind",    "date",       "due",         "state",       "reason",
                                    "process",   "opened", "created", "currency",   "function",    "role",        "stance",
                                    "direction", "system", "from",    "commitment", "interaction", "stakeholder", "buyer_owner",
                                    "by",        "client", "not_before", "until"};

bool is_shared(const std::string& path) {
    static const std::set<std::string> shared{"/account",
                                              "/seller",
                                              "/stakeholders/name",
                                              "/stakeholders/title",
                                              "/commitments/title",
                                              "/commitments/done_when",
                                              "/commitments/value_offered/what"};
    return shared.contains(path);
}

int mark(Json& value, const std::string& path) {
    int marked = 0;
    if (value.is_array()) {
        for (auto& element : value) {
            if (!element.is_string()) marked += mark(element, path);
        }
    } else if (value.is_object()) {
        // A field of the seller's own is private until it is marked; numbers and days take no marker.
        const bool is_field = path == "/fields" || path == "/stakeholders/fields";
        if (is_field && value.value("shared", false)) return 0;
        const auto kind = is_field ? value.value("kind", "text") : std::string();
        const bool takes_no_marker = kind == "number" || kind == "date";
        for (auto& [name, member] : value.items()) {
            const auto here = path + '/' + name;
            const bool is_id = name == "to" && path != "/outcome";
            if (!member.is_string()) {
                marked += mark(member, here);
            } else if (!no_text.contains(name) && !is_id && !is_shared(here) && !(takes_no_marker && name == "value")) {
                member = member.get<std::string>() + marker;
                ++marked;
            }
        }
    }
    return marked;
}

// The note of the customer's own event in force is shared, every other one is not.
void unmark_event(Deal& deal) {
    if (deal.targets.empty() || !deal.targets.back().date || deal.targets.back().reason != TargetReason::buyer_event) return;
    auto& note = deal.targets.back().note;
    if (note.ends_with(marker)) note.resize(note.size() - marker.size());
}

struct Marked {
    Deal deal;
    int fields = 0;
};

Marked marked_deal(Deal deal) {
    if (deal.amount) deal.amount->minor = private_amount;
    auto file = Json::parse(io::write_deal(deal));
    const auto fields = mark(file["deal"], {});
    auto read = io::read_deal(file.dump(), today());
    if (!read) throw std::runtime_error(read.error().message());
    unmark_event(*read);
    return {std::move(*read), fields};
}

std::string decoded_bytes(std::string_view link) {
    const auto bytes = io::from_base64url(link.substr(io::link_prefix.size()));
    REQUIRE(bytes);
    io::ByteReader reader(*bytes);
    REQUIRE(reader.take(5)); // kind and check sum
    const auto length = reader.number();
    REQUIRE(length);
    const auto payload = io::inflated(*reader.take(reader.left()), io::link_dictionary, static_cast<std::uint32_t>(*length));
    REQUIRE(payload);
    return *payload;
}

bool tells(std::string_view bytes) {
    return bytes.contains(marker) || bytes.contains("918273645") || bytes.contains("9,182,736") || bytes.contains("918,273,645");
}

}

TEST_CASE("nothing private is in anything that the buyer gets") {
    int marked = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto [deal, fields] = marked_deal(random_deal(random));
        marked += fields;
        const auto plan = buyer_plan(deal, today());
        REQUIRE(check_plan(plan));
        for (const auto& format : names_of<ExportFormat>()) {
            INFO(format.key);
            REQUIRE_FALSE(tells(export_plan(plan, format.value).bytes));
        }
        if (const auto link = io::encode_link(plan)) REQUIRE_FALSE(tells(decoded_bytes(*link)));
    }
    CHECK(marked > 50000); // the deals had something to tell
}

TEST_CASE("what is for colleagues does tell") {
    const auto deal = marked_deal(example_deal()).deal;
    for (const auto& format : names_of<ExportFormat>()) {
        INFO(format.key);
        // A calendar has only what is to be done: its promises are ours to say.
        CHECK(tells(export_deal(deal, format.value, today()).bytes));
    }
}

TEST_CASE("a plan says nothing of a refusal") {
    Deal deal = example_deal();
    auto& commitment = deal.commitments.front();
    commitment.events = {{CommitmentEventKind::planned, deal.opened, {}, {}, {}, {}},
                         {CommitmentEventKind::asked, deal.opened, {}, {}, {}, {}}};
    const auto asked = buyer_plan(deal, today());
    commitment.events.push_back({CommitmentEventKind::declined, deal.opened, {}, {}, "no money", {}});
    CHECK(buyer_plan(deal, today()) == asked);
    commitment.events.resize(1);
    CHECK(buyer_plan(deal, today()) == asked);
    commitment.events.push_back({CommitmentEventKind::asked, deal.opened, {}, {}, {}, {}});
    commitment.events.push_back({CommitmentEventKind::agreed, deal.opened, {}, {}, {}, {}});
    CHECK(buyer_plan(deal, today()) != asked);
    commitment.events.push_back({CommitmentEventKind::broken, deal.opened, {}, {}, "forgot", {}});
    CHECK(buyer_plan(deal, today()) == asked);
}

TEST_CASE("what is set aside is not in the buyer's plan", "[set_aside]") {
    auto deal = example_deal();
    REQUIRE(buyer_plan(deal, today()).steps.size() == 4);
    deal.commitments[1].events = {{CommitmentEventKind::not_needed, today(), {}, {}, "They know us", {}}};
    deal.commitments[3].events = {{CommitmentEventKind::asked, today(), {}, {}, {}, {}}, {CommitmentEventKind::dropped, today(), {}, {}, {}, {}}};
    const auto plan = buyer_plan(deal, today());
    REQUIRE(plan.steps.size() == 2);
    CHECK(plan.steps[0].id == explore);
    CHECK(plan.steps[1].id == invest);
    CHECK(check_plan(plan));
}

TEST_CASE("our own target is not the buyer's event") {
    Deal deal = example_deal();
    deal.targets = {{deal.opened, deal.opened + 90, TargetReason::seller_target, "our quarter"}};
    CHECK_FALSE(buyer_plan(deal, today()).event);
    deal.targets.push_back({deal.opened, deal.opened + 60, TargetReason::buyer_event, "peak season"});
    CHECK(buyer_plan(deal, today()).event == BuyerEvent{deal.opened + 60, "peak season"});
}

TEST_CASE("tags, links, the lesson, notes and alternatives are in nothing that the buyer gets") {
    Deal deal = example_deal();
    deal.tags = {{"tag " + marker}};
    deal.links = {{"title " + marker, "https://example.com/" + marker}};
    deal.lesson = "lesson " + marker;
    deal.notes = "notes " + marker;
    deal.alternatives = {{"name " + marker, AlternativeKind::competitor, "strong " + marker, {}}};
    deal.outcome = Lost{today(), "to " + marker, "why " + marker};
    const auto plan = buyer_plan(deal, today());
    for (const auto& format : names_of<ExportFormat>()) {
        INFO(format.key);
        CHECK_FALSE(tells(export_plan(plan, format.value).bytes));
    }
    CHECK_FALSE(tells(decoded_bytes(io::encode_link(plan).value())));
}

namespace {

bool has_word(std::string_view text, std::string_view word) {
    const auto words = " " + folded(text) + " ";
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; };
    for (auto at = words.find(word); at != std::string::npos; at = words.find(word, at + 1)) {
        if (!is_letter(words[at - 1]) && !is_letter(words[at + word.size()])) return true;
    }
    return false;
}

// Reads right for both sides: in the program, where "they" is the buyer and "you" the seller, and on the buyer's page, where it is the
// other way round.
void check_for_both(std::string_view text) {
    INFO(text);
    CHECK(can_be_said_to_them(text));
    for (const auto word : {"you", "your", "yours", "buyer", "buyer's"}) {
        CHECK_FALSE(has_word(text, word));
    }
}

}

TEST_CASE("what playbooks and samples offer speaks to the buyer, not about them") {
    int texts = 0;
    for (const auto& playbook : shipped_playbooks()) {
        for (const auto& step : playbook.steps) {
            INFO(playbook.id << ' ' << step.id);
            check_for_both(step.done_when);
            for (const auto& idea : step.value_ideas) {
                check_for_both(idea);
                ++texts;
            }
        }
    }
    CHECK(texts > 100);
    for (const auto name : {"brightwater", "passive", "pushed"}) {
        const auto deal = sample(name, today());
        for (const auto& step : buyer_plan(deal, today(), playbook_of(deal)).steps) {
            check_for_both(step.title);
            check_for_both(step.done_when);
            for (const auto& value : step.value) {
                check_for_both(value.what);
            }
        }
    }
}

TEST_CASE("a commitment called Resolve concerns has a neutral title for the buyer, a typed one stays as it is") {
    const auto step_in = [](const BuyerPlan& plan, const CommitmentId& id) { return *std::ranges::find(plan.steps, id, &PlanStep::id); };
    auto deal = sample("brightwater", today());
    auto& concerns = *std::ranges::find(deal.commitments, "resolve-concerns", &Commitment::step);
    const auto* playbook = playbook_of(deal);
    CHECK(step_in(buyer_plan(deal, today(), playbook), concerns.id).title == "Open questions answered");
    concerns.title = "Resolve concerns of IT";
    CHECK(step_in(buyer_plan(deal, today(), playbook), concerns.id).title == "Resolve concerns of IT");
    concerns.title = "Resolve concerns";
    concerns.step.clear();
    CHECK(step_in(buyer_plan(deal, today(), playbook), concerns.id).title == "Resolve concerns");
}
