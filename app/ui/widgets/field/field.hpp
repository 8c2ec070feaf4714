#pragma once

#include "app/ui/widgets/ui.hpp"
#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/money.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace middleground {

// Bytes of a text that get a wavy line under them.
struct TextMark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct FieldOptions {
    std::string_view placeholder = {};
    float width = 0;        // 0: what is left
    float height = 0;       // 0: three lines, or one as high as other controls
    bool multiline = false; // Enter keeps, Shift+Enter makes a line; on touch Enter makes a line and leaving keeps
    bool in_place = false;  // looks like text until hovered or focused; same font and baseline
    TextStyle style = TextStyle::body;
    bool focus = false;          // take the keyboard's focus this frame
    std::string_view error = {}; // one line under the field
    bool error_over = false;     // which lies over what is there, and takes no room
    int max_bytes = 500;         // what is beyond is not taken, cut between letters, and a line under the field says so
    bool show_label = false; // caption above the field
    bool secret = false;     // what is typed is noted nowhere
    bool dots = false;       // nor shown
    std::span<const TextMark> marks = {}; // multi-line only: in the order of the text
    // One line only: an icon before the words, straight lines under parts of them (in the order of the text), and muted words at the right
    // end as far as there is room: what was understood.
    const char* icon = nullptr;
    std::span<const TextMark> underlines = {};
    std::string_view echo = {};
    std::string (*pasted)(std::string_view text) = nullptr; // one line only: what a pasted text becomes; by itself line ends are blanks
    std::string_view new_thing = "person"; // multi_pick with on_new: Add "Jon" as a new person
    std::string_view no_match = "There is nothing of that name to choose"; // multi_pick without: said of what is typed and names none
};

enum class FieldEvent : std::uint8_t {
    none,
    changed,
    kept,
    cancelled
}; // kept: Enter or focus left after a change; cancelled: Esc, value restored

// `value` is changed on every keystroke (changed), so that nothing typed is ever lost; Esc restores what it was on entering.
// `label` names the field for people and tests, and is its ImGui id (## works).
FieldEvent text_field(const Ui& ui, std::string_view label, std::string& value, const FieldOptions& options = {});

// For text of the model: `current` is what the deal holds; the answer is the new text when it has to be stored (on every change; the
// caller's edit coalesces).
std::optional<std::string> text_edit(const Ui& ui, std::string_view label, std::string_view current, const FieldOptions& options = {});

// Typed values: an invalid text stays in the field with one line under it that says what to type; what the deal holds stays.
// The answer is the new value once it is valid and kept (Enter or leaving). The inner optional is empty when the field was emptied.
// A date has a calendar and more options in date_field.hpp.
std::optional<std::optional<Date>> date_edit(const Ui& ui, std::string_view label, std::optional<Date> current, Date today,
                                             const FieldOptions& options = {});
std::optional<std::optional<Money>> money_edit(const Ui& ui, std::string_view label, const std::optional<Money>& current,
                                               std::string_view default_currency, const FieldOptions& options = {});
// What `parse` makes of the text, or refuses with words; `shown` is how the present value reads.
std::optional<std::string> parsed_edit(const Ui& ui, std::string_view label, const std::string& shown,
                                       const std::function<Result<std::string>(std::string_view)>& parse, const FieldOptions& options = {});
std::optional<int> number_edit(const Ui& ui, std::string_view label, int current, int low, int high, const FieldOptions& options = {});

struct Choice {
    std::string_view label;
    const char* icon = nullptr;
    std::string_view hint = {}; // muted, at the right
};
// A control that shows the chosen one and opens a list (arrows, typing the first letters, Enter, Esc). -1: none is chosen. The new index
// when changed.
struct SelectOptions {
    float width = 0;
    bool in_place = false; // looks like text until hovered
    std::string_view placeholder = {};
    bool show_label = false;
};
std::optional<int> select(const Ui& ui, std::string_view label, std::span<const Choice> choices, int chosen,
                          const SelectOptions& options = {});

// Several of many: chosen ones as pills with a cross, a field to type in that filters, arrows and Enter add, Backspace in an empty field
// removes the last. `chosen` are indices into choices, in order. True when changed. `query` keeps what is typed. Enter adds only what was
// typed for or gone to by arrows; Ctrl+Enter never adds. With `on_new` set, the list ends with a row that adds what is typed as something
// new: chosen by arrows, pointer, or Enter when nothing is like it; the text is then put there and the answer is true.
bool multi_pick(const Ui& ui, std::string_view label, std::span<const Choice> choices, std::vector<int>& chosen, std::string& query,
                const FieldOptions& options = {}, std::string* on_new = nullptr);

}
