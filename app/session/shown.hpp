#pragma once

#include "app/session/screen.hpp"
#include "core/base/id.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace middleground {

struct Document;
struct World;

// A deal that came by link or file and is only looked at.
struct Preview {
    Deal deal;
    std::uint64_t revision = 0;
    std::string source = {};       // "the link", "acme.json"
    std::optional<Deal> base = {}; // the state that this and the user's own copy came from, if it was kept
    bool of_team = false;          // what colleagues made of it: merging answers them
};

// What a page of no deal lies over, and what one comes back to: a page over all deals, an open deal or a preview.
using Behind = std::variant<std::monostate, DealId, Preview>;

// What is shown: exactly one of these.
namespace shown {

struct Deals {};
// What is for today. A deal is behind it only while a conversation of it is logged from there.
struct Today {
    Behind behind;
};
// `page` is a page of a deal, never `merge`: there is nothing to compare with.
struct DealPage {
    DealId id;
    Screen page = Screen::deal;
};
// `page` is a page of a deal.
struct PreviewPage {
    Preview preview;
    Screen page = Screen::deal;
};
// A plan that a seller made for the buyer, opened by whoever has the link or the file: then nothing else of the program is shown.
struct BuyerPlanPage {
    BuyerPlan plan;
    bool from_file = false;
    DealId behind = {}; // opened meanwhile, to save it as a file; empty: none
};
// What became of all deals in a week.
struct Week {
    Behind behind;
};
struct Playbooks {
    Behind behind;
};
struct Diary {
    Behind behind;
};
struct Settings {
    Behind behind;
};
struct Imports {
    Behind behind;
};

}

using Shown =
    std::variant<shown::Deals, shown::DealPage, shown::PreviewPage, shown::BuyerPlanPage, shown::Playbooks, shown::Diary, shown::Settings, shown::Imports,
                 shown::Today, shown::Week>;

// Where Document keeps it: only show() and begin_with_today() in app/session/update/show.hpp set it.
class NowShown {
public:
    const Shown& operator*() const { return shown_; }
    // The page over all deals that was shown last: what one comes back to from a deal.
    Screen home() const { return home_; }
    // The one that the program began with: what one comes back to from every other page.
    Screen first() const { return first_; }

private:
    friend void show(World world, Shown next);
    friend void begin_with_today(World world);
    Shown shown_;
    Screen home_ = Screen::deals;
    Screen first_ = Screen::deals;
};

// The page by its name; the buyer's plan, which stands on the list of deals, has that one's.
Screen screen_of(const Shown& shown);
// The open deal, on the screen or behind what is; empty: none. Never together with a preview.
const DealId& open_id(const Shown& shown);
// The copy that is looked at, on the screen or behind what is; then nothing can be edited.
const Preview* preview_of(const Shown& shown);
// The buyer's plan, when that is what is shown.
const shown::BuyerPlanPage* buyer_plan_page_of(const Shown& shown);

Screen screen_of(const Document& document);
const DealId& open_id(const Document& document);
const Preview* preview_of(const Document& document);
const shown::BuyerPlanPage* buyer_plan_page_of(const Document& document);

// What follows from what is shown. None of these changes anything; show() does.

// Gone to another page. The lists over all deals and Import leave the open deal; a preview and the buyer's plan stay until they are
// closed.
Shown gone_to(const Shown& shown, Screen screen);
// A deal opened at that page. The buyer's plan stays in front.
Shown opened(const Shown& shown, const DealId& id, Screen screen);
// A page of no deal closed: the deal or the preview behind it, else the list.
Shown come_back(const Shown& shown);
// The same without that deal, which is not in the list any more: the list where one of its pages was.
Shown without_deal(const Shown& shown, const DealId& id);

}
