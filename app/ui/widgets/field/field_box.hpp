#pragma once

#include "app/ui/widgets/field/field.hpp"

namespace middleground {

// The frame that fields, selects and pickers have in common: caption above, box, error below, as one layout item.
class FieldBox {
public:
    // `height` of the box in logical pixels. The id is that of the label; what is inside lives under it.
    FieldBox(const Ui& ui, std::string_view label, const FieldOptions& options, float height);
    ~FieldBox();
    FieldBox(const FieldBox&) = delete;
    FieldBox& operator=(const FieldBox&) = delete;

    ImVec2 min() const { return min_; }
    ImVec2 max() const { return max_; }
    float padding() const { return padding_; } // from the box to the words

    enum class State : std::uint8_t { idle, hovered, active };
    void draw_fill(State state) const;
    void draw_border(State state) const;

private:
    const Ui& ui_;
    void draw_error() const;
    void draw_error_over() const;

    std::string_view error_;
    bool error_over_;
    ImGuiID field_; // of the text inside
    bool in_place_;
    ImVec2 min_;
    ImVec2 max_;
    float padding_;
};

// Height of a field of one line.
float field_height(const Ui& ui, const FieldOptions& options);
// The id of the text inside the field of that label.
ImGuiID field_id(std::string_view label);
// True once when the field was asked to take the focus and can: a window that is still being measured cannot.
bool takes_focus_now(ImGuiID id, bool asked);
// Whether Esc was pressed while the field had the keyboard's focus without being typed in. To be called in each frame from before that on: Dear
// ImGui takes the focus away before anything is drawn.
bool is_left_by_esc(ImGuiID id);
// It takes the focus when it is drawn next.
void takes_focus_next(ImGuiID id);
// Some field, or another item, was asked to take the focus and has it in one of the next frames.
bool is_focus_awaited();

}
