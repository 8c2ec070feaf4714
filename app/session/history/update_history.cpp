#include "app/session/history/update_history.hpp"

#include "app/session/history/history_guess.hpp"
#include "app/session/update/update_import.hpp"
#include "core/codec/csv.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The page stands still while it learns: long enough for a table of this size, and no longer.
constexpr std::size_t most_rows = 2000;
constexpr HistorySettings settings{.seed = 1, .folds = 5, .repeats = 1};

// Every so many rows of a very long table, from all over it.
int thin_out(TextTable& table) {
    if (table.rows.size() <= most_rows) return 0;
    std::vector<std::vector<std::string>> rows;
    rows.reserve(most_rows);
    for (std::size_t i = 0; i < most_rows; ++i) {
        rows.push_back(std::move(table.rows[i * table.rows.size() / most_rows]));
    }
    table.rows = std::move(rows);
    return static_cast<int>(most_rows);
}

void learn(HistoryDraft& draft) {
    draft.model.reset();
    draft.error.reset();
    if (draft.question.target.empty() || draft.question.positive.empty()) return;
    auto model = fit_history(draft.table, draft.question, settings);
    if (!model) {
        draft.error = std::move(model.error());
        return;
    }
    const auto questions = base_questions(*model);
    std::erase_if(draft.answers, [&](const HistoryAnswer& answer) {
        const auto asked = std::ranges::find(questions, answer.column, &BaseQuestion::column);
        return asked == questions.end() || std::ranges::find(asked->choices, answer.value) == asked->choices.end();
    });
    draft.model = std::move(*model);
}

}

void take_history(World world, std::string_view name, std::string_view bytes) {
    auto& draft = world.view.history;
    auto table = io::read_csv(bytes);
    if (table && table->rows.empty()) table = fail("There are no rows below the headings", {}, "Choose a table with a row for each deal that has ended.");
    if (!table) {
        draft.error = std::move(table.error());
        draft.error->where = std::string(name) + (draft.error->where.empty() ? "" : ", " + draft.error->where);
        return;
    }
    draft.file = name;
    draft.table = std::move(*table);
    draft.sampled = thin_out(draft.table);
    know_vocabularies(world);
    draft.question = guessed_question(draft.table, world.document.vocabularies);
    learn(draft);
}

void ask_history(World world, const action::AskHistory& asked) {
    auto& draft = world.view.history;
    const auto column = std::ranges::find(draft.table.columns, asked.target);
    if (column == draft.table.columns.end()) return;
    auto question = guessed_question(draft.table, static_cast<std::size_t>(column - draft.table.columns.begin()), world.document.vocabularies);
    if (!asked.won.empty()) question.positive = asked.won;
    std::erase(question.open, question.positive);
    draft.question = std::move(question);
    learn(draft);
}

}
