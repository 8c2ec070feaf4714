// Names, amount, and how the deal is worked.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/deal_details_parts.hpp"
#include "app/ui/details/own_history.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/playbooks/edition_changes.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/history/history_words.hpp"
#include "core/base/currencies.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

void set_deal(const Context& context, edit::SetDeal set, std::string key) {
    context.act(apply_edit(std::move(set), std::move(key)));
}

// One line of text of the deal, stored with every key.
void text_row(const Context& context, std::string_view caption, std::string_view label, const std::string& current,
              std::optional<std::string> edit::SetDeal::*member, std::string_view placeholder) {
    const auto& ui = context.ui;
    if (context.read_only) {
        detail_words(ui, caption, current);
        return;
    }
    detail_row(ui, caption, [&](float width) {
        const bool focus = takes_detail_focus(context, label);
        if (auto text = text_edit(ui, label, current, {.placeholder = placeholder, .width = width, .in_place = true, .focus = focus})) {
            edit::SetDeal set;
            set.*member = std::move(*text);
            set_deal(context, std::move(set), std::string(label));
        }
    });
}

void draw_currency(const Context& context, const std::string& currency, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto codes = known_currencies();
    std::vector<Choice> choices;
    choices.reserve(codes.size() + 1);
    int chosen = -1;
    for (const auto code : codes) {
        if (code == currency) chosen = static_cast<int>(choices.size());
        choices.push_back({code});
    }
    const auto picked = select(ui, "Currency", choices, chosen, {.width = width, .in_place = true, .placeholder = currency});
    if (!picked) return;
    const auto code = codes[static_cast<std::size_t>(*picked)];
    if (!deal.amount) {
        context.view.facts.currency = code;
        return;
    }
    edit::SetDeal set;
    set.amount = in_currency(*deal.amount, code);
    set_deal(context, std::move(set), {});
}

void draw_amount(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        detail_words(ui, "Amount", deal.amount ? format_money(*deal.amount) : std::string());
        return;
    }
    detail_row(ui, "Amount", [&](float width) {
        const auto& draft = context.view.facts.currency;
        const auto usual = draft.empty() ? context.document.settings.currency : draft;
        const auto currency = deal.amount ? deal.amount->currency : usual;
        const float select_width = ui.px(ui.theme.touch ? 92.0f : 76.0f);
        const auto at = ImGui::GetCursorScreenPos();
        const FieldOptions options{.placeholder = "Add an amount",
                                   .width = width - select_width - ui.px(12),
                                   .in_place = true,
                                   .focus = takes_detail_focus(context, "Deal amount")};
        if (const auto amount = money_edit(ui, "Deal amount", deal.amount, currency, options)) {
            edit::SetDeal set;
            set.amount = *amount;
            set_deal(context, std::move(set), {});
        }
        const auto below = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + width - select_width + ui.px(8), at.y});
        draw_currency(context, currency, select_width - ui.px(8));
        ImGui::SetCursorScreenPos({at.x, std::max(below.y, ImGui::GetCursorScreenPos().y)});
        ImGui::Dummy({0, 0});
    });
}

void draw_opened(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        const auto ago = deal.opened == context.today ? std::string("today") : distance_words(deal.opened, context.today);
        detail_words(ui, "Opened", short_date(deal.opened, context.today) + ", " + ago);
        return;
    }
    detail_row(ui, "Opened", [&](float width) {
        std::string what;
        auto options = opened_options(deal, context.today, what);
        options.field = {.width = width, // its echo says how long ago
                         .in_place = true,
                         .focus = takes_detail_focus(context, "Deal opened")};
        const auto typed = date_edit(ui, "Deal opened", deal.opened, context.today, options);
        if (typed && *typed) {
            edit::SetDeal set;
            set.opened = **typed;
            set_deal(context, std::move(set), {});
        }
    });
}

void draw_process(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        detail_words(ui, "Process", deal.process == Process::seller_led ? "We lead" : "Their tender");
        return;
    }
    detail_row(ui, "Process", [&](float) {
        const bool icons = !ui.theme.touch;
        const std::array ways{Segment{"We lead", icons ? icon::compass : nullptr}, Segment{"Their tender", icons ? icon::gavel : nullptr}};
        if (const auto chosen = segmented(ui, "Process", ways, static_cast<int>(deal.process))) {
            edit::SetDeal set;
            set.process = static_cast<Process>(*chosen);
            set_deal(context, std::move(set), {});
        }
    });
}

// Whether they buy from us already.
void draw_client(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        detail_words(ui, "Customer", deal.client == Client::unknown ? std::string() : std::string(label_of(deal.client)));
        return;
    }
    detail_row(ui, "Customer", [&](float width) {
        std::vector<Choice> choices;
        for (const auto& name : names_of<Client>()) {
            choices.push_back({name.label});
        }
        const auto picked = select(ui, "Deal customer", choices, static_cast<int>(deal.client), {.width = width, .in_place = true});
        if (!picked) return;
        edit::SetDeal set;
        set.client = names_of<Client>()[static_cast<std::size_t>(*picked)].value;
        set_deal(context, std::move(set), {});
    });
}

bool offers_edition(const Context& context) {
    const auto* now = find_playbook(context.document, context.deal->playbook);
    return now && context.deal->planned_with && !edition_changes(*context.deal, *now).empty();
}

void draw_playbook(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto& playbooks = context.document.playbooks;
    const auto* own = find_playbook(context.document, deal.playbook);
    // Of somebody else, or deleted since: the deal has what it needs of it.
    const auto noted = !own && deal.planned_with ? deal.planned_with->title + ", as it was planned" : deal.playbook;
    if (context.read_only) {
        detail_words(ui, "Playbook", own ? own->title : noted);
        return;
    }
    detail_row(ui, "Playbook", [&](float width) {
        std::vector<Choice> choices;
        for (const auto& playbook : playbooks) {
            choices.push_back({playbook.title, icon::book_open, playbook.edition > 0 ? "Yours" : ""});
        }
        const int chosen = own ? static_cast<int>(own - playbooks.data()) : -1;
        const std::string_view none = deal.playbook.empty() ? "None" : std::string_view(noted);
        const auto picked = select(ui, "Deal playbook", choices, chosen, {.width = width, .in_place = true, .placeholder = none});
        if (picked) {
            const auto& id = playbooks[static_cast<std::size_t>(*picked)].id;
            if (deal.commitments.empty()) {
                context.act(action::PlanDeal{id});
            } else {
                edit::SetDeal set;
                set.playbook = id;
                set.planned_with = planned_with(playbooks[static_cast<std::size_t>(*picked)]);
                set_deal(context, std::move(set), {});
            }
        }
        text_wrapped_muted(ui, TextStyle::caption,
                           offers_edition(context) ? "It has changed since the deal was planned: see Commitments."
                           : deal.commitments.empty() ? "Choosing one adds its commitments to the plan."
                                                    : "What the deal is compared with. The commitments stay as they are.",
                           width);
        gap(ui, 6);
    });
}

void draw_group_size(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto named = std::to_string(present_count(deal)) + " named";
    const std::string_view expected = deal.expected_group_size == 1 ? "person expected" : "people expected";
    if (context.read_only) {
        detail_words(ui, "Group size", std::to_string(deal.expected_group_size) + " " + std::string(expected) + ", " + named);
        return;
    }
    detail_row(ui, "Group size", [&](float width) {
        const auto at = ImGui::GetCursorScreenPos();
        const float field = ui.px(32);
        if (const auto size = number_edit(ui, "Expected group size", deal.expected_group_size, 1, Limits::group_size,
                                          {.width = field, .in_place = true})) {
            edit::SetDeal set;
            set.expected_group_size = *size;
            set_deal(context, std::move(set), {});
        }
        auto* list = ImGui::GetWindowDrawList();
        const auto min = ImGui::GetItemRectMin();
        const auto max = ImGui::GetItemRectMax();
        draw_text_in(ui, list, TextStyle::body, {at.x + field, min.y}, {at.x + width, max.y}, ui.color().text, expected);
        detail_aside(ui, at.x + width, named);
    });
}

}

void draw_detail_names(const Context& context) {
    text_row(context, "Title", "Deal title", context.deal->title, &edit::SetDeal::title, "What they are deciding on");
    text_row(context, "Account", "Deal account", context.deal->account, &edit::SetDeal::account, "The company that buys");
    draw_amount(context);
}

void draw_detail_ways(const Context& context) {
    const auto& deal = *context.deal;
    draw_opened(context);
    text_row(context, "Seller", "Deal seller", deal.seller, &edit::SetDeal::seller, "Who is selling");
    draw_process(context);
    draw_client(context);
    draw_playbook(context);
    draw_group_size(context);
    if (deal.origin) detail_words(context.ui, "Imported from", origin_words(*deal.origin));
}

void draw_detail_base_chance(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        detail_words(ui, "Base chance", base_chance_words(deal));
        return;
    }
    detail_row(ui, "Base chance", [&](float width) {
        const auto now = base_chance_words(deal);
        std::vector<Choice> choices{{"By the playbook", icon::book_open}};
        if (deal.own_base) choices.push_back({now, icon::history});
        choices.push_back({"By your closed deals", icon::file_up});
        const auto picked = select(ui, "Deal base chance", choices, deal.own_base ? 1 : 0, {.width = width, .in_place = true});
        if (picked && *picked + 1 == static_cast<int>(choices.size())) {
            open_own_history(context);
        } else if (picked && *picked == 0 && deal.own_base) {
            edit::SetDeal set;
            set.own_base = std::optional<OwnBase>();
            context.act(apply_with_toast(std::move(set)));
        }
        if (const auto origin = base_origin_words(deal); !origin.empty()) {
            text_wrapped_muted(ui, TextStyle::caption, origin, width);
            gap(ui, 6);
        }
    });
}

}
