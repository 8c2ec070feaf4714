#include "app/ui/theme.hpp"

#include <imgui_internal.h>

#include <array>
#include <cmath>

namespace middleground {

namespace {

// 0xRRGGBBAA as the look's tokens write it.
constexpr ImU32 rgba(std::uint32_t value) {
    return IM_COL32(value >> 24, value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
}

struct StyleSize {
    float size;
    float line;
    float touch_size;
    float touch_line;
};

// In the order of TextStyle.
constexpr std::array<StyleSize, 8> style_sizes{{
    {28, 36, 28, 36},
    {20, 28, 20, 26},
    {15, 24, 15, 22},
    {15, 24, 15, 22},
    {13, 20, 15, 22},
    {13, 20, 15, 22},
    {13, 20, 15, 22},
    {12, 16, 12, 16},
}};

const StyleSize& sizes_of(TextStyle style) {
    return style_sizes[static_cast<std::uint32_t>(style)];
}

}

const Palette& light_palette() {
    static constexpr Palette palette{
        .background = rgba(0xF7F7F5FF),
        .surface = rgba(0xFFFFFFFF),
        .raised = rgba(0xFFFFFFFF),
        .sunken = rgba(0xEFEFEBFF),
        .fill = rgba(0xEDEDE9FF),
        .hover = rgba(0xF4F4F1FF),
        .line = rgba(0xE4E4DFFF),
        .line_strong = rgba(0xCDCDC6FF),
        .line_control = rgba(0x85857EFF),
        .text = rgba(0x1B1C1FFF),
        .text_muted = rgba(0x5C5E63FF),
        .accent = rgba(0x4F45BFFF),
        .accent_hover = rgba(0x4239A6FF),
        .accent_soft = rgba(0xEEEDFAFF),
        .on_accent = rgba(0xFFFFFFFF),
        .focus = rgba(0x4F45BFFF),
        .push = rgba(0xAD4B08FF),
        .push_soft = rgba(0xFCEDDFFF),
        .passive = rgba(0x17679AFF),
        .passive_soft = rgba(0xE2F0F8FF),
        .middle = rgba(0x0E7459FF),
        .middle_soft = rgba(0xDFF2EAFF),
        .warn = rgba(0x855C00FF),
        .warn_soft = rgba(0xFAF0D2FF),
        .bad = rgba(0xB0241CFF),
        .bad_soft = rgba(0xFBE9E7FF),
        .stance_opposed = rgba(0xA01C2AFF),
        .stance_sceptical = rgba(0xA45207FF),
        .stance_neutral = rgba(0x5C5E63FF),
        .stance_supportive = rgba(0x0C7560FF),
        .stance_champion = rgba(0x07503FFF),
        .stance_unknown = rgba(0x5C5E63FF),
        .on_stance = rgba(0xFFFFFFFF),
        .scrim = rgba(0x1B1C1F66),
        .outcome_won = rgba(0x0E7459FF),
        .outcome_no_decision = rgba(0x85857EFF),
        .outcome_lost = rgba(0xB0241CFF),
        .chart_fan = rgba(0xEEEDFAFF),
        .chart_fan_inner = rgba(0xC9C5ECFF),
        .chart_bar = rgba(0x8D86D5FF),
        .chart_line = rgba(0x4F45BFFF),
    };
    return palette;
}

const Palette& dark_palette() {
    static constexpr Palette palette{
        .background = rgba(0x121315FF),
        .surface = rgba(0x191B1EFF),
        .raised = rgba(0x222428FF),
        .sunken = rgba(0x0D0E0FFF),
        .fill = rgba(0x2B2D32FF),
        .hover = rgba(0x1F2125FF),
        .line = rgba(0x2A2C31FF),
        .line_strong = rgba(0x41444BFF),
        .line_control = rgba(0x73767DFF),
        .text = rgba(0xECECE9FF),
        .text_muted = rgba(0xA3A5AAFF),
        .accent = rgba(0x9D96F7FF),
        .accent_hover = rgba(0xB1ABFAFF),
        .accent_soft = rgba(0x282544FF),
        .on_accent = rgba(0x15131FFF),
        .focus = rgba(0x9D96F7FF),
        .push = rgba(0xF0995AFF),
        .push_soft = rgba(0x38261AFF),
        .passive = rgba(0x6DB6E2FF),
        .passive_soft = rgba(0x182C39FF),
        .middle = rgba(0x5CC5A0FF),
        .middle_soft = rgba(0x15302AFF),
        .warn = rgba(0xE2B84BFF),
        .warn_soft = rgba(0x332A14FF),
        .bad = rgba(0xF28B82FF),
        .bad_soft = rgba(0x3A2020FF),
        .stance_opposed = rgba(0xF08490FF),
        .stance_sceptical = rgba(0xEDA05AFF),
        .stance_neutral = rgba(0xA3A5AAFF),
        .stance_supportive = rgba(0x5CC5A0FF),
        .stance_champion = rgba(0xA6EBD2FF),
        .stance_unknown = rgba(0xA3A5AAFF),
        .on_stance = rgba(0x121315FF),
        .scrim = rgba(0x00000099),
        .outcome_won = rgba(0x5CC5A0FF),
        .outcome_no_decision = rgba(0x83868DFF),
        .outcome_lost = rgba(0xF28B82FF),
        .chart_fan = rgba(0x26243EFF),
        .chart_fan_inner = rgba(0x45407AFF),
        .chart_bar = rgba(0x746DC2FF),
        .chart_line = rgba(0x9D96F7FF),
    };
    return palette;
}

ImFont* Theme::font(TextStyle style) const {
    switch (style) {
    case TextStyle::number:
    case TextStyle::title:
    case TextStyle::heading:
    case TextStyle::strong:
        return fonts.semibold;
    case TextStyle::label:
        return fonts.medium;
    case TextStyle::reading:
    case TextStyle::body:
    case TextStyle::caption:
        break;
    }
    return fonts.regular;
}

float Theme::font_size(TextStyle style) const {
    // ImGui rasterises whole sizes only; measuring with the same size keeps words and boxes together.
    return std::round(px(touch ? sizes_of(style).touch_size : sizes_of(style).size));
}

float Theme::line_height(TextStyle style) const {
    return std::round(px(touch ? sizes_of(style).touch_line : sizes_of(style).line));
}

// Called in more than a thousand places: inlined it would be several kilobytes of a first visit.
[[gnu::noinline]] float Theme::px(float design) const {
    return design == std::floor(design) ? std::round(design * scale) : design * scale;
}

void apply_style(const Theme& theme) {
    auto& io = ImGui::GetIO();
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.IniFilename = nullptr;

    auto& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.FramePadding = {0, 0};
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {0, 0};
    style.WindowMinSize = {1, 1};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildRounding = 0;
    style.PopupRounding = theme.px(10);
    style.FrameRounding = theme.px(6);
    style.ScrollbarSize = theme.px(10);
    style.ScrollbarRounding = theme.px(5);
    style.GrabMinSize = theme.px(24);
    style.DisabledAlpha = 1;
    style.DisplaySafeAreaPadding = {0, 0};
    style.CircleTessellationMaxError = 0.15f;
    style.AntiAliasedLinesUseTex = false;
    style._NextFrameFontSizeBase = theme.font_size(TextStyle::body);

    const auto set = [&](ImGuiCol place, ImU32 color) { style.Colors[place] = ImGui::ColorConvertU32ToFloat4(color); };
    const auto& color = theme.color;
    for (auto& entry : style.Colors) {
        entry = {0, 0, 0, 0};
    }
    set(ImGuiCol_Text, color.text);
    set(ImGuiCol_TextDisabled, color.text_muted);
    set(ImGuiCol_WindowBg, color.background);
    set(ImGuiCol_PopupBg, color.raised);
    set(ImGuiCol_Border, color.line_strong);
    set(ImGuiCol_ScrollbarGrab, color.line_strong);
    set(ImGuiCol_ScrollbarGrabHovered, color.line_control);
    set(ImGuiCol_ScrollbarGrabActive, color.line_control);
    set(ImGuiCol_InputTextCursor, color.text);
    set(ImGuiCol_TextSelectedBg, (color.accent & ~IM_COL32_A_MASK) | 0x4Du << IM_COL32_A_SHIFT);
    set(ImGuiCol_ModalWindowDimBg, color.scrim);

    // Edges are softened over one device pixel, not one logical pixel; and the fonts that are drawn without being pushed are as sharp as
    // the pushed ones.
    auto& context = *GImGui;
    const float density = io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1;
    context.DrawListSharedData.InitialFringeScale = 1 / density;
    for (auto* font : {theme.fonts.regular, theme.fonts.medium, theme.fonts.semibold, theme.fonts.icons}) {
        if (font) {
            font->CurrentRasterizerDensity = density;
        }
    }
}

}
