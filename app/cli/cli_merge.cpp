#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/merge/merge.hpp"
#include "core/report/json/merge_json.hpp"

namespace middleground::cli {

namespace {

std::string value_words(const std::string& text) {
    constexpr std::size_t most = 200; // bytes
    const auto words = printed_line(trimmed(text));
    return words.empty() ? "nothing" : shortened(words, most);
}

std::string report_of(const Merge& merge) {
    auto report = counted(static_cast<int>(merge.conflicts.size()), "choice is needed", "choices are needed") + "; nothing was written\n";
    for (const auto& conflict : merge.conflicts) {
        report += '\n' + std::string(label_of(conflict.place.kind)) + ": " + printed_line(conflict.name);
        if (!conflict.label.empty()) report += ", " + printed_line(conflict.label);
        report += '\n';
        if (conflict.base) report += "  before  " + value_words(*conflict.base) + '\n';
        report += "  mine    " + value_words(conflict.mine) + "\n  theirs  " + value_words(conflict.theirs) + '\n';
    }
    return report;
}

}

int run(const MergeDeals& command, Date today) {
    const auto load = [&](const std::string& file) {
        auto deal = load_deal(file, command.passphrase_file, today);
        if (!deal) say_fault(source_name(file), deal.error());
        return deal;
    };
    const auto base = load(command.base);
    const auto mine = load(command.mine);
    const auto theirs = load(command.theirs);
    if (!base || !mine || !theirs) return bad_input;
    if (base->id != mine->id || base->id != theirs->id) {
        say("middleground merge: These are copies of different deals. Give three copies of the same deal.");
        return bad_input;
    }
    const MergeInput input{&*base, *mine, *theirs, today};
    const auto merge = middleground::merge(input);
    if (!merge.conflicts.empty() && command.prefer.empty()) {
        static_cast<void>(command.json ? write_output({}, write_merge(merge)) : print_text(report_of(merge)));
        return bad_input;
    }
    const auto side = command.prefer == key_of(MergeSide::theirs) ? MergeSide::theirs : MergeSide::mine;
    const std::vector<MergeChoice> choices(merge.conflicts.size(), MergeChoice{side, {}});
    constexpr int days_ahead = 1; // as when reading: who wrote it may live further east
    auto deal = merged(input, choices, today + days_ahead);
    if (!deal) {
        say_fault("merge", deal.error());
        return bad_input;
    }
    deal->based_on = io::snapshot_name(*theirs);
    if (!write_output(command.output, io::write_deal(*deal))) return bad_input;
    return !command.json || write_output({}, write_merge(merge)) ? done : bad_input;
}

}
