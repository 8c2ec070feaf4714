#include "core/merge/doubles/merge_people.hpp"

#include "core/base/text.hpp"
#include "core/merge/doubles/members_of_two.hpp"
#include "core/merge/doubles/name_keys.hpp"
#include "core/model/edit/removal.hpp"
#include "core/model/names.hpp"
#include "core/model/words/person_name.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The people, or why they cannot become one.
struct Two {
    const Stakeholder* kept = nullptr;
    const Stakeholder* gone = nullptr;
};
Result<Two> two_of(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone) {
    const Two two{find(deal, kept), find(deal, gone)};
    if (!two.kept || !two.gone) return fail("That person is no longer in the deal", {}, "Undo brings them back.");
    if (two.kept == two.gone) return fail("A person cannot be merged with themselves", {}, "Choose two different people.");
    return two;
}

MergeInput words_input(const Deal& deal, Date today) {
    return {nullptr, deal, deal, today};
}

// The name that says more, where nobody chooses.
MergeSide usual_name(const Two& two) {
    const auto kept = name_keys(two.kept->name), gone = name_keys(two.gone->name);
    if (kept.empty() != gone.empty()) return kept.empty() ? MergeSide::theirs : MergeSide::mine;
    if (kept.is_initial != gone.is_initial) return kept.is_initial ? MergeSide::theirs : MergeSide::mine;
    return gone.words.size() > kept.words.size() ? MergeSide::theirs : MergeSide::mine;
}

const Influence* line_between(const Deal& deal, const StakeholderId& from, const StakeholderId& to) {
    const auto found = std::ranges::find_if(deal.influences, [&](const Influence& line) { return line.from == from && line.to == to; });
    return found == deal.influences.end() ? nullptr : &*found;
}

// What lines of influence said that are not there afterwards.
std::vector<std::string> lost_lines(const Deal& deal, const Two& two, const merging::Words& words) {
    const auto* weight = members_of<Influence>().find("weight");
    std::vector<std::string> lost;
    const auto add = [&](const char* way, const Stakeholder& other, const Influence& line) {
        lost.push_back(std::string("Influence ") + way + ' ' + words.name(other) + ": " + words.of(*weight, &line));
    };
    for (const auto& other : deal.stakeholders) {
        if (&other == two.kept || &other == two.gone) continue;
        for (const bool outward : {true, false}) {
            const auto* kept = outward ? line_between(deal, two.kept->id, other.id) : line_between(deal, other.id, two.kept->id);
            const auto* gone = outward ? line_between(deal, two.gone->id, other.id) : line_between(deal, other.id, two.gone->id);
            if (!kept || !gone || kept->weight_milli == gone->weight_milli) continue;
            add(outward ? "on" : "of", other, kept->weight_milli < gone->weight_milli ? *kept : *gone);
        }
    }
    if (const auto* line = line_between(deal, two.gone->id, two.kept->id)) add("on", *two.kept, *line);
    if (const auto* line = line_between(deal, two.kept->id, two.gone->id)) add("on", *two.gone, *line);
    return lost;
}

void add(std::vector<std::string>& words, int count, std::string_view one, std::string_view many) {
    if (count > 0) words.push_back(counted(count, one, many));
}

}

Result<PeopleSideBySide> people_side_by_side(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone, Date today) {
    const auto two = two_of(deal, kept, gone);
    if (!two) return std::unexpected(two.error());
    const auto input = words_input(deal, today);
    const merging::Words words(input);
    PeopleSideBySide result;
    result.fields = doubling::fields_of_two(members_of<Stakeholder>(), words, two->kept, two->gone);
    if (const auto name = std::ranges::find(result.fields, "name", &FieldOfTwo::field); name != result.fields.end()) {
        // As they stand: what tells namesakes apart in lists is no part of the name.
        name->kept = two->kept->name;
        name->gone = two->gone->name;
        name->usual = usual_name(*two);
    }
    auto& follows = result.follows;
    const auto history = history_of(deal, gone);
    std::vector<std::string> moved;
    add(moved, history.log_entries, "log entry", "log entries");
    add(moved, history.commitments, "commitment", "commitments");
    add(moved, history.promises, "promise of yours", "promises of yours");
    add(moved, history.concerns, "concern or question", "concerns and questions");
    add(moved, history.influence_lines, "line of influence", "lines of influence");
    if (!moved.empty()) follows.push_back(joined(moved) + " of the one on the right will be theirs.");
    if (!two->kept->stances.empty() && !two->gone->stances.empty()) follows.push_back("Both histories of their stance are kept; the latest entry counts.");
    if (!trimmed(two->kept->notes).empty() && !trimmed(two->gone->notes).empty()) follows.push_back("Both notes are kept, one below the other.");
    if (!lost_lines(deal, *two, words).empty()) follows.push_back("Of two lines of influence the stronger counts; the other is noted.");
    follows.push_back("What you do not choose is kept in the notes.");
    return result;
}

Result<edit::MergePeople> merging_people(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone, const FieldChoices& choices, Date today) {
    const auto two = two_of(deal, kept, gone);
    if (!two) return std::unexpected(two.error());
    const auto input = words_input(deal, today);
    const merging::Words words(input);
    auto all = choices;
    if (two->kept->name != two->gone->name) all.emplace("name", usual_name(*two));
    edit::MergePeople edit{gone, *two->kept};
    std::vector<std::string> lost;
    if (auto done = doubling::put_together(words, *two->kept, *two->gone, all, edit.kept, lost); !done) return std::unexpected(done.error());
    for (auto& line : lost_lines(deal, *two, words)) lost.push_back(std::move(line));
    edit.kept.notes = doubling::both_texts(edit.kept.notes, doubling::said_by_other("The other entry said", lost));
    return edit;
}

}
