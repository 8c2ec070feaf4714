#pragma once

namespace middleground {

// One function of several, for std::visit.
template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}
