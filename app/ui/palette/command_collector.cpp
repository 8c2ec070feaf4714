#include "app/ui/palette/command_collector.hpp"

#include "app/ui/shell/keys.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_shown = 80;
constexpr std::size_t least_of_second = 20; // of the group that comes second, if it has as many: no page is crowded out

}

void CommandCollector::add(Command command, std::initializer_list<std::string_view> also, std::string_view more) {
    if (command.keys.empty()) command.keys = keys_for(command.label);
    auto fit = query_.fit(command.label, more.empty() ? command.hint : command.hint + ' ' + std::string(more));
    for (const auto name : also) {
        const auto other = query_.fit(name);
        if (other.points > fit.points) fit = other;
    }
    if (fit) found_.push_back({fit, std::move(command)});
}

void CommandCollector::add_after_places(Command command) {
    const auto before = found_.size();
    add(std::move(command));
    if (found_.size() > before && !everything()) --found_.back().fit.points;
}

std::vector<Command> CommandCollector::take() {
    // Guesses only where nothing is sure.
    if (std::ranges::any_of(found_, [](const Found& one) { return !one.fit.guessed; })) {
        std::erase_if(found_, [](const Found& one) { return one.fit.guessed; });
    }
    const auto best_of = [&](Command::Group group) {
        int best = 0;
        for (const auto& one : found_) {
            if (one.command.group == group) best = std::max(best, one.fit.points);
        }
        return best;
    };
    const bool go_first = best_of(Command::Group::go) > best_of(Command::Group::act);
    const auto rank = [&](const Found& one) { return (one.command.group == Command::Group::go) == go_first ? 0 : 1; };
    sort_list(
        found_, [&](const Found& a, const Found& b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a.fit.points > b.fit.points; });
    const auto in_second = static_cast<std::size_t>(std::ranges::count_if(found_, [&](const Found& one) { return rank(one) == 1; }));
    const auto most_in_first = most_shown - std::min(in_second, least_of_second);
    std::vector<Command> commands;
    for (auto& one : found_) {
        if (commands.size() == (rank(one) == 0 ? most_in_first : most_shown)) continue;
        commands.push_back(std::move(one.command));
    }
    return commands;
}

}
