#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/team/team.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

float draw_team_line(const Context& context) {
    const float top = context.min.y;
    if (!context.deal || context.read_only || !is_deal_page(context.screen) || !is_in_team(context.document)) return top;
    const auto words = shared_words(context.document, context.deal->id);
    if (!words.shared) return top;
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float pad = ui.px(context.phone ? 12.0f : 32.0f);
    const float left = context.min.x + pad;
    const float right = context.max.x - pad;
    const float row = std::max(ui.px(36), ui.theme.control_small_height());

    auto quiet = words.whose;
    if (!words.here.empty()) quiet += ". " + words.here;
    if (!words.state.empty() && !words.is_problem) quiet += ". " + words.state;
    // A long reason stands on Share; here a word says that there is one.
    const std::string_view problem = words.is_problem ? "Not in step with the team" : "";
    const ButtonOptions link{.icon = icon::history, .tooltip = "Since you last looked at this deal", .small = true};
    const float wanted = words.changed.empty() ? 0 : button_width(ui, words.changed, link);
    const float changed = std::min(wanted, right - left);
    const float warned = problem.empty() ? 0 : button_width(ui, problem, {.icon = icon::triangle_alert, .small = true}) + ui.px(8);
    const float words_width = text_size(ui, TextStyle::caption, quiet).x + ui.px(22);
    const float beside = changed + warned;
    const bool below = beside > 0 && words_width + ui.px(16) + beside > right - left;
    const float height = row + (below ? row - ui.px(4) : 0);
    const float bottom = top + height;
    draw_line_across(ui, list, context.min.x, context.max.x, bottom, ui.color().line);

    const float middle = top + row / 2;
    draw_icon(ui, list, icon::users, {left + ui.px(7), middle}, ui.px(14), ui.color().text_muted);
    const ImVec2 words_min{left + ui.px(22), top};
    const ImVec2 words_max{below || beside <= 0 ? right : right - beside - ui.px(16), top + row};
    draw_text_in(ui, list, TextStyle::caption, words_min, words_max, ui.color().text_muted, quiet);
    ui.note_rect(ItemRole::status, quiet, {left, top}, words_max);
    const float y = (below ? bottom - row : top) + (row - ui.theme.control_small_height()) / 2;
    float x = below ? left : right - beside;
    if (!problem.empty()) {
        ImGui::SetCursorScreenPos({x, y});
        if (button(ui, ButtonKind::quiet, problem, {.icon = icon::triangle_alert, .tooltip = words.state, .small = true})) context.act(action::GoTo{Screen::share});
        x += warned;
    }
    if (changed > 0) {
        ImGui::SetCursorScreenPos({x, y});
        auto options = link;
        if (changed < wanted) options.width = changed;
        if (button(ui, ButtonKind::quiet, words.changed, options)) context.view.team.changes_of = context.deal->id;
    }
    return bottom;
}

}
