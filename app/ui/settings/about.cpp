#include "app/ui/settings/about.hpp"

#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/files/json.hpp"
#include "generated/icons.hpp"

namespace middleground {

void draw_about(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "about", {.width = width});
    text(ui, TextStyle::heading, "Keyboard and about");
    gap(ui, 12);
    if (button(ui, ButtonKind::outlined, "Keyboard shortcuts", {.icon = icon::keyboard, .key_hint = "?"})) {
        context.view.help_open = true;
    }
    gap(ui, 16);
    if (context.document.team) {
        text_wrapped(ui, TextStyle::body,
                     "Middleground has no account. Only deals that you share with your team leave this device, sealed so that its server cannot read them, and "
                     "what you copy as a link or save as a file. Nothing is counted or reported.");
    } else {
        text_wrapped(ui, TextStyle::body,
                     "Middleground has no server and no account. Deals, people, notes and settings never leave this device unless you copy a "
                     "link or save a file, and nothing is "
                     "counted or reported.");
    }
    gap(ui, 8);
    text_wrapped_muted(ui, TextStyle::caption,
                       "Version " MIDDLEGROUND_VERSION ", deal file format " + std::to_string(io::schema_version) + '.');
}

}
