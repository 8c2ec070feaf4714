#pragma once

#include "core/analysis/consensus.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Who was not heard for more days than this is counted in the title.
inline constexpr int unheard_days = 30;

// `order` is no column: it sorts as the deal has them.
enum class PersonColumn : std::uint8_t { person, function, influence, stance, problem, needs, concern, heard, order };

// What the page shows of one person. Made anew from the deal; points into it.
struct PersonRow {
    const Stakeholder* person = nullptr;
    std::string name; // told apart from namesakes; "No name yet" when it is empty
    bool gone = false; // has left: not one of the group, and counted nowhere
    Stance stance = Stance::unknown;
    std::optional<Date> stance_since; // the day the present stance was first recorded without a break
    std::optional<Date> not_before;   // nothing happens before that day, as they said with it; only while it is to come
    std::optional<Date> heard;
    InteractionId heard_in; // where, the last one
    bool unheard = false;   // never, or not for a month
    std::vector<const Concern*> open_concerns;
};

// Everybody, in the deal's order.
std::vector<PersonRow> person_rows(const Deal& deal, Date today);
// Equal ones stay in the order they had.
void sort_people(std::vector<PersonRow>& rows, PersonColumn column, bool descending);
bool is_for_it(Stance stance);
// One place up (-1) or down (1) in the deal's order; nothing at the end of the list.
std::optional<edit::MoveStakeholder> moved_person(const Deal& deal, const StakeholderId& id, int by);

// "7 people, 3 of them for it, 2 not heard in a month", of those who are there
std::string people_title(const std::vector<PersonRow>& rows);
// "A group of 9 is expected, 2 may be missing"; empty when nobody is.
std::string missing_words(const Deal& deal);
// What the map of influence shows: "Once they have talked, Elena Brandt and Tom Hadley would agree, Marcus Olsen would not yet. ..."
std::string map_summary(const Consensus& consensus, const std::vector<PersonRow>& rows);
// "none", the concern, or "the first, and 2 more".
std::string concern_words(const PersonRow& row);
std::string heard_words(const PersonRow& row, Date today); // "9 Jun" or "Never"
// "Managing director, decision maker"; the function's name when there is no title.
std::string person_line(const Stakeholder& person);
// "Left on 12 Jun", or with the reason: "Left on 12 Jun: A new job".
std::string departure_words(const Departure& left, Date today);
// What stands under a name in a list: that they have left, else `line`.
std::string line_under_name(const Stakeholder& person, std::string line, Date today);
// "since 2 Jun, not before 1 Oct"; empty for somebody whose stance was never recorded.
std::string since_words(const PersonRow& row, Date today);
// "2 Jun  Opposed, not before 1 Oct: budget frozen"
std::string stance_words(const StanceEvent& event, Date today);
// "Open since 2 Jun", "Question since 2 Jun", "Answered 4 Jun: by mail". `with_steps`: what can be done stands beside it, the words are short.
std::string concern_state_words(const Concern& concern, Date today, bool with_steps);
// "Elena Brandt, Managing director, decision maker. Influence 95, supportive since 2 Jun."
std::string person_words(const PersonRow& row, Date today);

// "Supportive"; of who has left "Left", as nobody is on their side with it.
std::string stance_label(const PersonRow& row);

// The functions of those who are there, each once, in the usual order, with the people (positions in rows) of each stance.
struct FunctionLine {
    Function function = Function::other;
    std::vector<std::vector<int>> by_stance; // index: Stance
    bool never_heard = true;                 // nobody of this function was
};
std::vector<FunctionLine> function_lines(const std::vector<PersonRow>& rows);

}
