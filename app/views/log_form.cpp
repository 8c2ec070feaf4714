#include "app/views/log_form.hpp"

#include "app/views/parts.hpp"
#include "app/views/views.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/field.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// Picks several things of the deal by name; `ids` stay ids, the widget works on positions.
template <typename IdType, typename List, typename Label>
void pick_ids(const Ui& ui, std::string_view label, const List& list, std::vector<IdType>& ids, std::string& query, const Label& label_for,
              const FieldOptions& options, std::string* on_new = nullptr) {
    std::vector<std::string> labels;
    std::vector<int> chosen;
    for (const auto& thing : list) {
        labels.push_back(label_for(thing));
    }
    for (const auto& id : ids) {
        const auto place = std::ranges::find(list, id, [](const auto& thing) { return thing.id; });
        if (place != list.end()) {
            chosen.push_back(static_cast<int>(place - list.begin()));
        }
    }
    std::vector<Choice> choices;
    for (const auto& text : labels) {
        choices.push_back({text});
    }
    if (multi_pick(ui, label, choices, chosen, query, options, on_new)) {
        ids.clear();
        for (const int index : chosen) {
            ids.push_back(list[static_cast<std::size_t>(index)].id);
        }
    }
}

void draw_who(const Context& context, LogDraft& draft) {
    std::string new_name;
    pick_ids(
        context.ui, "Who", context.deal->stakeholders, draft.people, draft.people_query,
        [](const Stakeholder& person) { return person.name; },
        {.placeholder = "Names. A new name adds the person", .focus = draft.just_opened, .show_label = true}, &new_name);
    if (!new_name.empty()) {
        Stakeholder person;
        person.id = StakeholderId::make(context.random);
        person.created = context.today;
        person.name = new_name;
        draft.people.push_back(person.id);
        draft.people_query.clear();
        context.act(apply_edit(edit::PutStakeholder{std::move(person)}));
    }
}

void draw_kind_and_date(const Context& context, LogDraft& draft) {
    const auto& ui = context.ui;
    std::vector<Choice> kinds;
    for (const auto& name : names_of<InteractionKind>()) {
        kinds.push_back({name.label, interaction_icon(name.value)});
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const float third = (width - ui.px(24)) / 3;
    const auto start = ImGui::GetCursorScreenPos();
    if (const auto kind = select(ui, "Kind", kinds, static_cast<int>(draft.kind), {.width = third, .show_label = true})) {
        draft.kind = names_of<InteractionKind>()[static_cast<std::size_t>(*kind)].value;
        draft.direction = draft.kind == InteractionKind::email ? Direction::outbound : Direction::mutual;
    }
    const float below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + third + ui.px(12), start.y});
    std::vector<Choice> directions;
    for (const auto& name : names_of<Direction>()) {
        directions.push_back({name.label});
    }
    if (const auto direction =
            select(ui, "Direction", directions, static_cast<int>(draft.direction), {.width = third, .show_label = true})) {
        draft.direction = names_of<Direction>()[static_cast<std::size_t>(*direction)].value;
    }
    ImGui::SetCursorScreenPos({start.x + 2 * (third + ui.px(12)), start.y});
    text_field(ui, "Date", draft.on, {.placeholder = "Today", .width = third, .show_label = true});
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
}

void draw_answer(const Context& context, LogDraft::Answer& answer) {
    const auto& ui = context.ui;
    const auto* commitment = find(*context.deal, answer.commitment);
    if (!commitment) {
        return;
    }
    constexpr std::array kinds{CommitmentEventKind::asked, CommitmentEventKind::agreed, CommitmentEventKind::declined,
                               CommitmentEventKind::kept};
    constexpr std::array labels{Segment{"No answer yet"}, Segment{"Agreed"}, Segment{"Declined"}, Segment{"Kept"}};
    const auto chosen = static_cast<int>(std::ranges::find(kinds, answer.kind) - kinds.begin());
    ImGui::PushID(answer.commitment.text.c_str());
    gap(ui, 8);
    text_muted(ui, TextStyle::caption, "Answer to: " + commitment->title);
    gap(ui, 2);
    if (const auto now = segmented(ui, "Answer to " + commitment->title, labels, chosen)) {
        answer.kind = kinds[static_cast<std::size_t>(*now)];
    }
    if (answer.kind == CommitmentEventKind::agreed) {
        gap(ui, 6);
        text_field(ui, "Due", answer.due, {.placeholder = "By when, for example 19 Jun or +14"});
    } else if (answer.kind == CommitmentEventKind::declined) {
        gap(ui, 6);
        text_field(ui, "Why they declined", answer.why, {.placeholder = "Why, in their words"});
    }
    ImGui::PopID();
}

void draw_next(const Context& context, LogDraft& draft) {
    const auto& ui = context.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    const float date_width = ui.px(160);
    const auto start = ImGui::GetCursorScreenPos();
    text_field(ui, "What is next", draft.next_what,
               {.placeholder = "A yes or no outcome, theirs if you can", .width = width - date_width - ui.px(12), .show_label = true});
    const float below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + width - date_width, start.y});
    text_field(ui, "Next date", draft.next_on, {.placeholder = "When", .width = date_width, .show_label = true});
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
}

void save_form(const Context& context, LogDraft& draft) {
    auto edits = edits_of(draft, *context.deal, context.today, context.random);
    if (!edits) {
        draft.error = edits.error().message();
        return;
    }
    // Tried here first, so that a refusal leaves the form open with what was typed.
    auto deal = *context.deal;
    for (const auto& edit : edits->edits) {
        auto next = apply(std::move(deal), edit, context.today);
        if (!next) {
            draft.error = next.error().message();
            return;
        }
        deal = std::move(*next);
    }
    context.act(action::Apply{std::move(edits->edits), {}, std::move(edits->what), true, {}});
    draft = LogDraft{};
}

void draw_fields(const Context& context, LogDraft& draft) {
    const auto& ui = context.ui;
    draw_who(context, draft);
    gap(ui, 12);
    draw_kind_and_date(context, draft);
    gap(ui, 12);
    text_field(ui, "What was said", draft.summary,
               {.placeholder = "In a sentence or two", .height = ui.px(60), .multiline = true, .max_bytes = 20000, .show_label = true});
    gap(ui, 12);
    pick_ids(ui, "What you asked for", context.deal->commitments, draft.asks, draft.asks_query,
             [](const Commitment& commitment) { return commitment.title; }, {.placeholder = "Commitments", .show_label = true});
    match_answers(draft);
    if (!draft.editing) {
        for (auto& answer : draft.answers) {
            draw_answer(context, answer);
        }
    }
    gap(ui, 12);
    draft.given.resize(std::max<std::size_t>(1, draft.given.size()));
    text_field(ui, "What you gave", draft.given.front().what, {.placeholder = "What they keep even if they never buy", .show_label = true});
    gap(ui, 12);
    draw_next(context, draft);
    gap(ui, 12);
    draft.raised.resize(std::max<std::size_t>(1, draft.raised.size()));
    text_field(ui, "Concern raised", draft.raised.front().text,
               {.placeholder = "What the first person fears, if they said so", .show_label = true});
    if (draft.direction == Direction::outbound) {
        gap(ui, 12);
        if (checkbox(ui, "They answered", draft.answered)) {
            draft.answered = !draft.answered;
        }
    }
}

}

void draw_log_form(const Context& context) {
    auto& draft = context.view.log;
    if (!draft.open || context.read_only) {
        return;
    }
    const auto& ui = context.ui;
    bool open = true;
    if (Dialog dialog(ui, draft.editing ? "Change the interaction" : "Log an interaction", open, 640); dialog) {
        draw_fields(context, draft);
        draft.just_opened = false;
        gap(ui, 16);
        if (!draft.error.empty()) {
            band(ui, Band::error, "Not logged", draft.error);
            gap(ui, 12);
        }
        const bool enter = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
        if (button(ui, ButtonKind::filled, "Save", {.icon = icon::check, .key_hint = ui.mac ? "Cmd Enter" : "Ctrl Enter"}) || enter) {
            save_form(context, draft);
        } else {
            same_line(ui);
            if (button(ui, ButtonKind::quiet, "Cancel")) {
                open = false;
            }
        }
    }
    if (!open) {
        draft.open = false;
    }
}

}
