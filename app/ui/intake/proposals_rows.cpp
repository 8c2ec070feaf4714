#include "app/session/action.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/intake/proposals_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/intake/intake_data.hpp"
#include "core/base/code_point.hpp"
#include "core/model/limits.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

constexpr int most_at_first = 120;         // rows; the rest by a button
constexpr std::size_t longest_detail = 220; // bytes

const char* icon_of(ProposalKind kind) {
    using enum ProposalKind;
    switch (kind) {
    case person: return icon::user_plus;
    case facts: return icon::user;
    case entry: return icon::notebook_pen;
    case planned: return icon::calendar;
    case moved: return icon::calendar_range;
    case cancelled: return icon::circle_x;
    case commitment: return icon::workflow;
    case due: return icon::flag;
    case ask: return icon::hand;
    case answer: return icon::reply;
    case promise: return icon::handshake;
    case concern: return icon::circle_alert;
    case question: return icon::message_circle_question_mark;
    }
    return icon::circle_small;
}

// On one line, shortened; what a mail is about is told from what it says.
std::string in_a_line(std::string_view text) {
    std::string line;
    const auto head = text.substr(0, text.find("\n\n"));
    const bool has_head = head.size() < text.size() && !head.empty() && head.find('\n') == std::string_view::npos;
    if (has_head) {
        line = head;
        const char last = line.back();
        if (last != '.' && last != '?' && last != '!' && last != ':' && last != ',') line += ':';
        line += ' ';
        text.remove_prefix(head.size() + 2);
    }
    bool blank = true;
    for (const char c : text) {
        if (line.size() > 2 * longest_detail) break;
        const bool is_blank = c == '\n' || c == ' ';
        if (!(is_blank && blank)) line += is_blank ? ' ' : c;
        blank = is_blank;
    }
    return line.size() > longest_detail ? std::string(cut_to(line, longest_detail)) + " \u2026" : line;
}

struct RowWords {
    std::string title;
    std::string detail;
    std::string words; // quoted
};

RowWords words_of(const IntakeSession& session, std::uint32_t place, Date today) {
    const auto& proposal = session.proposals()->list[place];
    RowWords words{proposal.title, in_a_line(proposal.detail), {}};
    // A question is its own words.
    if (!proposal.words.empty() && proposal.title.find(proposal.words) == std::string::npos) words.words = "\u201c" + in_a_line(proposal.words) + "\u201d";
    const auto text = session.text_of(place);
    // Said otherwise, as the title begins with the day.
    const auto happened = proposal.kind == ProposalKind::entry ? session.day_of(place).value_or(std::nullopt) : std::nullopt;
    if (const auto colon = words.title.find(':'); happened && colon != std::string::npos) words.title.replace(0, colon, short_date(*happened, today));
    if (proposal.kind == ProposalKind::entry && text) words.detail = in_a_line(*text);
    else if (const auto day = session.day_of(place); day && *day && proposal.kind == ProposalKind::promise) words.detail = "by " + short_date(**day, today);
    else if (text && proposal.title.find(*text) == std::string::npos && proposal.detail.find(*text) == std::string::npos) words.detail = in_a_line("As \u201c" + *text + "\u201d");
    return words;
}

void draw_switch(const Ui& ui, ImDrawList* list, ImVec2 min, bool on, bool hovered) {
    const auto& color = ui.color();
    const ImVec2 max{min.x + ui.px(28), min.y + ui.px(16)};
    const float middle = (min.y + max.y) / 2;
    list->AddRectFilled(min, max, on ? (hovered ? color.accent_hover : color.accent) : hovered ? color.hover : color.surface, ui.px(8));
    if (!on) draw_border(list, min, max, color.line_control, ui.px(8), line_width(ui));
    list->AddCircleFilled({on ? max.x - ui.px(8) : min.x + ui.px(8), middle}, ui.px(on ? 6.0f : 5.0f), on ? color.on_accent : color.line_control);
}

// The words as they are to be kept; leaving the field keeps them.
void draw_wording(const Context& context, const IntakeSession& session, std::uint32_t place, float width) {
    const auto& ui = context.ui;
    auto text = session.text_of(place).value_or(std::string());
    const bool lines = session.proposals()->list[place].kind == ProposalKind::entry;
    const FieldOptions options{.width = width, .height = lines ? ui.px(120) : 0, .multiline = lines, .max_bytes = lines ? Limits::long_text : Limits::short_text};
    const auto event = text_field(ui, "Words##proposal" + std::to_string(place), text, options);
    if (event == FieldEvent::changed || event == FieldEvent::cancelled || event == FieldEvent::kept) context.act(action::WordProposal{place, text});
    if (const auto day = session.day_of(place)) {
        gap(ui, 6);
        const bool happened = session.proposals()->list[place].kind == ProposalKind::entry;
        const auto label = std::string(happened ? "Day" : "Promised by") + "##proposal" + std::to_string(place);
        if (const auto picked = date_edit(ui, label, *day, context.today, {.width = std::min(width, ui.px(200)), .show_label = true}); picked && (*picked || !happened)) {
            context.act(action::DateProposal{place, *picked});
        }
    }
    gap(ui, 6);
    if (button(ui, ButtonKind::outlined, "Done##wording", {.icon = icon::check, .small = true})) context.view.imports.worded.reset();
}

void draw_proposal(const Context& context, const IntakeSession& session, std::uint32_t place, float width) {
    const auto& ui = context.ui;
    const auto& proposal = session.proposals()->list[place];
    const bool on = session.is_chosen(place);
    const auto words = words_of(session, place, context.today);
    const auto at = ImGui::GetCursorScreenPos();
    const bool can_word = session.text_of(place).has_value();
    const float pencil = can_word ? ui.theme.control_small_height() + ui.px(8) : 0;
    const float mark = ui.px(28 + 12);
    const float text_left = at.x + ui.px(28);
    const float room = width - ui.px(28) - pencil - mark;

    float height = wrapped_height(ui, TextStyle::strong, words.title, room);
    for (const auto* more : {&words.words, &words.detail}) {
        if (!more->empty()) height += ui.px(2) + wrapped_height(ui, TextStyle::caption, *more, room);
    }
    for (const auto& note : proposal.notes) {
        height += ui.px(4) + wrapped_height(ui, TextStyle::caption, note, room - ui.px(20));
    }
    height = std::max(height + ui.px(16), ui.px(ui.theme.touch ? 48.0f : 40.0f));

    const auto press = press_area(ImGui::GetID(("proposal" + std::to_string(place)).c_str()), {width - pencil, height});
    const auto said = words.title + (words.words.empty() ? "" : ". " + words.words) + (words.detail.empty() ? "" : ". " + words.detail);
    ui.note(ItemRole::checkbox, words.title, on ? "on" : "off");
    ui.note_kind("switch");
    ui.note_about(said.substr(words.title.size()));
    if (press.visible) {
        auto* list = ImGui::GetWindowDrawList();
        if (press.hovered) list->AddRectFilled({at.x - ui.px(8), at.y}, {at.x + width + ui.px(8), at.y + height}, ui.color().hover, ui.px(6));
        const auto strong = on ? ui.color().text : ui.color().text_muted;
        const float line = ui.theme.line_height(TextStyle::strong);
        float y = at.y + ui.px(8);
        draw_icon(ui, list, icon_of(proposal.kind), {at.x + ui.px(8), y + line / 2}, ui.px(16), on ? ui.color().accent : ui.color().text_muted);
        draw_text_wrapped(ui, list, TextStyle::strong, {text_left, y}, strong, words.title, room);
        y += wrapped_height(ui, TextStyle::strong, words.title, room);
        for (const auto* more : {&words.words, &words.detail}) {
            if (more->empty()) continue;
            y += ui.px(2);
            draw_text_wrapped(ui, list, TextStyle::caption, {text_left, y}, ui.color().text_muted, *more, room);
            y += wrapped_height(ui, TextStyle::caption, *more, room);
        }
        for (const auto& note : proposal.notes) {
            y += ui.px(4);
            draw_icon(ui, list, icon::triangle_alert, {text_left + ui.px(8), y + ui.theme.line_height(TextStyle::caption) / 2}, ui.px(14), ui.color().warn);
            draw_text_wrapped(ui, list, TextStyle::caption, {text_left + ui.px(20), y}, ui.color().text, note, room - ui.px(20));
            y += wrapped_height(ui, TextStyle::caption, note, room - ui.px(20));
        }
        const ImVec2 box = snapped(ImVec2{at.x + width - pencil - ui.px(28), at.y + ui.px(8) + line / 2 - ui.px(8)});
        draw_switch(ui, list, box, on, press.hovered);
        if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, ui.px(6), Ring::inset);
    }
    for (const auto& note : proposal.notes) {
        ui.note_words(note, press.min, press.max);
    }
    if (press.pressed) context.act(action::ChooseProposals{{place}, !on});
    if (can_word) {
        ImGui::SetCursorScreenPos({at.x + width - pencil + ui.px(8), at.y + ui.px(8) + ui.theme.line_height(TextStyle::strong) / 2 - ui.theme.control_small_height() / 2});
        auto& worded = context.view.imports.worded;
        const bool open = worded == place;
        if (icon_button(ui, icon::pencil, "Change the words of " + words.title + "##" + std::to_string(place), {.small = true, .selected = open})) {
            if (open) worded.reset();
            else worded = place;
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({0, 0});
    if (context.view.imports.worded == place && can_word) {
        ImGui::SetCursorScreenPos({text_left, at.y + height});
        ImGui::BeginGroup();
        draw_wording(context, session, place, width - ui.px(28));
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + ui.px(8)});
        ImGui::Dummy({0, 0});
    }
}

// "All" of a group, or none.
void draw_group_head(const Context& context, const IntakeSession& session, const IntakeGroup& group, float width) {
    const auto& ui = context.ui;
    const auto chosen = std::ranges::count_if(group.places, [&](std::uint32_t place) { return session.is_chosen(place); });
    const bool all = chosen == static_cast<std::ptrdiff_t>(group.places.size());
    const auto label = std::string(all ? "None" : "All") + "##" + std::string(group.name);
    const auto tip = std::string(all ? "Leave all of these out" : "Choose all of these");
    const float link = button_width(ui, label, {.small = true});
    const float link_height = button_height(ui, ButtonKind::link, {.small = true});
    const auto at = ImGui::GetCursorScreenPos();
    text(ui, TextStyle::heading, std::string(group.name));
    same_line(ui, 8);
    text_muted(ui, TextStyle::body, chosen == static_cast<std::ptrdiff_t>(group.places.size()) ? std::to_string(chosen) : std::to_string(chosen) + " of " + std::to_string(group.places.size()));
    const auto below = ImGui::GetCursorScreenPos();
    if (group.places.size() > 1) {
        ImGui::SetCursorScreenPos({at.x + width - link, at.y + (ui.theme.line_height(TextStyle::heading) - link_height) / 2});
        if (button(ui, ButtonKind::link, label, {.tooltip = tip, .small = true})) context.act(action::ChooseProposals{group.places, !all});
        ImGui::SetCursorScreenPos(below);
        ImGui::Dummy({0, 0});
    }
    if (!group.hint.empty()) text_wrapped_muted(ui, TextStyle::caption, group.hint, width);
    gap(ui, 4);
}

}

void draw_intake_proposals(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    const auto& proposals = *session.proposals();
    if (proposals.list.empty()) {
        const Card card(ui, "proposals", {.width = width});
        text_wrapped_muted(ui, TextStyle::body, proposals.known > 0 ? "The deal stays as it is." : "No mail, meeting or person in it is for this deal.", card.inner_width());
        return;
    }
    auto& all_rows = context.view.imports.all_rows;
    int shown = 0;
    bool first = true;
    for (const auto& group : intake_groups(proposals)) {
        if (!all_rows && shown >= most_at_first) break;
        if (!first) ImGui::Dummy({0, ui.px(context.phone ? 12.0f : 16.0f)});
        first = false;
        const Card card(ui, std::string(group.name).c_str(), {.width = width});
        draw_group_head(context, session, group, card.inner_width());
        const Part part(ui, ItemRole::group, group.name);
        for (const auto place : group.places) {
            if (!all_rows && shown >= most_at_first) break;
            separator(ui);
            draw_proposal(context, session, place, card.inner_width());
            ++shown;
        }
    }
    if (const int more = static_cast<int>(proposals.list.size()) - shown; more > 0) {
        gap(ui, 12);
        if (button(ui, ButtonKind::outlined, "Show the other " + std::to_string(more), {.icon = icon::chevron_down})) all_rows = true;
    }
}

}
