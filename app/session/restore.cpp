#include "app/session/restore.hpp"

#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/playbooks/store_playbooks.hpp"
#include "app/session/store/stored_snapshots.hpp"
#include "app/session/drafts/log_draft_json.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/code_point.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

constexpr std::string_view settings_entry = "settings";

class Restoring {
public:
    Restoring(World world, io::Backup backup) : world_(world), backup_(std::move(backup)) {}

    void run() {
        const auto settings = settings_in_backup();
        order_as_in(settings);
        // Each goes to the top.
        for (auto item = backup_.deals.rbegin(); item != backup_.deals.rend(); ++item) {
            take(std::move(*item));
        }
        for (const auto& text : backup_.texts) {
            if (text.entry != settings_entry) take_text(text);
        }
        fill_settings(settings);
    }

    int added() const { return added_; }
    int known() const { return known_; }
    int playbooks() const { return playbooks_; }
    const std::vector<io::Backup::LeftOut>& left_out() const { return backup_.left_out; }

private:
    Settings settings_in_backup() {
        const auto found = std::ranges::find(backup_.texts, settings_entry, &io::Backup::Text::entry);
        if (found == backup_.texts.end()) return {};
        auto settings = io::read_settings(found->text);
        if (!settings) leave_out("Settings", std::move(settings.error()));
        return settings.value_or(Settings());
    }

    // The texts of storage stand in the order of their names.
    void order_as_in(const Settings& settings) {
        std::map<std::string_view, std::size_t> places;
        for (const auto& id : settings.order) {
            places.emplace(id.text, places.size());
        }
        sort_list(backup_.deals, {}, [&](const io::Backup::Item& item) {
            const auto place = places.find(item.deal.id.text);
            return place == places.end() ? places.size() : place->second;
        });
    }

    void take(io::Backup::Item item) {
        auto& deal = item.deal;
        const auto id = deal.id;
        const auto is_here = [&] {
            const auto* here = same_deal(world_.document, deal);
            if (!here) return false;
            keep_days(*find_entry(world_.document, here->deal.id), deal.diary);
            ids_.emplace(id.text, here->deal.id);
            ++known_;
            return true;
        };
        if (is_here()) return;
        if (find_entry(world_.document, id)) {
            deal.title = told_apart(deal.title, " (restored)");
            if (is_here()) return; // restored before
            do {
                deal.id = DealId::make(world_.random);
            } while (find_entry(world_.document, deal.id));
        }
        ids_.emplace(id.text, deal.id);
        auto& entry = add_entry(world_, std::move(deal), "Restored a deal");
        entry.archived = item.archived;
        entry.changed = entry.deal.id != id; // as it is in this backup, unless it had to make room
        ++added_;
    }

    // Of a deal that is here already the backup may know what was believed on other days.
    void keep_days(Entry& entry, const Diary& diary) {
        auto both = united(entry.deal.diary, diary);
        if (both == entry.deal.diary) return;
        entry.deal.diary = std::move(both);
        entry.diary_since_ms = world_.platform.now_ms();
    }

    // What stood in storage beside a deal: it goes beside that deal again.
    void take_text(const io::Backup::Text& text) {
        if (const auto id = deal_of_draft(text.entry)) return take_draft(*id, text.text);
        if (text.entry.starts_with(playbook_prefix)) return take_playbook(text);
        const auto slash = text.entry.find('/');
        const DealId id{slash == std::string::npos ? std::string() : text.entry.substr(slash + 1)};
        if (text.entry != snapshots_key(id)) {
            leave_out(text.entry, {"Middleground does not know what this is", {}, {}});
            return;
        }
        // What a deal once was, is only of use beside the same one, and where nothing newer is.
        const auto deal = ids_.find(id.text);
        if (deal == ids_.end() || deal->second != id) return;
        if (const auto here = world_.platform.read(text.entry); here && !*here) static_cast<void>(world_.platform.write(text.entry, text.text));
    }

    void take_playbook(const io::Backup::Text& text) {
        auto playbook = io::read_playbook(text.text);
        if (!playbook) {
            leave_out("A playbook", std::move(playbook.error()));
        } else if (restore_playbook(world_, std::move(*playbook))) {
            ++playbooks_;
        }
    }

    void take_draft(const DealId& id, const std::string& text) {
        const auto deal = ids_.find(id.text);
        if (deal == ids_.end()) {
            leave_out("The draft of " + id.text, {"Its deal is not in the backup", {}, {}});
            return;
        }
        const auto draft = read_log_draft(text);
        const auto place = draft ? store_draft(world_.platform, deal->second, text) : Result<int>(std::unexpected(draft.error()));
        if (!place) leave_out("A draft of the log", place.error());
    }

    // Where nothing was set here.
    void fill_settings(const Settings& other) {
        auto& here = world_.document.settings;
        const Settings usual;
        const auto fill = [&](auto Settings::* member) {
            if (here.*member == usual.*member) here.*member = other.*member;
        };
        fill(&Settings::theme);
        fill(&Settings::text_percent);
        fill(&Settings::currency);
        fill(&Settings::seller);
        fill(&Settings::recalibrates);
        fill(&Settings::import_words);
        fill(&Settings::own_addresses);
        fill(&Settings::not_doubles);
        fill(&Settings::deal_columns);
        fill(&Settings::csv);
        // Of lists of names, what is not here.
        for (const auto& field : other.fields) {
            if (!find_field(here.fields, field.owner, field.name)) here.fields.push_back(field);
        }
        for (const auto& filter : other.filters) {
            const bool is_there = std::ranges::any_of(here.filters, [&](const SavedFilter& one) { return one.name == filter.name; });
            if (!is_there && here.filters.size() < Settings::most_filters) here.filters.push_back(filter);
        }
        fill(&Settings::extra);
        here.last_backup = std::max(here.last_backup, other.last_backup);
        here.samples_offered = here.samples_offered || other.samples_offered;
        world_.document.settings_unsaved = true;
    }

    void leave_out(std::string name, Error error) { backup_.left_out.push_back({std::move(name), std::move(error)}); }

    World world_;
    io::Backup backup_;
    std::map<std::string, DealId> ids_; // of the deals in the backup, as they are here
    int added_ = 0;
    int known_ = 0;
    int playbooks_ = 0;
};

// "Fjord Line, Shore power: The influence is 101 (deals[1], stakeholder 1)".
std::string words_for(const io::Backup::LeftOut& one) {
    const auto& where = one.error.where;
    return one.name + ": " + one.error.what + (where.empty() ? "" : " (" + where + ')');
}

Error error_for(std::string_view file, const std::vector<io::Backup::LeftOut>& left_out) {
    constexpr std::size_t most_named = 5;
    std::string where(file);
    for (std::size_t i = 0; i < std::min(left_out.size(), most_named); ++i) {
        where += (i == 0 ? ". " : "; ") + words_for(left_out[i]);
    }
    if (left_out.size() > most_named) where += "; and " + std::to_string(left_out.size() - most_named) + " more";
    return {counted(static_cast<int>(left_out.size()), "part", "parts") + " of the backup could not be restored", std::move(where),
            "Everything else is here. Keep the file: the rest is still in it."};
}

}

const Entry* same_deal(const Document& document, const Deal& deal) {
    for (const auto& entry : document.entries) {
        // Comparing takes a copy: not for those that cannot be it.
        if (entry.deal.title != deal.title || entry.deal.account != deal.account) continue;
        auto ours = entry.deal;
        ours.id = deal.id;
        if (same_content(ours, deal)) return &entry;
    }
    return nullptr;
}

std::string told_apart(std::string_view title, std::string_view how) {
    return std::string(cut_to(title, Limits::short_text - how.size())) + std::string(how);
}

void restore_backup(World world, std::string_view file, io::Backup backup) {
    Restoring restoring(world, std::move(backup));
    restoring.run();
    auto words = "Restored " + counted(restoring.added(), "deal", "deals");
    if (restoring.playbooks() > 0) words += " and " + counted(restoring.playbooks(), "playbook", "playbooks");
    if (restoring.known() > 0) words += ", " + counted(restoring.known(), "was", "were") + " there already";
    go_to(world, Screen::deals);
    world.view.error.reset();
    if (!restoring.left_out().empty()) world.view.error = error_for(file, restoring.left_out());
    show_toast(world.view, world.platform, std::move(words), false);
}

}
