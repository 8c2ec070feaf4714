#include "app/app_impl.hpp"

#include "app/ui/items_json.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace middleground {

// What the mirror of the page for screen readers reads and does; app.cpp has what a frame does.

void App::take_outline() {
    impl_->outline = {};
    impl_->takes_outline = true;
}

std::string App::outline_json() const {
    return outline_to_json(impl_->outline);
}

void App::reach_item(std::uint32_t id, bool press) {
    impl_->to_reach = {id, press};
    impl_->redraw = true;
}

void App::Impl::reach() {
    if (!to_reach) return;
    const auto [id, press] = *to_reach;
    to_reach.reset();
    const auto item = std::ranges::find(outline.items, id, &Item::id);
    auto* window = item == outline.items.end() ? nullptr : ImGui::FindWindowByID(item->window);
    if (id == 0 || !window || !window->WasActive || item->disabled) return;
    auto& g = *GImGui;
    const ImRect rect(item->min, item->max);
    ImGui::ScrollToRectEx(window, rect, ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
    // The entries of a list never have the focus: it stays with what the list belongs to.
    if (item->role != ItemRole::option) {
        if (g.ActiveId != 0 && g.ActiveId != id) ImGui::ClearActiveID();
        ImGui::FocusWindow(window, ImGuiFocusRequestFlags_UnlessBelowModal);
        if (g.NavWindow != window) return;
        ImGui::SetNavID(id, ImGuiNavLayer_Main, window->NavRootFocusScopeId, ImGui::WindowRectAbsToRel(window, rect));
        ImGui::SetNavCursorVisible(true);
        g.NavHighlightItemUnderNav = true;
    }
    // As Tab does, reaching a field begins to type in it.
    const bool types = item->role == ItemRole::field && !std::string_view(item->kind).starts_with("combobox");
    if (press || types) {
        g.NavNextActivateId = id;
        g.NavNextActivateFlags = types ? ImGuiActivateFlags_PreferInput : ImGuiActivateFlags_None;
    }
    redraw = true;
}

const std::optional<PageField>& App::page_field() const {
    return impl_->page_field;
}

std::optional<App::EditedField> App::edited_field() const {
    const auto& state = GImGui->InputTextState;
    if (state.ID == 0 || state.ID != GImGui->ActiveId) return {};
    const auto& items = impl_->items;
    const auto is_it = [&](const Item& item, ItemRole role) { return item.id == state.ID && item.role == role; };
    const auto field = std::ranges::find_if(items, [&](const Item& item) { return is_it(item, ItemRole::field); });
    if (field == items.end()) return {};
    const auto error = std::ranges::find_if(items, [&](const Item& item) { return is_it(item, ItemRole::status); });
    EditedField edited{.label = field->label, .error = error == items.end() ? std::string() : error->label};
    if (field->value == state.TextA.Data) {
        edited.value = field->value;
        edited.begin = std::min(state.GetSelectionStart(), state.GetSelectionEnd());
        edited.end = std::max(state.GetSelectionStart(), state.GetSelectionEnd());
        if (!state.HasSelection()) edited.begin = edited.end = state.GetCursorPos();
    }
    return edited;
}

}
