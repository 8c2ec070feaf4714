#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "generated/icons.hpp"

namespace middleground {

void draw_incoming_playbook(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& incoming = *context.view.playbooks.incoming;
    const auto* known = find_playbook(context.document, incoming.playbook.id);
    const auto meeting = meeting_of(incoming.playbook, known);
    {
        const Card card(ui, "incoming", {.width = width, .padding = 16, .fill = ui.color().accent_soft, .border = ui.color().accent_soft});
        text_wrapped(ui, TextStyle::heading, "A playbook from " + incoming.source);
        text_wrapped(ui, TextStyle::body, meeting_words(incoming.playbook, known));
        gap(ui, 10);
        Flow flow(ui, card.inner_width());
        const auto put = [&](ButtonKind kind, const char* label, const ButtonOptions& options) {
            flow.next(button_width(ui, label, options));
            return button(ui, kind, label, options);
        };
        switch (meeting) {
        case PlaybookMeeting::fresh:
            if (put(ButtonKind::filled, "Add to my playbooks", {.icon = icon::plus})) context.act(action::TakePlaybook{});
            break;
        case PlaybookMeeting::same:
            if (put(ButtonKind::filled, "Show mine", {.icon = icon::book_open})) context.act(action::TakePlaybook{});
            break;
        case PlaybookMeeting::newer:
        case PlaybookMeeting::older:
        case PlaybookMeeting::apart:
            if (put(meeting == PlaybookMeeting::newer ? ButtonKind::filled : ButtonKind::outlined,
                    meeting == PlaybookMeeting::newer ? "Update mine" : "Replace mine", {.icon = icon::check})) {
                context.act(action::TakePlaybook{});
            }
            if (put(meeting == PlaybookMeeting::newer ? ButtonKind::outlined : ButtonKind::filled, "Add as a copy", {.icon = icon::copy})) {
                context.act(action::TakePlaybook{.as_copy = true});
            }
            break;
        }
        if (put(ButtonKind::quiet, "Not now", {.icon = icon::x})) context.act(action::ClosePlaybook{});
    }
    gap(ui, 16);
    draw_shipped_playbook(context, incoming.playbook, width);
}

}
