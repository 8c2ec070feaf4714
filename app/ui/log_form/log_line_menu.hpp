#pragma once

#include "app/ui/log_form/log_line.hpp"
#include "app/ui/widgets/field/field.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a chip of the line can be made, besides plain words.
struct ChipChoice {
    const char* icon = nullptr;
    std::string label;
    bool chosen = false;
    enum class Act : std::uint8_t { mean, add_person, type_day, plain } act = Act::mean;
    LogMeaning meaning = {}; // of mean
};
std::vector<ChipChoice> choices_of(const LineChip& chip, const LogDraft& draft, const Deal& deal, Date today);

// The day that a chip shows, of the part's meaning; nothing when it has none.
const LogDate* day_in(const LogMeaning& meaning);
// The same meaning with another day.
LogMeaning with_day(LogMeaning meaning, Date day);

// An open list below a chip: the place of the row that was chosen. Keys as in other lists.
std::optional<int> run_chip_list(const Ui& ui, ImGuiID popup, ImVec2 anchor_min, ImVec2 anchor_max, const std::vector<ChipChoice>& choices);

}
