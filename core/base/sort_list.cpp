#include "core/base/sort_list.hpp"

#include <algorithm>
#include <numeric>

namespace middleground::sorting {

std::vector<std::uint32_t> order_of(std::size_t count, const void* list, ComesBefore comes_before) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0u);
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t one, std::uint32_t other) { return comes_before(list, one, other); });
    return places;
}

}
