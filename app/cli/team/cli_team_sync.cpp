#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/team/cli_team.hpp"
#include "app/cli/team/team_place.hpp"
#include "app/cli/team/team_work.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/platform/native/native_hold.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/join_team.hpp"
#include "app/session/team/team_session.hpp"
#include "core/base/file_name.hpp"
#include "core/files/json.hpp"

#include <algorithm>
#include <string>

namespace middleground::cli {

namespace {

std::size_t count_of_shared(TeamWork& work) {
    return work.document().team->team.all_shared().size();
}

}

int run(const SyncTeam& command, Date) {
    TeamWork work;
    if (!work.begin("sync") || !work.finish("sync", command.seconds)) return bad_input;
    say("The team and this place have the same: " + std::to_string(count_of_shared(work)) + " shared deals.");
    return done;
}

int run(const ShareWithTeam& command, Date today) {
    const NativeStorage storage(NativeStorage::usual_folder());
    if (!need_membership(storage, "share")) return bad_input;
    const auto deal = load_deal(command.deal, {}, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    const auto keys = storage.keys();
    const auto has = [&](const std::string& key) { return std::ranges::find(keys, key) != keys.end(); };
    if (!has(deal_key(deal->id)) && !has(archive_key(deal->id))) {
        const auto hold = hold_folder(storage.folder());
        if (const auto written = storage.write(deal_key(deal->id), io::write_deal(*deal)); !written) {
            say_fault(storage.folder().string(), written.error());
            return bad_input;
        }
    }
    TeamWork work;
    if (!work.begin("share")) return bad_input;
    const auto* entry = find_entry(work.document(), deal->id);
    const auto shared = entry ? work.document().team->team.share(entry->deal, work.world().platform.now_ms())
                              : Result<void>(fail("This deal cannot be read where it is stored", storage.folder().string(), "Open the window: it says why."));
    if (!shared) {
        say_fault(source_name(command.deal), shared.error());
        return bad_input;
    }
    if (!work.finish("share", command.seconds)) return bad_input;
    say("Shared \"" + entry->deal.title + "\" with " + work.document().team->team.membership().server.name + '.');
    return done;
}

int run(const LeaveTeam& command, Date) {
    TeamWork work;
    if (!work.begin("leave")) return bad_input;
    const auto name = work.document().team->team.membership().server.name;
    if (!work.finish("leave", command.seconds)) say("middleground team leave: Left without saying goodbye; colleagues may still see your name for a while.");
    leave_team(work.world());
    if (work.document().team) {
        say("middleground team leave: The window is open: leave there, in Settings.");
        return bad_input;
    }
    say("You left " + name + ". Your deals stay here.");
    return done;
}

int run(const ExportTeam& command, Date) {
    TeamWork work;
    if (!work.begin("export")) return bad_input;
    const bool is_all = work.finish("export", command.seconds);
    if (!work.document().team) return bad_input;
    if (const auto made = make_folder(command.folder); !made) {
        say_fault(command.folder, made.error());
        return bad_input;
    }
    int written = 0;
    for (const auto* shared : work.document().team->team.all_shared()) {
        const auto* entry = find_entry(work.document(), shared->deal);
        if (!entry) continue; // deleted here
        const auto file = command.folder + '/' + file_name_of(entry->deal.title + '-' + shared->deal.text, ".json");
        if (exists(file)) {
            say_fault(file, Error{"This is there already", {}, "Choose another folder, or remove it. What was written before it stays."});
            return bad_input;
        }
        if (!write_output(file, io::write_deal(entry->deal))) return bad_input;
        ++written;
    }
    say("Wrote " + std::to_string(written) + " deals into " + command.folder);
    return is_all ? done : bad_input;
}

}
