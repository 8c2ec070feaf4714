// Any bytes as a table of another program, read as the first bytes choose: refused with words, or a table whose rows are as long as its headings, in
// well-formed UTF-8, the same in slices of any size.

#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/intake/tables/column_reading.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/vocabularies.hpp"

#include <algorithm>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

// A system that says something of every set, so that all of them are tried.
class AnyCharsets final : public io::Charsets {
protected:
    std::optional<std::string> others_to_utf8(std::string_view bytes, std::string_view label) const override {
        auto text = to_utf8(bytes, "windows-1252");
        if (text && !text->empty()) text->front() = static_cast<char>('a' + static_cast<int>(label.size()) % 26);
        return text && !first_invalid_utf8(*text) ? text : std::nullopt;
    }
};

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size < 2 || size > 20000) return 0;
    static const AnyCharsets charsets;
    const TableKnowledge knowledge{charsets, vocabularies()};
    const auto choice = data[0];
    TableChoices choices;
    if (choice & 1) choices.separator = ",;\t|"[(choice >> 1) & 3];
    if (choice & 8) choices.heading_line = (choice >> 4) & 3;
    if (choice & 128) choices.encoding = std::string(table_encodings()[data[1] % table_encodings().size()].label);
    const auto bytes = std::make_shared<const std::string>(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read_table(*bytes, knowledge, choices);
    if (!whole) {
        require_words(whole.error());
        return 0;
    }
    require(whole->lines.size() == whole->table.rows.size(), "every row has a line");
    require(std::ranges::is_sorted(whole->lines), "rows come in the order of their lines");
    for (const auto& row : whole->table.rows) {
        require(row.size() == whole->table.columns.size(), "every row is as long as the headings");
        for (const auto& value : row) require(!first_invalid_utf8(value), "every value is UTF-8");
    }
    auto reader = TableReader::open(bytes, knowledge, choices);
    require(reader.has_value(), "what was read is read again");
    for (bool finished = false; !finished;) {
        const auto more = reader->read(1);
        require(more.has_value(), "slices refuse what the whole does");
        finished = *more;
    }
    require(reader->take().table.rows == whole->table.rows, "slices give the same");
    const auto mapping = recognise(*whole, vocabularies());
    require(mapping.fields.size() == whole->table.columns.size(), "every column has a meaning");
    for (const auto& column : column_readings(*whole, mapping)) {
        require(column.values.size() <= 3 && column.unread <= column.filled, "a column is shown as it is");
    }
    return 0;
}
