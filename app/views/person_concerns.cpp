#include "app/views/person_concerns.hpp"

#include "app/views/person_fields.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/draw.hpp"
#include "app/widgets/field.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/press.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void section_title(const Ui& ui, std::string_view title, std::string_view note) {
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.theme.line_height(TextStyle::strong);
    text(ui, TextStyle::strong, title);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption,
                 {start.x + text_size(ui, TextStyle::strong, title).x + ui.px(8), start.y}, {start.x + width, start.y + height},
                 ui.color().text_muted, note);
    gap(ui, 6);
}

// Icon, a text that is edited in place, a cross at the right; the lines below start under the text. True when the cross was pressed.
bool item_text(const Context& context, const char* icon, ImU32 color, std::string_view label, std::string_view remove,
               const std::string& current, const std::function<void(std::string)>& changed) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float line = growing_line(ui);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon, {start.x + ui.px(8), start.y + line / 2}, ui.px(16), color);
    const float side = context.read_only ? 0 : ui.theme.control_small_height() + ui.px(4);
    const float left = start.x + ui.px(28);
    const float text_width = width - ui.px(28) - side;
    ImGui::SetCursorScreenPos({left, start.y});
    ImGui::BeginGroup();
    if (context.read_only) {
        gap(ui, 6);
        text_wrapped(ui, TextStyle::body, current, text_width);
        gap(ui, 6);
    } else if (auto text = growing_edit(ui, label, current, text_width, "")) {
        changed(std::move(*text));
    }
    ImGui::EndGroup();
    const float bottom = std::max(ImGui::GetCursorScreenPos().y, start.y + line);
    bool pressed = false;
    if (!context.read_only) {
        ImGui::SetCursorScreenPos(
            {start.x + width - ui.theme.control_small_height(), start.y + (line - ui.theme.control_small_height()) / 2});
        pressed = icon_button(ui, icon::x, remove, {.small = true});
    }
    ImGui::SetCursorScreenPos({left, bottom});
    return pressed;
}

// Words and small links on one line, the links on the next when they do not fit.
struct Step {
    std::string label;
    std::function<void()> run;
};
void item_steps(const Ui& ui, float left, float right, ImU32 color, std::string_view words, const std::vector<Step>& steps) {
    const ImVec2 start{left, ImGui::GetCursorScreenPos().y};
    const float height = steps.empty() ? ui.theme.line_height(TextStyle::caption) : small_link_height(ui);
    const float words_room = std::min(text_size(ui, TextStyle::caption, words).x, right - left);
    float wide = 0;
    for (const auto& step : steps) {
        wide += ui.px(16) + small_link_width(ui, step.label);
    }
    const bool one_line = steps.empty() || start.x + words_room + wide <= right;
    const float words_height = one_line ? height : ui.theme.line_height(TextStyle::caption);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + words_room + 1, start.y + words_height}, color,
                 words);
    ui.note_rect(ItemRole::text, words, start, {start.x + words_room, start.y + words_height});
    float x = one_line ? start.x + words_room + ui.px(16) : start.x;
    const float y = one_line ? start.y : start.y + words_height + ui.px(2);
    for (const auto& step : steps) {
        ImGui::SetCursorScreenPos({x, y});
        if (button(ui, ButtonKind::link, step.label, {.small = true})) {
            step.run();
        }
        x += small_link_width(ui, step.label) + ui.px(16);
    }
    ImGui::SetCursorScreenPos({left, y + height});
    ImGui::Dummy({0, 0});
}

// While it is open, the icon and what can be done with it say so too: there the words are short.
std::string concern_state_words(const Concern& concern, Date today, bool with_steps) {
    const auto on = short_date(concern.events.empty() ? concern.created : concern.events.back().on, today);
    switch (state_of(concern)) {
    case ConcernState::answered:
        return "Answered " + on;
    case ConcernState::resolved:
        return "Resolved " + on;
    case ConcernState::open:
        break;
    }
    return (with_steps ? "Since " : "Open since ") + on;
}

void draw_concern(const Context& context, const Concern& concern) {
    const auto& ui = context.ui;
    const auto state = state_of(concern);
    const auto start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x;
    const auto* mark = state == ConcernState::open       ? icon::circle_alert
                       : state == ConcernState::answered ? icon::message_square
                                                         : icon::circle_check;
    const auto color = state == ConcernState::open       ? ui.color().warn
                       : state == ConcernState::answered ? ui.color().text_muted
                                                         : ui.color().middle;
    const auto store = [&](std::string text) {
        auto changed = concern;
        changed.text = std::move(text);
        context.act(apply_edit(edit::PutConcern{std::move(changed)}, "concern " + concern.id.text));
    };
    if (item_text(context, mark, color, "Concern##" + concern.id.text, "Remove the concern##" + concern.id.text, concern.text, store)) {
        context.act(apply_with_toast(edit::RemoveConcern{concern.id}));
    }
    std::vector<Step> steps;
    const auto offer = [&](ConcernEventKind kind, std::string_view label) {
        if (!context.read_only && is_legal_move(concern, kind)) {
            steps.push_back({std::string(label) + "##" + concern.id.text, [&context, kind, id = concern.id] {
                                 context.act(apply_with_toast(edit::AddConcernEvent{id, {kind, context.today, {}}}));
                             }});
        }
    };
    offer(ConcernEventKind::answered, "Mark as answered");
    offer(ConcernEventKind::resolved, "Mark as resolved");
    offer(ConcernEventKind::reopened, "Reopen");
    item_steps(ui, start.x + ui.px(28), right, color, concern_state_words(concern, context.today, !steps.empty()), steps);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 8);
}

std::string promise_state_words(const OurPromise& promise, Date today) {
    const auto on = short_date(promise.events.empty() ? promise.created : promise.events.back().on, today);
    switch (state_of(promise)) {
    case PromiseState::kept:
        return "Kept " + on;
    case PromiseState::broken:
        return "Broken " + on;
    case PromiseState::open:
        break;
    }
    if (promise.due && *promise.due < today) {
        return counted(today - *promise.due, "day", "days") + " late";
    }
    return "Promised " + on;
}

void draw_due(const Context& context, const OurPromise& promise, float left, float width) {
    const auto& ui = context.ui;
    const auto start = ImVec2{left, ImGui::GetCursorScreenPos().y};
    const float height = ui.theme.touch ? ui.px(44) : ui.theme.line_height(TextStyle::body) + ui.px(8);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + ui.px(40), start.y + height}, ui.color().text_muted,
                 "Due");
    ImGui::SetCursorScreenPos({start.x + ui.px(40), start.y});
    const auto field = FieldOptions{.placeholder = "no date", .width = std::min(ui.px(140), width - ui.px(40)), .in_place = true};
    ImGui::BeginGroup();
    if (const auto due = date_edit(ui, "Promise due##" + promise.id.text, promise.due, context.today, field)) {
        auto changed = promise;
        changed.due = *due;
        context.act(apply_edit(edit::PutPromise{std::move(changed)}));
    }
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
}

void draw_promise(const Context& context, const OurPromise& promise) {
    const auto& ui = context.ui;
    const auto state = state_of(promise);
    const auto start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x;
    const float left = start.x + ui.px(28);
    const bool late = state == PromiseState::open && promise.due && *promise.due < context.today;
    const auto* mark = state == PromiseState::kept     ? icon::circle_check
                       : state == PromiseState::broken ? icon::unlink
                       : late                          ? icon::triangle_alert
                                                       : icon::handshake;
    const auto color = state == PromiseState::kept             ? ui.color().middle
                       : state == PromiseState::broken || late ? ui.color().bad
                                                               : ui.color().text_muted;
    const auto store = [&](std::string text) {
        auto changed = promise;
        changed.what = std::move(text);
        context.act(apply_edit(edit::PutPromise{std::move(changed)}, "promise " + promise.id.text));
    };
    if (item_text(context, mark, color, "Promise##" + promise.id.text, "Remove the promise##" + promise.id.text, promise.what, store)) {
        context.act(apply_with_toast(edit::RemovePromise{promise.id}));
    }
    auto words = promise_state_words(promise, context.today);
    if (promise.to.empty()) {
        words += ", to the group";
    }
    if (context.read_only && promise.due) {
        words += ", due " + short_date(*promise.due, context.today);
    } else if (!context.read_only && state == PromiseState::open) {
        draw_due(context, promise, left, right - left);
    }
    std::vector<Step> steps;
    const auto offer = [&](PromiseEventKind kind, std::string_view label) {
        if (!context.read_only && is_legal_move(promise, kind)) {
            steps.push_back({std::string(label) + "##" + promise.id.text, [&context, kind, id = promise.id] {
                                 context.act(apply_with_toast(edit::AddPromiseEvent{id, {kind, context.today, {}}}));
                             }});
        }
    };
    offer(PromiseEventKind::kept, "We kept it");
    offer(PromiseEventKind::broken, "We broke it");
    item_steps(ui, left, right, color, words, steps);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 8);
}

}

void draw_concerns(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    section_title(ui, "Concerns", "what they fear");
    bool any = false;
    for (const auto& concern : context.deal->concerns) {
        if (concern.stakeholder == person.id) {
            draw_concern(context, concern);
            any = true;
        }
    }
    if (context.read_only) {
        if (!any) {
            text_muted(ui, TextStyle::body, "none");
        }
    } else if (auto text = quick_add(context, "New concern", "Add the concern", any ? "Another concern" : "What they fear, in their words",
                                     "new concern " + person.id.text, long_text_bytes)) {
        Concern concern;
        concern.id = ConcernId::make(context.random);
        concern.created = context.today;
        concern.stakeholder = person.id;
        concern.text = std::move(*text);
        context.act(apply_edit(edit::PutConcern{std::move(concern)}));
    }
    gap(ui, 20);
}

void draw_our_promises(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    section_title(ui, "Our promises", "what we owe them");
    bool any = false;
    for (const auto& promise : context.deal->promises) {
        if (promise.to == person.id || promise.to.empty()) {
            draw_promise(context, promise);
            any = true;
        }
    }
    if (context.read_only) {
        if (!any) {
            text_muted(ui, TextStyle::body, "none");
        }
    } else if (auto text = quick_add(context, "New promise", "Add the promise", any ? "Another promise" : "What we promised them",
                                     "new promise " + person.id.text, long_text_bytes)) {
        OurPromise promise;
        promise.id = PromiseId::make(context.random);
        promise.created = context.today;
        promise.to = person.id;
        promise.what = std::move(*text);
        context.act(apply_edit(edit::PutPromise{std::move(promise)}));
    }
    gap(ui, 20);
}

}
