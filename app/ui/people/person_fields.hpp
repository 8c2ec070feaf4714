#pragma once

#include "app/ui/context.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// The kinds of fields that a person's details are made of.

// A muted name at the left and what `draw` puts beside it, from the same line on. `draw` gets the width it has.
enum class FactLines : std::uint8_t { one, many }; // many: a growing_edit, whose first line stands a little lower
void person_fact(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw, FactLines lines = FactLines::one);
// A field that grows with its text; the answer is the new text when it has to be stored.
std::optional<std::string> growing_edit(const Ui& ui, std::string_view label, std::string_view current, float width,
                                        std::string_view placeholder);
// The height of one with a single line.
float growing_line(const Ui& ui);
// Of a small button of the kind link.
float small_link_height(const Ui& ui);
float small_link_width(const Ui& ui, std::string_view label, const char* icon = nullptr);
// The height of a field of one line.
float fact_height(const Ui& ui);
// A field whose text becomes a thing with Enter or the button; the focus stays for the next one. `key` names the draft in view.texts.
std::optional<std::string> quick_add(const Context& context, std::string_view label, std::string_view button_label,
                                     std::string_view placeholder, const std::string& key, int max_bytes);

}
