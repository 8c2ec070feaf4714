#include "core/files/check.hpp"

#include "core/model/validate/validate.hpp"

namespace middleground::io {

std::vector<Error> broken_rules(const Deal& deal, Date today) {
    constexpr int days_ahead = 1; // no two places on earth are further apart
    return validate(deal, today + days_ahead);
}

Result<void> check(const Deal& deal, Date today) {
    auto problems = broken_rules(deal, today);
    if (problems.empty()) return {};
    return std::unexpected(std::move(problems.front()));
}

}
