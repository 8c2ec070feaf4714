#include "core/intake/tables/problem_lines.hpp"

#include <unordered_map>

namespace middleground {

namespace {

// What a message says whatever the row: without its numbers and what it quotes.
std::string kind_of(const ImportProblem& problem) {
    std::string kind = problem.file + '\n' + problem.column + '\n';
    bool quoted = false;
    for (const char c : problem.error.what) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c < '0' || c > '9')) kind += c;
    }
    return kind;
}

}

std::vector<std::string> problem_lines(const ImportChanges& changes) {
    constexpr int most_alike = 5;
    struct Alike {
        int all = 0;
        int said = 0;
    };
    std::unordered_map<std::string, Alike> kinds; // only looked up
    for (const auto& problem : changes.problems) kinds[kind_of(problem)].all += 1;
    std::vector<std::string> lines;
    for (const auto& problem : changes.problems) {
        auto& kind = kinds[kind_of(problem)];
        kind.said += 1;
        const int more = kind.all - most_alike;
        if (kind.said <= most_alike || more == 1) {
            lines.push_back(problem.where() + ": " + problem.error.message());
        } else if (kind.said == most_alike + 1) {
            lines.push_back(problem.file + ": " + std::to_string(more) + " more rows like these.");
        }
    }
    if (const int more = changes.problem_count - static_cast<int>(changes.problems.size()); more > 0) lines.push_back("And " + std::to_string(more) + " more.");
    return lines;
}

}
