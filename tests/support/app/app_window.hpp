#pragma once

#include "app/app.hpp"
#include "app/platform/render/raster/rasterize.hpp"
#include "app/platform/render/raster/textures.hpp"
#include "core/codec/json_tree.hpp"
#include "tests/support/app/team_tab.hpp"

#include <imgui.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace middleground::test {

// The whole program in a window that nobody sees, driven by what is on it. Several may be open: each has a Dear ImGui of its own.
class AppWindow {
public:
    struct Seen {
        std::string role;
        std::string label;
        std::string value;
        ImVec2 min;
        ImVec2 max;
    };

    AppWindow(Wire& wire, std::size_t client, std::shared_ptr<TeamBrowser> browser = std::make_shared<TeamBrowser>(), ImVec2 size = {1280, 800}, std::uint64_t seed = 0)
        : platform(wire, client, std::move(browser), seed == 0 ? client + 1 : seed), wire_(wire), client_(client), context_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context_);
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.DisplaySize = size;
        io.DeltaTime = 1.0f / 60;
        app = std::make_unique<App>(platform);
    }
    ~AppWindow() {
        ImGui::SetCurrentContext(context_);
        app.reset();
        textures_.clear(ImGui::GetPlatformIO().Textures);
        ImGui::DestroyContext(context_);
        ImGui::SetCurrentContext(nullptr);
    }
    AppWindow(const AppWindow&) = delete;
    AppWindow& operator=(const AppWindow&) = delete;

    void frame(std::int64_t now_ms) {
        platform.clock_ms = now_ms;
        for (auto& told : wire_.arrived(client_, now_ms)) {
            if (platform.link.is_open) platform.events.push_back(event::TeamTold{std::move(told)});
        }
        ImGui::SetCurrentContext(context_);
        ImGui::NewFrame();
        app->frame();
        ImGui::Render();
        textures_.take(ImGui::GetPlatformIO().Textures);
        app->work(0);
    }

    // What the page tells other programs of it.
    std::vector<Seen> items() const {
        std::vector<Seen> all;
        const auto json = io::parse_json(app->items_json());
        if (!json) return all;
        for (const auto& one : *json) {
            const auto& rect = one.at("rect");
            const ImVec2 min{rect.at(0).get<float>(), rect.at(1).get<float>()};
            all.push_back({one.at("role").get<std::string>(), one.at("label").get<std::string>(), one.at("value").get<std::string>(), min,
                           {min.x + rect.at(2).get<float>(), min.y + rect.at(3).get<float>()}});
        }
        return all;
    }
    std::optional<Seen> find(std::string_view label) const {
        for (auto& one : items()) {
            if (one.label == label && one.role != "text" && one.role != "heading") return one;
        }
        return {};
    }
    bool says(std::string_view words) const {
        const auto all = items();
        return std::ranges::any_of(all, [&](const Seen& one) { return one.label.find(words) != std::string::npos || one.value.find(words) != std::string::npos; });
    }
    // Each with frames of their own, which `frame` draws. False: there is none.
    bool press(std::string_view label, const std::function<void()>& frame) {
        const auto found = find(label);
        if (!found) return false;
        auto& io = io_of();
        io.AddMousePosEvent((found->min.x + found->max.x) / 2, (found->min.y + found->max.y) / 2);
        frame();
        io_of().AddMouseButtonEvent(0, true);
        frame();
        io_of().AddMouseButtonEvent(0, false);
        frame();
        frame();
        return true;
    }
    void type(std::string_view text, const std::function<void()>& frame) {
        io_of().AddInputCharactersUTF8(std::string(text).c_str());
        frame();
    }
    void key(ImGuiKey key, const std::function<void()>& frame) {
        io_of().AddKeyEvent(key, true);
        frame();
        io_of().AddKeyEvent(key, false);
        frame();
    }
    ImGuiIO& io_of() {
        ImGui::SetCurrentContext(context_);
        return ImGui::GetIO();
    }
    // As the processor draws it.
    Pixels picture() {
        auto& io = io_of();
        Scene scene;
        const int width = static_cast<int>(io.DisplaySize.x);
        const int height = static_cast<int>(io.DisplaySize.y);
        build_scene(scene, *ImGui::GetDrawData(), width, height);
        Pixels pixels(width, height);
        rasterize(pixels, pixels.all(), scene, 0xff000000u);
        return pixels;
    }

    TeamPlatform platform;
    std::unique_ptr<App> app;

private:
    Wire& wire_;
    std::size_t client_;
    ImGuiContext* context_;
    Textures textures_;
};

}
