#include "app/cli/cli_commands.hpp"

#include "app/cli/cli_files.hpp"
#include "app/cli/cli_summary.hpp"
#include "app/session/forecasts.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/session/shipped.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/model/playbook.hpp"
#include "core/model/validate/validate.hpp"
#include "core/report/json/state_json.hpp"
#include "generated/assets.hpp"

namespace middleground::cli {

namespace {

int exit_code(bool fine) {
    return fine ? done : bad_input;
}

}

int run(const NewDeal& command, Date today) {
    if (trimmed(command.title).empty()) {
        say("middleground new: --title is empty. Give the deal a title.");
        return wrong_usage;
    }
    const auto playbook = load_playbook(command.playbook);
    if (!playbook) {
        if (is_no_playbook(command.playbook)) {
            say("middleground new: There is no playbook \"" + command.playbook + "\". Choose one of these: " + playbook_names() + ", or a file.");
            return wrong_usage;
        }
        say_fault(command.playbook, playbook.error());
        return bad_input;
    }
    Random random(command.seed);
    const auto deal = start_deal(*playbook, std::string(trimmed(command.title)), std::string(trimmed(command.account)), today, random);
    const auto problems = validate(deal, today);
    for (const auto& problem : problems) {
        say_fault("new deal", problem);
    }
    return exit_code(problems.empty() && write_output(command.output, io::write_deal(deal)));
}

int run(const Validate& command, Date today) {
    bool fine = true;
    for (const auto& file : command.files) {
        const auto source = source_name(file);
        const auto text = read_input(file);
        const auto faults = text ? io::faults_of(*text, today) : std::vector{text.error()};
        for (const auto& fault : faults) {
            say_fault(source, fault);
        }
        if (faults.empty()) say(source + ": No faults.");
        fine = fine && faults.empty();
    }
    return exit_code(fine);
}

int run(const Show& command, Date today) {
    const auto deal = load_deal(command.deal, command.passphrase_file, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    const auto shipped = read_shipped();
    const auto derived = derive_with_forecast(*deal, {shipped.playbooks, shipped.wording}, today);
    return exit_code(command.json ? write_output({}, write_state(*deal, derived.assessment, today))
                                  : print_text(summary_of(*deal, derived, today)));
}

int run(const WriteSamples& command, Date today) {
    if (const auto made = make_folder(command.folder); !made) {
        say_fault(command.folder, made.error());
        return bad_input;
    }
    for (const auto& asset : assets::samples()) {
        const auto deal = io::read_sample(asset.bytes, today);
        const auto file = command.folder + '/' + std::string(asset.name) + ".json";
        if (!deal) say_fault(asset.name, deal.error());
        if (!deal || !write_output(file, io::write_deal(*deal))) return bad_input;
        say("Wrote " + file);
    }
    return done;
}

}
