#pragma once

#include "app/ui/context.hpp"
#include "app/ui/widgets/field/field.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// The kinds of fields that the details of a deal are made of.

// A muted name in a column of 104 (above, where the row is narrow) and what `draw` puts beside it in the width that it gets.
void detail_row(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw);
// The same with words that cannot be changed; nothing when there are none.
void detail_words(const Ui& ui, std::string_view caption, std::string_view words);
// Muted words at the right end of a row that was just drawn.
void detail_aside(const Ui& ui, float right, std::string_view words);

// True once when somebody asked for the focus to be in the field of that label.
bool takes_detail_focus(const Context& context, std::string_view label);

// The target date has a field in the details and, over them, one in the dialog that the header opens: by these each is asked into focus.
inline constexpr std::string_view target_focus = "Deal target date";
inline constexpr std::string_view target_editor_focus = "Deal target date in its dialog";

// As text_edit, but the answer comes once the text is kept (Enter or leaving): for what is stored as a history.
std::optional<std::string> finished_text_edit(const Context& context, std::string_view label, std::string_view current,
                                          const FieldOptions& options);

}
