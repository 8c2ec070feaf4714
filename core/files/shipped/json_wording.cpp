#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace middleground {

// What the file holds.
struct WordingFile {
    std::string language;
    std::vector<WordingPattern> patterns;
    std::optional<SaidWords> said;
};

// Only read.
using rows::row;
using rows::table_for;

template <>
const MemberTable& members_of<WordingPattern>() {
    static constexpr Member members[]{
        row<&WordingPattern::kind>("class"),
        row<&WordingPattern::match>("match"),
        row<&WordingPattern::why>("why"),
        row<&WordingPattern::instead>("instead"),
    };
    static constexpr auto table = table_for<WordingPattern>(members);
    return table;
}

template <>
const MemberTable& members_of<SaidWords>() {
    static constexpr Member members[]{
        row<&SaidWords::left>("left"),
        row<&SaidWords::left_then>("left_then"),
        row<&SaidWords::leaving>("leaving"),
        row<&SaidWords::not_before>("not_before"),
        row<&SaidWords::asks>("asks"),
        row<&SaidWords::last_day>("last_day"),
        row<&SaidWords::frozen>("frozen"),
        row<&SaidWords::refusals>("refusals"),
        row<&SaidWords::says>("says"),
        row<&SaidWords::company>("company"),
        row<&SaidWords::contract>("contract"),
        row<&SaidWords::they>("they"),
        row<&SaidWords::their>("their"),
        row<&SaidWords::we>("we"),
        row<&SaidWords::who>("who"),
        row<&SaidWords::also>("also"),
        row<&SaidWords::joins>("joins"),
        row<&SaidWords::by>("by"),
        row<&SaidWords::after>("after"),
        row<&SaidWords::doubts>("doubts"),
        row<&SaidWords::conditions>("conditions"),
        row<&SaidWords::names_too>("names_too"),
    };
    static constexpr auto table = table_for<SaidWords>(members);
    return table;
}

template <>
const MemberTable& members_of<WordingFile>() {
    static constexpr Member members[]{
        row<&WordingFile::language>("language"),
        row<&WordingFile::patterns>("patterns"),
        row<&WordingFile::said>("said"),
    };
    static constexpr auto table = table_for<WordingFile>(members);
    return table;
}

namespace io {

namespace {

struct SaidPatternList {
    std::string_view name;
    const std::vector<std::string> SaidWords::* patterns;
};
constexpr SaidPatternList said_patterns[]{
    {"left", &SaidWords::left},         {"left_then", &SaidWords::left_then}, {"leaving", &SaidWords::leaving},
    {"not_before", &SaidWords::not_before}, {"asks", &SaidWords::asks},       {"last_day", &SaidWords::last_day},
    {"frozen", &SaidWords::frozen},     {"refusals", &SaidWords::refusals},   {"says", &SaidWords::says}};

Result<void> check(const SaidWords& words) {
    for (const auto& list : said_patterns) {
        const auto& patterns = words.*list.patterns;
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            bool question = false;
            if (!said_elements(patterns[i], question).empty()) continue;
            return fail('"' + patterns[i] + "\" is no pattern", "said." + std::string(list.name) + '[' + std::to_string(i) + ']',
                        "Begin it with a word; what stands in { } is also, company, contract, day or period.");
        }
    }
    return {};
}

}

Result<WordingTable> read_wording(std::string_view text) {
    const auto file = open_file(text, FileKind::wording);
    if (!file) return std::unexpected(file.error());
    WordingFile table;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::wording), version);
    reader.members(table);
    if (reading.error) return std::unexpected(*reading.error);
    for (std::size_t i = 0; i < table.patterns.size(); ++i) {
        const auto& pattern = table.patterns[i];
        if (pattern.match.find_first_not_of(" *?|") == std::string::npos || pattern.match.front() == '*') {
            return fail("A pattern matches nothing", "patterns[" + std::to_string(i) + "].match", "Begin it with a word.");
        }
        if (pattern.why.empty() || pattern.instead.empty()) {
            return fail("A pattern does not say why, or what to say instead", "patterns[" + std::to_string(i) + "]", "Fill in both.");
        }
    }
    WordingTable ready{std::move(table.language), std::move(table.patterns), {}};
    if (table.said) {
        if (auto fine = check(*table.said); !fine) return std::unexpected(fine.error());
        ready.said = std::make_shared<const SaidPatterns>(*table.said);
    }
    return ready;
}

}

}
