#include "tests/app/ui/page_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

namespace middleground {

PageFixture::PageFixture(ImVec2 size) : imgui_(ImGui::CreateContext()), size_(size) {
    ImGui::SetCurrentContext(imgui_);
    auto& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.DisplaySize = size;
    io.DeltaTime = 1.0f / 60;
    theme_.color = light_palette();
    theme_.fonts = load_fonts();
    theme_.touch = size.x < 640;
    apply_style(theme_);
}

void PageFixture::set_scale(float text, float pixel_ratio) {
    theme_.scale = text;
    apply_style(theme_);
    ImGui::GetIO().DisplayFramebufferScale = {pixel_ratio, pixel_ratio};
}

PageFixture::~PageFixture() {
    ImGui::SetCurrentContext(imgui_); // another one may have been made since
    // There is no renderer whose textures would have to go first.
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(imgui_);
}

void PageFixture::frame(const std::function<void(const Context&)>& page) {
    ImGui::NewFrame();
    items_.clear();
    const Ui ui{theme_, items_, view.drafts, false, size_.x < 640};
    const Surroundings around{.link_base = "https://host.example/", .storage_place = "on this device", .usage = usage};
    auto context = context_for({ui, document, view, actions, caches, random_, around, today, size_});
    context.read_only = context.read_only || read_only;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(size_);
    ImGui::Begin("page under test", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    page(context);
    ImGui::End();
    ImGui::Render();
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

void PageFixture::draw(const std::function<void(const Context&)>& page) {
    for (int i = 0; i < 4; ++i) {
        frame(page);
    }
}

const Item* PageFixture::item(std::string_view label) const {
    for (const auto& item : items_) {
        if (item.label == label) {
            return &item;
        }
    }
    return nullptr;
}

bool PageFixture::says(std::string_view text) const {
    for (const auto& item : items_) {
        if (item.label.find(text) != std::string::npos || item.value.find(text) != std::string::npos) {
            return true;
        }
    }
    return false;
}

void PageFixture::press(std::string_view label, const std::function<void(const Context&)>& page) {
    CAPTURE(label);
    const auto* found = item(label);
    REQUIRE(found);
    auto& io = ImGui::GetIO();
    io.AddMousePosEvent((found->min.x + found->max.x) / 2, (found->min.y + found->max.y) / 2);
    draw(page);
    click(page);
}

void PageFixture::click(const std::function<void(const Context&)>& page) {
    auto& io = ImGui::GetIO();
    io.AddMouseButtonEvent(0, true);
    draw(page);
    io.AddMouseButtonEvent(0, false);
    draw(page);
}

void PageFixture::type(std::string_view text, const std::function<void(const Context&)>& page) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    draw(page);
}

void PageFixture::press_key(ImGuiKey key, const std::function<void(const Context&)>& page) {
    ImGui::GetIO().AddKeyEvent(key, true);
    draw(page);
    ImGui::GetIO().AddKeyEvent(key, false);
    draw(page);
}

void PageFixture::open(Deal deal) {
    const auto id = deal.id;
    Entry entry;
    entry.deal = std::move(deal);
    entry.revision = document.next_revision++;
    document.entries.push_back(std::move(entry));
    open_deal(world(), id, Screen::deal);
}

void PageFixture::require(bool held) {
    REQUIRE(held);
}

}
