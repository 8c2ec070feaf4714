#include "core/model/edit/backdate.hpp"

namespace middleground {

std::optional<Edit> opens_earlier(const Deal& deal, Date on) {
    if (on >= deal.opened) return {};
    edit::SetDeal set;
    set.opened = on;
    return Edit(std::move(set));
}

std::string opens_earlier_words(Date on, Date today) {
    return "The deal will then start on " + short_date(on, today);
}

}
