#include "app/views/share_data.hpp"
#include "app/views/views.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/io/snapshot_link.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

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
    text_muted(ui, TextStyle::caption,
               "The ticks are Discord's " + grouped(io::discord_limit) + " and Slack's " + grouped(io::slack_limit) + " characters.");
}

void draw_note(const Ui& ui, float width) {
    const auto at = ImGui::GetCursorScreenPos();
    const auto line = ui.theme.line_height(TextStyle::body);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon::info, ImVec2(at.x + ui.px(7), at.y + line / 2), ui.px(14), ui.color().text_muted);
    ImGui::SetCursorScreenPos(ImVec2(at.x + ui.px(22), at.y));
    text_wrapped_muted(ui, TextStyle::body,
                       "The deal is inside the link. No server sees it, but chat tools that scan links and the browser history do.",
                       width - ui.px(22));
    ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
}

void draw_link(const Context& context, const std::string& link, float width) {
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
        if (context.read_only) {
            context.act(action::CopyText{link, "Copied the link"});
        } else {
            context.act(action::CopyLink{});
        }
    }
    gap(ui, 16);
    draw_length(context, static_cast<int>(link.size()), card.inner_width());
    gap(ui, 12);
    draw_note(ui, card.inner_width());
}

void draw_file(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "file", {.width = width});
    text(ui, TextStyle::heading, "File");
    text_wrapped_muted(ui, TextStyle::body,
                       "The same deal as a file of any size, to keep or to attach. \"Open a file\" on Deals reads it.");
    gap(ui, 12);
    if (button(ui, ButtonKind::outlined, "Deal file", {.icon = icon::file_down})) {
        context.act(action::SaveDealFile{});
    }
}

void draw_contents(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "contents", {.width = width});
    text(ui, TextStyle::heading, "What goes in: everything");
    text_wrapped_muted(ui, TextStyle::body, "Private notes too. This is for colleagues, not for the buyer.");
    gap(ui, 12);
    for (const auto& content : internal_contents(*context.deal)) {
        separator(ui);
        const auto start = ImGui::GetCursorScreenPos();
        const auto inner = card.inner_width();
        const ImVec2 mark = content.is_private ? tag_size(ui, "private", icon::lock) : ImVec2(0, 0);
        const auto text_width = inner - ui.px(24) - (content.is_private ? mark.x + ui.px(12) : 0.0f);
        const auto height = std::max(ui.px(40), wrapped_height(ui, TextStyle::body, content.what, text_width) + ui.px(20));
        auto* list = ImGui::GetWindowDrawList();
        const auto first_line = start.y + ui.px(10) + ui.theme.line_height(TextStyle::body) / 2;
        draw_icon(ui, list, icon::check, ImVec2(start.x + ui.px(8), first_line), ui.px(16), ui.color().middle);
        draw_text_wrapped(ui, list, TextStyle::body, ImVec2(start.x + ui.px(24), start.y + ui.px(10)), ui.color().text, content.what,
                          text_width);
        if (content.is_private) {
            draw_tag(ui, list, ImVec2(start.x + inner - mark.x, first_line - mark.y / 2), "private", Tone::neutral, icon::lock);
        }
        ImGui::Dummy(ImVec2(inner, height));
        ui.note(ItemRole::text, content.what, content.is_private ? "private" : "");
    }
}

}

void draw_share(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "share page", context.min, context.max);
    const auto& fragment = context.link();
    const auto link = fragment ? context.link_base + *fragment : std::string();
    const bool fits = fragment && static_cast<int>(link.size()) <= io::link_limit;
    text_wrapped(ui, TextStyle::title, fits ? "The whole deal fits in a link" : "This deal needs a file, it is too long for a link");
    gap(ui, 16);

    const bool two_columns = page.width() >= ui.px(860);
    const auto space = ui.px(context.phone ? 12.0f : 16.0f);
    const auto left = two_columns ? (page.width() - space) * 0.58f : page.width();
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    if (fits) {
        draw_link(context, link, left);
    } else {
        const auto error =
            fragment ? Error{"The link would have " + characters_words(static_cast<int>(link.size())), {}, "Send the deal file instead."}
                     : fragment.error();
        band(ui, Band::error, "No link.", error.message());
    }
    // What is only looked at is saved by "Save a copy" first.
    if (!context.read_only) {
        ImGui::Dummy(ImVec2(0, space));
        draw_file(context, left);
    }
    ImGui::EndGroup();
    const auto left_end = ImGui::GetCursorScreenPos().y;
    if (two_columns) {
        ImGui::SetCursorScreenPos(ImVec2(start.x + left + space, start.y));
    } else {
        ImGui::Dummy(ImVec2(0, space));
    }
    ImGui::BeginGroup();
    draw_contents(context, two_columns ? page.width() - left - space : page.width());
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)));
    ImGui::Dummy(ImVec2(0, 0));
}

}
