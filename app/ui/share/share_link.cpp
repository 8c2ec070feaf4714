#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/share/share_parts.hpp"

#include "app/viewmodel/share_data.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

// As much of the link as fits, its beginning and its end.
std::string fitting_link(const Ui& ui, const std::string& link, float width) {
    int fits = 0;
    int too_many = static_cast<int>(link.size()) + 1;
    if (text_size(ui, TextStyle::body, link).x <= width) {
        return link;
    }
    while (fits + 1 < too_many) {
        const auto middle = (fits + too_many) / 2;
        const bool small = text_size(ui, TextStyle::body, shortened_middle(link, middle)).x <= width;
        (small ? fits : too_many) = middle;
    }
    return shortened_middle(link, fits);
}

void draw_link_box(const Ui& ui, const std::string& link, float width) {
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max(min.x + width, min.y + ui.theme.control_height());
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, ui.color().sunken, ui.px(6));
    list->AddRect(min, max, ui.color().line_strong, ui.px(6), 0, ui.px(1));
    draw_icon(ui, list, icon::link, ImVec2(min.x + ui.px(18), (min.y + max.y) / 2), ui.px(16), ui.color().text_muted);
    const auto left = min.x + ui.px(34);
    const auto shown = fitting_link(ui, link, max.x - left - ui.px(12));
    draw_text_in(ui, list, TextStyle::body, ImVec2(left, min.y), ImVec2(max.x - ui.px(8), max.y), ui.color().text, shown);
    ImGui::Dummy(ImVec2(max.x - min.x, max.y - min.y));
    ui.note(ItemRole::text, "Link", link);
}

// The length of the link on the way to its limit, with a tick where a chat refuses it.
void draw_length(const Context& context, int characters, float width) {
    const auto& ui = context.ui;
    const auto length = link_length(characters);
    const auto color = length == LinkLength::fits_everywhere ? ui.color().middle : ui.color().warn;
    const auto bar = std::min(width, ui.px(280));
    const auto start = ImGui::GetCursorScreenPos();
    const auto line = ui.theme.line_height(TextStyle::body);
    const auto height = ui.px(6);
    const auto top = start.y + (line - height) / 2;
    const auto at = [&](int number) { return bar * std::min(1.0f, static_cast<float>(number) / static_cast<float>(io::link_limit)); };
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(ImVec2(start.x, top), ImVec2(start.x + bar, top + height), ui.color().fill, height / 2);
    list->AddRectFilled(ImVec2(start.x, top), ImVec2(start.x + std::max(height, at(characters)), top + height), color, height / 2);
    const auto overhang = ui.px(3);
    for (const auto limit : std::array{io::discord_limit, io::slack_limit}) {
        const auto x = std::floor(start.x + at(limit));
        list->AddRectFilled(ImVec2(x, top - overhang), ImVec2(x + ui.px(2), top + height + overhang), ui.color().text);
    }
    ImGui::Dummy(ImVec2(bar, line));
    if (context.phone || width < ui.px(620)) {
        text(ui, TextStyle::label, characters_words(characters));
    } else {
        same_line(ui, 12);
        text(ui, TextStyle::label, characters_words(characters));
        same_line(ui, 8);
    }
    text_muted(ui, TextStyle::body, length_words(length));
    text_wrapped_muted(ui, TextStyle::caption,
                       "The ticks mark the limits of Discord (" + grouped(io::discord_limit) + " characters) and Slack (" +
                           grouped(io::slack_limit) + ").",
                       width);
}

void draw_note(const Context& context, float width) {
    const auto& ui = context.ui;
    const bool internal = context.view.share.internal;
    const auto at = ImGui::GetCursorScreenPos();
    const auto line = ui.theme.line_height(TextStyle::body);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon::info, ImVec2(at.x + ui.px(7), at.y + line / 2), ui.px(14), ui.color().text_muted);
    ImGui::SetCursorScreenPos(ImVec2(at.x + ui.px(22), at.y));
    const std::string words =
        internal && context.view.share.lock.on
            ? "The deal is inside the link, encrypted. Whoever has the link and the passphrase can read it."
            : std::string(internal ? "The deal" : "The plan") +
                  " is inside the link. No server sees it, but chat tools that scan links and the browser history do.";
    text_wrapped_muted(ui, TextStyle::body, words, width - ui.px(22));
    ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
}

}

void draw_share_link(const Context& context, const std::string& link, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "link", {.width = width});
    text(ui, TextStyle::heading, "Link");
    same_line(ui, 8);
    text_muted(ui, TextStyle::body, context.phone ? "opens read-only" : "opens read-only, in any browser, no account");
    gap(ui, 12);
    const ButtonOptions copy{.icon = icon::copy};
    const ButtonOptions open{.icon = icon::external_link, .tooltip = "In a new tab, as the reader will see it"};
    const auto buttons = button_width(ui, "Copy link", copy) + button_width(ui, "Open", open) + ui.px(16);
    const bool beside = card.inner_width() - buttons >= ui.px(200);
    draw_link_box(ui, link, beside ? card.inner_width() - buttons : card.inner_width());
    if (beside) {
        same_line(ui);
    } else {
        gap(ui, 8);
    }
    if (button(ui, ButtonKind::outlined, "Open", open)) {
        context.act(action::OpenUrl{link});
    }
    same_line(ui);
    if (button(ui, ButtonKind::filled, "Copy link", copy)) {
        if (context.read_only || !context.view.share.internal) {
            context.act(action::CopyText{link, "Copied the link, " + characters_words(static_cast<int>(link.size()))});
        } else {
            context.act(action::CopyLink{context.view.share.lock.on});
        }
    }
    gap(ui, 16);
    draw_length(context, static_cast<int>(link.size()), card.inner_width());
    gap(ui, 12);
    draw_note(context, card.inner_width());
}

}
