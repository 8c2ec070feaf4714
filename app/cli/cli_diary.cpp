#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_deals.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/session/shipped.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "core/base/text.hpp"
#include "core/model/members/closing.hpp"
#include "core/report/json/diary_json.hpp"

#include <algorithm>

namespace middleground::cli {

namespace {

constexpr std::size_t most_deals = 20;

std::string numbers(const HowGood& good) {
    std::vector<Row> rows;
    for (const auto& one : diary_numbers(good)) {
        rows.push_back({one.number, one.below});
    }
    return table(rows);
}

std::string reliability(const HowGood& good) {
    std::vector<Row> rows{{"chance that was shown", "won", "deals", "9 times in 10 between"}};
    for (const auto& part : good.reliability) {
        rows.push_back({part_words(part), part_came_words(part), std::to_string(part.deals),
                        part.is_few() ? "too few to say"
                                      : std::to_string(static_cast<int>(100 * part.low + 0.5)) + " and " + std::to_string(static_cast<int>(100 * part.high + 0.5)) + " %"});
    }
    return "\nWhat was said, what came\n" + table(rows);
}

std::string playbooks(const HowGood& good) {
    const auto shipped = read_shipped();
    std::vector<Row> rows{{"playbook", "deals", "won", "Brier score", "close dates in the band"}};
    for (const auto& one : good.playbooks) {
        const auto found = std::ranges::find(shipped.playbooks, one.playbook, &Playbook::id);
        const auto& dates = one.score.dates;
        rows.push_back({found == shipped.playbooks.end() ? cell(one.playbook, "none") : found->title, std::to_string(one.score.deals), std::to_string(one.score.won),
                        one.score.is_few() ? "too few" : diary_numbers({.score = one.score}).front().number,
                        dates.is_few() ? "too few" : std::to_string(dates.inside) + " of " + std::to_string(dates.looks)});
    }
    return "\nBy playbook\n" + table(rows);
}

std::string deals(const HowGood& good, Date today) {
    std::vector<Row> rows{{"closed deal", "how it ended", "90 days", "60 days", "30 days", "closed", "off by"}};
    const auto chance = [](const Belief* belief) { return belief ? believed_words(belief) : std::string("too new"); };
    for (std::size_t i = 0; i < std::min(most_deals, good.deals.size()); ++i) {
        const auto& one = good.deals[i];
        rows.push_back({cell(full_name(*one.deal)), std::string(label_of(closing_of(one.deal->outcome)->state)), chance(one.ninety), chance(one.sixty),
                        chance(one.thirty), short_date(one.ended, today), one.dated ? off_words(one.off()) + (one.inside() ? ", in the band" : ", outside") : ""});
    }
    auto words = "\nWhat was played that many days before a deal closed\n" + table(rows);
    if (good.deals.size() > most_deals) words += "  and " + std::to_string(good.deals.size() - most_deals) + " more\n";
    return words;
}

std::string report(const HowGood& good, Date today) {
    if (good.closed == 0) return "None of these deals has ended yet.\n";
    auto words = how_good_words(good) + ".\n" + counted_words(good) + '\n';
    if (good.score.deals == 0) return words;
    return words + '\n' + numbers(good) + reliability(good) + "\nClose dates against the 8 in 10 band\n  " + dates_words(good.score.dates) +
           "\n\nRecalibration\n  " + recalibration_words(good, true) + '\n' + playbooks(good) + deals(good, today);
}

}

int run(const ReadDiary& command, Date today) {
    std::vector<Deal> all;
    if (!read_deals(command.files, today, Archived::taken, all)) return bad_input;
    std::vector<const Deal*> pointers;
    for (const auto& deal : all) {
        pointers.push_back(&deal);
    }
    const auto good = how_good(pointers);
    return (command.json ? write_output({}, write_how_good(good)) : print_text(report(good, today))) ? done : bad_input;
}

}
