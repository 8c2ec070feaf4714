#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/press.hpp"
#include "core/base/text.hpp"

#include <imgui_internal.h>

#include <charconv>

namespace middleground {

namespace {

// `parse` turns what was typed into a value. What is not one stays in the field with its error until it is, or until Esc.
template <typename Value, typename Parse>
std::optional<Value> typed_edit(const Ui& ui, std::string_view label, const std::string& shown, const FieldOptions& options, Parse parse) {
    const auto id = field_id(label);
    if (window_skips()) {
        takes_focus_now(id, options.focus);
        return std::nullopt;
    }
    auto found = ui.drafts.find(id);
    std::string text = found == ui.drafts.end() ? shown : found->second.text;
    auto own = options;
    if (found != ui.drafts.end()) {
        found->second.last_frame = ImGui::GetFrameCount();
        if (!found->second.error.empty()) {
            own.error = found->second.error;
        }
    }
    // A refused text that was left goes with Esc, too.
    if (found != ui.drafts.end() && is_left_by_esc(id) && !found->second.error.empty()) {
        ui.drafts.erase(id);
        return std::nullopt;
    }
    auto event = text_field(ui, label, text, own);
    // Left without a word (the field was away when the focus went): what is typed still counts.
    if (event == FieldEvent::none && found != ui.drafts.end() && found->second.error.empty() && GImGui->ActiveId != id) {
        event = FieldEvent::kept;
    }
    switch (event) {
    case FieldEvent::none:
        return std::nullopt;
    case FieldEvent::cancelled:
        ui.drafts.erase(id);
        return std::nullopt;
    case FieldEvent::changed: {
        auto& draft = ui.drafts[id];
        draft.text = text;
        draft.last_frame = ImGui::GetFrameCount();
        // An error is taken back as soon as it is none; a new one waits until the field is left.
        if (!draft.error.empty() && parse(text)) {
            draft.error.clear();
        }
        return std::nullopt;
    }
    case FieldEvent::kept:
        break;
    }
    if (text == shown) {
        ui.drafts.erase(id);
        return std::nullopt;
    }
    Result<Value> value = parse(text);
    if (!value) {
        ui.drafts[id] = {text, value.error().message(), ImGui::GetFrameCount()};
        return std::nullopt;
    }
    ui.drafts.erase(id);
    return std::optional<Value>(std::move(*value));
}

}

std::optional<std::optional<Money>> money_edit(const Ui& ui, std::string_view label, const std::optional<Money>& current,
                                               std::string_view default_currency, const FieldOptions& options) {
    using Typed = std::optional<Money>;
    const auto parse = [&](std::string_view text) -> Result<Typed> {
        if (trimmed(text).empty()) {
            return Typed{};
        }
        const auto money = parse_typed_money(text, default_currency);
        return money ? Result<Typed>(Typed(*money)) : std::unexpected(money.error());
    };
    auto value = typed_edit<Typed>(ui, label, current ? format_money(*current) : std::string(), options, parse);
    return value && *value != current ? value : std::nullopt;
}

std::optional<std::string> parsed_edit(const Ui& ui, std::string_view label, const std::string& shown,
                                       const std::function<Result<std::string>(std::string_view)>& parse, const FieldOptions& options) {
    return typed_edit<std::string>(ui, label, shown, options, parse);
}

std::optional<int> number_edit(const Ui& ui, std::string_view label, int current, int low, int high, const FieldOptions& options) {
    const auto parse = [&](std::string_view typed) -> Result<int> {
        const auto text = trimmed(typed);
        int value = 0;
        const auto end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, value);
        if (text.empty() || read.ec != std::errc() || read.ptr != end || value < low || value > high) {
            return fail("Type a number from " + std::to_string(low) + " to " + std::to_string(high));
        }
        return value;
    };
    const auto value = typed_edit<int>(ui, label, std::to_string(current), options, parse);
    return value && *value != current ? value : std::nullopt;
}

}
