#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

namespace middleground {

// Only read.
using rows::row;
using rows::table_for;

template <>
const MemberTable& members_of<WordingPattern>() {
    static constexpr Member members[]{
        row<&WordingPattern::kind>("class"),
        row<&WordingPattern::match>("match"),
        row<&WordingPattern::why>("why"),
        row<&WordingPattern::instead>("instead"),
    };
    static constexpr auto table = table_for<WordingPattern>(members);
    return table;
}

template <>
const MemberTable& members_of<WordingTable>() {
    static constexpr Member members[]{
        row<&WordingTable::language>("language"),
        row<&WordingTable::patterns>("patterns"),
    };
    static constexpr auto table = table_for<WordingTable>(members);
    return table;
}

namespace io {

Result<WordingTable> read_wording(std::string_view text) {
    const auto file = open_file(text, FileKind::wording);
    if (!file) return std::unexpected(file.error());
    WordingTable table;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::wording), version);
    reader.members(table);
    if (reading.error) return std::unexpected(*reading.error);
    for (std::size_t i = 0; i < table.patterns.size(); ++i) {
        const auto& pattern = table.patterns[i];
        if (pattern.match.find_first_not_of(" *?|") == std::string::npos || pattern.match.front() == '*') {
            return fail("A pattern matches nothing", "patterns[" + std::to_string(i) + "].match", "Begin it with a word.");
        }
        if (pattern.why.empty() || pattern.instead.empty()) {
            return fail("A pattern does not say why, or what to say instead", "patterns[" + std::to_string(i) + "]", "Fill in both.");
        }
    }
    return table;
}

}

}
