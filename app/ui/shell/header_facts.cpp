#include "app/ui/shell/header_facts.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // whether a field is typed in

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// One text of the header that becomes a field where it stands.
struct HeaderFact {
    std::string_view label;       // "Amount of the deal"
    std::string_view what;        // "the amount"
    std::string_view placeholder; // "Add an amount"
    std::string_view detail;      // its field in the panel
    TextStyle style = TextStyle::body;
    ImU32 color = 0;
};

constexpr HeaderFact account_fact{"Account of the deal", "the account", "Add an account", "Deal account", TextStyle::reading};
constexpr HeaderFact title_fact{"Title of the deal", "the title", "Add a title", "Deal title", TextStyle::heading};
constexpr HeaderFact amount_fact{"Amount of the deal", "the amount", "Add an amount", "Deal amount", TextStyle::body};

void draw_dashes(const Ui& ui, float left, float right, float y, ImU32 color) {
    auto* list = ImGui::GetWindowDrawList();
    const float dash = ui.px(3);
    for (float x = left; x < right; x += 2 * dash) {
        list->AddRectFilled({snapped(x), snapped(y)}, {snapped(std::min(x + dash, right)), snapped(y) + line_width(ui)}, color);
    }
}

ImGuiID id_of_field(const HeaderFact& fact) {
    return field_id(fact.label);
}

// What is typed now, or stands there.
std::string shown_text(const Context& context, const HeaderFact& fact, const std::string& current) {
    const auto found = context.ui.drafts.find(id_of_field(fact));
    return found == context.ui.drafts.end() ? current : found->second.text;
}

float words_room(const Ui& ui, const HeaderFact& fact, std::string_view words) {
    const auto shown = words.empty() ? fact.placeholder : words;
    return std::max(ui.px(40), std::ceil(text_size(ui, fact.style, shown).x + ui.px(8))); // and the room of a caret
}

// The field, the dashes that say that it can be edited, and on hover a pencil.
template <typename Edit>
void draw_field(const Context& context, const HeaderFact& fact, std::string_view words, ImVec2 at, float width, float height,
                const Edit& edit) {
    const auto& ui = context.ui;
    const auto id = id_of_field(fact);
    FieldOptions options{.placeholder = fact.placeholder, .width = width, .in_place = true, .style = fact.style};
    options.focus = takes_detail_focus(context, fact.label);
    const auto draft = ui.drafts.find(id);
    const bool wrong = draft != ui.drafts.end() && !draft->second.error.empty();
    options.error_over = true;
    ImGui::SetCursorScreenPos({at.x, std::floor(at.y + (height - field_height(ui, options)) / 2)});
    edit(options);
    const auto min = ImGui::GetItemRectMin();
    const auto max = ImGui::GetItemRectMax();
    const bool typing = GImGui->ActiveId == id;
    if (!words.empty()) ui.note_rect(ItemRole::heading, words, min, max);
    if (typing || wrong) return;
    const bool hovered = ImGui::IsItemHovered() && !pointer_is_touch();
    const float line = ui.theme.line_height(fact.style);
    if (!hovered) {
        draw_dashes(ui, at.x, at.x + width - ui.px(words.empty() ? 0.0f : 8.0f), (min.y + max.y + line) / 2, ui.color().text_muted);
    } else {
        // Beside the words, over what is between this and the next.
        auto* list = ImGui::GetForegroundDrawList();
        list->AddRectFilled({max.x - ui.px(6), min.y}, {max.x + ui.px(14), max.y}, ui.color().hover, ui.px(6),
                            ImDrawFlags_RoundCornersRight);
        draw_icon(ui, list, icon::pencil, {max.x + ui.px(2), (min.y + max.y) / 2}, ui.px(14), ui.color().text_muted);
    }
    if (text_size(ui, fact.style, words).x <= width) tooltip(ui, "Click or press Enter to edit " + std::string(fact.what));
}

// Words that cannot be edited here. On touch a press opens the details, where the field is large enough for a finger.
void draw_words(const Context& context, const HeaderFact& fact, std::string_view words, ImVec2 at, float width, float height) {
    const auto& ui = context.ui;
    const ImVec2 max{at.x + width, at.y + height};
    auto* list = ImGui::GetWindowDrawList();
    const bool presses = !context.read_only;
    const auto shown = words.empty() ? fact.placeholder : words;
    draw_text_in(ui, list, fact.style, at, max, words.empty() || fact.style != TextStyle::heading ? ui.color().text_muted : ui.color().text,
                 shown);
    if (presses) {
        const float side = ui.theme.control_height();
        ImGui::SetCursorScreenPos({at.x, at.y + (height - side) / 2});
        const auto press = press_area(id_of(fact.label), {width, side});
        ui.note(ItemRole::button, fact.label, words);
        if (press.pressed) open_details(context, fact.detail);
        if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, ui.px(6));
    }
    if (!words.empty()) ui.note_rect(ItemRole::heading, words, at, max);
}

bool edits_in_place(const Context& context) {
    return !context.read_only && !context.ui.theme.touch;
}

void draw_text_fact(const Context& context, const HeaderFact& fact, const std::string& current,
                    std::optional<std::string> edit::SetDeal::*member, ImVec2 at, float width, float height) {
    if (!edits_in_place(context)) {
        draw_words(context, fact, current, at, width, height);
        return;
    }
    draw_field(context, fact, current, at, width, height, [&](const FieldOptions& options) {
        if (auto text = text_edit(context.ui, fact.label, current, options)) {
            edit::SetDeal set;
            set.*member = std::move(*text);
            context.act(apply_edit(std::move(set), std::string(fact.detail)));
        }
    });
}

void draw_amount(const Context& context, ImVec2 at, float width, float height) {
    const auto& deal = *context.deal;
    const auto current = deal.amount ? format_money(*deal.amount) : std::string();
    if (!edits_in_place(context)) {
        draw_words(context, amount_fact, current, at, width, height);
        return;
    }
    draw_field(context, amount_fact, current, at, width, height, [&](const FieldOptions& options) {
        if (const auto amount = money_edit(context.ui, amount_fact.label, deal.amount, context.document.settings.currency, options)) {
            edit::SetDeal set;
            set.amount = *amount;
            context.act(apply_edit(std::move(set)));
        }
    });
}

struct TargetLook {
    std::string words;
    const char* icon = nullptr;
    Tone tone = Tone::neutral;
    std::string day = {}; // alone, where there is no room for the words
};

TargetLook target_look(const Context& context) {
    const auto& deal = *context.deal;
    const auto* target = target_of(deal);
    if (!target || !target->date) return {context.read_only ? "" : "Add a target date", icon::calendar};
    const bool passed = target_has_passed(deal, context.today);
    return {target_words(deal, *target, context.today),
            passed                                        ? icon::triangle_alert
            : target->reason == TargetReason::buyer_event ? icon::calendar
                                                          : icon::flag,
            passed ? Tone::warn : Tone::neutral, short_date(*target->date, context.today)};
}

// A tag that opens its editor.
void draw_target(const Context& context, const TargetLook& look, ImVec2 at, float width, float height) {
    const auto& ui = context.ui;
    const float frame = tag_size(ui, "", look.icon).x;
    const float chevron = context.read_only ? 0 : ui.px(16);
    const float room = width - frame - chevron;
    // The reason goes before the day does: "Wants it by 12 Feb 2027: Pe..." has both, "Wants it..." says nothing.
    const auto upto_day = look.words.substr(0, look.day.empty() ? look.words.size() : look.words.find(look.day) + look.day.size());
    const bool says_day = text_size(ui, TextStyle::caption, upto_day).x + ui.px(8) <= room;
    const auto shown = fitted(ui, TextStyle::caption, look.day.empty() || says_day ? look.words : look.day, room);
    auto* list = ImGui::GetWindowDrawList();
    const float tall = ui.px(24);
    const ImVec2 min = snapped(ImVec2{at.x, at.y + (height - tall) / 2});
    const ImVec2 max{min.x + width, min.y + tall};
    bool hovered = false;
    bool focused = false;
    if (!context.read_only) {
        const float side = ui.theme.touch ? ui.theme.control_height() : tall;
        ImGui::SetCursorScreenPos({min.x, at.y + (height - side) / 2});
        const auto press = press_area(id_of("Target date of the deal"), {width, side});
        ui.note(ItemRole::button, "Target date of the deal", look.words);
        hovered = press.hovered;
        focused = is_keyboard_focused();
        if (press.pressed) {
            context.view.facts.target_open = true;
            if (!ui.theme.touch) context.view.focus_field = target_editor_focus;
        }
        tooltip(ui, shown == look.words ? "Click or press Enter to edit the target date" : look.words);
    }
    list->AddRectFilled(min, max, hovered ? ui.color().line : tone_soft(ui, look.tone), ui.px(4));
    const auto color = tone_color(ui, look.tone);
    draw_icon(ui, list, look.icon, {min.x + ui.px(14), (min.y + max.y) / 2}, ui.px(12), color);
    draw_text_in(ui, list, TextStyle::caption, {min.x + ui.px(25), min.y}, max, color, shown);
    if (chevron > 0) draw_icon(ui, list, icon::chevron_down, {max.x - ui.px(12), (min.y + max.y) / 2}, ui.px(12), color);
    if (focused) draw_focus_ring(ui, min, max, ui.px(4));
    ui.note_rect(ItemRole::text, look.words, min, max);
}

// Which of them is typed in, or null.
float HeaderWidths::*typed_fact() {
    const auto active = GImGui->ActiveId;
    if (active == 0) return nullptr;
    if (active == id_of_field(account_fact)) return &HeaderWidths::account;
    if (active == id_of_field(title_fact)) return &HeaderWidths::title;
    return active == id_of_field(amount_fact) ? &HeaderWidths::amount : nullptr;
}

}

void draw_header_facts(const Context& context, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const bool edits = !context.read_only;
    const float height = max.y - min.y;
    const bool has_account = edits || (!deal.account.empty() && deal.account != deal.title);
    const auto look = target_look(context);
    const auto amount = deal.amount ? format_money(*deal.amount) : std::string();
    const float slash = has_account ? ui.px(14) : 0;

    HeaderWidths natural;
    natural.account = has_account ? words_room(ui, account_fact, deal.account) : 0;
    natural.title = words_room(ui, title_fact, deal.title);
    natural.amount = edits || deal.amount ? words_room(ui, amount_fact, shown_text(context, amount_fact, amount)) : 0;
    natural.target = look.words.empty() ? 0 : tag_size(ui, look.words, look.icon).x + (edits ? ui.px(16) : 0);
    const float day = look.day.empty() ? natural.target : tag_size(ui, look.day, look.icon).x + ui.px(edits ? 18.0f : 2.0f);
    HeaderRoom room{.least = {.account = ui.px(72), .title = ui.px(112), .amount = natural.amount, .target = std::min(natural.target, day)},
                    .between = ui.px(16),
                    .typed = ui.px(160)};
    const auto widths = header_widths(natural, room, max.x - min.x - slash, typed_fact());

    float x = min.x;
    const auto next = [&](float width) { x += width + room.between; };
    if (widths.account > 0) {
        draw_text_fact(context, account_fact, deal.account, &edit::SetDeal::account, {x, min.y}, widths.account, height);
        next(widths.account);
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::reading, {x - ui.px(12), min.y}, {x + ui.px(8), max.y},
                     ui.color().text_muted, "/");
        x += slash - ui.px(4);
    }
    if (widths.title > ui.px(24)) {
        draw_text_fact(context, title_fact, deal.title, &edit::SetDeal::title, {x, min.y}, widths.title, height);
        next(widths.title);
    }
    if (widths.amount > 0 && x + widths.amount <= max.x + 1) {
        draw_amount(context, {x, min.y}, widths.amount, height);
        next(widths.amount);
    }
    if (widths.target > 0 && x + widths.target <= max.x + 1) draw_target(context, look, {x, min.y}, widths.target, height);
}

}
