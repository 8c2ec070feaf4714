#include "app/session/team/team_effects.hpp"

#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/moved_history.hpp"
#include "app/session/team/team_session.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_list.hpp"
#include "app/values/overloaded.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/merge/merge.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace middleground {

namespace {

class Effects {
public:
    explicit Effects(World world) : world_(world), session_(*world.document.team) {}

    void apply() {
        for (auto& effect : session_.team.take_effects()) {
            std::visit([&](auto& one) { take(one); }, effect);
        }
        say();
    }

private:
    void take(team::Replace& effect) {
        auto* entry = find_entry(world_.document, effect.deal.id);
        if (!entry) return;
        end_question(effect.deal.id);
        auto deal = team::as_mine(std::move(effect.deal), entry->deal);
        if (same_but_diary(deal, entry->deal)) return;
        deal.diary = entry->deal.diary;
        // It may have become too large to stay put away.
        if (entry->archived && !io::write_archived(deal)) entry->archived = false;
        const auto before = std::exchange(entry->deal, std::move(deal));
        move_history(world_.document, *entry, before);
        keep(*entry);
        changed_by_.insert(effect.by);
        changed_.insert(entry->deal.id);
    }

    void take(team::Add& effect) {
        if (find_entry(world_.document, effect.deal.id)) return;
        added_name_ = display_name(effect.deal);
        ++added_;
        added_by_.insert(effect.by);
        Entry entry;
        entry.deal = std::move(effect.deal);
        keep(entry);
        world_.document.entries.push_back(std::move(entry));
        world_.document.settings_unsaved = true;
    }

    void take(team::Ask& effect) {
        const auto id = effect.deal;
        auto& conflict = session_.conflicts[id];
        conflict = {effect.number, std::move(effect.theirs), std::move(effect.base), std::move(effect.by)};
        if (is_compared(id)) compare_with_team(world_, id);
    }

    void take(team::Gone& effect) {
        end_question(effect.deal);
        const auto* entry = find_entry(world_.document, effect.deal);
        if (!entry) return;
        const auto how = effect.why == team::Farewell::removed ? " removed " : " took back ";
        lines_.push_back(effect.by + how + display_name(entry->deal) + (effect.why == team::Farewell::removed ? " for everybody" : "") + ". Your copy stays");
    }

    void take(team::Store& effect) { session_.to_store[effect.key] = std::move(effect.text); }
    void take(team::Drop& effect) { session_.to_store[effect.key] = std::nullopt; }

    void take(team::Tell& effect) {
        if (effect.is_problem) {
            world_.view.error = Error{std::move(effect.words), {}, {}};
        } else {
            lines_.push_back(std::move(effect.words));
        }
    }

    // The team has this revision of it already.
    void keep(Entry& entry) {
        // It is no change of the user's, and not only here: no backup is due for it.
        const bool changed = entry.changed;
        touch(world_.document, entry, world_.platform.now_ms());
        entry.changed = changed;
        session_.known[entry.deal.id] = entry.revision;
    }

    bool is_compared(const DealId& id) const {
        const auto* preview = preview_of(world_.document);
        return preview && preview->of_team && preview->deal.id == id;
    }

    void end_question(const DealId& id) {
        if (session_.conflicts.erase(id) == 0 || !is_compared(id)) return;
        open_deal(world_, id, Screen::deal);
    }

    // One message for all of it. A change in the deal that is open is marked there.
    void say() {
        if (added_ > 0) {
            const auto by = added_by_.size() == 1 ? *added_by_.begin() : std::string("Colleagues");
            lines_.push_back(by + " shared " + (added_ == 1 ? added_name_ : counted(added_, "deal", "deals")));
        }
        changed_.erase(open_id(world_.document));
        if (!changed_.empty()) {
            const auto by = changed_by_.size() == 1 ? *changed_by_.begin() : std::string("Colleagues");
            const auto* only = changed_.size() == 1 ? find_entry(world_.document, *changed_.begin()) : nullptr;
            lines_.push_back(by + " changed " + (only ? display_name(only->deal) : counted(static_cast<int>(changed_.size()), "deal", "deals")));
        }
        if (lines_.empty()) return;
        constexpr std::size_t most = 3;
        session_.news = lines_.front();
        for (std::size_t line = 1; line < std::min(lines_.size(), most); ++line) session_.news += ". " + lines_[line];
        if (lines_.size() > most) session_.news += ". " + counted(static_cast<int>(lines_.size() - most), "more change", "more changes");
    }

    World world_;
    TeamSession& session_;
    std::vector<std::string> lines_;
    std::set<std::string> added_by_;
    std::set<std::string> changed_by_;
    std::set<DealId> changed_;
    std::string added_name_;
    int added_ = 0;
};

}

void apply_team_effects(World world) {
    Effects(world).apply();
    say_team_news(world);
}

void say_team_news(World world) {
    auto& news = world.document.team->news;
    if (news.empty() || (world.view.toast && world.view.toast->undo)) return;
    show_toast(world.view, world.platform, std::exchange(news, {}), false);
}

void take_over(World world, Entry& entry, const Deal* base, const Deal& theirs) {
    const auto today = world.platform.today();
    const auto as_here = team::as_mine(theirs, entry.deal);
    const MergeInput input{base, entry.deal, as_here, today};
    auto both = base && merge(input).conflicts.empty() ? merged(input, {}, today + 1) : Result<Deal>(fail("Both cannot stand"));
    const auto before = std::exchange(entry.deal, both ? std::move(*both) : as_here);
    entry.deal.diary = before.diary;
    move_history(world.document, entry, before);
    touch(world.document, entry, world.platform.now_ms());
    if (both || same_content(before, entry.deal)) return;
    auto copy = before;
    copy.id = DealId::make(world.random);
    copy.title = told_apart(copy.title, " (mine)");
    auto words = display_name(before) + " is as colleagues have it by now. What you had is a deal of its own";
    add_entry(world, std::move(copy), words); // the list moves: `entry` is over
    world.document.team->news = std::move(words);
}

void compare_with_team(World world, const DealId& id) {
    const auto& session = *world.document.team;
    const auto found = session.conflicts.find(id);
    if (found == session.conflicts.end()) return;
    const auto& conflict = found->second;
    Preview preview{conflict.theirs, world.document.next_revision++, conflict.by, conflict.base, true};
    show(world, shown::PreviewPage{std::move(preview), Screen::merge});
}

}
