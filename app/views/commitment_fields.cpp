#include "app/views/commitment_fields.hpp"

#include "app/views/commitments_data.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/field.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int short_bytes = 500;
constexpr int long_bytes = 20000;

// True once when somebody asked for the focus to be in this field.
bool takes_focus(const Context& context, std::string_view label) {
    if (context.view.focus_field != label) {
        return false;
    }
    context.view.focus_field.clear();
    return true;
}

void put(const Context& context, Commitment commitment, std::string_view field) {
    auto key = std::string(field) + " of " + commitment.id.text;
    context.act(apply_edit(edit::PutCommitment{std::move(commitment)}, std::move(key)));
}

void put_now(const Context& context, Commitment commitment) {
    context.act(apply_edit(edit::PutCommitment{std::move(commitment)}));
}

// A text of the commitment, several lines high, with its name above.
void long_text(const Context& context, const Commitment& commitment, std::string Commitment::* member, std::string_view label,
               std::string_view placeholder, float width) {
    const auto& ui = context.ui;
    const float line = ui.theme.line_height(TextStyle::body);
    const float inner = width - ui.px(24);
    // As high as what it holds, so that nothing is hidden; not so high that the rest is gone.
    const float words = std::min(wrapped_height(ui, TextStyle::body, commitment.*member, inner), 8 * line);
    const FieldOptions options{.placeholder = placeholder,
                               .width = width,
                               .height = std::max(words, line) + ui.px(12),
                               .multiline = true,
                               .focus = takes_focus(context, label),
                               .max_bytes = long_bytes,
                               .show_label = true};
    if (auto text = text_edit(ui, label, commitment.*member, options)) {
        auto changed = commitment;
        changed.*member = std::move(*text);
        put(context, std::move(changed), label);
    }
}

void draw_due(const Context& context, const Commitment& commitment, float width) {
    const auto due = date_edit(context.ui, "Due date", due_of(commitment), context.today,
                               {.placeholder = "To agree", .width = width, .focus = takes_focus(context, "Due date"), .show_label = true});
    if (due) {
        CommitmentEvent event{CommitmentEventKind::due, context.today, {}, {}, {}, *due};
        context.act(apply_with_toast(edit::AddCommitmentEvent{commitment.id, std::move(event)}));
    }
}

// "Nobody yet" and everybody; the index of `id` among them.
struct PeopleChoices {
    std::vector<Choice> choices;
    int chosen = 0;
};

PeopleChoices people_choices(const Context& context, const StakeholderId& id, std::string_view nobody) {
    PeopleChoices people{{Choice{nobody}}, 0};
    for (const auto& person : context.deal->stakeholders) {
        if (person.id == id) {
            people.chosen = static_cast<int>(people.choices.size());
        }
        people.choices.push_back({person.name});
    }
    return people;
}

StakeholderId person_at(const Context& context, int index) {
    return index == 0 ? StakeholderId{} : context.deal->stakeholders[static_cast<std::size_t>(index - 1)].id;
}

void draw_owner(const Context& context, const Commitment& commitment, float width) {
    const auto people = people_choices(context, commitment.buyer_owner, "Nobody yet");
    if (const auto picked =
            select(context.ui, "Buyer's owner", people.choices, people.chosen, {.width = width, .show_label = true})) {
        auto changed = commitment;
        changed.buyer_owner = person_at(context, *picked);
        put_now(context, std::move(changed));
    }
}

void draw_people(const Context& context, const Commitment& commitment, float width) {
    const auto& people = context.deal->stakeholders;
    std::vector<Choice> choices;
    std::vector<int> chosen;
    for (const auto& person : people) {
        choices.push_back({person.name});
    }
    for (const auto& id : commitment.people) {
        const auto found = std::ranges::find(people, id, &Stakeholder::id);
        chosen.push_back(static_cast<int>(found - people.begin()));
    }
    auto& query = context.view.texts["people query " + commitment.id.text];
    std::string new_name;
    const bool changed = multi_pick(context.ui, "Who has to agree", choices, chosen, query,
                                    {.placeholder = "Names. A new name adds the person", .width = width, .show_label = true}, &new_name);
    if (!changed) {
        return;
    }
    auto next = commitment;
    next.people.clear();
    for (const int index : chosen) {
        next.people.push_back(people[static_cast<std::size_t>(index)].id);
    }
    if (new_name.empty()) {
        return put_now(context, std::move(next));
    }
    Stakeholder person;
    person.id = StakeholderId::make(context.random);
    person.created = context.today;
    person.name = new_name;
    next.people.push_back(person.id);
    context.act(action::Apply{{edit::PutStakeholder{std::move(person)}, edit::PutCommitment{std::move(next)}}, {}, "Added " + new_name, true});
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
        put_now(context, std::move(changed));
    }
}

// One thing that is offered: what, for whom, and what it serves.
void draw_offer(const Context& context, const Commitment& commitment, int index, float width) {
    const auto& ui = context.ui;
    const auto number = " " + std::to_string(index + 1);
    const auto& value = commitment.value_offered[static_cast<std::size_t>(index)];
    const auto change = [&](auto set, bool typed) {
        auto changed = commitment;
        set(changed.value_offered[static_cast<std::size_t>(index)]);
        typed ? put(context, std::move(changed), "offer" + number) : put_now(context, std::move(changed));
    };
    const float button_size = ui.theme.control_height();
    const auto start = ImGui::GetCursorScreenPos();
    if (auto what = text_edit(ui, "What they get" + number, value.what,
                              {.placeholder = "Worth having even if they never buy",
                               .width = width - button_size - ui.px(4),
                               .focus = takes_focus(context, "What they get" + number),
                               .max_bytes = long_bytes})) {
        change([&](Value& changed) { changed.what = std::move(*what); }, true);
    }
    const float below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + width - button_size, start.y});
    if (icon_button(ui, icon::x, "Take away offer" + number)) {
        auto changed = commitment;
        changed.value_offered.erase(changed.value_offered.begin() + index);
        put_now(context, std::move(changed));
    }
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    gap(ui, 4);
    const float half = (width - button_size - ui.px(4) - ui.px(8)) / 2;
    const auto second = ImGui::GetCursorScreenPos();
    const auto people = people_choices(context, value.to, "For everybody");
    if (const auto picked = select(ui, "Offer" + number + " is for", people.choices, people.chosen, {.width = half})) {
        change([&](Value& changed) { changed.to = person_at(context, *picked); }, false);
    }
    const float end = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({second.x + half + ui.px(8), second.y});
    if (auto outcome = text_edit(ui, "Outcome of offer" + number, value.outcome,
                                 {.placeholder = "Outcome it serves", .width = half, .max_bytes = long_bytes})) {
        change([&](Value& changed) { changed.outcome = std::move(*outcome); }, true);
    }
    ImGui::SetCursorScreenPos({second.x, std::max(end, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
}

const PlaybookStep* step_of(const Context& context, const Commitment& commitment) {
    for (const auto& playbook : context.document.playbooks) {
        if (playbook.id == context.deal->playbook) {
            return find_step(playbook, commitment.step);
        }
    }
    return nullptr;
}

void draw_offers(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    text_muted(ui, TextStyle::caption, "What they get for it");
    gap(ui, 4);
    const auto add = [&](std::string what) {
        auto changed = commitment;
        changed.value_offered.push_back({{}, std::move(what), {}});
        put_now(context, std::move(changed));
    };
    for (int i = 0; i < static_cast<int>(commitment.value_offered.size()); ++i) {
        draw_offer(context, commitment, i, width);
        gap(ui, 12);
    }
    if (button(ui, ButtonKind::outlined, "Add an offer", {.icon = icon::gift})) {
        context.view.focus_field = "What they get " + std::to_string(commitment.value_offered.size() + 1);
        add({});
    }
    const auto* step = step_of(context, commitment);
    if (!step || !commitment.value_offered.empty() || step->value_ideas.empty()) {
        return;
    }
    gap(ui, 8);
    text_muted(ui, TextStyle::caption, "Ideas of the playbook. A press takes one over");
    for (const auto& idea : step->value_ideas) {
        gap(ui, 2);
        const ButtonOptions options{.icon = icon::plus, .tooltip = idea, .small = true};
        const float wide = std::min(width, button_width(ui, idea, options));
        if (button(ui, ButtonKind::quiet, idea, {.icon = icon::plus, .tooltip = options.tooltip, .small = true, .width = wide})) {
            add(idea);
        }
    }
}

}

void draw_commitment_title(const Context& context, const Commitment& commitment, float width) {
    const FieldOptions options{.placeholder = "What should they promise?",
                               .width = width,
                               .in_place = true,
                               .style = TextStyle::title,
                               .focus = takes_focus(context, "Title"),
                               .max_bytes = short_bytes};
    if (auto title = text_edit(context.ui, "Title", commitment.title, options)) {
        auto changed = commitment;
        changed.title = std::move(*title);
        put(context, std::move(changed), "title");
    }
}

void draw_commitment_plan_fields(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    long_text(context, commitment, &Commitment::done_when, "Done when", "What both can see when it is kept", width);
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
    gap(ui, 12);
    if (commitment.decides) {
        icon_text(ui, TextStyle::body, icon::target, ui.color().text_muted, "This commitment decides the deal");
    } else if (checkbox(ui, "This commitment decides the deal", false)) {
        auto changed = commitment;
        changed.decides = true;
        context.act(action::Apply{{edit::PutCommitment{std::move(changed)}}, {}, shown_title(commitment) + " decides now", true});
    }
}

void draw_commitment_ask_fields(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    long_text(context, commitment, &Commitment::ask, "Words to ask with", "How you would ask for it, in your own words", width);
    if (!commitment.ask.empty()) {
        gap(ui, 4);
        if (button(ui, ButtonKind::link, "Copy the words", {.icon = icon::copy, .small = true})) {
            context.act(action::CopyText{commitment.ask, "Copied the wording"});
        }
    }
    gap(ui, 16);
    draw_offers(context, commitment, width);
    gap(ui, 16);
    long_text(context, commitment, &Commitment::evidence, "How we know that it was kept", "Minutes, a mail, a date in their calendar", width);
}

}
