// Alternatives, tags and links.
#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/deal_details_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/cards/own_fields/own_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/base/web_link.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::array kinds{AlternativeKind::competitor, AlternativeKind::in_house, AlternativeKind::do_nothing};

void put_alternatives(const Context& context, std::vector<Alternative> alternatives, std::string key) {
    context.act(apply_edit(edit::SetAlternatives{std::move(alternatives)}, std::move(key)));
}

// A strong heading with a link at the right; true when that was pressed.
bool section_head(const Context& context, std::string_view title, std::string_view link) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const ButtonOptions options{.icon = icon::plus, .small = true};
    const float height = button_height(ui, ButtonKind::link, options);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::strong, start, {start.x + width, start.y + height}, ui.color().text, title);
    ui.note_rect(ItemRole::heading, title, start, {start.x + width / 2, start.y + height});
    bool pressed = false;
    if (!context.read_only) {
        ImGui::SetCursorScreenPos({start.x + width - text_size(ui, TextStyle::label, link).x - ui.px(28), start.y});
        pressed = button(ui, ButtonKind::link, link, options);
    }
    ImGui::SetCursorScreenPos({start.x, start.y + height});
    ImGui::Dummy({width, 0});
    gap(ui, 4);
    return pressed;
}

// Name, kind and a cross on one line, notes below.
void draw_alternative(const Context& context, int index) {
    const auto& ui = context.ui;
    const auto& alternatives = context.deal->alternatives;
    const auto& one = alternatives[static_cast<std::size_t>(index)];
    const auto number = std::to_string(index + 1);
    const float width = ImGui::GetContentRegionAvail().x;
    if (context.read_only) {
        const auto kind = label_of(one.kind);
        const auto start = ImGui::GetCursorScreenPos();
        text_wrapped(ui, TextStyle::label, one.name, width - tag_size(ui, kind).x - ui.px(8));
        draw_tag(ui, ImGui::GetWindowDrawList(), {start.x + width - tag_size(ui, kind).x, start.y}, kind, Tone::neutral);
        if (!one.notes.empty()) text_wrapped_muted(ui, TextStyle::body, one.notes, width);
        gap(ui, 6);
        return;
    }
    const auto changed = [&](const auto& change, std::string key) {
        auto list = alternatives;
        change(list[static_cast<std::size_t>(index)]);
        put_alternatives(context, std::move(list), std::move(key));
    };
    const float kind_width = ui.px(ui.theme.touch ? 132.0f : 116.0f);
    const float cross = ui.theme.control_small_height();
    const auto at = ImGui::GetCursorScreenPos();
    if (auto name = text_edit(
            ui, "Alternative " + number, one.name,
            {.placeholder = "Name", .width = width - kind_width - cross - ui.px(16), .in_place = true, .style = TextStyle::label})) {
        changed([&](Alternative& changing) { changing.name = std::move(*name); }, "alternative name " + number);
    }
    const float bottom = ImGui::GetItemRectMax().y;
    std::vector<Choice> choices;
    for (const auto kind : kinds) {
        choices.push_back({label_of(kind)});
    }
    ImGui::SetCursorScreenPos({at.x + width - cross - kind_width, at.y});
    const int chosen = static_cast<int>(std::ranges::find(kinds, one.kind) - kinds.begin());
    if (const auto kind =
            select(ui, "Kind of alternative " + number, choices, chosen, {.width = kind_width - ui.px(8), .in_place = true})) {
        changed([&](Alternative& changing) { changing.kind = kinds[static_cast<std::size_t>(*kind)]; }, {});
    }
    ImGui::SetCursorScreenPos({at.x + width - cross, at.y + (bottom - at.y - cross) / 2});
    if (icon_button(ui, icon::x, "Remove alternative " + number, {.small = true})) {
        auto list = alternatives;
        list.erase(list.begin() + index);
        put_alternatives(context, std::move(list), {});
    }
    ImGui::SetCursorScreenPos({at.x, bottom});
    if (auto notes = text_edit(ui, "Notes on alternative " + number, one.notes,
                               {.placeholder = "What speaks for it", .width = width - cross, .in_place = true, .max_bytes = Limits::long_text})) {
        changed([&](Alternative& changing) { changing.notes = std::move(*notes); }, "alternative notes " + number);
    }
    gap(ui, 6);
}

void draw_new_alternative(const Context& context, bool just_opened) {
    const auto& ui = context.ui;
    auto& draft = context.view.facts.alternative;
    const auto event = text_field(ui, "New alternative", *draft, {.placeholder = "Who else, or what else", .focus = just_opened});
    if (event == FieldEvent::cancelled) {
        draft.reset();
        return;
    }
    if (event != FieldEvent::kept) return;
    if (const auto name = std::string(trimmed(*draft)); !name.empty()) {
        auto list = context.deal->alternatives;
        list.push_back({name, AlternativeKind::competitor, {}, {}});
        put_alternatives(context, std::move(list), {});
    }
    draft.reset();
}

void take_link(const Context& context) {
    auto& draft = *context.view.facts.link;
    auto url = parse_typed_link(draft.url);
    if (!url) {
        draft.error = url.error().message();
        draft.just_opened = true; // to be corrected there
        return;
    }
    auto links = context.deal->links;
    DocumentLink link{std::string(trimmed(draft.title)), std::move(*url)};
    if (draft.index >= 0 && draft.index < static_cast<int>(links.size())) {
        links[static_cast<std::size_t>(draft.index)] = std::move(link);
    } else {
        links.push_back(std::move(link));
    }
    edit::SetDeal set;
    set.links = std::move(links);
    const Edit edit = std::move(set);
    if (const auto tried = apply(*context.deal, edit, context.today); !tried) {
        draft.error = tried.error().message();
        return;
    }
    context.act(apply_edit(edit));
    context.view.facts.link.reset();
}

void draw_link_form(const Context& context) {
    const auto& ui = context.ui;
    auto& draft = *context.view.facts.link;
    const bool enter = is_enter_pressed();
    const bool appears = draft.just_opened;
    gap(ui, 4);
    const auto address = text_field(ui, "Link address", draft.url,
                                    {.placeholder = "https://", .focus = draft.just_opened, .error = draft.error, .max_bytes = 4000});
    gap(ui, 6);
    const auto title = text_field(ui, "Link title", draft.title, {.placeholder = "What it is, such as Offer 3"});
    draft.just_opened = false;
    if (address == FieldEvent::changed) draft.error.clear();
    gap(ui, 6);
    const std::string_view label = draft.index < 0 ? "Add link" : "Save link";
    const bool kept = enter && (address == FieldEvent::kept || title == FieldEvent::kept);
    const bool pressed = button(ui, ButtonKind::outlined, label, {.icon = icon::check, .small = true});
    reveal_when(appears, "reveal the link form"); // also when a refusal has moved its buttons down
    same_line(ui, 8);
    if (button(ui, ButtonKind::quiet, "Cancel##link", {.small = true})) {
        context.view.facts.link.reset();
        return;
    }
    gap(ui, 4);
    if (kept || pressed) take_link(context);
}

void draw_link(const Context& context, int index, float width) {
    const auto& ui = context.ui;
    const auto& link = context.deal->links[static_cast<std::size_t>(index)];
    const auto& name = link.title.empty() ? link.url : link.title;
    const float side = ui.theme.control_small_height();
    const float buttons = context.read_only ? 0 : 2 * side + ui.px(4);
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    const ButtonOptions options{.icon = icon::link, .tooltip = link.url, .small = true};
    const auto shown = fitted(ui, TextStyle::label, name, width - buttons - ui.px(40));
    if (button(ui, ButtonKind::link, shown, options)) context.act(action::OpenUrl{link.url});
    if (!context.read_only) {
        ImGui::SetCursorScreenPos({at.x + width - buttons, at.y});
        if (icon_button(ui, icon::pencil, "Change link " + name, {.small = true})) {
            context.view.facts.link = LinkDraft{.index = index, .just_opened = true, .title = link.title, .url = link.url, .error = {}};
        }
        ImGui::SetCursorScreenPos({at.x + width - side, at.y});
        if (icon_button(ui, icon::x, "Remove link " + name, {.small = true})) {
            edit::SetDeal set;
            set.links = context.deal->links;
            set.links->erase(set.links->begin() + index);
            context.act(apply_edit(std::move(set)));
        }
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + side});
    ImGui::Dummy({width, 0});
}

}

void draw_detail_alternatives(const Context& context) {
    auto& draft = context.view.facts.alternative;
    bool just_opened = false;
    if (section_head(context, "Alternatives", "Add an alternative")) {
        draft.emplace();
        just_opened = true;
    }
    const auto& list = context.deal->alternatives;
    for (int i = 0; i < static_cast<int>(list.size()); ++i) {
        draw_alternative(context, i);
    }
    if (draft && !context.read_only) {
        draw_new_alternative(context, just_opened);
    } else if (list.empty()) {
        text_wrapped_muted(context.ui, TextStyle::body, "What they can do instead of buying from us.");
    }
}

void draw_detail_tags(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        std::vector<std::string> names;
        for (const auto& tag : deal.tags) {
            names.push_back(tag.name);
        }
        detail_words(ui, "Tags", joined(names));
        return;
    }
    detail_row(ui, "Tags", [&](float width) {
        auto tags = edit_tags(context, "Tags", deal.tags, known_tags(context.document, deal), context.view.facts.tag_query, width);
        if (!tags) return;
        edit::SetDeal set;
        set.tags = std::move(*tags);
        context.act(apply_edit(std::move(set)));
    });
}

void draw_detail_fields(const Context& context) {
    draw_own_fields(context, {}, context.deal->fields);
}

void draw_detail_links(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    auto& draft = context.view.facts.link;
    if (context.read_only && deal.links.empty()) return;
    detail_row(ui, "Links", [&](float width) {
        for (int i = 0; i < static_cast<int>(deal.links.size()); ++i) {
            draw_link(context, i, width);
        }
        if (context.read_only) return;
        if (draft) {
            draw_link_form(context);
        } else if (button(ui, ButtonKind::link, "Add a link", {.icon = icon::plus, .small = true})) {
            draft.emplace();
        }
    });
}

}
