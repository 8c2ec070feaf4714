#include "core/base/sort_list.hpp"
#include "core/model/validate/limited.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground::validation {

std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        c = static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
    return line;
}

std::string quoted(std::string_view name) {
    constexpr std::size_t longest = 60; // bytes
    if (name.empty() || first_invalid_utf8(name)) {
        return {};
    }
    const auto shown = cut_to(name, longest);
    return '"' + on_one_line(shown) + (shown.size() < name.size() ? "\u2026\"" : "\"");
}

std::string Subject::where() const {
    std::string text(noun.empty() ? "the deal" : noun);
    if (place > 0) {
        text += ' ' + std::to_string(place);
    }
    if (const auto shown = quoted(name); !shown.empty()) {
        text += ", " + shown;
    }
    return text;
}

bool KnownIds::has(std::string_view id) const {
    return std::binary_search(ids_.begin(), ids_.end(), id);
}

void KnownIds::sort() {
    sort_list(ids_);
}

std::vector<std::string_view> KnownIds::shared() const {
    std::vector<std::string_view> result;
    for (std::size_t i = 1; i < ids_.size(); ++i) {
        if (ids_[i] == ids_[i - 1] && (result.empty() || result.back() != ids_[i])) {
            result.push_back(ids_[i]);
        }
    }
    return result;
}

Report::Report(const Deal& checked_deal, Date last_possible_day)
    : deal(checked_deal), today(last_possible_day), people(deal.stakeholders), commitments(deal.commitments),
      interactions(deal.interactions), concerns(deal.concerns), promises(deal.promises) {
    for (const auto* known : {&people, &commitments, &interactions, &concerns, &promises}) {
        const auto shared = known->shared();
        shared_.insert(shared_.end(), shared.begin(), shared.end());
    }
    sort_list(shared_);
}

void Report::add(const Subject& subject, std::string_view rule, std::string what, std::string remedy) {
    if (problems_.size() >= static_cast<std::size_t>(most_problems)) {
        return;
    }
    auto key = std::string(subject.noun) + '|' + std::string(subject.id) + '|' + std::string(rule);
    problems_.push_back({Error{std::move(what), subject.where(), std::move(remedy)}, std::move(key)});
}

void Report::id(const Subject& subject, const KnownIds& known) {
    if (!is_id(subject.id)) {
        add(subject, "id", "The id " + (subject.id.empty() ? std::string("is missing") : quoted(subject.id) + " is malformed"),
            "An id is six characters of 0-9 and a-z without i, l, o and u.");
    } else if (std::binary_search(shared_.begin(), shared_.end(), subject.id)) {
        const auto shared = known.shared();
        if (std::binary_search(shared.begin(), shared.end(), subject.id)) {
            add(subject, "shared id", "The id " + quoted(subject.id) + " is used twice", "Give one of the two another id.");
        }
    }
}

void Report::created(const Subject& subject, Date on) {
    if (on > today) {
        add(subject, "created", "It was created on " + short_date(on, today) + ", which is in the future",
            "Check the day, and the clock of this computer.");
    }
}

void Report::happened(const Subject& subject, std::string_view what, Date on) {
    if (on > today) {
        add(subject, "future " + std::string(what), "The day of " + std::string(what) + ", " + short_date(on, today) + ", is in the future",
            "Choose today or an earlier day.");
    } else if (on < deal.opened) {
        add(subject, "early " + std::string(what),
            "The day of " + std::string(what) + ", " + short_date(on, today) + ", is before the deal was opened on " +
                short_date(deal.opened, today),
            "Choose a later day, or change the day the deal was opened.");
    }
}

void Report::reference(const Subject& subject, std::string_view field, const KnownIds& known, std::string_view id) {
    if (!id.empty() && !known.has(id)) {
        // An id says nothing to who reads this.
        add(subject, "reference " + std::string(field) + ' ' + std::string(id.substr(0, 20)),
            std::string(field) + " names " + (&known == &people ? "somebody who" : "something that") + " is not in the deal",
            "Remove it there, or put back what it names.");
    }
}

void Report::named_once(const Subject& subject, std::string_view field, std::vector<std::string_view> ids) {
    sort_list(ids);
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) {
        add(subject, "twice " + std::string(field), std::string(field) + " names the same thing twice", "Name each only once.");
    }
}

void Report::values(const Subject& subject, std::string_view field, const std::vector<Value>& values) {
    for (const auto& value : values) {
        reference(subject, "Whom the " + std::string(field) + " is for", people, value.to.text);
        check_limits(*this, subject, value, field);
    }
}

void Report::not_before(const Subject& subject, std::string_view what, Date previous, Date on) {
    if (on < previous) {
        add(subject, "order " + std::string(what),
            "The day of " + std::string(what) + ", " + short_date(on, today) + ", is before what was recorded ahead of it on " +
                short_date(previous, today),
            "Choose " + short_date(previous, today) + " or a later day.");
    }
}

void Report::named_day(const Subject& subject, std::string_view what, Date on, std::optional<Date> named) {
    if (!named || *named >= on) return;
    add(subject, "named day " + std::string(what),
        "Nothing is to happen before " + short_date(*named, today) + ", but that was said with " + std::string(what) + " on " +
            short_date(on, today),
        "Choose " + short_date(on, today) + " or a later day, or leave it out.");
}

}
