#include "core/report/agenda_page.hpp"

#include "core/agenda/agenda_words.hpp"
#include "core/base/text.hpp"

namespace middleground {

Paper agenda_paper(const Agenda& agenda, Date today) {
    Paper paper;
    paper.title = agenda_title(agenda, today);
    paper.quiet = agenda_date(today) + ". " + agenda_subtitle(agenda);
    for (const auto group : all_agenda_groups) {
        const int count = agenda.for_today(group);
        if (count == 0) continue;
        PaperSection section;
        section.heading = agenda_heading(agenda, group);
        for (int i = 0; i < count; ++i) {
            const auto& entry = agenda.of(group)[static_cast<std::size_t>(i)];
            const auto& line = *entry.line;
            // A box to tick on paper.
            PaperItem item{"\u2610 " + line.what, agenda_deal_words(entry), {}};
            if (line.day) item.quiet += (item.quiet.ends_with('.') ? " " : ", ") + agenda_day(line, today) + ", " + agenda_day_words(line, today);
            if (!line.ask.wording.empty()) add_fact(item, "Say", line.ask.wording);
            section.items.push_back(std::move(item));
        }
        paper.sections.push_back(std::move(section));
    }
    return paper;
}

}
