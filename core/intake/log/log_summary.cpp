#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_any_of(std::string_view text, std::string_view signs) {
    return !text.empty() && signs.contains(text.front());
}

// Between two pieces of which something stood: what only held them together goes.
std::string_view without_separators(std::string_view text) {
    for (const std::string_view closing : {"\"", "\u201d", "\u00bb"}) {
        if (text.starts_with(closing)) text.remove_prefix(closing.size());
    }
    constexpr std::string_view dashes[]{"\u2013", "\u2014"};
    for (;;) {
        text = trimmed(text);
        if (is_any_of(text, ",;:.!?)]-")) {
            text.remove_prefix(1);
        } else if (!text.empty() && std::string_view(",;:([").contains(text.back())) {
            text.remove_suffix(1);
        } else if (text.ends_with(" -")) {
            text.remove_suffix(2);
        } else if (text.starts_with(dashes[0]) || text.starts_with(dashes[1])) {
            text.remove_prefix(3);
        } else if (text.ends_with(dashes[0]) || text.ends_with(dashes[1])) {
            text.remove_suffix(3);
        } else {
            return text;
        }
    }
}

// Only "and" may stand between them.
bool go_together(const LogReading& reading, const LogClause& one, const LogClause& next) {
    const auto between = next.range.first - one.range.last;
    return next.summary && reading.match(LogList::joins, one.range.last, next.range.first).count == between;
}

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u2026");
}

}

std::string summary_of(std::string_view line, const LogReading& reading) {
    const auto& tokens = reading.tokens();
    const auto& clauses = reading.clauses;
    const bool all = reading.summary_from == 0 && std::ranges::all_of(clauses, &LogClause::summary);
    if (all) return std::string(trimmed(line));
    std::string summary;
    for (const auto& aside : reading.asides) {
        if (reading.summary_from == 0) break; // all of the line stands there
        summary += (summary.empty() ? "" : ", ") + (summary.empty() ? capitalised(reading.text(aside)) : std::string(reading.text(aside)));
    }
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        if (!clauses[i].summary || clauses[i].range.empty()) continue;
        auto last = i;
        while (last + 1 < clauses.size() && go_together(reading, clauses[last], clauses[last + 1]))
            ++last;
        const auto first = i == 0 ? reading.summary_from : clauses[i].range.first;
        const auto from = first == 0 ? 0 : tokens[first - 1].end;
        const auto behind = clauses[last].range.last;
        const auto to = behind < tokens.size() ? tokens[behind].begin : static_cast<std::uint32_t>(line.size());
        const auto text = without_separators(line.substr(from, to - from));
        i = last;
        if (text.empty()) continue;
        if (!summary.empty()) summary += ends_sentence(summary) ? " " : ", ";
        summary += summary.empty() || ends_sentence(trimmed(summary)) ? capitalised(text) : std::string(text);
    }
    return summary;
}

}
