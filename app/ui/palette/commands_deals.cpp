// The list of deals: its filters and columns, what is found in deals, and fields of one's own.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/found_text.hpp"
#include "app/ui/cards/own_fields/own_fields.hpp"
#include "app/ui/context.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/viewmodel/deals/saved_filters.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <utility>

namespace middleground {

namespace {

constexpr std::size_t most_texts = 12;
constexpr std::size_t letters_to_search = 3; // before all deals are looked through

void act(CommandCollector& out, const char* mark, std::string label, std::string hint, std::function<void(const Context&)> run, std::string_view more) {
    out.add({Command::Group::act, mark, std::move(label), std::move(hint), "", std::move(run)}, {}, more);
}

void add_filters(const Context& context, CommandCollector& out) {
    for (const auto& filter : context.document.settings.filters) {
        act(
            out, icon::star, "Filter: " + filter.name, "Deals",
            [filter](const Context& at) {
                show_filter(at.view.deals, filter);
                at.act(action::GoTo{Screen::deals});
            },
            "saved show deals");
    }
    act(
        out, icon::tag, "Filter deals by tags and fields", "", [](const Context& at) {
            at.view.deals.marks_open = true;
            at.act(action::GoTo{Screen::deals});
        },
        "labels own");
    act(
        out, icon::search, "Search in all deals", "", [](const Context& at) {
            at.view.focus_field = "Search deals";
            at.act(action::GoTo{Screen::deals});
        },
        "find log notes");
    act(
        out, icon::settings, "Choose the columns of Deals", "", [](const Context& at) {
            at.view.deals.as_board = false;
            at.view.deals.columns_open = true;
            at.act(action::GoTo{Screen::deals});
        },
        "table order fields");
    act(
        out, icon::table_2, "Save the deals as a table", "", [](const Context& at) {
            at.view.deals.table_open = true;
            at.act(action::GoTo{Screen::deals});
        },
        "csv excel spreadsheet export people");
}

void add_fields(const Context& context, CommandCollector& out) {
    const auto in_settings = [](FieldOwner owner) {
        return [owner](const Context& at) {
            open_new_field(at, owner, {});
            at.act(action::GoTo{Screen::settings});
        };
    };
    act(out, icon::plus, "Add a field to deals", "Settings", in_settings(FieldOwner::deal), "own custom column");
    act(out, icon::plus, "Add a field to people", "Settings", in_settings(FieldOwner::person), "own custom column");
    if (!context.deal || context.read_only) return;
    for (const auto& shown : shown_fields(context.document.settings.fields, FieldOwner::deal, context.deal->fields)) {
        act(
            out, icon::pencil, "Change " + shown.field.name, own_value_words(shown.field, context.today),
            [name = shown.field.name](const Context& at) { open_details(at, name); }, "field");
    }
}

}

void add_deal_list_commands(const Context& context, CommandCollector& out) {
    if (context.document.entries.empty()) return add_fields(context, out);
    add_filters(context, out);
    add_fields(context, out);
}

void add_found_texts(const Context& context, CommandCollector& out) {
    auto& search = context.caches.palette_search;
    const auto& query = context.view.palette.query;
    search.ask(context.document, query.size() < letters_to_search ? std::string_view() : std::string_view(query));
    if (search.query().empty()) return;
    search.work(context.document, context.today);
    std::size_t count = 0;
    for (const auto& entry : context.document.entries) {
        const auto* found = search.found(entry.deal.id);
        // What names the deal is there already, and so is what the open one says.
        const bool is_open_deal = context.deal && context.deal->id == entry.deal.id;
        if (!found || found->where.empty() || is_open_deal || found->place == TextPlace::person) continue;
        out.add({Command::Group::go, icon::search, deal_name(entry.deal), found->line(), "",
                 [id = entry.deal.id, text = *found](const Context& at) { open_found_text(at, id, text); }},
                {}, found->words);
        if (++count == most_texts) break;
    }
}

}
