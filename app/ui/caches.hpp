#pragma once

#include "app/session/base_chances.hpp"
#include "app/session/derived.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/own_odds.hpp"
#include "app/session/diary/own_record.hpp"
#include "app/viewmodel/agenda/agenda_cache.hpp"
#include "app/viewmodel/agenda/week_cache.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "app/viewmodel/doubles/doubles_data.hpp"
#include "app/viewmodel/search/deal_search.hpp"

namespace middleground {

// What is worked out from the document, and kept for as long as it holds.
struct Caches {
    DerivedCache derived;
    ForecastCache forecasts;
    DealsCache deals;
    DoublesCache doubles;
    DealSearch search;         // of the page Deals
    DealSearch palette_search;
    OwnOdds own_odds;
    BaseChances base_chances;
    OwnRecord own_record;
    AgendaCache agenda;
    WeekCache week;
};

}
