#include "app/ui/palette/commands_facts.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/own_history.hpp"
#include "app/ui/shell/keys.hpp"
#include "app/viewmodel/history/history_words.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <array>

namespace middleground {

namespace {

struct FieldCommand {
    const char* icon;
    std::string_view label;
    std::string_view field; // in the details
    std::string_view more;
};

constexpr std::array fields{
    FieldCommand{icon::banknote, "Change the amount", "Deal amount", "money value price worth currency"},
    FieldCommand{icon::pencil, "Rename the deal", "Deal title", "title name"},
    FieldCommand{icon::pencil, "Change the account", "Deal account", "company customer buyer"},
    FieldCommand{icon::calendar, "Change the target date", "Deal target date", "deadline wanted by close date aim"},
    FieldCommand{icon::calendar, "Change when the deal was opened", "Deal opened", "began start backdate"},
    FieldCommand{icon::user, "Change the seller", "Deal seller", "owner hand over colleague"},
    FieldCommand{icon::pencil, "Tag the deal", "Tags", "label"},
    FieldCommand{icon::lock, "Write private notes", "Private notes", "note"},
};

std::string current_value(const Context& context, std::string_view field) {
    const auto& deal = *context.deal;
    if (field == "Deal amount") return deal.amount ? format_money(*deal.amount) : std::string();
    if (field == "Deal title") return deal.title;
    if (field == "Deal account") return deal.account;
    if (field == "Deal opened") return short_date(deal.opened, context.today);
    if (field == "Deal seller") return deal.seller;
    const auto* target = target_of(deal);
    return field == "Deal target date" && target && target->date ? short_date(*target->date, context.today) : std::string();
}

void close_as(const Context& context, CloseAs as) {
    open_close_dialog(context, *context.deal, as);
}

}

void add_fact_commands(const Context& context, const std::function<void(Command command, std::string_view more)>& add) {
    const auto act = [&](const char* icon, std::string label, std::string hint, std::string keys, std::function<void(const Context&)> run,
                         std::string_view more) {
        add({Command::Group::act, icon, std::move(label), std::move(hint), std::move(keys), std::move(run)}, more);
    };
    act(
        icon::panel_right, "Deal details", "", "", [](const Context& at) { open_details(at, {}); }, "facts properties");
    if (context.read_only) return;
    for (const auto& field : fields) {
        act(
            field.icon, std::string(field.label), current_value(context, field.field), "",
            [label = field.field](const Context& at) { open_details(at, label); }, field.more);
    }
    act(
        icon::link, "Add a link to a document", "", "",
        [](const Context& at) {
            open_details(at, {});
            at.view.facts.link.emplace();
        },
        "url file address offer");
    const auto& deal = *context.deal;
    const auto customer = [&](Client client, const char* icon, std::string label, std::string_view more) {
        if (deal.client == client) return;
        const auto now = deal.client == Client::unknown ? std::string() : std::string(label_of(deal.client));
        const auto set = [client](const Context& at) {
            edit::SetDeal change;
            change.client = client;
            at.act(apply_with_toast(std::move(change)));
        };
        act(icon, std::move(label), now, "", set, more);
    };
    customer(Client::current, icon::check, "They are a current customer", "client existing renewal buys already");
    customer(Client::new_client, icon::user_plus, "They are a new customer", "client first");
    act(
        icon::history, "Learn from closed deals what it begins with", base_chance_words(deal), "",
        [](const Context& at) { open_own_history(at); }, "base chance history calibrate csv table");
    if (deal.own_base) {
        act(
            icon::book_open, "Begin with the playbook's chance again", base_chance_words(deal), "",
            [](const Context& at) {
                edit::SetDeal change;
                change.own_base = std::optional<OwnBase>();
                at.act(apply_with_toast(std::move(change)));
            },
            "base chance");
    }
    const std::string closing_key(keys_for("Close the deal"));
    if (const auto as = closed_as(deal.outcome)) {
        act(
            icon::rotate_ccw, "Reopen this deal", outcome_words(deal.outcome), "",
            [](const Context& at) { at.act(reopening_of(*at.deal)); }, "open again");
        act(
            icon::pencil, "Change how the deal ended", "", closing_key, [as = *as](const Context& at) { close_as(at, as); },
            "outcome close");
        return;
    }
    act(
        close_icon(CloseAs::won), "Close this deal as won", "", closing_key, [](const Context& at) { close_as(at, CloseAs::won); },
        "win signed outcome end");
    act(
        close_icon(CloseAs::lost), "Close this deal as lost", "", "", [](const Context& at) { close_as(at, CloseAs::lost); },
        "lose outcome end competitor");
    act(
        close_icon(CloseAs::no_decision), "Close this deal without a decision", "", "",
        [](const Context& at) { close_as(at, CloseAs::no_decision); }, "no decision outcome end stalled");
}

}
