#include "app/ui/shell/picture.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/people_map.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cfloat>

namespace middleground {

namespace {

constexpr float margin = 16;       // design pixels of background around the card
constexpr float usual_width = 760; // design pixels of a card that is not on the screen
constexpr float largest = 16000;   // logical pixels: more than any card

// The card is the last item afterwards. False: there is none.
bool draw_card(const Context& context, const PictureRequest& wish) {
    if (!context.deal) return false;
    const float width = wish.width > 0 ? wish.width : context.ui.px(usual_width);
    if (wish.picture == Picture::people_map) {
        const auto rows = person_rows(*context.deal, context.today);
        if (rows.empty()) return false;
        draw_people_map(context, rows, std::max(width, people_map_least_width(context)), people_map_height(context.ui, rows),
                        "Arrow: who moves whom");
        return true;
    }
    if (!context.outlook || context.outlook->none || context.outlook->forecast->settled) return false;
    draw_fan_card(context, width, 0);
    return true;
}

// While it lives, the pointer is nowhere and the screen is large: nothing is cut off at its edge.
class OffScreen {
public:
    OffScreen() : pointer_(ImGui::GetIO().MousePos), screen_(ImGui::GetMainViewport()->Size) {
        ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
        ImGui::GetMainViewport()->Size = {largest, largest};
    }
    ~OffScreen() {
        ImGui::GetIO().MousePos = pointer_;
        ImGui::GetMainViewport()->Size = screen_;
    }
    OffScreen(const OffScreen&) = delete;
    OffScreen& operator=(const OffScreen&) = delete;

private:
    ImVec2 pointer_;
    ImVec2 screen_;
};

}

ImVec2 draw_picture(const Context& context) {
    const OffScreen alone;
    std::vector<Item> items; // of what nobody sees
    std::map<ImGuiID, FieldDraft> drafts;
    const Ui ui{context.ui.theme, items, drafts, context.ui.mac, context.ui.phone};
    auto view = context.view;
    Actions actions;
    auto around = context.around;
    around.still = true;
    auto own = context_for({ui, context.document, view, actions, context.caches, context.random, around, context.today, context.max});
    own.max = {0, 0};
    own.read_only = true;
    own.picture = true;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({largest, largest});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(margin), ui.px(margin)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.color().background);
    ImGui::Begin(picture_window, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    const bool drawn = draw_card(own, *context.view.picture);
    const ImVec2 end = ImGui::GetItemRectMax();
    ImGui::End();
    return drawn ? ImVec2{end.x + ui.px(margin), end.y + ui.px(margin)} : ImVec2{0, 0};
}

}
