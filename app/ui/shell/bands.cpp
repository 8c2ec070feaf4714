#include "app/ui/shell/shell.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/settings_data.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

// One band over the whole width with up to three buttons, in this order but the main one last; -1: none was pressed.
struct BandText {
    Tone tone = Tone::accent;
    const char* icon = nullptr;
    std::string strong;
    std::string text;
    std::string quiet_button;
    std::string main_button;
    std::string other_button = {};
};

int draw_band(const Context& context, float& y, const BandText& band) {
    const auto& ui = context.ui;
    const float pad = ui.px(context.phone ? 12.0f : 32.0f);
    const float left = context.min.x + pad;
    const float right = context.max.x - pad;
    const float control = ui.theme.control_small_height();
    ImGui::PushID(static_cast<int>(y));

    float buttons = 0;
    float rows = 0; // of buttons, where they stand below the words
    const float text_left = left + ui.px(16 + 16 + 10);
    float row_end = right;
    for (const auto* label : {&band.quiet_button, &band.other_button, &band.main_button}) {
        if (label->empty()) continue;
        const float width = button_width(ui, *label, {.small = true}) + ui.px(8);
        buttons += width;
        if (row_end + width > right) {
            row_end = text_left;
            ++rows;
        }
        row_end += width;
    }

    const auto words = band.strong + (band.text.empty() ? "." : ". ") + band.text;
    const bool stacked = context.phone;
    const float text_width = right - text_left - ui.px(16) - (stacked ? 0 : buttons);
    const float text_height = wrapped_height(ui, TextStyle::body, words, text_width);
    const float height = std::max(ui.px(44), text_height + ui.px(24)) + (stacked ? rows * (control + ui.px(8)) : 0);
    const ImVec2 min{left, y + ui.px(12)};
    const ImVec2 max{right, min.y + height};

    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, tone_soft(ui, band.tone), ui.px(6));
    const float text_top = stacked ? min.y + ui.px(12) : (min.y + max.y - text_height) / 2;
    draw_icon(ui, list, band.icon, {left + ui.px(24), text_top + ui.theme.line_height(TextStyle::body) / 2}, ui.px(16),
              tone_color(ui, band.tone));
    draw_text_wrapped(ui, list, TextStyle::body, {text_left, text_top}, ui.color().text, words, text_width);
    ui.note_rect(ItemRole::status, words, min, max);

    int pressed = -1;
    float x = stacked ? text_left : right - ui.px(8) - buttons;
    float button_y = stacked ? max.y - rows * (control + ui.px(8)) : (min.y + max.y - control) / 2;
    const auto put = [&](const std::string& label, ButtonKind kind, int number) {
        if (label.empty()) {
            return;
        }
        const float width = button_width(ui, label, {.small = true}) + ui.px(8);
        if (stacked && x > text_left && x + width > right) {
            x = text_left;
            button_y += control + ui.px(8);
        }
        ImGui::SetCursorScreenPos({x, button_y});
        if (button(ui, kind, label, {.small = true})) {
            pressed = number;
        }
        x += width;
    };
    put(band.quiet_button, ButtonKind::quiet, 0);
    put(band.other_button, ButtonKind::outlined, 2);
    put(band.main_button, band.tone == Tone::accent ? ButtonKind::filled : ButtonKind::outlined, 1);
    ImGui::PopID();
    y = max.y;
    return pressed;
}

// As Error::message has it: a name is no sentence.
std::string what_of(const Error& error) {
    return error.what + (error.where.empty() ? "" : " (" + error.where + ")");
}

void draw_archived_band(const Context& context, float& y) {
    const auto* entry = find_entry(context.document, open_id(context.document));
    if (context.read_only || !entry || !entry->archived) return;
    if (draw_band(context, y, {Tone::neutral, icon::archive, "Archived", "Any change brings this deal back.", {}, "Unarchive##archive"}) ==
        1) {
        context.act(action::ArchiveDeal{entry->deal.id, false});
    }
}

void draw_preview_band(const Context& context, float& y) {
    const auto* mine = own_copy(context);
    const auto news = mine ? news_of(context, *mine) : News::unknown_deal;
    BandText band{Tone::accent, icon::eye, "Read-only", news_words(context, news) + " Nothing here is stored.", "Close", "Save a copy"};
    if (news == News::some) {
        band.other_button = std::exchange(band.main_button, "Compare and merge");
    } else if (news != News::unknown_deal) {
        band.main_button = "Open yours";
    }
    const int pressed = draw_band(context, y, band);
    if (pressed == 0) {
        context.act(action::ClosePreview{});
    } else if (pressed == 2 || (pressed == 1 && news == News::unknown_deal)) {
        context.act(action::SaveCopy{});
    } else if (pressed == 1 && news == News::some) {
        context.act(action::GoTo{Screen::merge});
    } else if (pressed == 1) {
        context.act(action::ClosePreview{});
        context.act(action::OpenDeal{mine->deal.id, Screen::deal});
    }
}

void act_on(const Context& context, StorageChoice choice, const DealId& id) {
    switch (choice) {
    case StorageChoice::try_again:
        return context.act(action::RetrySave{});
    case StorageChoice::save_file:
        context.act(action::OpenDeal{id, context.screen});
        return context.act(action::SaveDealFile{});
    case StorageChoice::load_theirs:
    case StorageChoice::let_go:
        return context.act(action::LoadTheirs{id});
    case StorageChoice::keep_both:
    case StorageChoice::keep_mine:
        return context.act(action::KeepBoth{id});
    case StorageChoice::none:
        return;
    }
}

void draw_stored_band(const Context& context, float& y, const StoredWords& words, Tone tone, const DealId& id) {
    const auto label = [&](StorageChoice choice) { return std::string(label_of(choice)) + (choice == StorageChoice::save_file ? "##" + id.text : ""); };
    const int pressed = draw_band(
        context, y, {tone, icon::triangle_alert, words.strong, words.text, label(words.choices[0]), label(words.choices[1])});
    if (pressed >= 0) act_on(context, words.choices[static_cast<std::size_t>(pressed)], id);
}

bool was_emptied(const Entry& entry) {
    const auto* conflict = conflict_of(entry.state);
    return conflict && conflict->did == OtherDid::cleared;
}

// One for each deal that has something to say; one for all that went when storage was emptied.
void draw_stored_bands(const Context& context, float& y) {
    const auto& document = context.document;
    const auto emptied = std::ranges::count_if(document.entries, was_emptied);
    if (emptied > 1) {
        draw_stored_band(context, y, emptied_words(static_cast<int>(emptied)), Tone::warn, {});
    }
    for (const auto& entry : document.entries) {
        if (emptied > 1 && was_emptied(entry)) continue;
        const auto& deal = entry.deal;
        const auto words = words_of(entry.state, deal.title.empty() ? deal.account : deal.title, document.elsewhere);
        if (words) draw_stored_band(context, y, *words, failure_of(entry.state) ? Tone::bad : Tone::warn, deal.id);
    }
}

void draw_backup_bands(const Context& context, float& y) {
    if (const auto words = backup_file_words(context.document)) {
        const int pressed = draw_band(context, y, {Tone::warn, icon::triangle_alert, words->strong, words->text, "Do without it", words->button});
        if (pressed >= 0) context.act(action::KeepBackupFile{pressed == 1 ? BackupFileWish::renew : BackupFileWish::drop});
    }
    if (context.screen != Screen::deals) return;
    const auto reminder = backup_reminder(context.document, context.today);
    if (reminder.urgency != BackupReminder::Urgency::loud) return;
    const auto where = "What you have not backed up is kept " + context.around.storage_place + " and nowhere else.";
    if (draw_band(context, y, {Tone::warn, icon::triangle_alert, reminder.words, where, {}, "Back up all##band"}) == 1) {
        context.act(action::BackUpAll{});
    }
}

void draw_reading_band(const Context& context, float& y) {
    const auto& reading = context.view.imports.reading;
    if (!reading || context.around.now_ms - reading->since_ms < ReadingNow::patience_ms) return;
    const auto more = reading->files > 1 ? counted(reading->files - 1, "more file waits.", "more files wait.") : std::string();
    if (draw_band(context, y, {Tone::neutral, icon::file_up, "Reading " + reading->name, more, {}, "Stop reading"}) == 1) context.act(action::CancelReading{});
}

// What colleagues and the user have to settle, and what the team's part of the program has to say.
void draw_team_bands(const Context& context, float& y) {
    for (const auto& band : team_bands(context.document)) {
        const auto label = band.button.empty() ? std::string() : band.button + "##team " + band.deal.text;
        const int pressed = draw_band(context, y, {Tone::warn, icon::users, band.strong, band.text, {}, label});
        if (pressed != 1) continue;
        context.act(band.is_question ? Action(action::OfTeam{team_action::Compare{band.deal}}) : Action(action::GoTo{Screen::settings}));
    }
}

void draw_version_band(const Context& context, float& y) {
    if (!context.view.new_version) return;
    const int pressed = draw_band(context, y, {Tone::neutral, icon::download, "A new version is ready", {}, "Later", "Reload"});
    if (pressed >= 0) context.view.new_version = false;
    if (pressed == 1) context.act(action::Reload{});
}

}

float draw_bands(const Context& context) {
    const Part part(context.ui, ItemRole::messages, {});
    float y = context.min.y;
    if (context.read_only && context.screen != Screen::merge) {
        draw_preview_band(context, y);
    }
    draw_archived_band(context, y);
    draw_reading_band(context, y);
    if (context.view.error) {
        const auto& error = *context.view.error;
        if (draw_band(context, y, {Tone::bad, icon::triangle_alert, what_of(error), error.remedy, {}, "Close##error"}) == 1) {
            context.view.error.reset();
        }
    }
    const auto& entries = context.document.entries;
    const bool deal_says_it = std::ranges::any_of(entries, [](const Entry& entry) { return failure_of(entry.state) != nullptr; });
    if (context.document.storage_error && !deal_says_it) {
        const auto& error = *context.document.storage_error;
        if (draw_band(context, y, {Tone::bad, icon::triangle_alert, what_of(error), error.remedy, {}, "Try again"}) == 1) {
            context.act(action::RetrySave{});
        }
    }
    draw_stored_bands(context, y);
    if (context.document.team) draw_team_bands(context, y);
    draw_backup_bands(context, y);
    draw_version_band(context, y);
    return y;
}

void draw_copy_dialog(const Context& context) {
    // Set when copying was asked for; the platform's answer takes it away, or its refusal leaves it and takes the toast away.
    if (!context.view.text_to_copy || context.view.toast) {
        return;
    }
    const auto& ui = context.ui;
    bool open = true;
    if (Dialog dialog(ui, "Copy by hand", open); dialog) {
        text_wrapped_muted(ui, TextStyle::body,
                           ui.mac ? "The browser did not allow copying. Press Cmd+C to copy the selected text."
                                  : "The browser did not allow copying. Press Ctrl+C to copy the selected text.");
        gap(ui, 12);
        text_field(ui, "Text to copy", *context.view.text_to_copy, {.focus = ImGui::IsWindowAppearing(), .max_bytes = 100000});
    }
    if (!open) {
        context.view.text_to_copy.reset();
    }
}

}
