#pragma once

#include "app/platform/platform.hpp"
#include "app/ui/forced_palette.hpp"
#include "app/ui/widgets/ui.hpp"
#include "core/codec/png.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace middleground {

// The whole program behind the window: document, views, saving. Needs a current ImGui context; knows nothing of SDL or GL.
// main owns it and calls, in order, for each frame: begin_frame-side of the backends, ImGui::NewFrame(), frame(), ImGui::Render().
class App {
public:
    // Reads what is stored. Fonts are added to the current ImGui context's atlas here.
    explicit App(Platform& platform);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Between NewFrame and Render: takes the platform's events, draws every view, applies the actions, saves what is due.
    void frame();

    // Logical pixels to framebuffer pixels and text size changed: called by main before NewFrame whenever the pixel ratio changes.
    // Fonts follow by themselves (dynamic atlas); this only sets the style's sizes.
    void set_pixel_ratio(float ratio);

    // Works on what takes longer than a frame has room for, for about that long; false when nothing is left. What can be seen of it is
    // drawn in the next frame: until then none is needed.
    bool work(std::int64_t at_most_ms);
    bool has_work() const;
    // Whether the user looks at how far an import is: its work may take more of the time than what else goes on beside frames.
    bool is_importing() const;

    // Milliseconds until the program must draw again without any input (toast ends, save is due); nothing: never.
    // 0 while something moves.
    std::optional<std::int64_t> wake_in_ms() const;

    std::int64_t now_ms() const; // the platform's clock
    bool is_still() const;       // the system asks for less motion

    // How many steps "back" has from what the last frame showed: what is open over the page, then the page itself; 0 on the list of deals.
    // Nothing while a step is still to be taken.
    std::optional<int> steps_back() const;
    // Something was asked to take the keyboard's focus, and has it in one of the next frames.
    bool awaits_focus() const;
    // Done one a frame; more than there are do nothing.
    void back(int steps = 1);
    // To what "back" left, as far as that is still there.
    void forward(int steps = 1);

    // Its turn at storage has come, see Platform::ask_turn: saves what is due. True: there is more to save, and it may go on in this turn.
    bool take_turn();

    // Everything that is the user's as a backup; event::BackupFileTold says when it is written.
    std::string backup();

    // Saves what is not saved yet, now. Called when the page is hidden, closed, or loses focus, and before the window closes.
    void flush();

    // Background colour of the page (0xRRGGBB), so that the surroundings match.
    std::uint32_t background_rgb() const;
    // The window's title: "Brightwater Foods - Middleground".
    std::string title() const;

    // A picture that is to be saved: the window of that name has it in this frame, and is not to be shown. Between Render and the next NewFrame;
    // the answer goes to picture_drawn, nothing when it could not be drawn.
    struct PictureFrame {
        const char* window = nullptr;
        float width = 0; // logical pixels, from the window's upper left corner
        float height = 0;
    };
    std::optional<PictureFrame> picture_frame() const;
    void picture_drawn(const std::optional<io::Raster>& raster);

    // The system's own colours in place of the look's, as with high contrast. Nothing: the look's.
    void force_colors(const std::optional<SystemColors>& colors);

    // What the page that is shown looks like on paper (HTML, complete in itself); nothing: as it is on the screen.
    std::optional<std::string> printable_page() const;
    // The open deal as `show --json` gives it; "null" when none is open.
    std::string state_json() const;
    // Whether storage holds every change; not after a save that failed. One that waits for what the user says about another tab's does not count.
    bool is_saved() const;
    // Whether something is in this window only, so that closing it would lose that. After flush().
    bool keeps_something_here() const;
    // Says so in a band, for windows that cannot ask by themselves. False: it was said before, and the window may close.
    bool warn_before_closing();
    // What the last frame showed: [{"role": "button", "label": "New deal", "value": "", "rect": [x, y, w, h], "focused": false, "disabled":
    // false}], in logical pixels.
    std::string items_json() const;

    // For the mirror that screen readers read: the next frame, which is not to be shown, takes down everything that is there, also what is scrolled
    // away; outline_json then has it (app/ui/items_json.hpp).
    void take_outline();
    std::string outline_json() const;
    // The item of that id in the outline gets the focus, and is brought into view; `press`: it is pressed, too. Ids that are gone do nothing.
    void reach_item(std::uint32_t id, bool press);
    // The field that is typed in, as the last frame showed it; nothing when none is. `value` is empty for what is secret.
    struct EditedField {
        std::string label;
        std::string error;
        std::string value;
        int begin = 0; // of what is selected, in bytes; the caret is at the end
        int end = 0;

        bool operator==(const EditedField&) const = default;
    };
    std::optional<EditedField> edited_field() const;
    // Where the page shows that field itself; nothing: it is drawn as the others are.
    const std::optional<PageField>& page_field() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}
