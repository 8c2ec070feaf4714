#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/shipped.hpp"
#include "core/analysis/brief.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/report/brief_page.hpp"
#include "core/report/json/wording_json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground::cli {

namespace {

std::string language_names() {
    std::vector<std::string> names;
    for (const auto& asset : assets::wording()) {
        names.emplace_back(asset.name);
    }
    return joined(names);
}

// "2:14: Vague: "just checking in". It asks for nothing. Try: "...""; lines and columns from 1, columns in characters.
std::string hit_line(std::string_view text, const WordingHit& hit) {
    const auto before = text.substr(0, hit.begin);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const int column = code_point_count(before.substr(start)) + 1;
    return std::to_string(line) + ':' + std::to_string(column) + ": " + std::string(label_of(hit.kind)) + ": \"" +
           printed_line(text.substr(hit.begin, hit.end - hit.begin)) + "\". " + hit.why + " Try: \"" + hit.instead + "\"\n";
}

Result<BriefSubject> subject_of(const MakeBrief& command, const Deal& deal) {
    if (const StakeholderId id{command.person}; !id.empty()) {
        if (find(deal, id)) return id;
        return fail("This deal has no person \"" + command.person + "\"", {}, "The ids are in the deal's file, under \"stakeholders\".");
    }
    if (const InteractionId id{command.interaction}; !id.empty()) {
        if (find(deal, id)) return id;
        return fail("This deal has no interaction \"" + command.interaction + "\"", {},
                    "The ids are in the deal's file, under \"interactions\".");
    }
    if (const InteractionId id{command.planned_in}; !id.empty()) {
        const auto* interaction = find(deal, id);
        if (interaction && planned_step(*interaction)) return PlannedMeeting{id};
        return fail("\"" + command.planned_in + "\" has no planned next step", {},
                    "The ids are in the deal's file, under \"interactions\".");
    }
    return NextMeeting{};
}

}

int run(const MakeBrief& command, Date today) {
    const auto deal = load_deal(command.deal, command.passphrase_file, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    const auto subject = subject_of(command, *deal);
    if (!subject) {
        say("middleground brief: " + subject.error().message());
        return bad_input;
    }
    const auto shipped = read_shipped();
    const auto derived = derive_with_forecast(*deal, {shipped.playbooks, shipped.wording}, today);
    const auto brief = brief_for(*deal, {shipped.playbooks, shipped.wording}, derived, *subject, today);
    return print_text(command.html ? brief_page(brief) : brief_markdown(brief)) ? done : bad_input;
}

int run(const CheckWording& command, Date) {
    const std::string language = command.language.empty() ? "en" : command.language;
    const auto table = std::ranges::find(assets::wording(), language, &assets::Asset::name);
    if (table == assets::wording().end()) {
        say("middleground wording: There is no table for the language \"" + language + "\". Choose one of these: " + language_names() +
            '.');
        return wrong_usage;
    }
    const std::string input(standard_input);
    const auto patterns = io::read_wording(table->bytes);
    const auto text = patterns ? read_input(input) : std::unexpected(patterns.error());
    if (!text) {
        say_fault(patterns ? source_name(input) : language, text.error());
        return bad_input;
    }
    if (const auto place = first_invalid_utf8(*text)) {
        say_fault(source_name(input), {"The text is not UTF-8", "byte " + std::to_string(*place + 1), "Save it as UTF-8 and try again."});
        return bad_input;
    }
    const auto hits = check_wording(*text, *patterns);
    if (command.json) return write_output({}, write_wording_check(*text, language, hits)) ? done : bad_input;
    std::string lines;
    for (const auto& hit : hits) {
        lines += hit_line(*text, hit);
    }
    if (hits.empty()) say("standard input: Nothing that costs trust was found.");
    return print_text(lines) ? done : bad_input;
}

}
