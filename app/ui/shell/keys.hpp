#pragma once

#include "app/ui/context.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace middleground {

// A key that works everywhere outside of a field (those with Ctrl also inside).
struct Key {
    std::string_view keys; // "Ctrl K" as people read it; Ctrl is Cmd on a Mac
    std::string_view what;
    ImGuiKeyChord chord;
    bool in_fields = false;
    bool needs_deal = false;
    bool edits = false; // not in a preview
    void (*run)(const Context& context) = nullptr;
    std::optional<Screen> page = {}; // goes there instead
    std::optional<Screen> only_on = {}; // that page
};

std::span<const Key> all_keys();

// "Ctrl K", of what the key does in the words of its row; empty when no key does that.
std::string_view keys_for(std::string_view what);

}
