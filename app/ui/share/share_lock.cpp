#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/share/share_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/codec/seal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t good_length = 16; // bytes: four words, or what a password manager makes

void switch_off(ViewState& view) {
    io::wipe(view.share.lock.typed);
    io::wipe(view.share.lock.passphrase);
    view.share.lock = {};
    view.share.locked.reset();
}

void draw_field(const Context& context, float width) {
    const auto& ui = context.ui;
    auto& lock = context.view.share.lock;
    const bool focus = context.view.focus_field == "Passphrase";
    if (focus) context.view.focus_field.clear();
    const auto* words = lock.shown ? "Hide" : "Show";
    const ButtonOptions show{.icon = lock.shown ? icon::eye_off : icon::eye};
    const auto show_width = button_width(ui, words, show);
    const auto event = text_field(ui, "Passphrase", lock.typed,
                                  {.placeholder = "Four words or more",
                                   .width = std::min(width, ui.px(440)) - show_width - ui.px(8),
                                   .focus = focus,
                                   .max_bytes = static_cast<int>(io::most_passphrase_bytes),
                                   .secret = true,
                                   .dots = !lock.shown});
    same_line(ui);
    if (button(ui, ButtonKind::quiet, words, show)) lock.shown = !lock.shown;
    if (event == FieldEvent::changed) {
        context.view.share.locked.reset();
        io::wipe(lock.passphrase);
    } else if (event != FieldEvent::none) {
        lock.passphrase = lock.typed;
    }
    gap(ui, 8);
    const auto length = trimmed(lock.typed).size();
    if (length == 0) {
        text_wrapped_muted(ui, TextStyle::body, "The link is made when you leave the field.", width);
    } else if (length < good_length) {
        text_wrapped(ui, TextStyle::body, "A computer can guess short ones. Four words or 16 letters are good.", width);
    } else {
        text_wrapped_muted(ui, TextStyle::body, "Long enough.", width);
    }
    text_wrapped_muted(
        ui, TextStyle::body,
        "Give it to your colleague some other way than with the link, by phone for instance. Nobody can open the link without it, "
        "not even you.",
        width);
}

}

const Result<std::string>* locked_link(const Context& context) {
    const auto& locked = context.view.share.locked;
    return locked && locked->of == context.deal->id && locked->revision == context.revision ? &locked->fragment : nullptr;
}

void draw_share_lock(const Context& context, float width) {
    const auto& ui = context.ui;
    auto& lock = context.view.share.lock;
    const Card card(ui, "lock", {.width = width});
    if (switch_control(ui, "Protect with a passphrase", lock.on)) {
        if (lock.on) {
            switch_off(context.view);
        } else {
            lock.on = true;
            context.view.focus_field = "Passphrase";
        }
    }
    if (!lock.on) return;
    gap(ui, 12);
    draw_field(context, card.inner_width());
    // Anew for each revision of the deal, while it is looked at.
    if (!trimmed(lock.passphrase).empty() && !locked_link(context)) context.act(action::LockLink{});
}

}
