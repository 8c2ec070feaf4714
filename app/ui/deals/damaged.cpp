#include "app/ui/deals/damaged.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <string>

namespace middleground {

namespace {

constexpr const char* to_remove = "damaged entry to remove"; // its key, among the view's small drafts, while the dialog asks

std::string what_it_is(const Damaged& damaged) {
    if (damaged.why != Damaged::Why::unreadable) return damaged.error.what;
    if (damaged.key == "settings") return "The stored settings cannot be read";
    if (damaged.key.starts_with("playbook/")) return "A stored playbook cannot be read";
    return damaged.key.starts_with("draft/") ? "A stored draft cannot be read" : "A stored deal cannot be read";
}

void draw_one(const Context& context, const Damaged& damaged) {
    const auto& ui = context.ui;
    const bool sound = damaged.why == Damaged::Why::later;
    const auto soft = sound ? ui.color().warn_soft : ui.color().bad_soft;
    {
        const Card card(ui, damaged.key.c_str(), {.padding = 16, .fill = soft, .border = soft});
        icon_text_wrapped(ui, TextStyle::strong, icon::triangle_alert, sound ? ui.color().warn : ui.color().bad, what_it_is(damaged));
        text_wrapped(ui, TextStyle::body, damaged.why == Damaged::Why::unreadable ? damaged.error.message() : damaged.error.remedy);
        text_wrapped_muted(ui, TextStyle::caption,
                           "Stored as \"" + damaged.key + (sound ? "\". It stays there, unchanged." : "\". It stays there, unchanged, until you remove it."));
        gap(ui, 8);
        if (button(ui, ButtonKind::outlined, "Download##" + damaged.key, {.icon = icon::download, .small = true})) {
            context.act(action::SaveDamaged{damaged.key});
        }
        if (!sound) {
            same_line(ui);
            if (button(ui, ButtonKind::danger, "Remove##" + damaged.key, {.icon = icon::trash_2, .small = true})) {
                context.view.texts[to_remove] = damaged.key;
            }
        }
    }
    gap(ui, 12);
}

void ask_before_removing(const Context& context) {
    const auto found = context.view.texts.find(to_remove);
    if (found == context.view.texts.end()) return;
    const auto& ui = context.ui;
    const auto key = found->second;
    bool open = is_set_aside(context.document, key);
    if (Dialog dialog(ui, "Remove this entry?", open, 440); dialog) {
        text_wrapped(ui, TextStyle::body,
                     "\"" + key + "\" is deleted from this device. Perhaps another version of Middleground could still read it: download it first if in doubt.");
        gap(ui, 16);
        if (button(ui, ButtonKind::outlined, "Keep entry")) open = false;
        same_line(ui, 12);
        if (button(ui, ButtonKind::danger, "Remove entry", {.icon = icon::trash_2})) {
            context.act(action::RemoveDamaged{key});
            open = false;
        }
    }
    if (!open) {
        bool closed = false;
        const Dialog gone(ui, "Remove this entry?", closed, 440); // gives the page its focus back
        context.view.texts.erase(to_remove);
    }
}

}

void draw_damaged(const Context& context) {
    for (const auto& damaged : context.document.damaged) {
        draw_one(context, damaged);
    }
    ask_before_removing(context);
}

}
