#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/ui/share/shared.hpp"
#include "app/ui/surroundings.hpp"
#include "core/model/deal.hpp"

#include "app/session/document.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/ui/palette/commands_facts.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/shell/shell.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// What to do next, in the words and the order of the deal's page; then what else can be recorded about what was asked for.
void add_asks(const Context& context, CommandCollector& out) {
    for (const auto& ask : context.derived->assessment.next.list) {
        const auto move = move_of(ask);
        out.add_after_places({Command::Group::act, icon_of(ask.action), ask.title, move.button, "", move.run});
    }
    for (const auto& item : context.derived->ready) {
        const auto* commitment = find(*context.deal, item.id);
        if (!is_legal_move(state_of(*commitment), CommitmentEventKind::kept)) continue;
        out.add({Command::Group::act, icon::circle_check, "Mark as kept: " + shown_title(*commitment), "", "", [id = item.id](const Context& at) {
                     at.act(apply_with_toast(edit::AddCommitmentEvent{id, {CommitmentEventKind::kept, at.today, {}, {}, {}, {}}}));
                 }});
    }
}

void copy_buyer_link(const Context& at) {
    const auto& link = shared_of(at).link;
    if (!link) {
        at.view.error = link.error();
        return;
    }
    at.act(action::CopyText{at.around.link_base + *link, "Copied the buyer's link"});
}

void add_deal_commands(const Context& context, CommandCollector& out) {
    if (!context.read_only) {
        out.add({Command::Group::act, icon::notebook_pen, "Log an interaction", "", "", open_log_form});
        add_asks(context, out);
    }
    add_fact_commands(context, [&](Command command, std::string_view more) { out.add(std::move(command), {}, more); });
    if (!context.read_only) {
        add_people_commands(context, out);
        // The one that is safe to send comes first, whatever was typed for a link.
        out.add(
            {Command::Group::act, icon::link, "Copy the buyer's link", "safe to send: only what the buyer may see", "", copy_buyer_link},
            {"buyer link", "copy link", "link", "share"});
        out.add({Command::Group::act, icon::link, "Copy the deal as a link", "everything, for colleagues", "",
                 [](const Context& at) { at.act(action::CopyLink{}); }},
                {}, "share internal");
        const auto* entry = find_entry(context.document, context.deal->id);
        if (entry && (entry->archived || !std::holds_alternative<Open>(entry->deal.outcome))) {
            out.add({Command::Group::act, entry->archived ? icon::archive_restore : icon::archive,
                     entry->archived ? "Unarchive this deal" : "Archive this deal", "", "",
                     [archived = entry->archived](const Context& at) {
                         at.act(action::ArchiveDeal{at.deal->id, !archived});
                     }});
        }
        out.add({Command::Group::act, icon::trash_2, "Remove this deal", "", "",
                 [](const Context& at) { at.act(action::RemoveDeal{at.deal->id}); }});
    } else {
        if (const auto* mine = own_copy(context); mine && news_of(context, *mine) == News::some) {
            out.add({Command::Group::act, icon::waypoints, "Compare and merge", "with your own copy", "",
                     [](const Context& at) { at.act(action::GoTo{Screen::merge}); }});
        }
        out.add({Command::Group::act, icon::download, "Save a copy", "", "", [](const Context& at) { at.act(action::SaveCopy{}); }});
    }
    if (!context.deal->stakeholders.empty()) {
        out.add({Command::Group::act, icon::image_down, "Save the people map as a picture", "PNG", "", [](const Context& at) {
                     at.act(action::SavePicture{Picture::people_map, 0});
                 }});
    }
    if (context.outlook && !context.outlook->none && !context.outlook->forecast->settled) {
        out.add({Command::Group::act, icon::image_down, "Save the forecast as a picture", "PNG", "", [](const Context& at) {
                     at.act(action::SavePicture{Picture::forecast, 0});
                 }});
    }
    out.add({Command::Group::act, icon::file_down, "Save the deal as a file", "", "",
             [](const Context& at) { at.act(action::SaveDealFile{}); }});
}

void add_workspace_commands(const Context& context, CommandCollector& out) {
    out.add({Command::Group::act, icon::plus, "New deal", "", "", [](const Context& at) {
                 at.view.new_deal =
                     NewDealDraft{.open = true, .just_opened = true, .title = {}, .account = {}, .playbook = {}, .error = {}};
             }});
    if (const auto undo = undo_what(context.document); !undo.empty()) {
        out.add({Command::Group::act, icon::undo_2, "Undo", undo, "", [](const Context& at) { at.act(action::Undo{}); }});
    }
    if (const auto redo = redo_what(context.document); !redo.empty()) {
        out.add({Command::Group::act, icon::redo_2, "Redo", redo, "", [](const Context& at) { at.act(action::Redo{}); }});
    }
    out.add({Command::Group::act, icon::file_up, "Open a file", "a deal, a backup, or a table to import", "",
             [](const Context& at) { at.act(action::ChooseFile{}); }});
    out.add({Command::Group::act, icon::table_2, "Import deals", "from Salesforce, HubSpot, Pipedrive or a table", "",
             [](const Context& at) { at.act(action::GoTo{Screen::imports}); }});
    out.add({Command::Group::act, icon::download, "Back up all", "", "", [](const Context& at) { at.act(action::BackUpAll{}); }});
    const auto theme = [&](ThemeChoice choice, const char* icon, std::string label) {
        if (context.document.settings.theme != choice) {
            out.add({Command::Group::act, icon, std::move(label), "", "", [choice](const Context& at) {
                         auto settings = at.document.settings;
                         settings.theme = choice;
                         at.act(action::SetSettings{settings});
                     }});
        }
    };
    theme(ThemeChoice::light, icon::sun, "Light theme");
    theme(ThemeChoice::dark, icon::moon, "Dark theme");
    theme(ThemeChoice::system, icon::monitor, "System theme");
    out.add({Command::Group::act, icon::flask_conical, "Put the samples back", "", "",
             [](const Context& at) { at.act(action::AddSamples{}); }});
    out.add({Command::Group::act, icon::keyboard, "Keyboard shortcuts", "", "", [](const Context& at) { at.view.help_open = true; }},
            {"help", "keys", "keyboard shortcuts"});
}

}

std::vector<Command> commands_for(const Context& context, std::string_view query) {
    CommandCollector out(query);
    if (context.deal) {
        add_deal_commands(context, out);
    }
    add_workspace_commands(context, out);
    add_double_commands(context, out);
    if (context.document.team) add_team_commands(context, out);
    add_places(context, out);
    add_deal_list_commands(context, out);
    add_found_texts(context, out);
    // People and texts only when something was typed: the first look stays short.
    if (!out.everything()) {
        if (context.deal) {
            add_things(context, out);
        }
        add_people_of_other_deals(context, out);
    }
    return out.take();
}

}
