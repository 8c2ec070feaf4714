#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "core/analysis/brief.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/parts.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/report/brief_page.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t interactions_offered = 8;

// What a brief can be for, as the list offers it.
struct Offer {
    BriefSubject subject;
    std::string label;
    const char* icon = nullptr;
};

std::vector<Offer> offers_of(const Deal& deal, Date today) {
    std::vector<Offer> offers{{NextMeeting{}, "Next meeting", icon::circle_arrow_right}};
    for (const auto& coming : coming_up(deal)) {
        const auto* planned_in = std::get_if<InteractionId>(&coming.about);
        if (!planned_in) continue;
        offers.push_back({PlannedMeeting{*planned_in}, coming.what + (coming.on ? ", " + short_date(*coming.on, today) : std::string()),
                          icon::calendar});
    }
    for (const auto& person : deal.stakeholders) {
        offers.push_back({person.id, name_of(deal, person.id), icon::user});
    }
    std::vector<const Interaction*> latest;
    for (const auto& interaction : deal.interactions) {
        latest.push_back(&interaction);
    }
    sort_list(latest, [](const Interaction* a, const Interaction* b) { return a->on > b->on; });
    latest.resize(std::min(latest.size(), interactions_offered));
    for (const auto* interaction : latest) {
        offers.push_back({interaction->id, short_date(interaction->on, today) + ": " + interaction->summary, interaction_icon(interaction->kind)});
    }
    return offers;
}

void draw_choice(const Context& context, float width) {
    const auto offers = offers_of(*context.deal, context.today);
    const auto found = std::ranges::find(offers, context.view.brief.subject, &Offer::subject);
    const int chosen = found == offers.end() ? 0 : static_cast<int>(found - offers.begin());
    std::vector<Choice> choices;
    for (const auto& offer : offers) {
        choices.push_back({offer.label, offer.icon});
    }
    if (const auto picked = select(context.ui, "Brief for", choices, chosen, {.width = std::min(width, context.ui.px(280))})) {
        context.view.brief.subject = offers[static_cast<std::size_t>(*picked)].subject;
    }
}

void draw_list(const Ui& ui, const char* icon, std::string_view title, const std::vector<std::string>& lines, float width) {
    if (lines.empty()) return;
    icon_text_wrapped(ui, TextStyle::strong, icon, ui.color().text, title, width);
    ui.note_level(2);
    gap(ui, 4);
    for (const auto& line : lines) {
        text_wrapped(ui, TextStyle::body, line, width);
        gap(ui, 3);
    }
    gap(ui, 12);
}

void draw_person(const Context& context, const BriefPerson& person, float width) {
    const auto& ui = context.ui;
    const auto* stakeholder = find(*context.deal, person.id);
    ImGui::PushID(person.id.text.c_str());
    avatar(ui, person.name);
    same_line(ui, 8);
    text(ui, TextStyle::label, person.name);
    same_line(ui, 8);
    text_fitted(ui, TextStyle::body, ui.color().text_muted, person.part,
                std::max(ui.px(60), width - (ImGui::GetCursorPosX() - ImGui::GetCursorStartPos().x)));
    gap(ui, 4);
    if (stakeholder) {
        const auto at = ImGui::GetCursorScreenPos();
        draw_stance_mark(ui, ImGui::GetWindowDrawList(), {at.x + ui.px(7), at.y + ui.px(9)}, stance_of(*stakeholder));
        ImGui::SetCursorScreenPos({at.x + ui.px(22), at.y});
        text(ui, TextStyle::body, person.stance);
    }
    const auto fact = [&](std::string_view label, const std::string& words) {
        if (words.empty()) return;
        text_wrapped(ui, TextStyle::body, std::string(label) + ": " + words, width);
    };
    fact("Their problem", person.problem);
    fact("They need", person.needed_outcome);
    fact("Last said", person.last_said);
    for (const auto& concern : person.concerns) {
        fact(concern.kind, concern.words);
    }
    ImGui::PopID();
    gap(ui, 14);
}

void draw_ask(const Context& context, const NextAsk& ask, float width) {
    const auto& ui = context.ui;
    text_wrapped(ui, TextStyle::heading, ask.title, width);
    gap(ui, 2);
    text_wrapped_muted(ui, TextStyle::body, ask.why, width);
    if (!ask.offer.empty()) {
        gap(ui, 4);
        text_wrapped(ui, TextStyle::body, "Offer: " + offered_words(ask), width);
    }
    if (!ask.wording.empty()) {
        gap(ui, 4);
        text_wrapped(ui, TextStyle::reading, ask.wording, width);
    }
    gap(ui, 16);
}

void draw_people_of(const Context& context, const Brief& brief, float width) {
    const auto& ui = context.ui;
    Card card(ui, "people", {.width = width});
    icon_text(ui, TextStyle::strong, icon::users, ui.color().text, "Who will be there");
    ui.note_level(2);
    gap(ui, 10);
    if (brief.people.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "Nobody is named yet. Find out who decides before you meet.", card.inner_width());
    }
    for (const auto& person : brief.people) {
        draw_person(context, person, card.inner_width());
    }
}

void draw_plan_of(const Context& context, const Brief& brief, float width) {
    const auto& ui = context.ui;
    Card card(ui, "plan", {.width = width});
    icon_text_wrapped(ui, TextStyle::strong, icon::circle_arrow_right, ui.color().text, "What to ask for and what to offer", card.inner_width());
    ui.note_level(2);
    gap(ui, 10);
    if (brief.asks.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "There is nothing to ask of them now. Listen, and agree the next step.",
                           card.inner_width());
        gap(ui, 12);
    }
    for (const auto& ask : brief.asks) {
        draw_ask(context, ask, card.inner_width());
    }
    if (!brief.also_open.empty()) {
        text_wrapped_muted(ui, TextStyle::body, brief.also_open, card.inner_width());
        gap(ui, 16);
    }
}

bool has_notes(const Brief& brief) {
    return !brief.our_promises.empty() || !brief.their_promises.empty() || !brief.avoid.empty();
}

void draw_notes_of(const Context& context, const Brief& brief, float width) {
    const auto& ui = context.ui;
    Card card(ui, "notes", {.width = width});
    draw_list(ui, icon::handshake, "What we promised", brief.our_promises, card.inner_width());
    draw_list(ui, icon::flag, "What they promised", brief.their_promises, card.inner_width());
    draw_list(ui, icon::hand, "What not to do", brief.avoid, card.inner_width());
}

}

void draw_brief(const Context& context) {
    const auto& ui = context.ui;
    const auto brief = brief_for(*context.deal, knowledge_of(context.document), *context.derived, context.view.brief.subject, context.today);
    Page page(ui, "brief", context.min, context.max);
    text_wrapped(ui, TextStyle::title, brief.title, page.width());
    gap(ui, 10);
    draw_choice(context, page.width());
    if (page.width() < ui.px(520)) {
        gap(ui, 8);
    } else {
        same_line(ui, 12);
    }
    if (button(ui, ButtonKind::outlined, "Copy as text", {.icon = icon::copy})) {
        context.act(action::CopyText{brief_markdown(brief), "Copied the brief"});
    }
    same_line(ui, 8);
    if (button(ui, ButtonKind::outlined, "Print", {.icon = icon::printer})) {
        context.act(action::PrintPage{brief.title, brief_page(brief)});
    }
    gap(ui, 16);
    if (page.width() < ui.px(760)) {
        draw_plan_of(context, brief, page.width());
        gap(ui, 16);
        draw_people_of(context, brief, page.width());
        if (has_notes(brief)) {
            gap(ui, 16);
            draw_notes_of(context, brief, page.width());
        }
    } else {
        const float space = ui.px(16);
        const float left = (page.width() - space) * 0.44f;
        const auto start = ImGui::GetCursorScreenPos();
        draw_people_of(context, brief, left);
        if (has_notes(brief)) {
            gap(ui, 16);
            ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
            draw_notes_of(context, brief, left);
        }
        const float bottom = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({start.x + left + space, start.y});
        draw_plan_of(context, brief, page.width() - left - space);
        ImGui::SetCursorScreenPos({start.x, std::max(bottom, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({0, 0});
    }
    gap(ui, 24);
}

}
