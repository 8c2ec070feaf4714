#pragma once

#include "core/intake/tables/records.hpp"

// How records become deals; only this folder uses it.
namespace middleground::importing {

// Which of the existing deals a record is about.
class ExistingDeals {
public:
    explicit ExistingDeals(std::span<const Deal* const> deals);
    // By where it came from; or, if it was made by hand, as the only one of that account and title.
    const Deal* find(const DealRecord& record) const;
    const Deal* find(OriginSystem system, std::string_view id) const;
    bool has_id(const std::string& id) const { return ids_.contains(id); }
    std::size_t imported() const { return by_origin_.size(); } // so many of them came with an import
    void add_id(const std::string& id) { ids_.emplace(id, true); }

private:
    std::unordered_map<std::string, const Deal*> by_origin_; // only looked up
    std::unordered_map<std::string, const Deal*> by_names_;  // null: several
    std::unordered_map<std::string, const Deal*> by_own_id_;
    std::unordered_map<std::string, bool> ids_;
};

class DealBuilder {
public:
    DealBuilder(const Records& records, Problems& problems, ImportChanges& changes, ExistingDeals& existing, const ImportOptions& options,
                Date today, Random& random)
        : records_(records), problems_(problems), changes_(changes), existing_(existing), options_(options), today_(today), random_(random) {}

    // Puts what comes of the record into the changes.
    void build(const DealRecord& record);

private:
    Deal started(const DealRecord& record);
    void take_facts(Deal& deal, const DealRecord& record, bool is_new);
    void take_people(Deal& deal, const DealRecord& record);
    void take_person(Deal& deal, const Place& place);
    // `of`: " of Dana", for people.
    void take_fields(std::vector<OwnField>& present, std::vector<SaidField>& last, const std::vector<OwnField>& said, const Source& source,
                     const std::string& of);
    // What an empty value means: that the file does not say, or a value like any other (open, influencer).
    enum class Empty : std::uint8_t { says_nothing, is_a_value };
    // Whether the new value replaces the present one; `last` is what was said before and follows. Says so when yours is kept.
    bool takes(std::string_view present, std::string& last, std::string_view value, const Source& source, std::string_view what,
               Empty empty = Empty::says_nothing);

    const Records& records_;
    Problems& problems_;
    ImportChanges& changes_;
    ExistingDeals& existing_;
    const ImportOptions& options_;
    Date today_;
    Random& random_;
};

}
