// What the model can do and no page offers does not exist: for each edit of core/model/edit/edit.hpp, and for each member that people fill in, there
// is a way over the pages that asks for it. A new edit or member without a row here fails.
#include "app/ui/details/deal_details.hpp"
#include "app/ui/pages.hpp"
#include "core/model/names.hpp"
#include "tests/app/ui/whole_program.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <variant>
#include <vector>

using namespace middleground;
using namespace middleground::whole;

namespace {

using Program = WholeProgram;

struct Way {
    std::string name;
    std::function<void(Program&)> go;
    std::function<bool(const Edit&)> is;
};

template <typename E>
std::function<bool(const Edit&)> any() {
    return [](const Edit& edit) { return std::holds_alternative<E>(edit.any()); };
}
// An edit of that kind of which `holds` is true.
template <typename E, typename Holds>
std::function<bool(const Edit&)> one(Holds holds) {
    return [holds](const Edit& edit) {
        const auto* found = std::get_if<E>(&edit.any());
        return found && holds(*found);
    };
}
template <typename M>
std::function<bool(const Edit&)> sets(std::optional<M> edit::SetDeal::*member) {
    return one<edit::SetDeal>([member](const edit::SetDeal& edit) { return (edit.*member).has_value(); });
}
template <typename O>
std::function<bool(const Edit&)> ends_as() {
    return one<edit::SetOutcome>([](const edit::SetOutcome& edit) { return std::holds_alternative<O>(edit.outcome); });
}
template <typename M>
std::function<bool(const Edit&)> changes(M Stakeholder::*member) {
    return one<edit::PutStakeholder>([member](const auto& edit) { return edit.stakeholder.*member != whole_deal().stakeholders[0].*member; });
}
template <typename M>
std::function<bool(const Edit&)> changes(M Commitment::*member) {
    return one<edit::PutCommitment>([member](const auto& edit) {
        return edit.commitment.id == talk && edit.commitment.*member != whole_deal().commitments[0].*member;
    });
}

using EventTest = std::function<bool(const CommitmentEvent&)>;

std::function<bool(const Edit&)> event_of_kind(CommitmentEventKind kind, const EventTest& holds = [](const auto&) { return true; }) {
    return one<edit::AddCommitmentEvent>([=](const auto& edit) { return edit.event.kind == kind && holds(edit.event); });
}

// The log's form, open as the button opens it.
void log(Program& program) {
    program.go(Screen::log);
    program.key(ImGuiKey_L);
}

// In the order of edit.hpp.
std::vector<Way> ways() {
    using P = Program;
    const auto fact = [](std::string_view field, std::string_view text) {
        return [field, text](P& program) {
            program.details();
            program.write(field, text);
        };
    };
    const auto person = [](std::string_view field, std::string_view text) {
        return [field, text](P& program) {
            program.person();
            program.write(field, text);
        };
    };
    const auto ending = [](std::string_view way, std::string_view button) {
        return [way, button](P& program) {
            program.details();
            program.press(way);
            program.press(button);
        };
    };
    return {
        {"SetDeal title", fact("Deal title", "x"), sets(&edit::SetDeal::title)},
        {"SetDeal account", fact("Deal account", "x"), sets(&edit::SetDeal::account)},
        {"SetDeal amount", fact("Deal amount", "12k"), sets(&edit::SetDeal::amount)},
        {"SetDeal seller", fact("Deal seller", "x"), sets(&edit::SetDeal::seller)},
        {"SetDeal opened", fact("Deal opened", "1 Mar"), sets(&edit::SetDeal::opened)},
        {"SetDeal process", [](P& p) { p.details(); p.press("Their tender"); }, sets(&edit::SetDeal::process)},
        {"SetDeal expected_group_size", [](P& p) { p.details(); p.write("Expected group size", "9"); }, sets(&edit::SetDeal::expected_group_size)},
        {"SetDeal client", [](P& p) { p.details(); p.pick("Deal customer"); }, sets(&edit::SetDeal::client)},
        {"SetDeal notes", fact("Private notes", "x"), sets(&edit::SetDeal::notes)},
        {"SetDeal tags", fact("Tags", "tender"), sets(&edit::SetDeal::tags)},
        {"SetDeal links", [](P& p) { p.details(); p.press("Add a link"); p.write("Link address", "https://example.com/offer"); }, sets(&edit::SetDeal::links)},
        {"SetDeal lesson", [](P& p) {
             p.page.document.entries.front().deal.outcome = Won{today};
             p.page.document.entries.front().revision = 99;
             p.details();
             p.write("What it taught", "x");
         }, sets(&edit::SetDeal::lesson)},
        {"SetTarget", fact("Deal target date", "1 Nov"), any<edit::SetTarget>()},
        {"SetOutcome won", ending("Won", "Close as won"), ends_as<Won>()},
        {"SetOutcome lost", ending("Lost", "Close as lost"), ends_as<Lost>()},
        {"SetOutcome no decision", ending("No decision", "Close without a decision"), ends_as<NoDecision>()},
        {"SetOutcome open", [](P& p) {
             p.page.document.entries.front().deal.outcome = Won{today};
             p.page.document.entries.front().revision = 99;
             p.details();
             p.press("Reopen");
         }, ends_as<Open>()},
        {"SetAlternatives", [](P& p) { p.details(); p.press("Add an alternative"); p.write("New alternative", "Kestrel"); }, any<edit::SetAlternatives>()},
        {"PutStakeholder", [](P& p) { p.go(Screen::people); p.write("New person", "Judith Kramer"); }, any<edit::PutStakeholder>()},
        {"Stakeholder name", person("Name", "x"), changes(&Stakeholder::name)},
        {"Stakeholder title", person("Title", "x"), changes(&Stakeholder::title)},
        {"Stakeholder function", [](P& p) { p.person(); p.press("Their function"); p.key(ImGuiKey_Home); p.key(ImGuiKey_Enter); }, changes(&Stakeholder::function)},
        {"Stakeholder role", [](P& p) { p.person(); p.press("Their role"); p.key(ImGuiKey_Home); p.key(ImGuiKey_Enter); }, changes(&Stakeholder::role)},
        {"Stakeholder influence", person("Influence weight", "9"), changes(&Stakeholder::influence)},
        {"Stakeholder openness", person("Openness", "9"), changes(&Stakeholder::openness)},
        {"Stakeholder problem", person("Their problem", "x"), changes(&Stakeholder::problem)},
        {"Stakeholder needed_outcome", person("Needed outcome", "x"), changes(&Stakeholder::needed_outcome)},
        {"Stakeholder contact", person("Contact", "x"), changes(&Stakeholder::contact)},
        {"Stakeholder notes", person("Private notes", "x"), changes(&Stakeholder::notes)},
        {"Stakeholder left", [](P& p) { p.person(); p.press("They have left"); }, changes(&Stakeholder::left)},
        {"RemoveStakeholder", [](P& p) { p.person(marcus); p.press("Remove this person"); }, any<edit::RemoveStakeholder>()},
        {"MoveStakeholder", [](P& p) { p.person(); p.press("Move down"); }, any<edit::MoveStakeholder>()},
        {"MergePeople", [](P& p) { p.person(); p.press("Merge with\u2026"); p.pick("Who is the same person"); p.press("Merge"); }, any<edit::MergePeople>()},
        {"SetStance", [](P& p) { p.person(); p.pick("Their stance"); }, any<edit::SetStance>()},
        {"SetStance not before", [](P& p) { p.person(); p.write("Nothing before", "1 Nov"); },
         one<edit::SetStance>([](const auto& edit) { return edit.event.not_before.has_value(); })},
        {"SetInfluence", [](P& p) { p.person(); p.press("Add whom they move"); p.key(ImGuiKey_DownArrow); p.key(ImGuiKey_Enter); }, any<edit::SetInfluence>()},
        {"PutCommitment", [](P& p) { p.go(Screen::commitments); p.press("New commitment"); }, any<edit::PutCommitment>()},
        {"Commitment title", [](P& p) { p.commitment(); p.write("Title", "x"); }, changes(&Commitment::title)},
        {"Commitment ask", [](P& p) { p.commitment(); p.write("How to ask for it", "x"); }, changes(&Commitment::ask)},
        {"Commitment done_when", [](P& p) { p.commitment(); p.write("Done when", "x"); }, changes(&Commitment::done_when)},
        {"Commitment evidence", [](P& p) { p.commitment(); p.write("How we know it was kept", "x"); }, changes(&Commitment::evidence)},
        {"Commitment buyer_owner", [](P& p) { p.commitment(); p.pick("Owner on their side"); }, changes(&Commitment::buyer_owner)},
        {"Commitment people", [](P& p) { p.commitment(); p.write("Who has to agree", "Elena"); }, changes(&Commitment::people)},
        {"Commitment prerequisites", [](P& p) { p.commitment(); p.write("Has to be kept first", "Step 2"); }, changes(&Commitment::prerequisites)},
        {"Commitment decides", [](P& p) { p.commitment(); p.press("This commitment decides the deal"); }, changes(&Commitment::decides)},
        {"Commitment value_offered", [](P& p) { p.commitment(); p.press("Add an offer"); p.type("x"); p.key(ImGuiKey_Enter); }, changes(&Commitment::value_offered)},
        {"RemoveCommitment", [](P& p) { p.commitment(); p.press("Remove"); }, any<edit::RemoveCommitment>()},
        {"MoveCommitment", [](P& p) { p.commitment(); p.press("Move later"); }, any<edit::MoveCommitment>()},
        {"AddCommitmentEvent", [](P& p) { p.commitment(); p.press("Mark as asked"); }, any<edit::AddCommitmentEvent>()},
        {"AddCommitmentEvent due", [](P& p) { p.commitment(); p.write("Due date", "1 Nov"); },
         one<edit::AddCommitmentEvent>([](const auto& edit) { return edit.event.kind == CommitmentEventKind::due; })},
        {"AddCommitmentEvent dropped", [](P& p) { p.commitment(); p.write("Why it is set aside", "x"); p.press("Drop"); },
         event_of_kind(CommitmentEventKind::dropped, [](const auto& event) { return event.why == "x"; })},
        {"AddCommitmentEvent not needed", [](P& p) { p.commitment(); p.write("Why it is set aside", "x"); p.press("Not needed"); },
         event_of_kind(CommitmentEventKind::not_needed, [](const auto& event) { return event.why == "x"; })},
        {"AddCommitmentEvent reopened", [](P& p) { p.commitment(); p.press("Drop"); p.press("Reopen"); },
         event_of_kind(CommitmentEventKind::reopened)},
        {"AddCommitmentEvent asked by them", [](P& p) { p.commitment(); p.press("They asked for it"); p.key(ImGuiKey_DownArrow); p.key(ImGuiKey_DownArrow); p.key(ImGuiKey_Enter); },
         event_of_kind(CommitmentEventKind::asked, [](const auto& event) { return event.by == Asker::them && !event.who.empty(); })},
        {"AddCommitmentEvent agreed, not before", [](P& p) { p.commitment(); p.press("Mark as asked"); p.write("Not before", "1 Nov"); p.press("Mark as agreed"); },
         event_of_kind(CommitmentEventKind::agreed, [](const auto& event) { return event.not_before.has_value(); })},
        {"AddCommitmentEvent declined, not before", [](P& p) { p.commitment(); p.press("Mark as asked"); p.write("Not before", "1 Nov"); p.press("Mark as declined"); },
         event_of_kind(CommitmentEventKind::declined, [](const auto& event) { return event.not_before.has_value(); })},
        {"AddCommitmentEvent kept", [](P& p) { p.commitment(); p.press("Mark as asked"); p.press("Mark as kept"); }, event_of_kind(CommitmentEventKind::kept)},
        {"AddCommitmentEvent broken", [](P& p) { p.commitment(); p.press("Mark as asked"); p.press("Mark as agreed"); p.press("Mark as broken"); },
         event_of_kind(CommitmentEventKind::broken)},
        {"PutInteraction asked by them", [](P& p) { log(p); p.type("met Elena"); p.write("Asked for", "Step 1"); p.press("They asked for it"); p.press("Save"); },
         one<edit::PutInteraction>([](const auto& edit) { return !edit.their_asks.empty(); })},
        {"PutInteraction", [](P& p) { log(p); p.type("call Elena: likes it"); p.key(ImGuiKey_Enter); }, any<edit::PutInteraction>()},
        {"RemoveInteraction", [](P& p) { p.page.view.interaction = met; p.go(Screen::log); p.press("Remove this interaction"); }, any<edit::RemoveInteraction>()},
        {"SetNextStep", [](P& p) { p.go(Screen::log); p.press("Drop"); }, any<edit::SetNextStep>()},
        {"SetSnooze", [](P& p) { p.go(Screen::today); p.key(ImGuiKey_S); p.key(ImGuiKey_Enter); }, any<edit::SetSnooze>()},
        {"SetField of a deal", [](P& p) { p.page.document.settings.fields = {{"Region"}}; p.details(); p.write("Region", "North"); },
         one<edit::SetField>([](const auto& edit) { return edit.person.empty() && edit.field.value == "North"; })},
        {"SetField of a person", [](P& p) { p.page.document.settings.fields = {{"Depots", FieldOwner::person, FieldKind::number}}; p.person(); p.write("Depots", "1,200"); },
         one<edit::SetField>([](const auto& edit) { return edit.person == elena && edit.field.value == "1200"; })},
        {"SetField date", [](P& p) { p.page.document.settings.fields = {{"Met on", FieldOwner::person, FieldKind::date}}; p.person(); p.write("Met on", "1 Mar"); },
         one<edit::SetField>([](const auto& edit) { return edit.field.value == "2026-03-01"; })},
        {"SetField choice", [](P& p) { p.page.document.settings.fields = {{"Region", FieldOwner::deal, FieldKind::choice, {"North", "South"}}}; p.details(); p.pick("Region"); },
         one<edit::SetField>([](const auto& edit) { return !edit.field.value.empty(); })},
        {"SetField shared", [](P& p) {
             p.page.document.entries.front().deal.fields = {{"Region", FieldKind::text, "North"}};
             p.page.document.entries.front().revision = 99;
             p.details();
             p.press("Share with the buyer: Region");
         }, one<edit::SetField>([](const auto& edit) { return edit.field.shared; })},
        {"Stakeholder tags", person("Tags of the person", "board"), changes(&Stakeholder::tags)},
        {"PutConcern", person("New concern", "x"), any<edit::PutConcern>()},
        {"PutConcern question", person("New concern", "Who hosts it?"),
         one<edit::PutConcern>([](const auto& edit) { return edit.concern.kind == ConcernKind::question; })},
        {"RemoveConcern", [](P& p) { p.person(); p.press("Remove the concern"); }, any<edit::RemoveConcern>()},
        {"AddConcernEvent", [](P& p) { p.person(); p.press("Mark as answered"); }, any<edit::AddConcernEvent>()},
        {"PutPromise", person("New promise", "x"), any<edit::PutPromise>()},
        {"PutPromise due", [](P& p) { p.person(); p.write("Promise due", "1 Nov"); },
         one<edit::PutPromise>([](const auto& edit) { return edit.promise.due != today + 2; })},
        {"RemovePromise", [](P& p) { p.person(); p.press("Remove the promise"); }, any<edit::RemovePromise>()},
        {"AddPromiseEvent", [](P& p) { p.person(); p.press("We kept it"); }, any<edit::AddPromiseEvent>()},
    };
}

}

TEST_CASE("each edit and each member that people fill in is asked for by some page") {
    // StartPlan is made by update() of action::PlanDeal, which the next test is about.
    std::vector<std::size_t> known{Edit(edit::StartPlan{}).any().index()};
    for (const auto& way : ways()) {
        INFO(way.name);
        Program program;
        program.draw();
        way.go(program);
        CHECK(program.asked_for(way.is));
        for (const auto& edit : program.edits()) {
            known.push_back(edit.any().index());
        }
    }
    for (std::size_t i = 0; i < std::variant_size_v<AnyEdit>; ++i) {
        INFO("the edit at place " << i << " of AnyEdit has no way above");
        CHECK(std::ranges::find(known, i) != known.end());
    }
}

TEST_CASE("each kind of event and each kind of concern is asked for by some page") {
    std::vector<CommitmentEventKind> events{CommitmentEventKind::planned}; // that is what a plan begins with
    std::vector<ConcernKind> concerns;
    for (const auto& way : ways()) {
        Program program;
        program.draw();
        way.go(program);
        for (const auto& edit : program.edits()) {
            if (const auto* event = std::get_if<edit::AddCommitmentEvent>(&edit.any())) events.push_back(event->event.kind);
            if (const auto* put = std::get_if<edit::PutConcern>(&edit.any())) concerns.push_back(put->concern.kind);
        }
    }
    for (const auto& name : names_of<CommitmentEventKind>()) {
        INFO(name.label);
        CHECK(std::ranges::find(events, name.value) != events.end());
    }
    for (const auto& name : names_of<ConcernKind>()) {
        INFO(name.label);
        CHECK(std::ranges::find(concerns, name.value) != concerns.end());
    }
}

TEST_CASE("a deal without commitments is planned from its page and from its details") {
    auto deal = whole_deal();
    deal.commitments.clear();
    deal.playbook.clear();
    Program program(deal);
    Playbook playbook;
    playbook.id = "small-quick";
    playbook.title = "Small and quick";
    program.page.document.playbooks = {playbook, playbook};
    program.page.document.playbooks.back().id = "other";
    program.details();
    program.pick("Deal playbook");
    CHECK(program.page.has_action<action::PlanDeal>());
}
