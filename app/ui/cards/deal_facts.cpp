#include "app/ui/cards/deal_facts.hpp"

#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/first_event.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <set>

namespace middleground {

Edit changed_target(const Deal& deal, Date today, const std::function<void(TargetEvent&)>& change) {
    const auto* now = target_of(deal);
    auto next = now ? *now : TargetEvent{};
    next.on = today;
    change(next);
    if (!next.date) next.note.clear();
    return edit::SetTarget{std::move(next)};
}

bool target_has_passed(const Deal& deal, Date today) {
    const auto* target = target_of(deal);
    return is_open(deal.outcome) && target && target->date && *target->date < today;
}

std::string target_words(const Deal& deal, const TargetEvent& target, Date today) {
    const auto day = short_date(*target.date, today);
    if (target_has_passed(deal, today)) return "The target " + day + " has passed";
    const auto words = (target.reason == TargetReason::buyer_event ? "They want it by " : "We aim for ") + day;
    return target.note.empty() ? words : words + ": " + target.note;
}

std::string first_target_words(const Deal& deal, Date today) {
    const auto first = std::ranges::find_if(deal.targets, [](const TargetEvent& event) { return event.date.has_value(); });
    if (first == deal.targets.end()) return {};
    const auto moved = std::find_if(first, deal.targets.end(), [&](const TargetEvent& event) { return event.date != first->date; });
    if (moved == deal.targets.end()) return {};
    const auto last = std::find_if(deal.targets.rbegin(), deal.targets.rend(),
                                   [&](const TargetEvent& event) { return event.date != deal.targets.back().date; });
    // The day on which the date in force was set, not the one on which its reason was last changed.
    const auto since = last == deal.targets.rend() ? moved : last.base();
    return "First target " + short_date(*first->date, today) + (since->date ? ", moved on " : ", removed on ") +
           short_date(since->on, today);
}

std::vector<std::string> target_history(const Deal& deal, Date today) {
    std::vector<std::string> lines;
    for (auto event = deal.targets.rbegin(); event != deal.targets.rend(); ++event) {
        auto line = short_date(event->on, today) + ": ";
        if (event->date) {
            line += short_date(*event->date, today) + (event->reason == TargetReason::buyer_event ? ", their event" : ", our target");
            if (!event->note.empty()) line += ": " + event->note;
        } else {
            line += "target removed";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

DateFieldOptions opened_options(const Deal& deal, Date today, std::string& what) {
    DateFieldOptions options{.lean = DateDirection::past};
    options.latest = today;
    if (auto first = first_event(deal); first && first->on <= today) {
        what = std::move(first->what);
        options.latest = first->on;
        options.latest_is = what;
    }
    return options;
}

std::string distance_words(Date date, Date today) {
    const int days = date - today;
    constexpr int few_weeks = 14;
    constexpr int many_weeks = 26 * 7;
    const int distance = std::abs(days);
    if (distance < few_weeks) return relative_days(date, today);
    const auto words = distance < many_weeks ? counted(distance / 7, "week", "weeks") : counted(distance / 30, "month", "months");
    return days > 0 ? "in " + words : words + " ago";
}

namespace {

// The own tags, and behind them in order those that `each` gives of all other things.
template <typename Each>
std::vector<std::string> known_names(const std::vector<Tag>& own, Each each) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const auto& tag : own) {
        names.push_back(tag.name);
        seen.insert(folded(tag.name));
    }
    const auto count = static_cast<std::ptrdiff_t>(names.size());
    each([&](const std::vector<Tag>& tags) {
        for (const auto& tag : tags) {
            if (seen.insert(folded(tag.name)).second) names.push_back(tag.name);
        }
    });
    sort_list(std::ranges::subrange(names.begin() + count, names.end()));
    return names;
}

}

std::vector<std::string> known_tags(const Document& document, const Deal& deal) {
    return known_names(deal.tags, [&](const auto& add) {
        for (const auto& entry : document.entries) {
            add(entry.deal.tags);
        }
    });
}

std::vector<std::string> known_person_tags(const Document& document, const Stakeholder& person) {
    return known_names(person.tags, [&](const auto& add) {
        for (const auto& entry : document.entries) {
            for (const auto& one : entry.deal.stakeholders) {
                add(one.tags);
            }
        }
    });
}

std::string joined_tags(const std::vector<Tag>& tags) {
    std::string words;
    for (const auto& tag : tags) {
        words += (words.empty() ? "" : ", ") + tag.name;
    }
    return words;
}

std::vector<Tag> with_tag(std::vector<Tag> tags, std::string_view name) {
    const auto word = trimmed(name);
    const auto same = [&](const Tag& tag) { return folded(tag.name) == folded(word); };
    if (!word.empty() && std::ranges::none_of(tags, same)) tags.push_back({std::string(word)});
    return tags;
}

std::string origin_words(const DealOrigin& origin) {
    return origin.system == OriginSystem::other ? "another program" : std::string(label_of(origin.system));
}

void open_details(const Context& context, std::string_view field) {
    if (!context.deal) return;
    context.view.details_open = true;
    context.view.more_open = false;
    context.view.focus_field = field;
}

}
