#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"
#include "core/codec/charset.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// How a table is to be read, where a person said so. Nothing: as its bytes show.
struct TableChoices {
    std::optional<std::string> encoding; // a label of the WHATWG, such as those of table_encodings (table_names.hpp)
    std::optional<char> separator;
    std::optional<int> heading_line; // from 1; 0: it has no headings

    bool operator==(const TableChoices&) const = default;
};

struct TableLimits {
    std::uint32_t bytes = 64U << 20;
    std::uint32_t rows = 250000;
    std::uint32_t columns = 500;
};

// What a table is read with: known headings tell where it begins and which letters it is written in. Both outlive the reader.
struct TableKnowledge {
    const io::Charsets& charsets;
    std::span<const ImportVocabulary> vocabularies;
};

// A table that another program exported, read a slice at a time, whoever wrote it: encoding, separator and headings are found out, or as chosen.
// "sep=;" is obeyed; lines above the headings, empty rows and headings that come again are passed over; columns without a name are called
// "Column 3", a second one of the same name "Amount (2)"; what a shorter row has not is empty; a longer one is left out and reported,
// unless what is too much is empty; see RecordSplitter for quotes and CellText for what is mended in values. All of this is counted in the FileTable. Refused
// are only: nothing to read, beyond the limits, a NUL, what is no text table, a chosen encoding that does not fit, ill-formed UTF-16.
class TableReader {
public:
    static Result<TableReader> open(std::shared_ptr<const std::string> bytes, const TableKnowledge& knowledge, TableChoices choices = {},
                                    const TableLimits& limits = {});
    ~TableReader();
    TableReader(TableReader&&) noexcept;
    TableReader& operator=(TableReader&&) noexcept;

    // So many rows more, or what is left; or a part of the bytes decoded. True at the end.
    Result<bool> read(std::uint32_t rows);
    double share_read() const; // 0..1
    FileTable take();

private:
    struct Impl;
    explicit TableReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// All at once.
Result<FileTable> read_table(std::string bytes, const TableKnowledge& knowledge, TableChoices choices = {}, const TableLimits& limits = {});

}
