// Speaking with people, and adding people and commitments.
#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/commitments/commitment_detail.hpp"
#include "app/ui/commitments/commitment_moves.hpp"
#include "app/ui/commitments/commitment_place.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/ui/shell/shell.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// "Log a call", "Log an e-mail"; only where something was typed: the first look has one way to the log.
void add_kinds_of_log(CommandCollector& out) {
    for (const auto& name : names_of<InteractionKind>()) {
        if (name.value == InteractionKind::other) continue;
        const bool mail = name.value == InteractionKind::email;
        const auto label = (mail ? "Log an " : "Log a ") + folded(name.label);
        Command command{Command::Group::act, interaction_icon(name.value), label, "", "", [kind = name.value](const Context& at) {
                            open_log_form(at);
                            at.view.log.kind = kind;
                        }};
        out.add(std::move(command), {}, mail ? "mail email" : "");
    }
}

// To where the reason is written: "drop review", "not needed".
void add_ways_out(const Context& context, CommandCollector& out) {
    for (const auto& commitment : context.deal->commitments) {
        for (const auto& way : ways_out_of(commitment)) {
            out.add({Command::Group::act, event_icon(way.kind), std::string(way.label) + ": " + shown_title(commitment), "with a reason", "",
                     [id = commitment.id](const Context& at) {
                         at.act(action::GoTo{Screen::commitments});
                         at.view.commitment = id;
                         at.view.scroll_to_selection = true;
                         at.view.focus_field = set_aside_field;
                     }},
                    {}, "remove set aside give up unnecessary");
        }
    }
}

// What they ask goes into the log, with who asked.
void add_question(CommandCollector& out) {
    out.add({Command::Group::act, icon::message_circle_question_mark, "Log a question of theirs", "", "",
             [](const Context& at) {
                 LogDraft draft;
                 draft.raised.push_back({{}, {}, ConcernKind::question, true});
                 begin_log(at, std::move(draft));
             }},
            {}, "question asks wants to know");
}

// The open deal's people; whoever has no address is left out.
void add_mails(const Context& context, CommandCollector& out) {
    for (const auto& person : context.deal->stakeholders) {
        const auto address = mail_address_in(person.contact);
        if (!address) continue;
        Command command{Command::Group::act,
                        icon::mail,
                        "Write an e-mail to " + name_of(*context.deal, person.id),
                        *address,
                        "",
                        [url = "mailto:" + *address](const Context& at) { at.act(action::OpenUrl{url}); }};
        out.add(std::move(command), {"e-mail", "mail"}, "mail email write");
    }
}

}

void add_people_commands(const Context& context, CommandCollector& out) {
    if (!out.everything()) {
        add_mails(context, out);
        add_kinds_of_log(out);
        add_ways_out(context, out);
        add_question(out);
    }
    out.add({Command::Group::act, icon::user_plus, "Add a person", "", "",
             [](const Context& at) {
                 at.act(action::GoTo{Screen::people});
                 at.view.focus_field = "New person";
             }},
            {"New person"});
    out.add({Command::Group::act, icon::plus, "New commitment", "what the buyer should promise", "",
             [](const Context& at) {
                 at.act(action::GoTo{Screen::commitments});
                 add_commitment(at);
             }},
            {"Add a commitment"});
}

}
