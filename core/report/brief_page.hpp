#pragma once

#include "core/analysis/brief.hpp"

#include <string>

namespace middleground {

// The brief as a page to print (HTML, complete in itself). What people wrote stays text.
std::string brief_page(const Brief& brief);

}
