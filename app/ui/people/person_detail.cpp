#include "app/ui/people/person_detail.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/own_fields/own_fields.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/people/person_concerns.hpp"
#include "app/ui/people/person_departure.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/people/person_order.hpp"
#include "app/ui/people/person_stance.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/people_data.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// One member of the person, changed; `name` keeps the steps of undo apart.
template <typename Value>
void store(const Context& context, const Stakeholder& person, Value Stakeholder::*member, Value value, std::string_view name) {
    auto changed = person;
    changed.*member = std::move(value);
    context.act(apply_edit(edit::PutStakeholder{std::move(changed)}, "person " + person.id.text + " " + std::string(name)));
}

// Text of the person on one line.
void text_fact(const Context& context, const Stakeholder& person, std::string_view caption, std::string_view label,
               std::string Stakeholder::*member, std::string_view placeholder) {
    const auto& ui = context.ui;
    const auto& current = person.*member;
    if (context.read_only && current.empty()) {
        return;
    }
    person_fact(ui, caption, [&](float width) {
        if (context.read_only) {
            gap(ui, 4);
            text_wrapped(ui, TextStyle::body, current, width);
        } else if (auto text = text_edit(ui, label, current, {.placeholder = placeholder, .width = width, .in_place = true})) {
            store(context, person, member, std::move(*text), label);
        }
    });
}

// Text of the person on as many lines as it needs.
void long_fact(const Context& context, const Stakeholder& person, std::string_view caption, std::string_view label,
               std::string Stakeholder::*member, std::string_view placeholder) {
    const auto& ui = context.ui;
    const auto& current = person.*member;
    if (context.read_only && current.empty()) {
        return;
    }
    const auto draw = [&](float width) {
        if (context.read_only) {
            gap(ui, 6);
            text_wrapped(ui, TextStyle::body, current, width);
            gap(ui, 6);
        } else if (auto text = growing_edit(ui, label, current, width, placeholder)) {
            store(context, person, member, std::move(*text), label);
        }
    };
    person_fact(ui, caption, draw, FactLines::many);
}

template <typename E>
void choice_fact(const Context& context, const Stakeholder& person, std::string_view caption, std::string_view label,
                 E Stakeholder::*member) {
    const auto& ui = context.ui;
    person_fact(ui, caption, [&](float width) {
        if (context.read_only) {
            gap(ui, 4);
            text(ui, TextStyle::body, label_of(person.*member));
            return;
        }
        std::vector<Choice> choices;
        int chosen = -1;
        for (const auto& name : names_of<E>()) {
            if (name.value == person.*member) {
                chosen = static_cast<int>(choices.size());
            }
            choices.push_back({name.label});
        }
        if (const auto picked = select(ui, label, choices, chosen, {.width = width, .in_place = true})) {
            store(context, person, member, names_of<E>()[static_cast<std::size_t>(*picked)].value, label);
        }
    });
}

void number_fact(const Context& context, const Stakeholder& person, std::string_view caption, std::string_view label,
                 int Stakeholder::*member, std::string_view meaning) {
    const auto& ui = context.ui;
    person_fact(ui, caption, [&](float width) {
        const auto start = ImGui::GetCursorScreenPos();
        const float number = ui.px(48);
        if (context.read_only) {
            gap(ui, 4);
            text(ui, TextStyle::body, std::to_string(person.*member));
        } else if (const auto value = number_edit(ui, label, person.*member, 0, 100, {.width = number, .in_place = true})) {
            store(context, person, member, *value, label);
        }
        const auto after = ImGui::GetCursorScreenPos();
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {start.x + number + ui.px(4), start.y},
                     {start.x + width, start.y + fact_height(ui)}, ui.color().text_muted, meaning);
        ImGui::SetCursorScreenPos({start.x, after.y});
    });
}

void draw_tags(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    if (context.read_only && person.tags.empty()) return;
    person_fact(ui, "Tags", [&](float width) {
        if (context.read_only) {
            gap(ui, 4);
            text_wrapped(ui, TextStyle::body, joined_tags(person.tags), width);
            return;
        }
        auto& query = context.view.texts["tags of " + person.id.text];
        auto tags = edit_tags(context, "Tags of the person", person.tags, known_person_tags(context.document, person), query, width);
        if (tags) store(context, person, &Stakeholder::tags, std::move(*tags), "tags");
    });
}

void draw_last_heard(const Context& context, const PersonRow& row) {
    const auto& ui = context.ui;
    person_fact(ui, "Last heard", [&](float width) {
        const auto start = ImGui::GetCursorScreenPos();
        const float height = fact_height(ui);
        if (!row.heard) {
            draw_icon(ui, ImGui::GetWindowDrawList(), icon::ear_off, {start.x + ui.px(7), start.y + height / 2}, ui.px(14),
                      ui.color().warn);
            draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {start.x + ui.px(20), start.y},
                         {start.x + width, start.y + height}, ui.color().warn, "Never");
            ui.note_rect(ItemRole::text, "Never heard", start, {start.x + width, start.y + height});
            ImGui::Dummy({width, height});
            return;
        }
        const auto words = short_date(*row.heard, context.today) + ", " + relative_days(*row.heard, context.today);
        const ButtonOptions options{.icon = icon::notebook_pen, .tooltip = "Show it in the log", .small = true};
        const float lift = (height - small_link_height(ui)) / 2;
        ImGui::SetCursorScreenPos({start.x, start.y + lift});
        if (button(ui, ButtonKind::link, words + "##heard", options)) {
            context.view.interaction = row.heard_in;
            context.view.scroll_to_selection = true;
            context.act(action::GoTo{Screen::log});
        }
        ImGui::SetCursorScreenPos({start.x, start.y + height});
        ImGui::Dummy({width, 0});
    });
}

void draw_head(const Context& context, const PersonRow& row, DetailPlace place) {
    const auto& ui = context.ui;
    if (place == DetailPlace::instead) {
        const auto at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x - ui.px(10), at.y});
        if (button(ui, ButtonKind::quiet, "All people", {.icon = icon::chevron_left})) {
            context.view.person = {};
        }
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
        gap(ui, 8);
    }
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float close = place == DetailPlace::aside ? ui.theme.control_small_height() + ui.px(8) : 0;
    const float left = start.x + ui.px(52);
    const float name_width = width - ui.px(52) - close;
    draw_avatar(ui, ImGui::GetWindowDrawList(), {start.x + ui.px(20), start.y + ui.px(22)}, row.name, 40);
    ImGui::SetCursorScreenPos({left, start.y});
    ImGui::BeginGroup();
    if (context.read_only) {
        text_wrapped(ui, TextStyle::heading, row.name, name_width);
    } else if (auto name = text_edit(ui, "Name", row.person->name,
                                     {.placeholder = "Name", .width = name_width, .in_place = true, .style = TextStyle::heading})) {
        store(context, *row.person, &Stakeholder::name, std::move(*name), "name");
    }
    text_fitted(ui, TextStyle::caption, ui.color().text_muted, person_line(*row.person), name_width);
    if (row.person->left) text_wrapped(ui, TextStyle::caption, departure_words(*row.person->left, context.today), name_width);
    ImGui::EndGroup();
    const float bottom = std::max(ImGui::GetCursorScreenPos().y, start.y + ui.px(44));
    if (place == DetailPlace::aside) {
        ImGui::SetCursorScreenPos({start.x + width - ui.theme.control_small_height() + ui.px(6), start.y});
        if (icon_button(ui, icon::x, "Close the details", {.small = true})) {
            context.view.person = {};
        }
    }
    ImGui::SetCursorScreenPos({start.x, bottom});
    ImGui::Dummy({width, 0});
}

void draw_mail_link(const Context& context, const Stakeholder& person) {
    const auto address = mail_address_in(person.contact);
    if (!address) return;
    const auto& ui = context.ui;
    person_fact(ui, {}, [&](float width) {
        const auto label = "Write to " + *address;
        const ButtonOptions options{.icon = icon::mail, .small = true, .width = std::min(width, small_link_width(ui, label, icon::mail))};
        if (button(ui, ButtonKind::link, label, options)) context.act(action::OpenUrl{"mailto:" + *address});
    });
}

void add_interaction(const Context& context, const Stakeholder& person) {
    LogDraft draft;
    draft.people = {person.id};
    begin_log(context, std::move(draft));
}

}

void draw_person_detail(const Context& context, const PersonRow& row, DetailPlace place) {
    const auto& ui = context.ui;
    const auto& person = *row.person;
    ImGui::PushID(person.id.text.c_str());
    draw_head(context, row, place);
    gap(ui, 12);
    draw_person_stance(context, row);
    number_fact(context, person, "Influence", "Influence weight", &Stakeholder::influence, "of 100, in the decision");
    number_fact(context, person, "Openness", "Openness", &Stakeholder::openness, "of 100, open to the others");
    draw_last_heard(context, row);
    draw_person_assessment(context, person.id);
    if (!context.read_only) {
        gap(ui, 4);
        if (button(ui, ButtonKind::outlined, "Add interaction", {.icon = icon::plus, .width = context.phone ? -1.0f : 0.0f})) {
            add_interaction(context, person);
        }
        gap(ui, 8);
    }
    gap(ui, 4);
    separator(ui);
    gap(ui, 8);
    long_fact(context, person, "Problem", "Their problem", &Stakeholder::problem, "What troubles them, in their words");
    long_fact(context, person, "Needs", "Needed outcome", &Stakeholder::needed_outcome, "What they need to get out of it");
    gap(ui, 8);
    separator(ui);
    gap(ui, 16);
    draw_concerns(context, person);
    draw_our_promises(context, person);
    draw_influence_lines(context, person);
    separator(ui);
    gap(ui, 8);
    text_fact(context, person, "Title", "Title", &Stakeholder::title, "Their title");
    choice_fact(context, person, "Function", "Their function", &Stakeholder::function);
    choice_fact(context, person, "Role", "Their role", &Stakeholder::role);
    long_fact(context, person, "Contact", "Contact", &Stakeholder::contact, "E-mail, phone");
    draw_mail_link(context, person);
    draw_tags(context, person);
    draw_own_fields(context, person.id, person.fields);
    long_fact(context, person, "Notes", "Private notes", &Stakeholder::notes, "Never shown to the buyer");
    draw_departure(context, person);
    if (!context.read_only) {
        gap(ui, 16);
        draw_person_order(context, person);
    }
    gap(ui, 24);
    ImGui::PopID();
}

}
