#include "core/report/week_page.hpp"

#include "core/agenda/week_words.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

namespace middleground {

Paper week_paper(const Week& week, Date today) {
    Paper paper;
    paper.title = week_title(week);
    paper.quiet = "The seven days from " + week_dates(week, today) + ", " + counted(week.open_deals, "open deal", "open deals");
    PaperItem numbers;
    for (const auto& one : week_numbers(week)) {
        add_fact(numbers, one.number, one.below + (one.beside.empty() ? "" : " (" + one.beside + ')'));
    }
    paper.sections.push_back({"In numbers", {std::move(numbers)}, {}, false});
    for (const auto& group : week_groups(week)) {
        PaperItem item;
        for (const auto* event : group.events) {
            add_fact(item, event_words(*event), event_deal_words(*event) + ", " + event_day(*event, week, today));
        }
        paper.sections.push_back({std::string(group.heading), {std::move(item)}, {}, false});
    }
    PaperItem chances;
    for (const auto& one : week.chances) {
        if (one.now == one.before) continue;
        auto words = chance_words(one) + " (" + chance_change_words(one, week, today) + ')';
        for (const auto& why : one.why) {
            words += ". " + why;
        }
        add_fact(chances, deal_name(*one.deal), std::move(words));
    }
    if (!chances.facts.empty()) paper.sections.push_back({"Chance, then and now", {std::move(chances)}, {}, false});
    PaperItem slips;
    for (const auto& slip : week.slips) {
        add_fact(slips, deal_name(*slip.deal), short_date(slip.before, today) + " to " + short_date(slip.now, today) + " (" + slip_words(slip) + ')');
    }
    if (!slips.facts.empty()) paper.sections.push_back({"Close dates that slipped", {std::move(slips)}, {}, false});
    PaperItem due;
    for (const auto& one : week.due) {
        add_fact(due, std::string(weekday_name(one.date.on)) + ' ' + short_date(one.date.on, today), one.date.what + " (" + due_words(one) + ')');
    }
    const bool none = due.facts.empty();
    paper.sections.push_back({"Due from " + due_dates(week, today), none ? std::vector<PaperItem>() : std::vector{std::move(due)}, "Nothing.", false});
    return paper;
}

}
