#include "app/views/commands.hpp"

#include "app/document.hpp"
#include "app/views/commands_facts.hpp"
#include "app/views/merge_parts.hpp"
#include "app/views/parts.hpp"
#include "app/views/shell.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int most_shown = 60;

class Collector {
public:
    explicit Collector(std::string_view query) : query_(query) {}

    // `more` is searched too but not shown.
    void add(Command::Group group, const char* icon, std::string label, std::string hint, std::string keys,
             std::function<void(const Context&)> run, std::string_view more = {}) {
        const bool everything = trimmed(query_).empty();
        const int score =
            everything ? 1 : match_score(label, query_) * 4 + match_score(label + " " + hint + " " + std::string(more), query_);
        if (score > 0) {
            scored_.push_back({score, {group, icon, std::move(label), std::move(hint), std::move(keys), std::move(run)}});
        }
    }

    std::vector<Command> take() {
        std::ranges::stable_sort(scored_, [](const Scored& a, const Scored& b) {
            return a.command.group != b.command.group ? a.command.group < b.command.group : a.score > b.score;
        });
        std::vector<Command> commands;
        for (auto& scored : scored_) {
            if (static_cast<int>(commands.size()) < most_shown) {
                commands.push_back(std::move(scored.command));
            }
        }
        return commands;
    }

private:
    struct Scored {
        int score;
        Command command;
    };
    std::string_view query_;
    std::vector<Scored> scored_;
};

void add_asks(const Context& context, Collector& out) {
    for (const auto& item : context.derived->ready) {
        const auto* commitment = find(*context.deal, item.id);
        const auto owner = commitment->buyer_owner.empty() ? std::string() : name_of(*context.deal, commitment->buyer_owner);
        if (is_legal_move(state_of(*commitment), CommitmentEventKind::asked)) {
            out.add(Command::Group::act, icon::circle_arrow_right,
                    (owner.empty() ? "Mark as asked: " : "Ask " + owner + ": ") + commitment->title, "", "",
                    [id = item.id, who = commitment->people, owner_id = commitment->buyer_owner](const Context& at) {
                        auto asked = who;
                        if (asked.empty() && !owner_id.empty()) {
                            asked.push_back(owner_id);
                        }
                        at.act(apply_with_toast(edit::AddCommitmentEvent{id, {CommitmentEventKind::asked, at.today, asked, {}, {}, {}}}));
                    });
        }
        if (is_legal_move(state_of(*commitment), CommitmentEventKind::kept)) {
            out.add(Command::Group::act, icon::circle_check, "Mark as kept: " + commitment->title, "", "",
                    [id = item.id](const Context& at) {
                        at.act(apply_with_toast(edit::AddCommitmentEvent{id, {CommitmentEventKind::kept, at.today, {}, {}, {}, {}}}));
                    });
        }
    }
}

void add_deal_commands(const Context& context, Collector& out) {
    add_fact_commands(context, [&](Command c, std::string_view more) { out.add(c.group, c.icon, c.label, c.hint, c.keys, c.run, more); });
    if (!context.read_only) {
        out.add(Command::Group::act, icon::notebook_pen, "Log an interaction", "", "L", open_log_form);
        add_asks(context, out);
        out.add(Command::Group::act, icon::user_plus, "Add a person", "", "", [](const Context& at) {
            at.act(action::GoTo{Screen::people});
            at.view.focus_field = "New person";
        });
        out.add(Command::Group::act, icon::link, "Copy link", "the whole deal, for colleagues", "",
                [](const Context& at) { at.act(action::CopyLink{}); });
        const auto* entry = find_entry(context.document, context.deal->id);
        if (entry && (entry->archived || !std::holds_alternative<Open>(entry->deal.outcome))) {
            out.add(Command::Group::act, entry->archived ? icon::archive_restore : icon::archive,
                    entry->archived ? "Take this deal out of the archive" : "Archive this deal", "", "",
                    [archived = entry->archived](const Context& at) {
                        at.act(action::ArchiveDeal{at.deal->id, !archived});
                    });
        }
        out.add(Command::Group::act, icon::trash_2, "Remove this deal", "", "",
                [](const Context& at) { at.act(action::RemoveDeal{at.deal->id}); });
    } else {
        if (const auto* mine = own_copy(context); mine && news_of(context, *mine) == News::some) {
            out.add(Command::Group::act, icon::waypoints, "Compare and merge", "with your own copy", "",
                    [](const Context& at) { at.act(action::GoTo{Screen::merge}); });
        }
        out.add(Command::Group::act, icon::download, "Save a copy", "", "", [](const Context& at) { at.act(action::SaveCopy{}); });
    }
    if (!context.deal->stakeholders.empty()) {
        out.add(Command::Group::act, icon::image_down, "Save the people map as a picture", "PNG", "",
                [](const Context& at) { at.act(action::SavePicture{Picture::people_map, 0}); });
    }
    if (context.outlook && !context.outlook->none && !context.outlook->forecast->settled) {
        out.add(Command::Group::act, icon::image_down, "Save the forecast as a picture", "PNG", "",
                [](const Context& at) { at.act(action::SavePicture{Picture::forecast, 0}); });
    }
    out.add(Command::Group::act, icon::file_down, "Save the deal as a file", "", context.ui.mac ? "Cmd S" : "Ctrl S",
            [](const Context& at) { at.act(action::SaveDealFile{}); });
}

void add_workspace_commands(const Context& context, Collector& out) {
    out.add(Command::Group::act, icon::plus, "New deal", "", "N", [](const Context& at) {
        at.view.new_deal = NewDealDraft{.open = true, .just_opened = true, .title = {}, .account = {}, .playbook = {}, .error = {}};
    });
    if (const auto undo = undo_what(context.document); !undo.empty()) {
        out.add(Command::Group::act, icon::undo_2, "Undo", undo, "Ctrl Z", [](const Context& at) { at.act(action::Undo{}); });
    }
    if (const auto redo = redo_what(context.document); !redo.empty()) {
        out.add(Command::Group::act, icon::redo_2, "Redo", redo, "Ctrl Y", [](const Context& at) { at.act(action::Redo{}); });
    }
    out.add(Command::Group::act, icon::file_up, "Open a file", "a deal, a backup, or a table to import", "",
            [](const Context& at) { at.act(action::ChooseFile{}); });
    out.add(Command::Group::act, icon::table_2, "Import deals", "of Salesforce, HubSpot, Pipedrive or a table", "",
            [](const Context& at) { at.act(action::GoTo{Screen::imports}); });
    out.add(Command::Group::act, icon::download, "Back up all", "", "", [](const Context& at) { at.act(action::BackUpAll{}); });
    const auto theme = [&](ThemeChoice choice, const char* icon, std::string label) {
        if (context.document.settings.theme != choice) {
            out.add(Command::Group::act, icon, std::move(label), "", "", [choice](const Context& at) {
                auto settings = at.document.settings;
                settings.theme = choice;
                at.act(action::SetSettings{settings});
            });
        }
    };
    theme(ThemeChoice::light, icon::sun, "Light theme");
    theme(ThemeChoice::dark, icon::moon, "Dark theme");
    theme(ThemeChoice::system, icon::monitor, "Theme of the system");
    out.add(Command::Group::act, icon::flask_conical, "Put the samples back", "", "",
            [](const Context& at) { at.act(action::AddSamples{}); });
    out.add(Command::Group::act, icon::keyboard, "Show the keys", "", "?", [](const Context& at) { at.view.help_open = true; });
}

void add_things(const Context& context, Collector& out) {
    const auto& deal = *context.deal;
    for (const auto& person : deal.stakeholders) {
        out.add(
            Command::Group::go, icon::user, person.name, person_line(person), "",
            [id = person.id](const Context& at) {
                at.act(action::GoTo{Screen::people});
                at.view.person = id;
                at.view.scroll_to_selection = true;
            },
            label_of(person.function));
    }
    for (const auto& commitment : deal.commitments) {
        out.add(
            Command::Group::go, icon::workflow, commitment.title, "Commitment", "",
            [id = commitment.id](const Context& at) {
                at.act(action::GoTo{Screen::commitments});
                at.view.commitment = id;
                at.view.scroll_to_selection = true;
            },
            commitment.done_when);
    }
    for (const auto& interaction : deal.interactions) {
        out.add(Command::Group::go, interaction_icon(interaction.kind), interaction.summary, short_date(interaction.on, context.today), "",
                [id = interaction.id](const Context& at) {
                    at.act(action::GoTo{Screen::log});
                    at.view.interaction = id;
                    at.view.scroll_to_selection = true;
                });
    }
    for (const auto& concern : deal.concerns) {
        out.add(Command::Group::go, icon::circle_alert, concern.text, "Concern of " + name_of(deal, concern.stakeholder), "",
                [id = concern.stakeholder](const Context& at) {
                    at.act(action::GoTo{Screen::people});
                    at.view.person = id;
                    at.view.scroll_to_selection = true;
                });
    }
}

void add_places(const Context& context, Collector& out) {
    const auto page = [&](const char* icon, std::string label, std::string keys, Screen screen) {
        out.add(Command::Group::go, icon, std::move(label), "", std::move(keys),
                [screen](const Context& at) { at.act(action::GoTo{screen}); });
    };
    if (context.deal) {
        page(icon::compass, "Deal", "1", Screen::deal);
        page(icon::workflow, "Commitments", "2", Screen::commitments);
        page(icon::users, "People", "3", Screen::people);
        page(icon::notebook_pen, "Log", "4", Screen::log);
        page(icon::chart_line, "Forecast", "F", Screen::forecast);
        page(icon::file_text, "Brief for the next meeting", "B", Screen::brief);
        if (!context.read_only) {
            page(icon::share_2, "Share", "5", Screen::share);
        }
    }
    page(icon::briefcase, "Deals", "0", Screen::deals);
    page(icon::book_open, "Playbooks", "", Screen::playbooks);
    page(icon::settings, "Settings", "", Screen::settings);
    for (const auto& entry : context.document.entries) {
        out.add(Command::Group::go, icon::briefcase, entry.deal.account.empty() ? entry.deal.title : entry.deal.account, entry.deal.title,
                "", [id = entry.deal.id](const Context& at) {
                    at.act(action::OpenDeal{id, Screen::deal});
                });
    }
}

}

std::vector<Command> commands_for(const Context& context, std::string_view query) {
    Collector collector(query);
    if (context.deal) {
        add_deal_commands(context, collector);
    }
    add_workspace_commands(context, collector);
    add_places(context, collector);
    // People and texts only when something was typed: the first look stays short.
    if (context.deal && !trimmed(query).empty()) {
        add_things(context, collector);
    }
    return collector.take();
}

}
