#pragma once

#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/field/text_input.hpp"

namespace middleground {

// What a text field draws over what ImGui draws of it.

// What stands in the box: the words, or a star for each letter, as ImGui draws them.
std::string box_words(std::string_view words, const FieldOptions& options);
// ImGui's own caret is as high as the em and stands too high for a line of ours.
void draw_caret(const Ui& ui, const FieldBox& box, const FieldWords& words, const FieldOptions& options);
// Under parts of a line.
void draw_underlines(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value, const FieldOptions& options,
                     float scroll);
// Under the words of a text of several lines while it is edited: ImGui has them in a window of their own, not wrapped.
void draw_waves_while_typing(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value,
                             const FieldOptions& options, float top_padding);
// A text of several lines that is not edited: wrapped.
void draw_wrapped(const Ui& ui, const FieldBox& box, std::string_view value, const FieldOptions& options);
// How a line is made in a field of several lines, in its corner where there is room.
void draw_line_hint(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value);

}
