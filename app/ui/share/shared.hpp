#pragma once

#include "app/session/derived.hpp"
#include "app/ui/context.hpp"

namespace middleground {

// The open deal as a link's fragment; made when first asked for.
const Result<std::string>& link_of(const Context& context);
// What the buyer would get of it.
const DerivedCache::Shared& shared_of(const Context& context);

}
