#pragma once

#include <string>
#include <string_view>

namespace middleground {

// Small letters without accents, for comparing what was typed in a hurry: "Zoë O’Hára" -> "zoe o'hara". Latin letters only; others stay.
std::string plain_letters(std::string_view text);

// How German writes umlauts without their dots: "Müller" -> "mueller". The same as plain_letters for a text without any.
std::string spelt_out_letters(std::string_view text);

// With its first letter as a capital.
std::string capitalised(std::string_view text);

}
