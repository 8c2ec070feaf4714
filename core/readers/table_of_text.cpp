#include "core/readers/table_of_text.hpp"

#include "core/intake/tables/reading/table_reader.hpp"

#include <utility>

namespace middleground::readers {

Result<FileTable> table_of_text(std::string text) {
    const io::Charsets charsets;
    return read_table(std::move(text), {charsets, {}}, {.encoding = "utf-8", .separator = {}, .heading_line = 1});
}

}
