#include "core/model/words/shown_name.hpp"

#include "core/base/text.hpp"

namespace middleground {

std::string text_or(std::string_view text, std::string_view words) {
    text = trimmed(text);
    return std::string(text.empty() ? words : text);
}

std::string deal_name(const Deal& deal) {
    return text_or(deal.account, text_or(deal.title, untitled_deal));
}

std::string shown_title(const Commitment& commitment) {
    return text_or(commitment.title, no_title_yet);
}

std::string joined_names(const Deal& deal, const std::vector<StakeholderId>& people) {
    std::vector<std::string> names;
    names.reserve(people.size());
    for (const auto& id : people) {
        names.push_back(name_of(deal, id));
    }
    return joined(names);
}

}
