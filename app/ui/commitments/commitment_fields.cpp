#include "app/ui/commitments/commitment_fields.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/commitment_edit.hpp"
#include "app/ui/commitments/commitment_offers.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {


// A text of the commitment, several lines high, with its name above.
void long_text(const Context& context, const Commitment& commitment, std::string Commitment::*member, std::string_view label,
               std::string_view placeholder, float width, std::span<const TextMark> marks = {}) {
    const auto& ui = context.ui;
    const float line = ui.theme.line_height(TextStyle::body);
    const float inner = width - ui.px(24);
    // As high as what it holds, so that nothing is hidden; not so high that the rest is gone.
    const float words = std::min(wrapped_height(ui, TextStyle::body, commitment.*member, inner), 8 * line);
    const FieldOptions options{.placeholder = placeholder,
                               .width = width,
                               .height = std::max(std::max(words, line) + ui.px(12), ui.theme.control_height()),
                               .multiline = true,
                               .focus = takes_commitment_focus(context, label),
                               .max_bytes = Limits::long_text,
                               .show_label = true,
                               .marks = marks};
    if (auto text = text_edit(ui, label, commitment.*member, options)) {
        auto changed = commitment;
        changed.*member = std::move(*text);
        type_commitment(context, std::move(changed), label);
    }
}

// What in the words to ask with costs trust, and what to say instead.
void draw_wording_hits(const Context& context, const std::string& text, const std::vector<WordingHit>& hits, float width) {
    const auto& ui = context.ui;
    if (text.empty()) return;
    gap(ui, 6);
    if (hits.empty()) {
        icon_text(ui, TextStyle::caption, icon::check, ui.color().middle, "Direct, no pressure");
        return;
    }
    for (const auto& hit : hits) {
        const auto words = "\u201c" + text.substr(hit.begin, hit.end - hit.begin) + "\u201d";
        icon_text(ui, TextStyle::caption, icon::triangle_alert, ui.color().warn, words);
        text_wrapped_muted(ui, TextStyle::caption, hit.why + " Try: \u201c" + hit.instead + "\u201d", width);
        gap(ui, 4);
    }
}

void draw_due(const Context& context, const Commitment& commitment, float width) {
    const auto days = days_coming_up(*context.deal);
    const auto due =
        date_edit(context.ui, "Due date", due_of(commitment), context.today,
                  DateFieldOptions{.field = {.width = width, .focus = takes_commitment_focus(context, "Due date"), .show_label = true},
                                   .lean = DateDirection::future,
                                   .period = PeriodDay::last,
                                   .when_empty = "Not agreed",
                                   .marks = days});
    if (due) {
        CommitmentEvent event{CommitmentEventKind::due, context.today, {}, {}, {}, *due};
        context.act(apply_with_toast(edit::AddCommitmentEvent{commitment.id, std::move(event)}));
    }
}

void draw_owner(const Context& context, const Commitment& commitment, float width) {
    const auto people = people_to_choose(context, commitment.buyer_owner, "Nobody yet");
    if (const auto picked = select(context.ui, "Owner on their side", people.choices, people.chosen, {.width = width, .show_label = true})) {
        auto changed = commitment;
        changed.buyer_owner = chosen_person(context, *picked);
        put_commitment(context, std::move(changed));
    }
}

void draw_people(const Context& context, const Commitment& commitment, float width) {
    const auto& people = context.deal->stakeholders;
    std::vector<std::string> names;
    std::vector<int> chosen;
    for (const auto& person : people) {
        names.push_back(name_of(*context.deal, person.id));
    }
    const std::vector<Choice> choices(names.begin(), names.end());
    for (const auto& id : commitment.people) {
        const auto found = std::ranges::find(people, id, &Stakeholder::id);
        chosen.push_back(static_cast<int>(found - people.begin()));
    }
    auto& query = context.view.texts["people query " + commitment.id.text];
    std::string new_name;
    const bool changed = multi_pick(context.ui, "Who has to agree", choices, chosen, query,
                                    {.placeholder = "Names. A new name adds that person", .width = width, .show_label = true}, &new_name);
    if (!changed) {
        return;
    }
    auto next = commitment;
    next.people.clear();
    for (const int index : chosen) {
        next.people.push_back(people[static_cast<std::size_t>(index)].id);
    }
    if (new_name.empty()) {
        return put_commitment(context, std::move(next));
    }
    Stakeholder person;
    person.id = StakeholderId::make(context.random);
    person.created = context.today;
    person.name = new_name;
    next.people.push_back(person.id);
    context.act(
        action::Apply{{edit::PutStakeholder{std::move(person)}, edit::PutCommitment{std::move(next)}}, {}, "Added " + new_name, true});
}

// Which step of the deal's playbook it is: that says what is usual for it and how likely it is.
void draw_step(const Context& context, const Commitment& commitment, float width) {
    const auto* playbook = playbook_of(context.document, *context.deal);
    if (!playbook || playbook->steps.empty()) return;
    std::vector<Choice> choices{{"None of them"}};
    int chosen = 0;
    for (const auto& step : playbook->steps) {
        if (step.id == commitment.step) chosen = static_cast<int>(choices.size());
        choices.push_back({step.title});
    }
    gap(context.ui, 16);
    if (const auto picked = select(context.ui, "Step of the playbook", choices, chosen, {.width = width, .show_label = true})) {
        auto changed = commitment;
        changed.step = *picked == 0 ? std::string() : playbook->steps[static_cast<std::size_t>(*picked) - 1].id;
        put_commitment(context, std::move(changed));
    }
}

void draw_prerequisites(const Context& context, const Commitment& commitment, float width) {
    const auto& list = context.deal->commitments;
    const auto possible = possible_prerequisites(*context.deal, commitment.id);
    std::vector<std::string> titles;
    for (const int place : possible) {
        titles.push_back(shown_title(list[static_cast<std::size_t>(place)]));
    }
    const std::vector<Choice> choices(titles.begin(), titles.end());
    std::vector<int> chosen;
    for (const auto& id : commitment.prerequisites) {
        const auto found = std::ranges::find_if(possible, [&](int place) { return list[static_cast<std::size_t>(place)].id == id; });
        if (found != possible.end()) {
            chosen.push_back(static_cast<int>(found - possible.begin()));
        }
    }
    auto& query = context.view.texts["prerequisites query " + commitment.id.text];
    if (multi_pick(context.ui, "Has to be kept first", choices, chosen, query,
                   {.placeholder = "Nothing, it can come first", .width = width, .show_label = true})) {
        auto changed = commitment;
        changed.prerequisites.clear();
        for (const int index : chosen) {
            changed.prerequisites.push_back(list[static_cast<std::size_t>(possible[static_cast<std::size_t>(index)])].id);
        }
        put_commitment(context, std::move(changed));
    }
}

}

void draw_commitment_title(const Context& context, const Commitment& commitment, float width) {
    const FieldOptions options{.placeholder = "What should they promise?",
                               .width = width,
                               .in_place = true,
                               .style = TextStyle::title,
                               .focus = takes_commitment_focus(context, "Title"),
                               .max_bytes = Limits::short_text};
    if (auto title = text_edit(context.ui, "Title", commitment.title, options)) {
        auto changed = commitment;
        changed.title = std::move(*title);
        type_commitment(context, std::move(changed), "title");
    }
}

void draw_commitment_plan_fields(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    long_text(context, commitment, &Commitment::done_when, "Done when", "What both sides can see when it is kept", width);
    gap(ui, 16);
    const float due_width = std::min(ui.px(ui.theme.touch ? 136.0f : 120.0f), width * 0.4f);
    const auto start = ImGui::GetCursorScreenPos();
    draw_due(context, commitment, due_width);
    const float below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + due_width + ui.px(12), start.y});
    draw_owner(context, commitment, width - due_width - ui.px(12));
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
    gap(ui, 16);
    draw_people(context, commitment, width);
    gap(ui, 16);
    draw_prerequisites(context, commitment, width);
    draw_step(context, commitment, width);
    gap(ui, 12);
    if (commitment.decides) {
        icon_text(ui, TextStyle::body, icon::target, ui.color().text_muted, "This commitment decides the deal");
    } else if (checkbox(ui, "This commitment decides the deal", false)) {
        auto changed = commitment;
        changed.decides = true;
        context.act(action::Apply{{edit::PutCommitment{std::move(changed)}}, {}, shown_title(commitment) + " is now the decision", true});
    }
}

void draw_commitment_ask_fields(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const auto& hits = context.caches.derived.wording_hits(commitment.ask, context.document.wording);
    std::vector<TextMark> marks;
    for (const auto& hit : hits) {
        marks.push_back({hit.begin, hit.end});
    }
    long_text(context, commitment, &Commitment::ask, "How to ask for it", "In your own words", width, marks);
    draw_wording_hits(context, commitment.ask, hits, width);
    if (!commitment.ask.empty()) {
        gap(ui, 4);
        if (button(ui, ButtonKind::link, "Copy the words", {.icon = icon::copy, .small = true})) {
            context.act(action::CopyText{commitment.ask, "Copied the wording"});
        }
    }
    gap(ui, 16);
    draw_commitment_offers(context, commitment, width);
    gap(ui, 16);
    long_text(context, commitment, &Commitment::evidence, "How we know it was kept", "Minutes, an e-mail, a date in their calendar", width);
}

}
