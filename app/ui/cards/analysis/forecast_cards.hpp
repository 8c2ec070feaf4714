#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The cards of the forecast; each is the last ImGui item when it returns. Heights are at least, logical. Those of the Forecast page need
// context.outlook->forecast of a deal that is not settled.
void draw_forecast_card(const Context& context, float width, float height); // on Deal: chance, date, outcomes; forecast_card.cpp
void draw_fan_card(const Context& context, float width, float height);      // when each commitment is kept; forecast_fan.cpp
void draw_outcomes_card(const Context& context, float width);               // how it ends; forecast_outcomes.cpp
void draw_what_if_card(const Context& context, float width, float height);  // forecast_outcomes.cpp
void draw_drivers_card(const Context& context, float width, float height);  // what moves it most; forecast_drivers.cpp
void draw_odds_card(const Context& context, float width);                   // each commitment's odds and dates; forecast_odds.cpp

// Inside the dialog that explains (explained.cpp).
void draw_explained_forecast(const Context& context);
void draw_explained_odds(const Context& context);

}
