#pragma once

#include "app/app.hpp"
#include "app/session/back.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/shipped.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/update.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace middleground {

// What the program is made of: app.cpp has what a frame does, app_answers.cpp what the window and the page ask in between.

inline constexpr std::int64_t toast_ms = 8000;

inline std::optional<std::int64_t> earlier(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

// An item of the outline that is to get the focus, and whether it is pressed besides.
struct Reach {
    ImGuiID id = 0;
    bool press = false;
};

struct App::Impl {
    explicit Impl(Platform& p) : platform(p), random(p.seed()), fonts(load_fonts(p.fonts())) {}

    Platform& platform;
    Random random;
    Fonts fonts;
    Document document;
    ViewState view;
    Caches caches;
    LogDraftWatch draft_watch;
    std::vector<Item> items;
    Outline outline;              // as it was taken down last
    bool takes_outline = false;   // in this frame
    std::optional<Reach> to_reach; // in the next
    StorageUsage usage;
    bool usage_known = false; // counting it reads everything that is stored: only where it is shown
    Theme theme;
    std::optional<PageField> page_field; // as the last frame has it
    std::optional<SystemColors> forced_colors;
    ImVec2 picture; // view.picture's size in this frame, logical
    bool import_goes_on = false;
    bool import_moved = false;        // since its progress was drawn
    std::int64_t import_drawn_ms = 0; // when that was
    bool count_goes_on = false; // how much is for today is worked out
    bool doubles_go_on = false; // deals that may be there twice are looked for
    bool search_goes_on = false; // words are looked for in all deals
    bool redraw = true; // something changed after the last frame was drawn
    bool has_drawn = false; // the first picture, before which nothing is saved that can be saved after it
    std::vector<Playbook> first_playbooks; // what was worked out before then may refer to them
    bool is_complete = false; // all that comes with the program has been read, not only what the first picture needs
    bool phone = false;
    bool turn_asked = false; // and has not come yet
    std::uint64_t backup_revision = 0; // of the document when App::backup was last asked
    int steps = 0;             // still to be taken: forward, or back when negative
    std::vector<LeftPage> left; // by "back"; the last one is the next that "forward" has

    World world() { return {document, view, platform, random}; }

    bool is_dark() const {
        if (forced_colors) return forced_colors->is_dark();
        return document.settings.theme == ThemeChoice::dark || (document.settings.theme == ThemeChoice::system && platform.prefers_dark());
    }

    // Deals and drafts that wait, but not for the turn that was asked for.
    std::optional<std::int64_t> save_in_ms() const {
        if (turn_asked) return {};
        const auto now = platform.now_ms();
        return earlier(next_save_in_ms(document, now), draft_watch.due_in_ms(now));
    }
    void save(SaveWhen when);
    void save_in_turn();
    void take_shipped(Shipped shipped);
    void complete();
    void take_events();
    void refresh_theme();
    void draw();
    void reach();
    void keep_diaries();
    void take_step();
    void go_back();
    void go_forward();
    void work_on_import(std::int64_t until_ms);
    void work_on_count(std::int64_t until_ms);
    void look_for_doubles(std::int64_t until_ms);
    void work_on_search(std::int64_t until_ms);
    Derived derived_with_forecast(const Deal& deal); // of the deal that is shown; waits for its forecast if it must
};

}
