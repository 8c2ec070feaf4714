#pragma once

#include "app/session/screen.hpp"
#include "app/ui/widgets/ui.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace middleground {

class Random;        // core/base/random.hpp
struct Action;       // app/session/action.hpp
struct Caches;       // app/ui/caches.hpp
struct Deal;         // core/model/deal.hpp
struct Derived;      // app/session/derived.hpp
struct Document;     // app/session/document.hpp
struct Outlook;      // app/session/forecasts.hpp
struct Surroundings; // app/ui/surroundings.hpp
struct ViewState;    // app/session/view_state.hpp

// What every view gets, whatever its page: state to read, its own drafts to change, and a list to put actions in. Lives for one frame. A view
// includes what it uses of it.
struct Context {
    const Ui& ui;
    const Document& document;
    ViewState& view;
    std::vector<Action>& actions;
    Caches& caches;
    Random& random; // for the ids of new things
    const Surroundings& around;
    Date today;
    Screen screen = Screen::deals;    // the page that is shown
    const Deal* deal = nullptr;       // the open deal or the preview; never null inside a deal's pages
    const Derived* derived = nullptr; // of that deal
    const Outlook* outlook = nullptr; // of that deal
    std::uint64_t revision = 0;       // of that deal
    bool read_only = false;           // a preview: editing controls are absent
    bool phone = false;               // under 640 wide
    bool narrow = false;              // under 1100 wide
    bool picture = false;             // drawn to be saved: without controls
    ImVec2 min;                       // the region of the page
    ImVec2 max;

    void act(Action action) const;
};

// The context of a frame of that size: works out what is known of the deal that is shown, and asks for what is not.
struct ContextParts {
    const Ui& ui;
    const Document& document;
    ViewState& view;
    std::vector<Action>& actions;
    Caches& caches;
    Random& random;
    const Surroundings& around;
    Date today;
    ImVec2 size;
};
Context context_for(const ContextParts& parts);

}
