#pragma once

#include "core/base/date.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace middleground::cli {

// Which deals of a backup are taken.
enum class Archived : std::uint8_t { taken, left_out };

// Deals of all files, each id once: the first counts. False: something could not be read, and was said.
bool read_deals(const std::vector<std::string>& files, Date today, Archived which, std::vector<Deal>& deals);

}
