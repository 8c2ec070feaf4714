#pragma once

#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/column_reading.hpp"
#include "core/intake/tables/own_columns.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "core/model/deal.hpp"
#include "core/records/records.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Tables of other programs from the moment they are dropped until they are taken: read and planned in slices between frames, so that the
// page answers all the while. Nothing of the document is changed.
class ImportSession {
public:
    // What `knowledge` refers to outlives the session.
    ImportSession(const TableKnowledge& knowledge, ImportOptions options, Date today, std::uint64_t seed);
    ~ImportSession();
    ImportSession(const ImportSession&) = delete;
    ImportSession& operator=(const ImportSession&) = delete;

    struct Table {
        std::string name;
        std::shared_ptr<const std::string> bytes;
        std::shared_ptr<const std::vector<records::Sheet>> sheets; // of a workbook; null: it is none
        int sheet = 0;                                             // the one that `bytes` are of
        TableChoices choices;               // how it is to be read, where the person said so
        std::optional<TableReader> reading; // while it is read
        std::unique_ptr<FileTable> file;    // afterwards
        TableMapping mapping;
        DateFinding dates;
        DecimalFinding decimals;
        std::vector<ColumnReading> columns; // what they were taken for; empty: not looked at yet
        std::optional<Error> error;         // it cannot be read
    };

    // The fields of one's own that headings are compared with, of tables that are added from then on.
    void know(std::vector<FieldDefinition> fields) { fields_ = std::move(fields); }
    const std::vector<FieldDefinition>& fields() const { return fields_; }

    void add(std::string name, std::string bytes);
    // A workbook or what was pasted: the sheet with the most cells is looked at first. There is at least one.
    void add(std::string name, std::vector<records::Sheet> sheets);
    void choose_sheet(int table, int sheet);
    void remove(int table);
    // Reads it again, so.
    void choose(int table, TableChoices choices);
    void map(int table, TableMapping mapping);
    void set(ImportOptions options);

    // A slice of what is to be done; false when there is nothing. `existing`: the deals of the document, `revision`: changes with them.
    bool work(std::span<const Deal* const> existing, std::uint64_t revision);

    const std::vector<Table>& tables() const { return tables_; }
    const ImportOptions& options() const { return options_; }
    std::span<const ImportVocabulary> vocabularies() const { return knowledge_.vocabularies; }
    bool is_reading() const;
    // Why it cannot go on, in words, and which table is asked about; nothing: it can.
    struct Question {
        int table = 0;
        std::string text;
    };
    std::optional<Question> question() const;
    // What would be taken; nothing while it is being worked out, or something is to be said first.
    const ImportChanges* changes() const { return changes_ ? &*changes_ : nullptr; }
    double share_done() const; // 0..1, of reading or planning
    // UTF-16 units that the added and updated deals take in storage, about.
    std::int64_t units() const { return units_; }
    bool is_of(std::uint64_t revision) const { return changes_ && read_revision_ == revision; }
    // The changes, once; the session is over then.
    ImportChanges take();

private:
    void read_again();
    bool work_on_reading();
    bool look_at_columns();

    TableKnowledge knowledge_;
    ImportOptions options_;
    std::vector<FieldDefinition> fields_;
    Date today_;
    std::uint64_t seed_;
    std::vector<Table> tables_;
    std::optional<ImportReader> reader_;
    std::optional<ImportChanges> worked_out_; // until what they take in storage is counted
    std::optional<ImportChanges> changes_;
    std::uint64_t read_revision_ = 0;
    std::int64_t units_ = 0;
};

}
