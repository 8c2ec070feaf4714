#pragma once

#include "core/model/deal.hpp"
#include "core/model/validate/validate.hpp"

#include <string>
#include <string_view>
#include <vector>

// How validate works inside; only core/model uses it.
namespace middleground::validation {

// A broken rule, and which rule of which thing it is: `key` stays the same when the list is reordered or the thing renamed,
// so that apply can tell the errors that an edit made from those that were there before.
struct Problem {
    Error error;
    std::string key;
};

// One thing of the deal, for "commitment 3, "Invest"".
struct Subject {
    std::string_view noun; // "commitment"; empty for the deal itself
    int place = 0;         // 1-based, 0 = there is only one
    std::string_view name; // may be empty
    std::string_view id;   // may be empty

    std::string where() const;
};

// With spaces for line ends and other control characters: a message is one line.
std::string on_one_line(std::string_view text);
// What people read: in quotation marks, shortened, never ill-formed UTF-8; empty for an empty name.
std::string quoted(std::string_view name);

// Which ids exist. Views into the deal.
class KnownIds {
public:
    template <typename T>
    explicit KnownIds(const std::vector<T>& things) {
        ids_.reserve(things.size());
        for (const auto& thing : things) {
            ids_.push_back(thing.id.text);
        }
        sort();
    }
    bool has(std::string_view id) const;
    // Ids that more than one thing has, each once.
    std::vector<std::string_view> shared() const;

private:
    void sort();
    std::vector<std::string_view> ids_;
};

// Collects problems. Stops collecting at `most_problems`, so that a hostile file of a million faults costs no more than one of a thousand.
class Report {
public:
    static constexpr int most_problems = 1000;

    Report(const Deal& checked_deal, Date last_possible_day);

    const Deal& deal;
    const Date today;
    const KnownIds people;
    const KnownIds commitments;
    const KnownIds interactions;
    const KnownIds concerns;
    const KnownIds promises;

    void add(const Subject& subject, std::string_view rule, std::string what, std::string remedy);
    std::vector<Problem> take() { return std::move(problems_); }

    // Of things in a list of the deal.
    void id(const Subject& subject, const KnownIds& known);
    // Not after today: when something was written down.
    void created(const Subject& subject, Date on);
    // From the day the deal was opened to today.
    void happened(const Subject& subject, std::string_view what, Date on);
    // Empty ids pass.
    void reference(const Subject& subject, std::string_view field, const KnownIds& known, std::string_view id);
    template <typename I>
    void references(const Subject& subject, std::string_view field, const KnownIds& known, const std::vector<I>& ids) {
        std::vector<std::string_view> sorted;
        sorted.reserve(ids.size());
        for (const auto& one : ids) {
            if (one.empty()) {
                add(subject, "empty reference", std::string(field) + " holds an empty id", "Remove it.");
            } else {
                reference(subject, field, known, one.text);
            }
            sorted.push_back(one.text);
        }
        named_once(subject, field, std::move(sorted));
    }
    // All but how many there are.
    void values(const Subject& subject, std::string_view field, const std::vector<Value>& values);
    // Whether the dates of a list of events never fall: `previous` is the event before, `what` the present one ("the stance").
    void not_before(const Subject& subject, std::string_view what, Date previous, Date on);
    // The day before which nothing happens, as somebody said with what happened on `on`: not before that.
    void named_day(const Subject& subject, std::string_view what, Date on, std::optional<Date> named);

private:
    void named_once(const Subject& subject, std::string_view field, std::vector<std::string_view> ids);

    std::vector<Problem> problems_;
    std::vector<std::string_view> shared_;
};

// All but how many there are. `person`: whose they are; null: the deal's.
void check_tags(Report& report, const std::vector<Tag>& tags, const Stakeholder* person);
void check_fields(Report& report, const std::vector<OwnField>& fields, const Stakeholder* person);

void check_facts(Report& report);
void check_people(Report& report);
void check_commitments(Report& report);
void check_promises(Report& report);
void check_interactions(Report& report);
void check_concerns(Report& report);

std::vector<Problem> problems_of(const Deal& deal, Date today);

}
