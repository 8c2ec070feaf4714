#pragma once

#include "core/intake/tables/import_changes.hpp"
#include "core/codec/csv.hpp"
#include "core/model/deal.hpp"

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
    // Both outlive the session.
    ImportSession(std::span<const ImportVocabulary> vocabularies, ImportOptions options, Date today, std::uint64_t seed);
    ~ImportSession();
    ImportSession(const ImportSession&) = delete;
    ImportSession& operator=(const ImportSession&) = delete;

    struct Table {
        std::string name;
        std::optional<io::CsvImport> reading; // while it is read
        std::unique_ptr<FileTable> file;      // afterwards
        TableMapping mapping;
        DateFinding dates;
        std::optional<Error> error; // it cannot be read
    };

    void add(std::string name, std::string bytes);
    void remove(int table);
    void map(int table, TableMapping mapping);
    void set(ImportOptions options);

    // A slice of what is to be done; false when there is nothing. `existing`: the deals of the document, `revision`: changes with them.
    bool work(std::span<const Deal* const> existing, std::uint64_t revision);

    const std::vector<Table>& tables() const { return tables_; }
    const ImportOptions& options() const { return options_; }
    std::span<const ImportVocabulary> vocabularies() const { return vocabularies_; }
    bool is_reading() const;
    // Why it cannot go on, in words; nothing: it can.
    std::optional<std::string> question() const;
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

    std::span<const ImportVocabulary> vocabularies_;
    ImportOptions options_;
    Date today_;
    std::uint64_t seed_;
    std::vector<Table> tables_;
    std::optional<ImportReader> reader_;
    std::optional<ImportChanges> changes_;
    std::uint64_t read_revision_ = 0;
    std::int64_t units_ = 0;
};

}
