#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_deals.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/shipped.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/agenda/week_words.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/outlook_reasons.hpp"
#include "core/report/calendar.hpp"
#include "core/report/json/agenda_json.hpp"

#include <algorithm>

namespace middleground::cli {

namespace {

constexpr std::size_t most_reasons = 3; // why a chance moved

// As on the pages: of samples something is said only where there is nothing else.
void leave_out_samples(std::vector<Deal>& deals) {
    const bool own = std::ranges::any_of(deals, [](const Deal& deal) { return !deal.sample && is_open(deal.outcome); });
    if (own) std::erase_if(deals, [](const Deal& deal) { return deal.sample; });
}

std::string words_of(const Agenda& agenda, Date today) {
    auto words = agenda_title(agenda, today) + '\n' + agenda_subtitle(agenda) + '\n';
    for (const auto group : all_agenda_groups) {
        const int count = agenda.for_today(group);
        if (count == 0) continue;
        std::vector<Row> rows;
        for (int i = 0; i < count; ++i) {
            const auto& entry = agenda.of(group)[static_cast<std::size_t>(i)];
            const auto& line = *entry.line;
            const auto day = line.day ? agenda_day(line, today) + ", " + agenda_day_words(line, today) : std::string();
            rows.push_back({cell(deal_name(*entry.deal)), cell(line.what), day});
        }
        words += '\n' + std::string(agenda_heading(agenda, group)) + '\n' + table(rows);
        const int more = static_cast<int>(agenda.of(group).size()) - count;
        if (more > 0) words += "  and " + std::to_string(more) + " more\n";
    }
    if (!agenda.put_off.empty()) words += '\n' + counted(static_cast<int>(agenda.put_off.size()), "line", "lines") + " snoozed.\n";
    return words;
}

}

int run(const ShowToday& command, Date today) {
    std::vector<Deal> deals;
    if (!read_deals(command.files, today, Archived::left_out, deals)) return bad_input;
    leave_out_samples(deals);
    if (command.calendar) {
        std::vector<const Deal*> all;
        for (const auto& deal : deals) {
            all.push_back(&deal);
        }
        return write_output({}, my_calendar(all, today, CalendarAlarm::that_morning)) ? done : bad_input;
    }
    const auto shipped = read_shipped();
    const Knowledge knowledge{shipped.playbooks, shipped.wording};
    std::vector<std::vector<AgendaLine>> lines;
    lines.reserve(deals.size());
    std::vector<AgendaOfDeal> all;
    for (const auto& deal : deals) {
        const auto derived = derive_with_forecast(deal, knowledge, today);
        const auto& assessment = derived.assessment;
        lines.push_back(agenda_of({deal, playbook_of(knowledge, deal), assessment.next, assessment.consensus}, today));
        all.push_back({&deal, &lines.back()});
    }
    const auto agenda = agenda_of(all, today);
    return (command.json ? write_output({}, write_agenda(agenda, today)) : print_text(words_of(agenda, today))) ? done : bad_input;
}

int run(const ShowWeek& command, Date today) {
    std::vector<Deal> deals;
    if (!read_deals(command.files, today, Archived::taken, deals)) return bad_input;
    leave_out_samples(deals);
    std::vector<const Deal*> all;
    for (const auto& deal : deals) {
        all.push_back(&deal);
    }
    // A command line knows nobody's record: chances are as they were played.
    auto week = week_of(all, today - (command.last ? 7 : 0), {});
    const auto shipped = read_shipped();
    const Knowledge knowledge{shipped.playbooks, shipped.wording};
    const ForecastSettings settings;
    ForecastTables tables;
    for (auto& one : week.chances) {
        if (one.before == one.now) continue;
        const auto assessment = derive(*one.deal, knowledge, today).assessment;
        const PlayedDeal played{*one.deal, playbook_of(knowledge, *one.deal), shipped.wording, assessment, today, settings, tables};
        one.why = why_words(chance_reasons(played, one.change, {}), most_reasons, today);
    }
    return print_text(week_markdown(week, today)) ? done : bad_input;
}

}
