#pragma once

#include "core/base/random.hpp"
#include "core/model/edit/edit.hpp"

#include <string>

// Generators for property tests. The same random numbers give the same deal everywhere.
namespace middleground::test {

// The day on which the generated deals live: 30 June 2026.
Date today();

// A valid deal (validate(deal, today()) is empty) that uses every kind of thing, event and outcome; texts hold quotes, line ends and
// letters beyond ASCII. From nothing at all to about a dozen of each thing. `extra` stays empty: its form belongs to core/codec.
Deal random_deal(Random& random);

// Any edit of the deal: most are sensible, some name things that do not exist, break a range, a date or a rule.
Edit random_edit(Random& random, const Deal& deal);

std::string random_text(Random& random);
// first .. last, both included
int between(Random& random, int first, int last);
bool one_in(Random& random, int count);

}
