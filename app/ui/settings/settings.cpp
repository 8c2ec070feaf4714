#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/settings/about.hpp"
#include "app/ui/settings/backup_file.hpp"
#include "app/ui/settings/own_fields_settings.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/settings_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

constexpr int text_step = 10;
constexpr int smallest_text = 80;
constexpr int largest_text = 200;
constexpr float label_width = 160;

void store(const Context& context, Settings settings) {
    if (settings != context.document.settings) {
        context.act(action::SetSettings{std::move(settings)});
    }
}

// The name of a setting at the left with the cursor at its control, or above it on a phone. The control follows.
void setting(const Context& context, std::string_view name) {
    const auto& ui = context.ui;
    if (context.phone) {
        text_muted(ui, TextStyle::caption, name);
        gap(ui, 4);
        return;
    }
    const auto start = ImGui::GetCursorScreenPos();
    const auto height = ui.theme.control_height();
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::label, start, ImVec2(start.x + ui.px(label_width), start.y + height),
                 ui.color().text, name);
    ImGui::SetCursorScreenPos(ImVec2(start.x + ui.px(label_width), start.y));
}

void draw_drawing(const Context& context) {
    const auto& ui = context.ui;
    const auto& settings = context.document.settings;
    gap(ui, 12);
    setting(context, "Drawing");
    constexpr std::array<Segment, drawing_choice_count> choices{Segment{"Automatic"}, Segment{"Graphics card"}, Segment{"Processor"}};
    if (const auto drawing = segmented(ui, "Drawing", choices, static_cast<int>(settings.drawing))) {
        auto changed = settings;
        changed.drawing = static_cast<DrawingChoice>(*drawing);
        store(context, std::move(changed));
    }
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, "What draws the picture, from the next start on. The processor works everywhere.");
}

void draw_appearance(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& settings = context.document.settings;
    const Card card(ui, "appearance", {.width = width});
    text(ui, TextStyle::heading, "Appearance");
    gap(ui, 12);
    setting(context, "Theme");
    constexpr std::array<Segment, theme_choice_count> themes{Segment{"System", icon::monitor}, Segment{"Light", icon::sun}, Segment{"Dark", icon::moon}};
    if (const auto theme = segmented(ui, "Theme", themes, static_cast<int>(settings.theme))) {
        auto changed = settings;
        changed.theme = static_cast<ThemeChoice>(*theme);
        store(context, std::move(changed));
    }
    gap(ui, 12);
    setting(context, "Text size");
    auto percent = settings.text_percent;
    if (icon_button(ui, icon::minus, "Smaller text", {.disabled = percent <= smallest_text})) {
        percent -= text_step;
    }
    same_line(ui, 4);
    if (const auto typed =
            number_edit(ui, "Text size in percent", settings.text_percent, smallest_text, largest_text, {.width = ui.px(64)})) {
        percent = *typed;
    }
    same_line(ui, 4);
    if (icon_button(ui, icon::plus, "Larger text", {.disabled = percent >= largest_text})) {
        percent += text_step;
    }
    same_line(ui, 8);
    const auto at = ImGui::GetCursorScreenPos();
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, at, ImVec2(at.x + ui.px(160), at.y + ui.theme.control_height()),
                 ui.color().text_muted, "%, 80 to 200");
    ImGui::NewLine();
    const auto shown = static_cast<int>(std::lround(ui.theme.scale * 100));
    if (shown < settings.text_percent) {
        text_wrapped_muted(ui, TextStyle::caption, "This window is too narrow for more than " + std::to_string(shown) + " %.");
    }
    if (percent != settings.text_percent) {
        auto changed = settings;
        changed.text_percent = std::clamp(percent, smallest_text, largest_text);
        store(context, std::move(changed));
    }
    draw_drawing(context);
}

void draw_seller(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& settings = context.document.settings;
    const Card card(ui, "seller", {.width = width});
    text(ui, TextStyle::heading, "For new deals");
    gap(ui, 12);
    setting(context, "Your name");
    const auto room = card.inner_width() - (context.phone ? 0.0f : ui.px(label_width));
    if (auto name = text_edit(ui, "Your name", settings.seller, {.placeholder = "Who sells", .width = std::min(room, ui.px(320))})) {
        auto changed = settings;
        changed.seller = std::move(*name);
        store(context, std::move(changed));
    }
    gap(ui, 12);
    setting(context, "Currency");
    const auto codes = currency_choices(settings.currency);
    std::vector<Choice> choices;
    for (const auto& code : codes) {
        choices.push_back({code});
    }
    const auto chosen = static_cast<int>(std::ranges::find(codes, settings.currency) - codes.begin());
    if (const auto picked = select(ui, "Currency", choices, chosen < static_cast<int>(codes.size()) ? chosen : -1, {.width = ui.px(120)})) {
        auto changed = settings;
        changed.currency = codes[static_cast<std::uint32_t>(*picked)];
        store(context, std::move(changed));
    }
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, "For amounts typed without one. \"120k USD\" works in every amount field.");
}

void draw_chances(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& settings = context.document.settings;
    const Card card(ui, "chances", {.width = width});
    text(ui, TextStyle::heading, "Forecast");
    gap(ui, 8);
    if (switch_control(ui, "Show recalibrated chances", settings.recalibrates)) {
        auto changed = settings;
        changed.recalibrates = !settings.recalibrates;
        store(context, std::move(changed));
    }
    text_wrapped_muted(ui, TextStyle::caption, "By your own record, from 40 closed deals on. The page Diary says what it does.");
}

// The bar is warm from four fifths on: then a backup and fewer samples help.
void draw_usage(const Context& context, float room) {
    const auto& ui = context.ui;
    const auto words = usage_words(context.around.usage, static_cast<int>(context.document.entries.size()));
    const auto share = usage_share(context.around.usage);
    if (!share) {
        text_muted(ui, TextStyle::body, words);
        return;
    }
    const bool nearly_full = *share >= 0.8f;
    const auto start = ImGui::GetCursorScreenPos();
    const auto width = std::min(ui.px(320), room);
    const auto height = ui.px(6);
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(start, ImVec2(start.x + width, start.y + height), ui.color().fill, height / 2);
    if (*share > 0) {
        list->AddRectFilled(start, ImVec2(start.x + std::max(height, width * *share), start.y + height),
                            nearly_full ? ui.color().warn : ui.color().middle, height / 2);
    }
    ImGui::Dummy(ImVec2(width, height));
    gap(ui, 4);
    if (nearly_full) {
        icon_text(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, words + ". Back up, then archive or remove what is closed.");
    } else {
        text_muted(ui, TextStyle::body, words);
    }
}

void draw_data(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& document = context.document;
    const Card card(ui, "data", {.width = width});
    text(ui, TextStyle::heading, "Data");
    gap(ui, 4);
    const bool shares = context.document.team != nullptr;
    text_wrapped(ui, TextStyle::body, "Your deals are kept " + context.around.storage_place + (shares ? "; those that you share, with your team, too." : " and nowhere else."));
    if (const auto words = offline_words(context.around.offline); !words.empty()) text_wrapped_muted(ui, TextStyle::body, words);
    gap(ui, 12);
    draw_usage(context, card.inner_width());
    gap(ui, 16);
    if (button(ui, ButtonKind::filled, "Back up all", {.icon = icon::download, .disabled = document.entries.empty()})) {
        context.act(action::BackUpAll{});
    }
    same_line(ui, 12);
    if (button(ui, ButtonKind::outlined, "Restore",
               {.icon = icon::file_up, .tooltip = "From a backup or a deal file. What is here stays."})) {
        context.act(action::ChooseFile{});
    }
    gap(ui, 4);
    const auto reminder = backup_reminder(document, context.today);
    text_wrapped_muted(ui, TextStyle::caption, reminder.words.empty() ? backup_words(document.settings.last_backup, context.today) : reminder.words);
    draw_backup_file(context);
    if (const auto closed = archivable_count(document); closed > 0) {
        gap(ui, 16);
        separator(ui);
        gap(ui, 16);
        text_wrapped_muted(ui, TextStyle::body,
                           counted(closed, "closed deal", "closed deals") +
                               " could be archived: they take up about a fifth of the space, and you can still "
                               "look at them whenever you want.");
        gap(ui, 8);
        if (button(ui, ButtonKind::outlined, "Archive closed deals", {.icon = icon::archive})) {
            context.act(action::ArchiveClosed{});
        }
    }
    gap(ui, 16);
    separator(ui);
    gap(ui, 16);
    const auto samples = sample_count(document);
    text_wrapped_muted(ui, TextStyle::body,
                       samples == 0 ? std::string("The samples show what a deal looks like after some weeks of work.")
                                    : "There " + std::string(samples == 1 ? "is " : "are ") +
                                          counted(samples, "sample deal", "sample deals") + " among yours.");
    gap(ui, 8);
    if (samples == 0) {
        if (button(ui, ButtonKind::outlined, "Put the samples back", {.icon = icon::flask_conical})) {
            context.act(action::AddSamples{});
        }
    } else if (button(ui, ButtonKind::outlined, "Remove the samples", {.icon = icon::trash_2})) {
        context.act(action::RemoveSamples{});
    }
}

}

void draw_settings(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "settings page", context.min, context.max);
    text_wrapped(ui, TextStyle::title, settings_title(context.document, context.around.storage_place, context.today));
    gap(ui, 16);
    const auto space = ui.px(context.phone ? 12.0f : 16.0f);
    const bool team = context.document.team != nullptr;
    if (page.width() < ui.px(900)) {
        if (team) {
            draw_team_card(context, 0);
            gap(ui, space / ui.theme.scale);
        }
        for (const auto draw : {draw_appearance, draw_seller, draw_chances, draw_own_fields_card, draw_tables_card, draw_data}) {
            draw(context, 0);
            gap(ui, space / ui.theme.scale);
        }
        draw_about(context, 0);
        return;
    }
    const auto column = (page.width() - space) / 2;
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    draw_appearance(context, column);
    gap(ui, 16);
    draw_seller(context, column);
    gap(ui, 16);
    draw_chances(context, column);
    gap(ui, 16);
    draw_own_fields_card(context, column);
    ImGui::EndGroup();
    const auto left_end = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(start.x + column + space, start.y));
    ImGui::BeginGroup();
    if (team) {
        draw_team_card(context, column);
        gap(ui, 16);
    }
    draw_data(context, column);
    gap(ui, 16);
    draw_tables_card(context, column);
    gap(ui, 16);
    draw_about(context, column);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)));
    ImGui::Dummy(ImVec2(0, 0));
}

}
