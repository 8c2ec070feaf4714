#pragma once

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/own_odds.hpp"
#include "app/platform/platform.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/widgets/ui.hpp"
#include "core/base/random.hpp"

namespace middleground {

class DealsCache; // app/viewmodel/deals_cache.hpp

// What every view gets: state to read, its own drafts to change, and a list to put actions in. Lives for one frame.
struct Context {
    const Ui& ui;
    const Document& document;
    DerivedCache& derived_cache;
    ForecastCache& forecasts;
    DealsCache& deals_cache;
    const OwnOdds& own_odds;
    ViewState& view;
    Actions& actions;
    Random& random; // for the ids of new things
    Date today;
    std::int64_t now_ms = 0;
    const Deal* deal = nullptr;       // the open deal or the preview; never null inside a deal's pages
    const Derived* derived = nullptr; // of that deal
    const Outlook* outlook = nullptr; // of that deal
    std::uint64_t revision = 0;       // of that deal
    Screen screen = Screen::deals;    // the page that is shown
    bool read_only = false;           // a preview: editing controls are absent
    bool still = false;               // the system asks for less motion
    bool phone = false;               // under 640 wide
    bool narrow = false;              // under 1100 wide
    bool picture = false;             // drawn to be saved: without controls
    std::string link_base;            // address that links are made with, without fragment
    StorageUsage usage;
    std::string storage_place; // "on this device"
    bool day_given = false;    // today is not the clock's day, but one that the address or the environment says
    ImVec2 min;                // the region of the page
    ImVec2 max;

    // What forecasts read besides the deal: the playbooks have the odds of the user's own deals.
    Knowledge forecast_knowledge() const { return {own_odds.playbooks(), document.wording}; }
    // The open deal as a link's fragment; made when first asked for.
    const Result<std::string>& link() const { return derived_cache.link(*deal, revision); }
    // What the buyer would get of it.
    const DerivedCache::Shared& shared() const {
        return derived_cache.shared(*deal, find_playbook(document, deal->playbook), revision, today);
    }
    void act(Action action) const { actions.push_back(std::move(action)); }
};

}
