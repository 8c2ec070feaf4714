#pragma once

#include "app/ui/theme.hpp"
#include "app/ui/widgets/ui.hpp"

#include <imgui.h>

#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace middleground::test {

struct HeadlessOptions {
    ImVec2 size{1200, 800}; // logical pixels
    bool dark = false;
    bool touch = false;
    float scale = 1;
    float density = 1; // device pixels for one logical pixel
    SystemFonts* fonts = nullptr;
};

// Everything that was drawn in a frame, for comparing frames.
struct Drawn {
    std::vector<unsigned char> vertices;
    std::vector<unsigned char> indices;
    bool operator==(const Drawn&) const = default;
};

// Dear ImGui without a window: frames are run, input is injected, textures are acknowledged and thrown away.
// Widgets are drawn by `body` into a window that fills the display, as the shell's does.
class Headless {
public:
    using Body = std::function<void(const Ui&)>;

    explicit Headless(HeadlessOptions options = {}) : before_(ImGui::GetCurrentContext()), context_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context_);
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = options.size;
        io.DisplayFramebufferScale = {options.density, options.density};
        io.DeltaTime = 1.0f / 60.0f;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        theme.fonts = load_fonts(options.fonts);
        theme.dark = options.dark;
        theme.touch = options.touch;
        theme.scale = options.scale;
        theme.color = options.dark ? dark_palette() : light_palette();
        apply_style(theme);
    }
    ~Headless() {
        for (auto* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetStatus(ImTextureStatus_Destroyed);
            texture->SetTexID(ImTextureID_Invalid);
        }
        ImGui::DestroyContext(context_);
        ImGui::SetCurrentContext(before_);
    }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    // What is drawn from now on; draws it until windows have found their sizes.
    void show(Body body) {
        body_ = std::move(body);
        step(3);
    }

    void step(int frames = 1) {
        for (int i = 0; i < frames; ++i) {
            draw_frame();
        }
    }

    // A frame after every event, as a real pointer or keyboard leaves them, and two for what follows from it.
    void move_to(ImVec2 at) {
        ImGui::GetIO().AddMousePosEvent(at.x, at.y);
        step(2);
    }
    void press_mouse(bool down) {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        step();
    }
    void click_at(ImVec2 at) {
        move_to(at);
        press_mouse(true);
        press_mouse(false);
        step(2);
    }
    // False when nothing of that label is on screen.
    bool click(std::string_view label) { return click_item(find(label)); }
    bool click(ItemRole role, std::string_view label) { return click_item(find(role, label)); }
    void key(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None) {
        auto& io = ImGui::GetIO();
        if (modifier != ImGuiKey_None) {
            io.AddKeyEvent(modifier, true);
        }
        io.AddKeyEvent(key, true);
        step();
        io.AddKeyEvent(key, false);
        if (modifier != ImGuiKey_None) {
            io.AddKeyEvent(modifier, false);
        }
        step(2);
    }
    void keys(std::initializer_list<ImGuiKey> several) {
        for (const auto one : several) {
            key(one);
        }
    }
    void type(std::string_view text) {
        ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
        step(2);
    }

    const Item* find(std::string_view label) const {
        for (const auto& item : items) {
            if (item.label == label && item.role != ItemRole::text && item.role != ItemRole::heading) {
                return &item;
            }
        }
        return find_any(label);
    }
    const Item* find(ItemRole role, std::string_view label) const {
        for (const auto& item : items) {
            if (item.role == role && item.label == label) {
                return &item;
            }
        }
        return nullptr;
    }
    bool has(std::string_view label) const { return find(label) != nullptr; }
    std::string value(std::string_view label) const {
        const auto* item = find(label);
        return item ? item->value : "(not on screen)";
    }
    // The label of what has the keyboard's focus.
    std::string focused() const {
        for (const auto& item : items) {
            if (item.focused) {
                return item.label;
            }
        }
        return {};
    }

    Drawn drawn() const {
        Drawn drawn;
        const auto* data = ImGui::GetDrawData();
        for (const auto* list : data->CmdLists) {
            append(drawn.vertices, list->VtxBuffer.Data, static_cast<std::uint32_t>(list->VtxBuffer.Size) * sizeof(ImDrawVert));
            append(drawn.indices, list->IdxBuffer.Data, static_cast<std::uint32_t>(list->IdxBuffer.Size) * sizeof(ImDrawIdx));
        }
        return drawn;
    }

    std::function<void()> before_widgets; // within the frame
    Theme theme;
    std::vector<Item> items;
    std::map<ImGuiID, FieldDraft> drafts;
    bool asks_page_field = false;
    std::optional<PageField> page_field;
    Outline* outline = nullptr; // taken down in the frames drawn while it is set

private:
    static void append(std::vector<unsigned char>& bytes, const void* data, std::size_t size) {
        const auto before = bytes.size();
        bytes.resize(before + size);
        if (size > 0) {
            std::memcpy(bytes.data() + before, data, size);
        }
    }

    const Item* find_any(std::string_view label) const {
        for (const auto& item : items) {
            if (item.label == label) {
                return &item;
            }
        }
        return nullptr;
    }

    bool click_item(const Item* item) {
        if (!item) {
            return false;
        }
        click_at({(item->min.x + item->max.x) / 2, (item->min.y + item->max.y) / 2});
        return true;
    }

    void draw_frame() {
        items.clear();
        ImGui::NewFrame();
        if (before_widgets) before_widgets();
        apply_style(theme);
        if (asks_page_field) page_field.reset();
        const Ui ui{theme, items, drafts, false, false, outline, asks_page_field ? &page_field : nullptr};
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("Headless", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
        if (body_) {
            body_(ui);
        }
        ImGui::End();
        ImGui::Render();
        acknowledge_textures();
    }

    static void acknowledge_textures() {
        for (auto* texture : *ImGui::GetDrawData()->Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) {
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            } else if (texture->Status == ImTextureStatus_WantUpdates) {
                texture->SetStatus(ImTextureStatus_OK);
            } else if (texture->Status == ImTextureStatus_WantDestroy) {
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
            }
        }
    }

    ImGuiContext* before_;
    ImGuiContext* context_;
    Body body_;
};

}
