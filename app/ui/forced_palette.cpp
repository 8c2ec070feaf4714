#include "app/ui/forced_palette.hpp"

namespace middleground {

namespace {

constexpr std::uint32_t channel(std::uint32_t rgb, int shift) {
    return rgb >> shift & 0xff;
}

ImU32 solid(std::uint32_t rgb) {
    return IM_COL32(channel(rgb, 16), channel(rgb, 8), channel(rgb, 0), 0xff);
}

// `percent` of `over`, the rest of `under`.
ImU32 between(std::uint32_t under, std::uint32_t over, std::uint32_t percent) {
    const auto mixed = [&](int shift) { return (channel(over, shift) * percent + channel(under, shift) * (100 - percent)) / 100; };
    return IM_COL32(mixed(16), mixed(8), mixed(0), 0xff);
}

}

bool SystemColors::is_dark() const {
    return channel(canvas, 16) * 3 + channel(canvas, 8) * 6 + channel(canvas, 0) < 1280;
}

Palette forced_palette(const SystemColors& system) {
    const auto ground = solid(system.canvas);
    const auto ink = solid(system.canvas_text);
    const auto link = solid(system.link_text);
    const auto focus = solid(system.highlight);
    const auto gray = solid(system.gray_text);
    const auto faint = between(system.canvas, system.canvas_text, 12);
    const auto chosen = between(system.canvas, system.highlight, 20);
    Palette palette{};
    auto& p = palette;
    p.background = p.surface = p.raised = p.sunken = ground;
    p.fill = p.hover = faint;
    p.push_soft = p.passive_soft = p.middle_soft = p.warn_soft = p.bad_soft = faint;
    p.line = p.line_strong = p.line_control = ink;
    p.text = p.text_muted = ink;
    p.push = p.passive = p.middle = p.warn = p.bad = ink;
    p.stance_opposed = p.stance_sceptical = p.stance_neutral = p.stance_supportive = p.stance_champion = p.stance_unknown = ink;
    p.on_stance = p.on_accent = ground;
    p.accent = p.accent_hover = link;
    p.accent_soft = chosen;
    p.focus = focus;
    p.scrim = IM_COL32(0, 0, 0, 0x99);
    p.outcome_won = link;
    p.outcome_no_decision = gray;
    p.outcome_lost = p.chart_line = ink;
    p.chart_fan = faint;
    p.chart_fan_inner = between(system.canvas, system.canvas_text, 30);
    p.chart_bar = between(system.canvas, system.canvas_text, 60);
    return palette;
}

}
