#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/flow.hpp"
#include "core/base/random.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

void start_with(const Context& context, const Playbook& playbook) {
    context.view.new_deal.show();
    context.view.new_deal.playbook = playbook.id;
}

void duplicate(const Context& context, const Playbook& playbook) {
    const bool own = playbook.edition > 0;
    auto copy = copied_playbook(playbook, make_id_text(context.random), playbook.title + (own ? " (copy)" : ", mine"));
    auto what = "Made " + copy.title;
    context.view.playbooks.step.clear();
    context.act(action::PutPlaybook{std::move(copy), {}, std::move(what), true});
}

}

void put_playbook(const Context& context, Playbook playbook, std::string what, std::string key) {
    if (!key.empty()) key = playbook.id + ' ' + key;
    context.act(action::PutPlaybook{std::move(playbook), std::move(key), std::move(what), false});
}

void put_step(const Context& context, const Playbook& playbook, PlaybookStep step, std::string what, std::string key) {
    const auto id = step.id;
    auto changed = with_step(playbook, std::move(step));
    if (!changed) {
        context.view.error = changed.error();
        return;
    }
    put_playbook(context, std::move(*changed), std::move(what), key.empty() ? key : id + ' ' + key);
}

void draw_playbook_buttons(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    Flow flow(ui, width);
    const auto put = [&](ButtonKind kind, const char* label, const ButtonOptions& options) {
        flow.next(button_width(ui, label, options));
        return button(ui, kind, label, options);
    };
    if (put(ButtonKind::filled, "Start a deal", {.icon = icon::plus})) start_with(context, playbook);
    const bool own = playbook.edition > 0;
    if (put(ButtonKind::outlined, own ? "Duplicate" : "Make it mine", {.icon = icon::copy, .tooltip = own ? "A copy beside this one" : "A copy that you can change"})) {
        duplicate(context, playbook);
    }
    if (put(ButtonKind::outlined, "Export", {.icon = icon::file_down, .tooltip = "As a file"})) context.act(action::SavePlaybookFile{playbook.id});
    if (!own) return;
    if (put(ButtonKind::outlined, "Share as link", {.icon = icon::link, .tooltip = "For colleagues: nothing about a deal is in it"})) {
        context.act(action::CopyPlaybookLink{playbook.id});
    }
    if (put(ButtonKind::danger, "Delete", {.icon = icon::trash_2, .tooltip = "Deals that were planned with it keep all they have"})) {
        context.act(action::RemovePlaybook{playbook.id});
    }
}

}
