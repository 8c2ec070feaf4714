#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_deals.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/merge/doubles/merge_deals.hpp"
#include "core/merge/doubles/merge_people.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/report/json/doubles_json.hpp"

#include <algorithm>
#include <optional>

namespace middleground::cli {

namespace {

constexpr std::uint64_t id_seed = 1; // the same files give the same bytes

DoublesReport report_of(const std::vector<Deal>& deals) {
    DoublesReport report;
    std::vector<DealKey> keys;
    for (const auto& deal : deals) {
        keys.push_back(key_of(deal));
        if (auto pairs = likely_doubles(deal, {}); !pairs.empty()) report.people.push_back({&deal, std::move(pairs)});
    }
    report.deals = likely_doubles(keys, {});
    return report;
}

std::string deal_words(const std::vector<Deal>& deals, const DealId& id) {
    const auto& deal = *std::ranges::find(deals, id, &Deal::id);
    const auto title = trimmed(deal.title), account = trimmed(deal.account);
    return title.empty() || account.empty() ? deal_name(deal) : std::string(account) + " / " + std::string(title);
}

std::string printed(const DoublesReport& report, const std::vector<Deal>& deals) {
    if (report.people.empty() && report.deals.empty()) return "Nobody and nothing seems to be there twice.\n";
    std::string text;
    if (!report.deals.empty()) {
        std::vector<Row> rows{{"ids", "deals", "how sure", "why"}};
        for (const auto& pair : report.deals) {
            rows.push_back({pair.one.text + ' ' + pair.other.text, cell(deal_words(deals, pair.one)) + "; " + cell(deal_words(deals, pair.other)),
                            folded(label_of(pair.likeness)), cell(pair.reason)});
        }
        text += "Deals\n" + table(rows);
    }
    for (const auto& of_deal : report.people) {
        std::vector<Row> rows{{"ids", "people", "how sure", "why"}};
        for (const auto& pair : of_deal.pairs) {
            rows.push_back({pair.one.text + ' ' + pair.other.text, cell(name_of(*of_deal.deal, pair.one)) + "; " + cell(name_of(*of_deal.deal, pair.other)),
                            folded(label_of(pair.likeness)), cell(pair.reason)});
        }
        text += (text.empty() ? "" : "\n") + std::string("People of ") + cell(deal_words(deals, of_deal.deal->id)) + '\n' + table(rows);
    }
    return text;
}

// Nothing: one of them is no choice, which was said.
std::optional<FieldChoices> choices_of(const FindDoubles& command, const std::vector<FieldOfTwo>& fields) {
    FieldChoices choices;
    for (const auto& text : command.take) {
        const auto at = text.find('=');
        const auto field = text.substr(0, at);
        const auto side = at == std::string::npos ? std::string() : text.substr(at + 1);
        const auto known = std::ranges::find(fields, field, &FieldOfTwo::field);
        if (known == fields.end()) {
            std::vector<std::string> names;
            for (const auto& one : fields) names.push_back(one.field);
            say("--take " + cell(text) + ": The two do not differ in that. " + (names.empty() ? "They say the same." : "They differ in " + joined(names) + '.'));
            return {};
        }
        const auto chosen = side == "kept" ? MergeSide::mine : side == "other" ? MergeSide::theirs : MergeSide::both;
        if ((side != "kept" && side != "other" && side != "both") || std::ranges::find(known->choices, chosen) == known->choices.end()) {
            say("--take " + cell(text) + ": This cannot be chosen. Write " + field + "=kept or " + field + "=other" + (known->choices.size() > 2 ? ", or " + field + "=both." : "."));
            return {};
        }
        choices[field] = chosen;
    }
    return choices;
}

int written(const FindDoubles& command, const Result<Deal>& deal) {
    if (!deal) {
        say_fault("doubles", deal.error());
        return bad_input;
    }
    return write_output(command.output, io::write_deal(*deal)) ? done : bad_input;
}

int merge_two_people(const FindDoubles& command, const Deal& deal, Date today) {
    const auto sides = people_side_by_side(deal, {command.keep}, {command.merge}, today);
    if (!sides) return written(command, std::unexpected(sides.error()));
    const auto choices = choices_of(command, sides->fields);
    if (!choices) return bad_input;
    auto edit = merging_people(deal, {command.keep}, {command.merge}, *choices, today);
    if (!edit) return written(command, std::unexpected(edit.error()));
    return written(command, apply(deal, *edit, today));
}

int merge_two_deals(const FindDoubles& command, const Deal& kept, const Deal& gone, Date today) {
    const DealsInput input{kept, gone, today, id_seed};
    const auto choices = choices_of(command, deals_side_by_side(input));
    if (!choices) return bad_input;
    auto merged = merged_deals(input, likely_pairs(input), *choices);
    if (!merged) return written(command, std::unexpected(merged.error()));
    for (const auto& line : merged->follows) say(cell(line));
    return written(command, std::move(merged->deal));
}

}

int run(const FindDoubles& command, Date today) {
    std::vector<Deal> deals;
    if (!read_deals(command.files, today, Archived::left_out, deals)) return bad_input;
    if (command.keep.empty()) {
        const auto report = report_of(deals);
        return (command.json ? write_output({}, write_doubles(report)) : print_text(printed(report, deals))) ? done : bad_input;
    }
    const auto kept = std::ranges::find(deals, DealId{command.keep}, &Deal::id);
    const auto gone = std::ranges::find(deals, DealId{command.merge}, &Deal::id);
    if (kept != deals.end() && gone != deals.end()) return merge_two_deals(command, *kept, *gone, today);
    const Deal* of_both = nullptr;
    for (const auto& deal : deals) {
        if (!find(deal, StakeholderId{command.keep}) || !find(deal, StakeholderId{command.merge})) continue;
        if (of_both) {
            say("doubles: Several of these deals have two people of these ids. Give one file.");
            return bad_input;
        }
        of_both = &deal;
    }
    if (!of_both) {
        say("doubles: There are no two deals, and no two people of one deal, with the ids " + cell(command.keep) + " and " + cell(command.merge) +
            ". \"middleground doubles FILE\" lists ids.");
        return bad_input;
    }
    return merge_two_people(command, *of_both, today);
}

}
