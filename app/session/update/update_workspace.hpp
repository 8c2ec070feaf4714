#pragma once

#include "app/session/update/update.hpp"

#include <string>

namespace middleground {

// What update() does to the list of deals: each is one step that undo brings back.
void create_deal(World world, const action::CreateDeal& action);
void remove_deal(World world, const DealId& id);
void duplicate_deal(World world, const DealId& id);
void move_deal(World world, const action::MoveDeal& action);

// The samples of the program, relative to today. Adds those that are not there yet; the answer is how many.
int add_samples(World world);
void remove_samples(World world);
std::string added_samples_words(int count);

}
