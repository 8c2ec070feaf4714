#include "app/viewmodel/share_data.hpp"

#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <algorithm>

namespace middleground {

LinkLength link_length(int characters) {
    if (characters <= io::discord_limit) {
        return LinkLength::fits_everywhere;
    }
    return characters <= io::slack_limit ? LinkLength::too_long_for_discord : LinkLength::too_long_for_chat;
}

std::string grouped(int number) {
    auto text = std::to_string(number);
    for (auto place = static_cast<int>(text.size()) - 3; place > (number < 0 ? 1 : 0); place -= 3) {
        text.insert(static_cast<std::string::size_type>(place), ",");
    }
    return text;
}

std::string characters_words(int characters) {
    return grouped(characters) + (characters == 1 ? " character" : " characters");
}

std::string_view length_words(LinkLength length) {
    switch (length) {
    case LinkLength::fits_everywhere:
        return "fits every chat and e-mail";
    case LinkLength::too_long_for_discord:
        return "fits Slack, too long for Discord";
    case LinkLength::too_long_for_chat:
        return "too long for Slack and Discord, send it by e-mail";
    }
    return {};
}

std::string shortened_middle(std::string_view text, int characters) {
    const auto length = static_cast<int>(text.size());
    if (length <= characters) {
        return std::string(text);
    }
    const auto kept = std::max(0, characters - 1);
    const auto tail = std::min(kept / 4, 12);
    return std::string(text.substr(0, static_cast<std::uint32_t>(kept - tail))) + "\xE2\x80\xA6" +
           std::string(text.substr(static_cast<std::uint32_t>(length - tail)));
}

std::vector<Content> internal_contents(const Deal& deal) {
    const auto count = [](const auto& list) { return static_cast<int>(list.size()); };
    std::vector<Content> contents;
    const auto add = [&](int number, std::string what, bool is_private) {
        if (number > 0) {
            contents.push_back({std::move(what), is_private});
        }
    };
    add(count(deal.commitments),
        counted(count(deal.commitments), "commitment", "commitments") + " with dates, owners and everything asked and answered", false);
    add(count(deal.stakeholders), counted(count(deal.stakeholders), "person", "people") + " with titles and functions", false);
    add(count(deal.stakeholders), "Their stance, influence, problem, contact and your notes on them", true);
    add(count(deal.concerns), counted(count(deal.concerns), "concern", "concerns") + " and who has them", true);
    add(count(deal.interactions), counted(count(deal.interactions), "interaction", "interactions") + " of the log", true);
    add(count(deal.promises), counted(count(deal.promises), "promise", "promises") + " of ours", false);
    add(count(deal.alternatives), counted(count(deal.alternatives), "alternative", "alternatives") + " the buyer has", true);
    add(deal.amount ? 1 : 0, "The amount, " + (deal.amount ? format_money(*deal.amount) : std::string()), true);
    add(count(deal.tags), counted(count(deal.tags), "tag", "tags"), true);
    int own_fields = count(deal.fields);
    for (const auto& person : deal.stakeholders) {
        own_fields += count(person.fields);
    }
    add(own_fields, counted(own_fields, "value", "values") + " in fields of your own", true);
    add(count(deal.links), counted(count(deal.links), "link", "links") + " to documents", true);
    add(deal.notes.empty() ? 0 : 1, "Your private notes on the deal", true);
    add(is_open(deal.outcome) ? 0 : 1, "How it ended and why", true);
    add(deal.lesson.empty() ? 0 : 1, "The lesson you noted", true);
    return contents;
}

std::string about_the_buyer_words(const BuyerPlan& plan) {
    const auto hint = [](std::string_view text) {
        return "Some texts say \u201cthey\u201d or \u201ctheir\u201d, such as " + quoted(text, 80) +
               ". If that means the buyer, write \u201cyou\u201d and \u201cyour\u201d.";
    };
    for (const auto& step : plan.steps) {
        for (const auto* text : {&step.title, &step.done_when}) {
            if (!can_be_said_to_them(*text)) return hint(*text);
        }
        for (const auto& value : step.value) {
            if (!can_be_said_to_them(value.what)) return hint(value.what);
        }
    }
    return {};
}

}
