#include "tests/support/odd_deal.hpp"

#include "tests/support/random_deal.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace middleground::test {

namespace {

std::string utf8(std::uint32_t point) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (point >> shift & 0x3f)); };
    if (point < 0x80) return {static_cast<char>(point)};
    if (point < 0x800) return {static_cast<char>(0xc0 | point >> 6), tail(0)};
    if (point < 0x10000) return {static_cast<char>(0xe0 | point >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xf0 | point >> 18), tail(12), tail(6), tail(0)};
}

std::uint32_t odd_point(Random& random) {
    static constexpr std::array<std::uint32_t, 9> ends{0x20, 0x80, 0x100, 0x800, 0x3000, 0xd800, 0x10000, 0x20000, 0x110000};
    auto point = random.below(ends[random.below(ends.size())]);
    return point >= 0xd800 && point < 0xe000 ? point - 0x800 : point;
}

void maybe(Random& random, std::string& text) {
    if (one_in(random, 3)) text = odd_text(random);
}

// Of a JSON value in the one way the writer has.
std::string odd_value(Random& random, int depth) {
    static constexpr std::array<std::string_view, 12> scalars{
        "null", "true", "false", "0",    "-9223372036854775808",           "18446744073709551615",
        "1.50", "1e3",  "-2E-7", "\"\"", "123456789012345678901234567890", "\"\\u0001 \\\"quoted\\\" \\\\ \\n\u00e9\""};
    const auto kind = random.below(depth > 4 ? 3 : 5);
    if (kind < 3) return std::string(scalars[random.below(scalars.size())]);
    std::string text;
    for (int i = between(random, 0, 3); i > 0; --i) {
        if (!text.empty()) text += ',';
        if (kind == 4) text += "\"m" + std::to_string(i) + "\":";
        text += odd_value(random, depth + 1);
    }
    return kind == 3 ? '[' + text + ']' : '{' + text + '}';
}

}

std::string odd_text(Random& random) {
    std::string text;
    for (int i = between(random, 0, 40); i > 0; --i) {
        text += utf8(odd_point(random));
    }
    return text;
}

std::string odd_extra(Random& random) {
    std::string text;
    for (int i = between(random, 0, 3); i > 0; --i) {
        text += (text.empty() ? "{" : ",") + ("\"x_" + std::to_string(i) + "\":") + odd_value(random, 0);
    }
    return text.empty() ? text : text + '}';
}

Deal odd_deal(Random& random) {
    auto deal = random_deal(random);
    static constexpr std::array<std::string_view, 8> currencies{"EUR", "JPY", "KWD", "CLF", "USD", "XAU", "UYW", "ZZZ"};
    if (one_in(random, 2)) {
        const auto most = std::numeric_limits<std::int64_t>::max();
        const auto minor = one_in(random, 4) ? most : one_in(random, 4) ? 0 : static_cast<std::int64_t>(random.next() >> 1);
        deal.amount = Money{minor, std::string(currencies[random.below(currencies.size())])};
    }
    for (auto* text : {&deal.title, &deal.account, &deal.seller, &deal.playbook, &deal.notes, &deal.lesson}) {
        maybe(random, *text);
    }
    for (auto& person : deal.stakeholders) {
        for (auto* text : {&person.name, &person.title, &person.problem, &person.needed_outcome, &person.contact, &person.notes}) {
            maybe(random, *text);
        }
        person.extra = odd_extra(random);
    }
    for (auto& commitment : deal.commitments) {
        for (auto* text : {&commitment.step, &commitment.title, &commitment.ask, &commitment.done_when, &commitment.evidence}) {
            maybe(random, *text);
        }
        commitment.extra = odd_extra(random);
    }
    for (auto& interaction : deal.interactions) {
        maybe(random, interaction.summary);
        interaction.extra = odd_extra(random);
    }
    for (auto& line : deal.influences) {
        line.extra = odd_extra(random);
    }
    for (auto& alternative : deal.alternatives) {
        maybe(random, alternative.name);
        alternative.extra = odd_extra(random);
    }
    for (auto& promise : deal.promises) {
        maybe(random, promise.what);
        promise.extra = odd_extra(random);
    }
    for (auto& concern : deal.concerns) {
        maybe(random, concern.text);
        concern.extra = odd_extra(random);
    }
    deal.extra = odd_extra(random);
    deal.based_on = deal.notes.empty() ? std::string() : "0123456789abcdef";
    return deal;
}

std::vector<std::string> member_names(std::string_view json) {
    std::vector<std::string> names;
    while (true) {
        const auto start = json.find('"');
        if (start == std::string_view::npos) break;
        auto end = start + 1;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        if (json.substr(end + 1).starts_with(':')) names.emplace_back(json.substr(start + 1, end - start - 1));
        json.remove_prefix(end + 1);
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

}
