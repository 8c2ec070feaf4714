#pragma once

#include "core/codec/charset.hpp"
#include "core/records/records.hpp"

#include <string>
#include <string_view>

namespace middleground::readers {

// What bytes are, by what is in them; the name is only asked where they could be two things. Any bytes; looks at the first 64 KiB and, of archives and
// of Office's old files, for names in the rest.
records::FileKind recognise(std::string_view bytes, std::string_view name);

// The text of a file as UTF-8: UTF-8 and UTF-16 by their mark or by their bytes, else Windows-1252.
std::string text_of_file(std::string_view bytes, const io::Charsets& charsets);

// Tables of deals and files of ours come without records: the program reads those itself.
constexpr bool is_for_the_program(records::FileKind kind) {
    return kind == records::FileKind::table || kind == records::FileKind::deal_file;
}

// "a mail", "an Outlook message (.msg)": inside a sentence.
std::string_view name_of(records::FileKind kind);

}
