#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/model/limits.hpp"
#include "core/model/names.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace middleground {

namespace {

// One frame's work on a step.
struct Fields {
    const Context& context;
    const Playbook& playbook;
    const PlaybookStep& step;
    float width;

    const Ui& ui() const { return context.ui; }
    void put(PlaybookStep changed, std::string_view what, std::string key = {}) const {
        put_step(context, playbook, std::move(changed), std::string(what) + " of " + step.title, std::move(key));
    }
};

void long_text(const Fields& at, std::string PlaybookStep::*member, std::string_view label, std::string_view placeholder, std::span<const TextMark> marks = {}) {
    const auto& ui = at.ui();
    const float line = ui.theme.line_height(TextStyle::body);
    const float words = std::min(wrapped_height(ui, TextStyle::body, at.step.*member, at.width - ui.px(24)), 8 * line);
    const float least = ui.theme.touch ? 2 * line : line; // one line would stand at the top of what a finger needs
    const FieldOptions options{.placeholder = placeholder,
                               .width = at.width,
                               .height = std::max(std::max(words, least) + ui.px(14), ui.theme.control_height()),
                               .multiline = true,
                               .max_bytes = Limits::long_text,
                               .show_label = true,
                               .marks = marks};
    if (auto text = text_edit(ui, label, at.step.*member, options)) {
        auto changed = at.step;
        changed.*member = std::move(*text);
        at.put(std::move(changed), "Changed \"" + folded(label) + '"', std::string(label));
    }
    gap(ui, 14);
}

void draw_prerequisites(const Fields& at) {
    std::vector<const PlaybookStep*> steps;
    std::vector<int> chosen;
    for (const auto& id : at.step.prerequisites) {
        if (const auto* before = find_step(at.playbook, id)) {
            chosen.push_back(static_cast<int>(steps.size()));
            steps.push_back(before);
        }
    }
    for (const auto* one : possible_prerequisites(at.playbook, at.step)) {
        steps.push_back(one);
    }
    std::vector<std::string> names;
    for (const auto* one : steps) {
        names.push_back(std::to_string(one - at.playbook.steps.data() + 1) + "  " + one->title);
    }
    auto& query = at.context.view.texts["playbook after " + at.step.id];
    const FieldOptions options{.placeholder = chosen.empty() ? "Nothing, it can come first" : "One more step", .width = at.width, .show_label = true,
                               .no_match = "No step of that name can come before this one. Steps that come after it cannot"};
    if (!multi_pick(at.ui(), "After", std::vector<Choice>(names.begin(), names.end()), chosen, query, options)) return;
    std::vector<std::string> prerequisites;
    for (const int index : chosen) {
        prerequisites.push_back(steps[static_cast<std::size_t>(index)]->id);
    }
    auto changed = with_prerequisites(at.playbook, at.step.id, std::move(prerequisites));
    if (changed) {
        put_playbook(at.context, std::move(*changed), "Changed what " + at.step.title + " comes after");
    } else {
        at.context.view.error = changed.error();
    }
}

// The shape of the days: rises from the least to the usual and falls to the most.
void draw_shape(const Fields& at) {
    const auto& ui = at.ui();
    const auto start = ImGui::GetCursorScreenPos();
    const float high = ui.px(34);
    auto* list = ImGui::GetWindowDrawList();
    const float left = start.x + ui.px(8);
    const float room = at.width - ui.px(16);
    const auto x = [&](int days) { return left + room * static_cast<float>(days) / static_cast<float>(std::max(1, at.step.days_max)); };
    const float base = start.y + high;
    const ImVec2 low{x(at.step.days_min), base};
    const ImVec2 top{x(at.step.days_mode), start.y + ui.px(4)};
    const ImVec2 end{x(at.step.days_max), base};
    list->AddTriangleFilled(low, top, end, with_alpha(ui.color().accent, 0.12f));
    list->AddLine(low, top, ui.color().accent, line_width(ui, 2));
    list->AddLine(top, end, ui.color().accent, line_width(ui, 2));
    draw_line_across(ui, list, start.x, start.x + at.width, base, ui.color().line_control);
    ImGui::Dummy({at.width, high + ui.px(4)});
}

void draw_numbers(const Fields& at) {
    const auto& ui = at.ui();
    const auto start = ImGui::GetCursorScreenPos();
    FieldFlow flow(ui, at.width);
    const float least = ui.px(70);
    const float most = std::max(ui.px(76), std::floor((at.width - 3 * ui.px(8)) / 4)); // the four fill the line
    struct Day {
        StepDay which;
        const char* label;
        int now;
    };
    for (const auto& day : {Day{StepDay::least, "Least days", at.step.days_min}, Day{StepDay::usual, "Usual days", at.step.days_mode}, Day{StepDay::most, "Most days", at.step.days_max}}) {
        flow.put(least, most, [&](float width) {
            if (const auto typed = number_edit(ui, day.label, day.now, 0, 3650, {.width = width, .show_label = true}); typed && *typed != day.now) {
                auto changed = at.step;
                set_days(changed, day.which, *typed);
                at.put(std::move(changed), "Changed the days");
            }
        });
    }
    flow.put(least, most, [&](float width) {
        const int now = kept_of_ten(at.step);
        if (const auto typed = number_edit(ui, "Kept in 10", now, 0, 10, {.width = width, .show_label = true}); typed && *typed != now) {
            auto changed = at.step;
            set_kept_of_ten(changed, *typed);
            at.put(std::move(changed), "Changed the odds");
        }
    });
    flow.end();
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    draw_shape(at);
    text_wrapped_muted(ui, TextStyle::caption, days_words(at.step) + ". " + odds_words(at.step) + ".", at.width);
    text_wrapped_muted(ui, TextStyle::caption, own_odds_words(at.context.caches.own_odds.find(at.playbook.id), at.step.id), at.width);
    gap(ui, 14);
}

void draw_ask(const Fields& at) {
    const auto& ui = at.ui();
    const auto& hits = at.context.caches.derived.wording_hits(at.step.ask, at.context.document.wording);
    std::vector<TextMark> marks;
    for (const auto& hit : hits) {
        marks.push_back({hit.begin, hit.end});
    }
    long_text(at, &PlaybookStep::ask, "How to ask", "In your own words. Direct, no pressure", marks);
    if (at.step.ask.empty()) return;
    ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, ImGui::GetCursorScreenPos().y - ui.px(10)});
    if (hits.empty()) icon_text(ui, TextStyle::caption, icon::check, ui.color().middle, "Direct, no pressure");
    for (const auto& hit : hits) {
        icon_text_wrapped(ui, TextStyle::caption, icon::triangle_alert, ui.color().warn, "\u201c" + at.step.ask.substr(hit.begin, hit.end - hit.begin) + "\u201d: " + hit.why, at.width);
    }
    gap(ui, 14);
}

void draw_ideas(const Fields& at) {
    const auto& ui = at.ui();
    text_muted(ui, TextStyle::caption, "What you can offer for it");
    gap(ui, 4);
    const float small = ui.theme.control_height();
    for (std::size_t i = 0; i < at.step.value_ideas.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const auto name = "Offer " + std::to_string(i + 1);
        const auto text = finished_text_edit(at.context, name, at.step.value_ideas[i], {.width = at.width - small - ui.px(4), .max_bytes = Limits::long_text});
        same_line(ui, 4);
        const bool gone = icon_button(ui, icon::x, "Remove " + folded(name));
        ImGui::PopID();
        gap(ui, 4);
        if (!text && !gone) continue;
        auto changed = at.step;
        if (gone || trimmed(*text).empty()) {
            changed.value_ideas.erase(changed.value_ideas.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            changed.value_ideas[i] = *text;
        }
        at.put(std::move(changed), "Changed what is offered for a step");
        break;
    }
    const auto more = finished_text_edit(at.context, "One more to offer", {}, {.placeholder = "Of worth to them even if they never buy", .width = at.width, .max_bytes = Limits::long_text});
    if (more && !trimmed(*more).empty()) {
        auto changed = at.step;
        changed.value_ideas.emplace_back(trimmed(*more));
        at.put(std::move(changed), "Added an offer for a step");
    }
    gap(ui, 14);
}

template <typename E>
void draw_needs(const Fields& at, std::vector<E> PlaybookStep::*member, std::string_view label) {
    std::vector<Choice> choices;
    std::vector<int> chosen;
    for (const auto& name : names_of<E>()) {
        choices.push_back({name.label});
    }
    for (const auto value : at.step.*member) {
        chosen.push_back(static_cast<int>(value));
    }
    auto& query = at.context.view.texts["playbook " + std::string(label) + at.step.id];
    if (multi_pick(at.ui(), label, choices, chosen, query, {.placeholder = "Nobody in particular", .width = at.width, .show_label = true})) {
        auto changed = at.step;
        (changed.*member).clear();
        for (const int index : chosen) {
            (changed.*member).push_back(static_cast<E>(index));
        }
        at.put(std::move(changed), "Changed whom a step needs");
    }
    gap(at.ui(), 14);
}

void draw_moves(const Fields& at) {
    const auto& ui = at.ui();
    const auto place = static_cast<int>(&at.step - at.playbook.steps.data());
    const int last = static_cast<int>(at.playbook.steps.size()) - 1;
    Flow flow(ui, at.width);
    const auto put = [&](const char* label, const char* icon, bool disabled, std::string_view tip) {
        const ButtonOptions options{.icon = icon, .tooltip = tip, .disabled = disabled, .small = true};
        flow.next(button_width(ui, label, options));
        return button(ui, ButtonKind::outlined, label, options);
    };
    const auto move = [&](int to) {
        if (auto moved = with_step_moved(at.playbook, at.step.id, to)) put_playbook(at.context, std::move(*moved), "Moved " + at.step.title);
    };
    if (put("Up", icon::arrow_up, place == 0, "Earlier in the list")) move(place - 1);
    if (put("Down", icon::arrow_down, place == last, "Later in the list")) move(place + 1);
    if (put("Remove", icon::trash_2, at.step.decides, at.step.decides ? "It is the decision: mark another step as that first" : "What waits for it then waits for what it waits for")) {
        if (auto less = without_step(at.playbook, at.step.id)) {
            put_playbook(at.context, std::move(*less), "Removed " + at.step.title);
            at.context.view.playbooks.step.clear();
        }
    }
}

}

void draw_playbook_step(const Context& context, const Playbook& playbook, const PlaybookStep& step, float width) {
    const auto& ui = context.ui;
    ImGui::PushID(step.id.c_str());
    {
        const Card card(ui, "step card", {.width = width});
        const Fields at{context, playbook, step, card.inner_width()};
        const Part part(ui, ItemRole::group, "Chosen step");
        if (std::exchange(context.view.playbooks.scroll_to_step, false)) ImGui::SetScrollHereY(0.1f);
        const float close = ui.theme.control_small_height();
        const auto start = ImGui::GetCursorScreenPos();
        if (!context.phone) {
            ImGui::SetCursorScreenPos({start.x + at.width - close + ui.px(6), start.y - ui.px(4)});
            if (icon_button(ui, icon::x, "Close the step", {.small = true})) context.view.playbooks.step.clear();
            ImGui::SetCursorScreenPos(start);
        }
        const bool focus = takes_detail_focus(context, "Step title");
        const auto title = finished_text_edit(context, "Step title", step.title,
                                              {.placeholder = "What should they promise?", .width = at.width - (context.phone ? 0.0f : close), .in_place = true, .style = TextStyle::heading, .focus = focus, .max_bytes = Limits::short_text});
        if (title && !trimmed(*title).empty()) {
            auto changed = step;
            changed.title = std::string(trimmed(*title));
            at.put(std::move(changed), "Renamed a step");
        }
        gap(ui, 8);
        draw_moves(at);
        gap(ui, 14);
        long_text(at, &PlaybookStep::done_when, "Done when", "What both sides can see when it is kept");
        draw_prerequisites(at);
        gap(ui, 14);
        draw_numbers(at);
        draw_ask(at);
        draw_ideas(at);
        draw_needs(at, &PlaybookStep::functions, "Usually needs");
        draw_needs(at, &PlaybookStep::roles, "In the role of");
        long_text(at, &PlaybookStep::what, "What it is", "For you and your colleagues");
        long_text(at, &PlaybookStep::why, "Why it helps them", "What they have of it, even if they never buy");
        const auto buyer = finished_text_edit(context, "What the buyer reads", step.buyer_title, {.placeholder = step.title, .width = at.width, .max_bytes = Limits::short_text, .show_label = true});
        if (buyer) {
            auto changed = step;
            changed.buyer_title = std::string(trimmed(*buyer));
            at.put(std::move(changed), "Changed what the buyer reads");
        }
        gap(ui, 14);
        if (step.decides) {
            icon_text(ui, TextStyle::body, icon::target, ui.color().text_muted, "This step is the decision");
        } else if (checkbox(ui, "This step is the decision", false)) {
            auto changed = step;
            changed.decides = true;
            put_step(context, playbook, std::move(changed), step.title + " is now the decision");
        }
    }
    ImGui::PopID();
}

}
