#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/card_parts.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace middleground {

namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;
constexpr float gap_radians = 0.06f;
constexpr int names_shown = 7;

// One arc of the ring, and one name beside it.
struct Seat {
    const PersonOpinion* person = nullptr; // none: nobody was named for it
    float weight = 0;
    bool agrees = false;
};

// Those who would agree first, the most willing leading; unnamed seats at the end.
std::vector<Seat> seats_of(const Deal& deal, const Consensus& consensus) {
    std::vector<Seat> seats;
    for (const auto& person : consensus.people) {
        if (person.left) continue; // their seat, until somebody follows, is one that nobody is named for
        const auto* stakeholder = find(deal, person.id);
        const auto influence = stakeholder ? static_cast<float>(stakeholder->influence) : 0.0f;
        seats.push_back({&person, std::max(influence, 8.0f), person.would_agree});
    }
    sort_list(seats, [](const Seat& a, const Seat& b) { return a.person->opinion > b.person->opinion; });
    for (int i = 0; i < consensus.not_named(); ++i) {
        seats.push_back({nullptr, static_cast<float>(unnamed_influence), consensus.unnamed_opinion >= agrees_from});
    }
    return seats;
}

void stroke_arc(ImDrawList* list, ImVec2 center, float radius, float from, float to, ImU32 color, float thickness) {
    list->PathArcTo(center, radius, from, to, std::max(3, static_cast<int>((to - from) * 20)));
    list->PathStroke(color, 0, thickness);
}

// Filled: would agree. Outline: would not. Dashed: nobody knows.
void draw_arc(const Ui& ui, ImDrawList* list, ImVec2 center, float radius, float from, float to, const Seat& seat) {
    const float band = ui.px(14);
    const float line = line_width(ui, 1.5f);
    const auto stance = seat.person ? seat.person->stance : Stance::unknown;
    const auto color = stance_color(ui, stance);
    const float inner = radius - band / 2 + line / 2;
    const float outer = radius + band / 2 - line / 2;
    if (seat.agrees) {
        stroke_arc(list, center, radius, from, to, color, band);
    } else if (stance == Stance::unknown) {
        const float dash = ui.px(4) / radius;
        for (float at = from; at < to; at += 2 * dash) {
            stroke_arc(list, center, inner, at, std::min(at + dash, to), color, line);
            stroke_arc(list, center, outer, at, std::min(at + dash, to), color, line);
        }
    } else {
        list->PathArcTo(center, outer, from, to, std::max(3, static_cast<int>((to - from) * 20)));
        list->PathArcTo(center, inner, to, from, std::max(3, static_cast<int>((to - from) * 20)));
        list->PathStroke(color, ImDrawFlags_Closed, line);
    }
    // The glyph alone where the arc has room for it.
    if ((to - from) * radius > ui.px(18)) {
        const float middle = (from + to) / 2;
        const ImVec2 at{center.x + radius * std::cos(middle), center.y + radius * std::sin(middle)};
        const float size = 11;
        if (!seat.agrees) list->AddCircleFilled(at, ui.px(size) * 0.62f, ui.color().surface);
        draw_stance_mark(ui, list, at, stance, size);
    }
}

void draw_ring(const Ui& ui, const Consensus& consensus, const std::vector<Seat>& seats, ImVec2 center, float radius) {
    auto* list = ImGui::GetWindowDrawList();
    float total = 0;
    for (const auto& seat : seats) {
        total += seat.weight;
    }
    const float space = seats.size() > 1 ? std::min(gap_radians, full_turn * 0.3f / static_cast<float>(seats.size())) : 0;
    const float room = full_turn - space * static_cast<float>(seats.size());
    float angle = -full_turn / 4 + space / 2;
    for (const auto& seat : seats) {
        const float length = room * seat.weight / total;
        draw_arc(ui, list, center, radius, angle, angle + length, seat);
        angle += length + space;
    }
    const auto words = std::to_string(consensus.would_agree) + " of " + std::to_string(consensus.of);
    const auto size = text_size(ui, TextStyle::title, words);
    draw_text(ui, list, TextStyle::title, {center.x - size.x / 2, center.y - size.y + ui.px(4)}, ui.color().text, words);
    const auto below = text_size(ui, TextStyle::caption, "would agree");
    draw_text(ui, list, TextStyle::caption, {center.x - below.x / 2, center.y + ui.px(4)}, ui.color().text_muted, "would agree");
    ui.note_rect(ItemRole::text, words + " would agree", {center.x - radius, center.y - radius}, {center.x + radius, center.y + radius});
}

struct NameRow {
    Stance stance = Stance::unknown;
    std::string text;
    StakeholderId id;
    bool agrees = false;
};

// As many names as there is room for; who is left out is counted.
std::vector<NameRow> names_of_seats(const Deal& deal, const std::vector<Seat>& seats, int unnamed) {
    std::vector<NameRow> rows;
    for (const auto& seat : seats) {
        if (seat.person) rows.push_back({seat.person->stance, name_of(deal, seat.person->id), seat.person->id, seat.agrees});
    }
    const auto spare = static_cast<std::size_t>(names_shown - (unnamed > 0 ? 1 : 0));
    if (rows.size() > spare) {
        const auto left_out = static_cast<int>(rows.size() - spare + 1);
        // The most willing and the least willing say most; the middle is left out.
        const auto keep_front = spare / 2;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(keep_front),
                   rows.begin() + static_cast<std::ptrdiff_t>(keep_front) + left_out);
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(keep_front),
                    {Stance::neutral, "and " + std::to_string(left_out) + " more", {}, rows[keep_front].agrees});
    }
    if (unnamed > 0) rows.push_back({Stance::unknown, std::to_string(unnamed) + " not named yet", {}, false});
    return rows;
}

void draw_names(const Context& context, const std::vector<NameRow>& rows, ImVec2 at, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float height = ui.px(19);
    float y = at.y;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (i > 0 && rows[i - 1].agrees && !row.agrees) {
            draw_line_across(ui, list, at.x, at.x + width, y + ui.px(1), ui.color().line);
            y += ui.px(4);
        }
        const bool person = !row.id.empty();
        if (person || row.stance == Stance::unknown) draw_stance_mark(ui, list, {at.x + ui.px(7), y + height / 2}, row.stance, 13);
        const auto color = row.agrees && person ? ui.color().text : ui.color().text_muted;
        // Rows as low as these are too small for a finger, for which the list is one.
        if (person && ui.theme.touch) {
            ui.note_rect(ItemRole::text, row.text + (row.agrees ? ": would agree" : ": would not agree"), {at.x, y}, {at.x + width, y + height});
        } else if (person) {
            ImGui::SetCursorScreenPos({at.x, y});
            ImGui::PushID(row.id.text.c_str());
            if (ImGui::InvisibleButton("name", {width, height})) go_to(context, row.id);
            ImGui::PopID();
            if (ImGui::IsItemHovered()) list->AddRectFilled({at.x - ui.px(4), y}, {at.x + width, y + height}, ui.color().hover, ui.px(4));
            draw_stance_mark(ui, list, {at.x + ui.px(7), y + height / 2}, row.stance, 13);
            ui.note(ItemRole::link, row.text, row.agrees ? "would agree" : "would not agree");
        }
        draw_text_in(ui, list, TextStyle::body, {at.x + ui.px(22), y}, {at.x + width, y + height}, color, row.text);
        y += height;
    }
    if (!ui.theme.touch) return;
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton("names", {width, std::max(y - at.y, ui.px(44))})) context.act(action::GoTo{Screen::people});
    ui.note(ItemRole::link, "All people");
}

std::string advice(const Deal& deal, const Consensus& consensus) {
    if (consensus.reached) return "Everyone who decides would agree today.";
    const auto order = whom_to_win_next(consensus);
    if (order.empty()) {
        return consensus.would_agree > 0 ? "Everyone named so far would agree. Find out who else decides."
                                         : "Name the people who decide, then ask where they stand.";
    }
    const auto* best = find(consensus, order.front());
    const auto name = short_name(deal, order.front());
    if (best->gain_agree > 0) {
        return "Win next: " + name + " makes it " + std::to_string(consensus.would_agree + best->gain_agree) + " of " +
               std::to_string(consensus.of) + ".";
    }
    return "Win next: " + name + " moves the group most.";
}

}

std::string consensus_words(const Consensus& consensus) {
    if (consensus.people.empty()) return "Nobody is named yet";
    return std::to_string(consensus.would_agree) + " of " + std::to_string(consensus.of) + " would agree";
}

std::string win_next_words(const Deal& deal, const Consensus& consensus) {
    if (consensus.people.empty()) return {};
    auto words = "Consensus index " + std::to_string(std::lround(consensus.index * 100)) + '.';
    constexpr std::size_t most = 2;
    const auto order = whom_to_win_next(consensus);
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        const auto* person = find(consensus, order[i]);
        words += (i == 0 ? " Win next: " : ", ") + short_name(deal, order[i]) + " +" + std::to_string(std::lround(person->gain * 100));
        if (person->gain_agree > 0) {
            words += " (then " + std::to_string(consensus.would_agree + person->gain_agree) + " of " + std::to_string(consensus.of) + ')';
        }
    }
    return words + (order.empty() ? "" : ".");
}

void draw_consensus_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto& consensus = context.derived->assessment.consensus;
    Card card(ui, "consensus", {.width = width, .height = height});
    const auto start = ImGui::GetCursorScreenPos();
    const char* mark = consensus.reached ? icon::circle_check : icon::circle_dashed;
    card_title_with_tag(ui, card.inner_width(), icon::users, "Consensus", consensus.reached ? "Reached" : "Not reached",
                        consensus.reached ? Tone::middle : Tone::warn, mark);
    const float top = ImGui::GetCursorScreenPos().y;
    if (consensus.people.empty()) {
        ImGui::SetCursorScreenPos({start.x, top - ui.px(18)}); // an empty state has its own room above; the card is as high as those beside it
        if (empty_state(ui, icon::users, "Nobody is on this deal yet", "Add the first person. A name is enough.",
                        context.read_only ? "" : "Add a person", icon::user_plus)) {
            context.act(action::GoTo{Screen::people});
            context.view.focus_field = "New person";
        }
        return;
    }
    const auto seats = seats_of(deal, consensus);
    const float radius = std::min(ui.px(62), card.inner_width() * 0.21f);
    const float box = ui.px(137); // as high as the names and the line between them
    draw_ring(ui, consensus, seats, {start.x + radius + ui.px(8), top + box / 2}, radius);
    const float names_left = start.x + 2 * radius + ui.px(40);
    draw_names(context, names_of_seats(deal, seats, consensus.not_named()), {names_left, top}, start.x + card.inner_width() - names_left);
    ImGui::SetCursorScreenPos({start.x, top + box + ui.px(4)});
    if (words_with_link(ui, advice(deal, consensus), "How it is counted##consensus", card.inner_width())) {
        context.view.explained = Explained::consensus;
    }
}

}
