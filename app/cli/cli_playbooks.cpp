#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/arguments/cli_values.hpp"
#include "app/session/base_chances.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/files/link/playbook_link.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground::cli {

namespace {

const assets::Asset* shipped_asset(const std::string& name) {
    for (const auto& asset : assets::playbooks()) {
        if (asset.name == name) return &asset;
    }
    return nullptr;
}

std::string step_words(const Playbook& playbook, const PlaybookStep& step, std::size_t place) {
    auto words = std::to_string(place + 1) + ". " + step.title + (step.decides ? " (the decision)" : "") + '\n';
    const auto line = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) words += "   " + std::string(name) + ": " + text + '\n';
    };
    line("After", after_words(playbook, step));
    line("Takes", days_words(step));
    line("Odds", odds_words(step));
    line("Needs", needs_words(step));
    line("Done when", step.done_when);
    line("How to ask", step.ask);
    return words;
}

}

std::string playbook_names() {
    std::vector<std::string> names;
    for (const auto& asset : assets::playbooks()) {
        names.emplace_back(asset.name);
    }
    return joined(names);
}

bool is_no_playbook(const std::string& name) {
    return name != standard_input && !shipped_asset(name) && !io::looks_like_playbook_link(name) && !exists(name);
}

Result<Playbook> load_playbook(const std::string& name) {
    if (const auto* asset = shipped_asset(name)) return io::read_playbook(asset->bytes);
    if (io::looks_like_playbook_link(name)) return io::decode_playbook_link(name);
    const auto text = read_input(name);
    if (!text) return std::unexpected(text.error());
    auto playbook = io::looks_like_playbook_link(*text) ? io::decode_playbook_link(*text) : io::read_playbook(*text);
    if (playbook) playbook->edition = std::max(1, playbook->edition);
    return playbook;
}

int run(const ListPlaybooks&, Date) {
    std::string lines;
    for (const auto& asset : assets::playbooks()) {
        const auto playbook = io::read_playbook(asset.bytes);
        if (!playbook) {
            say_fault(asset.name, playbook.error());
            return bad_input;
        }
        lines += playbook->id + '\t' + playbook->title + '\n';
    }
    return print_text(lines) ? done : bad_input;
}

int run(const ShowPlaybook& command, Date today) {
    if (is_no_playbook(command.playbook)) {
        say("middleground playbook: There is no playbook \"" + command.playbook + "\". Choose one of these: " + playbook_names() + ", a file or a link.");
        return wrong_usage;
    }
    const auto playbook = load_playbook(command.playbook);
    if (!playbook) {
        say_fault(source_name(command.playbook), playbook.error());
        return bad_input;
    }
    if (!command.output.empty()) return write_output(command.output, io::write_playbook(*playbook)) ? done : bad_input;
    if (command.link) {
        const auto link = io::encode_playbook_link(*playbook);
        if (!link) {
            say_fault(source_name(command.playbook), link.error());
            return bad_input;
        }
        return print_text(*link + '\n') ? done : bad_input;
    }
    auto words = playbook->title + '\n';
    if (!playbook->what.empty()) words += playbook->what + '\n';
    words += playbook_words(*playbook) + (playbook->edition > 0 ? ", edition " + std::to_string(playbook->edition) : std::string()) + ".\n";
    BaseChances chances;
    const auto won = chances.of(*playbook, today);
    words += base_words(*playbook, won ? std::optional(won->value()) : std::nullopt) + "\n\n";
    for (std::size_t i = 0; i < playbook->steps.size(); ++i) {
        words += step_words(*playbook, playbook->steps[i], i);
    }
    return print_text(words) ? done : bad_input;
}

}
