#include "core/intake/tables/reading/table_names.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/table_encoding.hpp"

#include <algorithm>

namespace middleground {

std::vector<TableEncoding> table_encodings() {
    std::vector<TableEncoding> all;
    for (const auto& set : importing::offered_sets()) all.push_back({set.label, set.name});
    return all;
}

std::string encoding_name(std::string_view label) {
    for (const auto& set : importing::offered_sets()) {
        if (set.label == label) return std::string(set.name);
    }
    return std::string(label);
}

std::string separator_name(char separator) {
    switch (separator) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "vertical bar";
    default:
        return '"' + std::string(1, separator) + '"';
    }
}

// What is no text table, whatever its name ends with.
std::optional<Error> no_table(std::string_view bytes) {
    const auto start = trimmed(bytes.substr(0, 300));
    const auto begins = [&](std::initializer_list<std::string_view> signs) {
        return std::ranges::any_of(signs, [&](std::string_view sign) { return start.starts_with(sign); });
    };
    const auto small = folded(start.substr(0, 20));
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xd0\xcf\x11\xe0")) {
        return Error{"This is a workbook, not a text table", {}, "Open it in a spreadsheet program and save it as CSV, or export it as CSV."};
    }
    if (begins({"%PDF"})) return Error{"This is a PDF, not a table", {}, "Export the table as CSV."};
    if (begins({"\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF"})) return Error{"This is a picture, not a table", {}, "Export the table as CSV."};
    if (bytes.starts_with("\x1f\x8b")) return Error{"This is a packed file, not a table", {}, "Unpack it first."};
    if (begins({"{\\rtf"})) return Error{"This is a text document, not a table", {}, "Save the table as CSV."};
    if (small.starts_with("<!doctype") || small.starts_with("<html") || small.starts_with("<table")) {
        return Error{"This is a web page, not a text table", {}, "Open it in a spreadsheet program and save it as CSV. A page that asks to sign in comes when an export has run out."};
    }
    if (small.starts_with("<?xml")) return Error{"This is XML, not a text table", {}, "Export the table as CSV."};
    if (begins({"{\"", "[{", "{\n", "{\r"})) return Error{"This is JSON, not a table", {}, "Export the table as CSV."};
    return {};
}

}
