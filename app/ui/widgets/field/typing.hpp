#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

namespace middleground {

// What ImGui's text input and a string of ours exchange while a person types.
struct Typing {
    std::string& value;
    int room = 0; // bytes that may still be typed
    bool edited = false;
    int left_out = 0; // letters for which there was no room
    int steps = 0;    // by Up and Down, where the input has CallbackHistory
};
// With CallbackResize, CallbackEdit, CallbackCharFilter and maybe CallbackHistory; the user data is a Typing.
int on_typing(ImGuiInputTextCallbackData* data);
// While it lives, what is pasted becomes what `change` makes of it; with none nothing happens. One at a time.
class PastedText {
public:
    explicit PastedText(std::string (*change)(std::string_view text));
    ~PastedText();
    PastedText(const PastedText&) = delete;
    PastedText& operator=(const PastedText&) = delete;

private:
    bool changes_ = false;
};
// Bytes that may still be typed into the input of that id.
int typing_room(ImGuiID id, const std::string& value, int max_bytes);

// What did not fit is said until there is room again: "500 characters at most. The rest was left out." Empty when all fitted.
std::string left_out_words(ImGuiID id, std::string_view value, int max_bytes);
// After the input; `began`: the text was entered in this frame.
void remember_left_out(ImGuiID id, const Typing& typing, bool began);

}
