#include "app/session/history/history_guess.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/recognise.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>
#include <iterator>

namespace middleground {

namespace {

constexpr std::size_t most_outcomes = 30; // a column with more values does not say how deals ended

}

std::vector<std::string> different_values(const TextTable& table, std::size_t column, std::size_t most) {
    std::vector<std::string> values;
    for (const auto& row : table.rows) {
        const std::string value(trimmed(row[column]));
        if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(value);
        if (values.size() >= most) break;
    }
    return values;
}

std::string closing_column(const TextTable& table, const HistoryQuestion& question, std::span<const ImportVocabulary> vocabularies) {
    const auto is_free = [&](const std::string& name) {
        return name != question.target && std::ranges::find(question.dropped, name) == question.dropped.end();
    };
    for (const auto wanted : {ImportField::closed_on, ImportField::close_date}) {
        for (const auto system : {OriginSystem::salesforce, OriginSystem::hubspot, OriginSystem::pipedrive, OriginSystem::other}) {
            const auto fields = fields_of(table, vocabularies, system, ImportKind::deals);
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (fields[i] == wanted && is_free(table.columns[i]) && is_column_of_days(table, i)) return table.columns[i];
            }
        }
    }
    return {};
}

HistoryQuestion guessed_question(const TextTable& table, std::size_t column, std::span<const ImportVocabulary> vocabularies) {
    HistoryQuestion question;
    question.target = table.columns[column];
    ImportWords words(vocabularies);
    const auto values = different_values(table, column, most_outcomes);
    const auto means = [&](const std::string& value, ImportedOutcome outcome) { return words.outcome(value) == outcome; };
    for (const auto& value : values) {
        if (question.positive.empty() && means(value, ImportedOutcome::won)) question.positive = value;
    }
    for (const auto& value : values) {
        if (question.positive.empty() && (words.is_yes(value) || value == "1")) question.positive = value;
    }
    // A stage of a deal that goes on; and where lost ones are called so, what says nothing that is known.
    const bool says_lost = std::ranges::any_of(
        values, [&](const std::string& one) { return means(one, ImportedOutcome::lost) || means(one, ImportedOutcome::no_decision); });
    std::ranges::copy_if(values, std::back_inserter(question.open), [&](const std::string& one) {
        return one != question.positive && (means(one, ImportedOutcome::open) || (says_lost && !words.outcome(one)));
    });
    question.closed_on = closing_column(table, question, vocabularies);
    return question;
}

HistoryQuestion guessed_question(const TextTable& table, std::span<const ImportVocabulary> vocabularies) {
    ImportWords words(vocabularies);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto values = different_values(table, column, most_outcomes + 1);
        if (values.size() < 2 || values.size() > most_outcomes) continue;
        const bool says_won = std::ranges::any_of(values, [&](const std::string& one) { return words.outcome(one) == ImportedOutcome::won; });
        if (says_won) return guessed_question(table, column, vocabularies);
    }
    return {};
}

}
