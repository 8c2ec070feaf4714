#include "app/ui/details/own_history.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/history/history_guess.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/history/history_words.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_asked = 8;  // the most telling ones
constexpr std::size_t most_values = 40;
constexpr const char* title = "Learn from closed deals";

void draw_file(const Context& context, const HistoryDraft& draft) {
    const auto& ui = context.ui;
    if (draft.file.empty()) {
        text_wrapped(ui, TextStyle::body,
                     "Choose a table of deals that have ended, one row for each: what you knew of them, and whether they were won. It is read here and "
                     "kept nowhere; only the chance and your answers stay with the deal.");
    } else {
        icon_text(ui, TextStyle::strong, icon::file_up, ui.color().text_muted, draft.file);
    }
    if (draft.error) {
        gap(ui, 8);
        band(ui, Band::error, "Not read.", draft.error->message());
    }
    gap(ui, 12);
    if (button(ui, draft.file.empty() ? ButtonKind::filled : ButtonKind::outlined, draft.file.empty() ? "Choose a table" : "Choose another table",
               {.icon = icon::file_up})) {
        context.act(action::ChooseFile{});
    }
}

std::vector<Choice> choices_of(const std::vector<std::string>& values) {
    std::vector<Choice> choices;
    for (const auto& value : values) {
        choices.push_back({value});
    }
    return choices;
}

int place_of(const std::vector<std::string>& values, const std::string& value) {
    const auto found = std::ranges::find(values, value);
    return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

void draw_question(const Context& context, const HistoryDraft& draft, float width) {
    const auto& ui = context.ui;
    const auto& columns = draft.table.columns;
    const auto picked = select(ui, "Column that says how they ended", choices_of(columns), place_of(columns, draft.question.target),
                               {.width = width, .placeholder = "Choose a column", .show_label = true});
    if (picked) context.act(action::AskHistory{columns[static_cast<std::size_t>(*picked)], {}});
    const int column = place_of(columns, draft.question.target);
    if (column < 0) return;
    gap(ui, 10);
    const auto values = different_values(draft.table, static_cast<std::size_t>(column), most_values);
    const auto won = select(ui, "What it says of a won deal", choices_of(values), place_of(values, draft.question.positive),
                            {.width = width, .placeholder = "Choose what it says", .show_label = true});
    if (won) context.act(action::AskHistory{draft.question.target, values[static_cast<std::size_t>(*won)]});
}

void draw_answers(const Context& context, HistoryDraft& draft, float width) {
    const auto& ui = context.ui;
    auto questions = base_questions(*draft.model);
    if (questions.size() > most_asked) questions.resize(most_asked);
    gap(ui, 14);
    text(ui, TextStyle::heading, "What do you know of this deal?");
    for (const auto& question : questions) {
        gap(ui, 8);
        auto choices = choices_of(question.choices);
        choices.insert(choices.begin(), Choice{"Not known"});
        const auto answer = std::ranges::find(draft.answers, question.column, &HistoryAnswer::column);
        const int chosen = answer == draft.answers.end() ? 0 : place_of(question.choices, answer->value) + 1;
        const auto picked = select(ui, question.column, choices, chosen, {.width = width, .show_label = true});
        if (!picked) continue;
        if (answer != draft.answers.end()) draft.answers.erase(answer);
        if (*picked > 0) draft.answers.push_back({question.column, question.choices[static_cast<std::size_t>(*picked) - 1]});
    }
}

void draw_buttons(const Context& context, HistoryDraft& draft, const Result<ExplainedBase>& base) {
    const auto& ui = context.ui;
    if (base && button(ui, ButtonKind::filled, "Use it for this deal", {.icon = icon::check})) {
        edit::SetDeal set;
        set.own_base = base->base;
        context.act(apply_with_toast(std::move(set)));
        draft.open = false;
        return;
    }
    if (base) same_line(ui, 8);
    if (button(ui, ButtonKind::quiet, "Cancel")) draft.open = false;
}

}

void open_own_history(const Context& context) {
    auto& draft = context.view.history;
    if (draft.deal != context.deal->id) {
        draft.answers.clear();
        if (context.deal->own_base) {
            for (const auto& one : context.deal->own_base->answers) {
                draft.answers.push_back({one.column, one.answer});
            }
        }
    }
    draft.deal = context.deal->id;
    draft.error.reset();
    draft.open = true;
}

// Of its own, so that the page's first picture needs nothing of it.
[[gnu::noinline]] static void draw_what_history_says(const Context& context, HistoryDraft& draft) {
    const auto& ui = context.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    draw_file(context, draft);
    if (draft.file.empty()) {
        same_line(ui, 8);
        if (button(ui, ButtonKind::quiet, "Cancel")) draft.open = false;
        return;
    }
    gap(ui, 14);
    draw_question(context, draft, width);
    if (!draft.model) {
        gap(ui, 16);
        draw_buttons(context, draft, std::unexpected(Error{}));
        return;
    }
    gap(ui, 14);
    for (const auto& fact : history_facts(*draft.model, draft.sampled, draft.question.open)) {
        text_wrapped_muted(ui, TextStyle::body, fact, width);
    }
    if (draft.model->state == HistoryState::fitted) draw_answers(context, draft, width);
    const auto base = own_base(*draft.model, draft.answers, draft.file);
    gap(ui, 14);
    text_wrapped(ui, TextStyle::strong, base ? like_this_words(*base, *draft.model) : base.error().message(), width);
    gap(ui, 14);
    draw_buttons(context, draft, base);
}

void draw_own_history(const Context& context) {
    auto& draft = context.view.history;
    if (draft.open && (!context.deal || context.read_only || context.deal->id != draft.deal)) draft.open = false;
    if (const Dialog dialog(context.ui, title, draft.open, 520); dialog) draw_what_history_says(context, draft);
}

}
