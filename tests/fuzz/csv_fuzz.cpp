// Any text as a table: refused with words, or read into rows as long as the headings; and what can be asked of it has an answer.

#include "core/base/text.hpp"
#include "core/calibration/history_base.hpp"
#include "core/codec/csv.hpp"
#include "tests/fuzz/require.hpp"

using namespace middleground;
using namespace middleground::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto table = io::read_csv(text);
    if (!table) {
        require_words(table.error());
        return 0;
    }
    for (const auto& row : table->rows) {
        require(row.size() == table->columns.size(), "every row is as long as the headings");
    }
    if (table->rows.empty() || size > 20000) return 0;
    HistoryQuestion question{table->columns.back(), table->rows.front().back(), {}, {}};
    if (table->columns.size() > 2 && is_column_of_days(*table, 0)) question.closed_on = table->columns.front();
    const auto model = fit_history(*table, question, {1, 2, 1});
    if (!model) {
        require_words(model.error());
        return 0;
    }
    require(model->won <= model->closed, "no more deals are won than closed");
    require(model->check.auc >= 0 && model->check.auc <= 1, "the area is a share");
    require(model->check.brier >= 0 && model->check.brier <= 1, "the Brier score is a mean of squares below 1");
    if (const auto prediction = predict(*model, {})) require(prediction->chance > 0 && prediction->chance < 1, "a chance is a chance");
    for (const auto& asked : base_questions(*model)) {
        for (const auto& choice : asked.choices) {
            if (const auto base = own_base(*model, {{asked.column, choice}}, {})) {
                require(base->chance > 0 && base->chance < 1, "what a deal begins with is a chance");
            } else {
                require_words(base.error());
            }
        }
    }
    return 0;
}
