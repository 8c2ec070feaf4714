#include "app/session/action.hpp"
#include "app/ui/context.hpp"
#include "app/ui/intake/imports_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t most_words = 20;
constexpr std::array meanings{ImportedOutcome::open, ImportedOutcome::won, ImportedOutcome::lost, ImportedOutcome::no_decision};

void draw_word(const Context& context, const ImportSession& session, const UnknownWord& word, float width) {
    const auto& ui = context.ui;
    std::vector<Choice> choices;
    int chosen = -1;
    for (const auto meaning : meanings) {
        if (word.answer ? *word.answer == meaning : !word.waits && meaning == ImportedOutcome::open) chosen = static_cast<int>(choices.size());
        choices.push_back({label_of(meaning)});
    }
    const auto label = '"' + word.word + "\" means (" + counted(word.rows, "row", "rows") + ")##word " + word.word;
    if (const auto picked = select(ui, label, choices, chosen, {.width = width, .placeholder = "Choose what it means", .show_label = true})) {
        auto options = session.options();
        std::erase_if(options.words, [&](const WordMeaning& known) { return folded(known.word) == folded(word.word); });
        options.words.push_back({word.word, meanings[static_cast<std::size_t>(*picked)]});
        context.act(action::SetImportOptions{std::move(options)});
    }
    gap(ui, 8);
}

template <typename E>
void draw_alternative(const Context& context, const ImportSession& session, std::string_view name, const std::string& question, std::optional<E> ImportOptions::*answer,
                      std::string_view first, std::string_view second) {
    const auto& ui = context.ui;
    const auto chosen = session.options().*answer;
    icon_text_wrapped(ui, TextStyle::body, icon::info, chosen ? ui.color().text : ui.color().warn, question);
    gap(ui, 8);
    const std::array<Segment, 2> segments{{{first}, {second}}};
    if (const auto picked = segmented(ui, name, segments, chosen ? static_cast<int>(*chosen) : -1)) {
        auto options = session.options();
        options.*answer = static_cast<E>(*picked);
        context.act(action::SetImportOptions{std::move(options)});
    }
    gap(ui, 12);
}

}

bool has_import_questions(const ImportSession& session) {
    const auto* changes = session.changes();
    return changes && (!changes->words.empty() || changes->repeated_ids > 0 || changes->same_names > 0 || session.options().same_names);
}

void draw_import_questions(const Context& context, const ImportSession& session, float width) {
    if (!has_import_questions(session)) return;
    const auto& ui = context.ui;
    const auto& changes = *session.changes();
    const Card card(ui, "questions", {.width = width});
    if (changes.repeated_ids > 0) {
        draw_alternative(context, session, "Rows of one deal",
                         counted(changes.repeating_deals, "deal has", "deals have") + " several rows, as it was from time to time. Which of them counts?",
                         &ImportOptions::repeated_ids, "The last", "The first");
    }
    if (changes.same_names > 0 || session.options().same_names) {
        const auto what = changes.same_names > 0 ? counted(changes.same_names, "row has", "rows have") + " the title and account of another (" + changes.same_names_example + ") and no ID."
                                                 : std::string("Rows with the title and account of another and no ID:");
        draw_alternative(context, session, "Rows of one name", what, &ImportOptions::same_names, "Several deals", "One deal");
    }
    if (changes.words.empty()) return;
    text(ui, TextStyle::heading, "Words that nobody knows yet");
    gap(ui, 8);
    for (std::size_t i = 0; i < std::min(changes.words.size(), most_words); ++i) {
        draw_word(context, session, changes.words[i], card.inner_width());
    }
    if (changes.words.size() > most_words) text_muted(ui, TextStyle::caption, "And " + std::to_string(changes.words.size() - most_words) + " more, taken for stages of open deals.");
    text_wrapped_muted(ui, TextStyle::caption, "Asked once, and kept for the next import.");
}

}
