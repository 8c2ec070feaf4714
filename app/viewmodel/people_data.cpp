#include "app/viewmodel/people_data.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/interaction.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/person_name.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

// The present stance may have been said several times; it holds since the first of them.
std::optional<Date> since_of(const Stakeholder& person) {
    if (person.stances.empty()) {
        return {};
    }
    auto since = person.stances.back().on;
    for (auto event = person.stances.rbegin(); event != person.stances.rend() && event->stance == person.stances.back().stance; ++event) {
        since = event->on;
    }
    return since;
}

void find_heard(const Deal& deal, PersonRow& row) {
    for (const auto& interaction : deal.interactions) {
        const bool there = std::ranges::find(interaction.people, row.person->id) != interaction.people.end();
        if (was_two_way(interaction) && there && (!row.heard || *row.heard <= interaction.on)) {
            row.heard = interaction.on;
            row.heard_in = interaction.id;
        }
    }
}

// Three-way by what the column shows; people without it stand at the end of an ascending order.
int compared(const PersonRow& a, const PersonRow& b, PersonColumn column) {
    const auto three_way = [](const auto& left, const auto& right) { return left < right ? -1 : right < left ? 1 : 0; };
    switch (column) {
    case PersonColumn::person:
        return three_way(sort_key(a.name), sort_key(b.name));
    case PersonColumn::function:
        return three_way(a.person->function, b.person->function);
    case PersonColumn::influence:
        return three_way(a.person->influence, b.person->influence);
    case PersonColumn::stance:
        // Who has left thinks nothing of it any more.
        return three_way(a.gone ? -1 : static_cast<int>(a.stance), b.gone ? -1 : static_cast<int>(b.stance));
    case PersonColumn::problem:
        return three_way(sort_key(a.person->problem), sort_key(b.person->problem));
    case PersonColumn::needs:
        return three_way(sort_key(a.person->needed_outcome), sort_key(b.person->needed_outcome));
    case PersonColumn::concern:
        return three_way(a.open_concerns.size(), b.open_concerns.size());
    case PersonColumn::heard:
        return three_way(a.heard.value_or(Date{}), b.heard.value_or(Date{}));
    case PersonColumn::order:
        return 0;
    }
    return 0;
}

}

bool is_for_it(Stance stance) {
    return stance == Stance::supportive || stance == Stance::champion;
}

std::vector<PersonRow> person_rows(const Deal& deal, Date today) {
    std::vector<PersonRow> rows;
    rows.reserve(deal.stakeholders.size());
    for (const auto& person : deal.stakeholders) {
        PersonRow row;
        row.person = &person;
        row.name = trimmed(person.name).empty() ? std::string(no_name_yet) : distinct_name(deal, person);
        row.gone = person.left.has_value();
        row.stance = stance_of(person);
        row.stance_since = since_of(person);
        if (!person.stances.empty() && person.stances.back().not_before > today) row.not_before = person.stances.back().not_before;
        find_heard(deal, row);
        // Who was added lately could not be heard for a month yet.
        row.unheard = !row.gone && today - std::max(row.heard.value_or(person.created), person.created) > unheard_days;
        for (const auto& concern : deal.concerns) {
            if (concern.stakeholder == person.id && state_of(concern) == ConcernState::open) {
                row.open_concerns.push_back(&concern);
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void sort_people(std::vector<PersonRow>& rows, PersonColumn column, bool descending) {
    sort_list(rows, [&](const PersonRow& a, const PersonRow& b) {
        const int order = compared(a, b, column);
        return descending ? order > 0 : order < 0;
    });
}

std::optional<edit::MoveStakeholder> moved_person(const Deal& deal, const StakeholderId& id, int by) {
    const auto found = std::ranges::find(deal.stakeholders, id, &Stakeholder::id);
    const auto to = static_cast<int>(found - deal.stakeholders.begin()) + by;
    if (found == deal.stakeholders.end() || to < 0 || to >= static_cast<int>(deal.stakeholders.size())) return {};
    return edit::MoveStakeholder{id, to};
}

std::string people_title(const std::vector<PersonRow>& rows) {
    if (rows.empty()) {
        return "Nobody is on this deal yet";
    }
    const auto all = static_cast<int>(std::ranges::count(rows, false, &PersonRow::gone));
    if (all == 0) return "Everybody who was named has left";
    const auto for_it = static_cast<int>(std::ranges::count_if(rows, [](const PersonRow& row) { return !row.gone && is_for_it(row.stance); }));
    const auto unheard = static_cast<int>(std::ranges::count_if(rows, &PersonRow::unheard));
    auto words = counted(all, "person", "people");
    // Where they stand by themselves; how many would agree once they have talked to each other is another number.
    words += for_it == 0    ? ", none supportive yet"
             : for_it < all ? ", " + std::to_string(for_it) + " supportive"
             : all == 1     ? ", supportive"
                            : ", all supportive";
    if (unheard > 0) {
        words += all == 1         ? ", not heard in a month"
                 : unheard == all ? ", none heard in a month"
                                  : ", " + std::to_string(unheard) + " not heard in a month";
    }
    return words;
}

std::string missing_words(const Deal& deal) {
    const auto missing = deal.expected_group_size - present_count(deal);
    if (missing <= 0 || deal.stakeholders.empty()) {
        return {};
    }
    return "A group of " + std::to_string(deal.expected_group_size) + " is expected, " + std::to_string(missing) + " may be missing";
}

std::string map_summary(const Consensus& consensus, const std::vector<PersonRow>& rows) {
    std::vector<std::string> agree;
    std::vector<std::string> not_yet;
    for (const auto& row : rows) {
        if (row.gone) continue;
        const auto* person = find(consensus, row.person->id);
        (person != nullptr && person->would_agree ? agree : not_yet).push_back(row.name);
    }
    auto words = "Once they have talked, " + (agree.empty() ? "nobody" : joined(agree)) + " would agree";
    if (!not_yet.empty()) words += ", " + joined(not_yet) + " would not yet";
    return words + ". The higher somebody stands, the more influence they have; arrows show who moves whom.";
}

std::string concern_words(const PersonRow& row) {
    if (row.open_concerns.empty()) {
        return "none";
    }
    auto words = row.open_concerns.front()->text;
    if (row.open_concerns.size() > 1) {
        words = std::to_string(row.open_concerns.size()) + " open: " + words;
    }
    return words;
}

std::string heard_words(const PersonRow& row, Date today) {
    return row.heard ? short_date(*row.heard, today) : "Never";
}

std::string person_line(const Stakeholder& person) {
    std::string line = person.title.empty() ? std::string(label_of(person.function)) : person.title;
    return line + ", " + folded(label_of(person.role));
}

std::string departure_words(const Departure& left, Date today) {
    return "Left on " + short_date(left.on, today) + (left.why.empty() ? "" : ": " + left.why);
}

std::string line_under_name(const Stakeholder& person, std::string line, Date today) {
    return person.left ? departure_words(*person.left, today) : std::move(line);
}

std::string person_words(const PersonRow& row, Date today) {
    auto words = row.name + ", " + person_line(*row.person) + ". ";
    if (row.person->left) words += departure_words(*row.person->left, today) + ". ";
    words += "Influence " + std::to_string(row.person->influence);
    if (row.gone) return words + ".";
    words += ", ";
    words += row.stance == Stance::unknown ? "stance unknown" : folded(label_of(row.stance));
    if (row.stance_since) words += ' ' + since_words(row, today);
    return words + ".";
}

std::string stance_label(const PersonRow& row) {
    return row.gone ? std::string("Left") : std::string(label_of(row.stance));
}

std::string since_words(const PersonRow& row, Date today) {
    if (!row.stance_since) return {};
    const auto since = "since " + short_date(*row.stance_since, today);
    return row.not_before ? since + ", not before " + short_date(*row.not_before, today) : since;
}

std::string stance_words(const StanceEvent& event, Date today) {
    auto words = short_date(event.on, today) + "  " + std::string(label_of(event.stance));
    if (event.not_before) words += ", not before " + short_date(*event.not_before, today);
    return event.why.empty() ? words : words + ": " + event.why;
}

std::string concern_state_words(const Concern& concern, Date today, bool with_steps) {
    const auto on = short_date(concern.events.empty() ? concern.created : concern.events.back().on, today);
    const auto note = concern.events.empty() || concern.events.back().note.empty() ? std::string() : ": " + concern.events.back().note;
    switch (state_of(concern)) {
    case ConcernState::answered:
        return "Answered " + on + note;
    case ConcernState::resolved:
        return "Resolved " + on + note;
    case ConcernState::open:
        break;
    }
    if (concern.kind == ConcernKind::question) return "Question since " + on + note;
    return (with_steps ? "Since " : "Open since ") + on + note;
}

std::vector<FunctionLine> function_lines(const std::vector<PersonRow>& rows) {
    std::vector<FunctionLine> lines;
    for (const auto& name : names_of<Function>()) {
        FunctionLine line{name.value, std::vector<std::vector<int>>(names_of<Stance>().size()), true};
        bool any = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!rows[i].gone && rows[i].person->function == name.value) {
                line.by_stance[static_cast<std::size_t>(rows[i].stance)].push_back(static_cast<int>(i));
                line.never_heard = line.never_heard && !rows[i].heard;
                any = true;
            }
        }
        if (any) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

}
