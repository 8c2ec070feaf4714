#pragma once

#include "app/session/derived.hpp"
#include "app/session/drafts/log_draft.hpp"
#include "app/ui/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What saving a draft would change: facts of the deal before and after, nothing guessed.
struct LogEffects {
    enum class Mood : std::uint8_t { neutral, push, passive };
    struct Line {
        Mood mood = Mood::neutral;
        std::string what;  // "Push"
        std::string words; // "22 to 27"
    };
    std::vector<Line> lines;
    std::string parts;          // "One entry, one promise and one answer. Undo takes them back together."
    std::optional<Error> error; // what is missing or wrong; then the rest is empty
};

// Pure. `before` is what follows from the deal as it is.
LogEffects effects_of(const LogDraft& draft, const Deal& deal, const Knowledge& knowledge, const Derived& before, Date today,
                      std::span<const AskGain> gains);

}
