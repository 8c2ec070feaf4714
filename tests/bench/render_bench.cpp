// Times what the processor does to draw the crowded deal at 1440 x 900: each page whole, while a letter is typed, and while it is scrolled.
// One line of JSON per figure: {"name", "value", "unit"}. What Dear ImGui and the browser do besides is in tools/bench_page.mjs.

#include "app/app.hpp"
#include "app/platform/render/raster/damage.hpp"
#include "app/platform/render/raster/rasterize.hpp"
#include "app/platform/render/raster/textures.hpp"
#include "core/files/json.hpp"
#include "tests/support/app/memory_platform.hpp"
#include "tests/support/crowded_deal.hpp"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

using namespace middleground;

namespace {

constexpr int width = 1440;
constexpr int height = 900;

double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Times {
    std::vector<double> scene, damage, raster;

    static double median(std::vector<double> list) {
        std::ranges::sort(list);
        return list.empty() ? 0 : list[list.size() / 2];
    }
    void print(const char* name, double goal) const {
        const double parts[]{median(scene), median(damage), median(raster)};
        const double all = parts[0] + parts[1] + parts[2];
        std::printf("{\"name\": \"%s: drawing\", \"value\": %.3f, \"unit\": \"ms\", \"goal\": \"<= %.0f\"}\n", name, all, goal);
        std::printf("{\"name\": \"  of it, shapes from what Dear ImGui wants\", \"value\": %.3f, \"unit\": \"ms\"}\n", parts[0]);
        std::printf("{\"name\": \"  of it, what has changed\", \"value\": %.3f, \"unit\": \"ms\"}\n", parts[1]);
        std::printf("{\"name\": \"  of it, pixels\", \"value\": %.3f, \"unit\": \"ms\"}\n", parts[2]);
    }
};

// The program without a window: frames are made and drawn, and shown to nobody.
class Bench {
public:
    Bench() {
        context_ = ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {width, height};
        io.DeltaTime = 1.0f / 60;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        const auto deal = test::crowded_deal(platform_.day);
        platform_.storage->texts["deal/" + deal.id.text] = io::write_deal(deal);
        platform_.storage->texts["settings"] =
            R"({"middleground_settings": 1, "samples_offered": true, "last_open": ")" + deal.id.text + "\"}";
        app_ = std::make_unique<App>(platform_);
    }
    ~Bench() {
        textures_.clear(ImGui::GetPlatformIO().Textures);
        app_.reset();
        ImGui::DestroyContext(context_);
    }

    void frame(Times* times = nullptr) {
        platform_.clock_ms += 16;
        ImGui::NewFrame();
        app_->frame();
        ImGui::Render();
        const auto begin = now_ms();
        textures_.take(*ImGui::GetDrawData()->Textures);
        build_scene(scene_, *ImGui::GetDrawData(), width, height);
        const auto built = now_ms();
        const auto parts = damage_.changed(scene_, width, height, 0xfff7f7f5u);
        const auto compared = now_ms();
        for (const auto& part : parts)
            rasterize(picture_, part, scene_, 0xfff7f7f5u);
        const auto drawn = now_ms();
        if (!times) return;
        times->scene.push_back(built - begin);
        times->damage.push_back(compared - built);
        times->raster.push_back(drawn - compared);
    }
    void settle() {
        for (int i = 0; i < 2000 && (app_->work(100) || i < 10); ++i)
            frame();
        for (int i = 0; i < 700; ++i)
            frame(); // the message of the start is gone
    }
    void press(ImGuiKey key) {
        for (const bool down : {true, false}) {
            ImGui::GetIO().AddKeyEvent(key, down);
            frame();
        }
        settle();
    }
    // Each frame after `act`.
    Times timed(int frames, const std::function<void()>& act) {
        Times times;
        for (int i = 0; i < frames; ++i) {
            act();
            frame(&times);
        }
        return times;
    }
    void forget() { damage_.forget(); }
    std::size_t shapes() const { return scene_.shapes.size(); }

private:
    test::MemoryPlatform platform_;
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<App> app_;
    Textures textures_;
    Scene scene_;
    Damage damage_;
    Pixels picture_{width, height};
};

}

int main() {
    Bench bench;
    auto& io = ImGui::GetIO();
    bench.settle();
    for (const auto& [key, name] :
         {std::pair{ImGuiKey_1, "Deal"}, {ImGuiKey_2, "Commitments"}, {ImGuiKey_3, "People"}, {ImGuiKey_4, "Log"}}) {
        bench.press(key);
        bench.timed(41, [&] { bench.forget(); }).print((std::string("whole frame, ") + name).c_str(), 16);
        std::printf("{\"name\": \"  shapes in it\", \"value\": %zu, \"unit\": \"\"}\n", bench.shapes());
        io.AddMousePosEvent(700, 600);
        bench.frame();
        bool down = true;
        int turned = 0;
        bench
            .timed(41,
                   [&] {
                       io.AddMouseWheelEvent(0, down ? -0.5f : 0.5f);
                       if (++turned % 20 == 0) down = !down;
                   })
            .print((std::string("scrolling, ") + name).c_str(), 16);
    }
    bench.press(ImGuiKey_1);
    bench.press(ImGuiKey_N);
    bench.timed(41, [&] { io.AddInputCharacter('a'); }).print("a letter typed", 6);
    return 0;
}
