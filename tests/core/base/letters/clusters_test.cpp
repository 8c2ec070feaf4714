#include "core/base/letters/clusters.hpp"

#include "core/base/code_point.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace middleground;

namespace {

// From cluster to cluster, the text's ends among them.
std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> found{0};
    while (found.back() < text.size())
        found.push_back(cluster_end(text, found.back()));
    return found;
}

// Whether `cluster_begin` says of every place what the boundaries say, and these go on and end where the text does.
bool agree(std::string_view text) {
    const auto all = boundaries(text);
    if (all.back() != text.size()) return false;
    for (std::size_t at = 0, next = 0; at <= text.size(); ++at) {
        while (next + 1 < all.size() && all[next + 1] <= at)
            ++next;
        if (cluster_begin(text, at) != all[next]) return false;
    }
    return true;
}

}

TEST_CASE("clusters end where Unicode's own examples say", "[letters]") {
    std::istringstream lines(test::unicode_file("auxiliary/GraphemeBreakTest.txt"));
    int tried = 0;
    for (std::string line; std::getline(lines, line);) {
        line.resize(std::min(line.find('#'), line.size()));
        std::istringstream words(line);
        std::string text;
        std::vector<std::size_t> expected;
        for (std::string word; words >> word;) {
            if (word == "\u00f7") {
                expected.push_back(text.size());
            } else if (word != "\u00d7") {
                append_code_point(text, static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
            }
        }
        if (text.empty()) continue;
        INFO(line);
        CHECK(boundaries(text) == expected);
        CHECK(agree(text));
        ++tried;
    }
    CHECK(tried > 500);
}

TEST_CASE("what a person takes for one letter is one cluster", "[letters]") {
    const std::vector<std::pair<std::string, std::size_t>> rows{
        {"", 0},
        {"abc", 3},
        {"\r\n", 1},
        {"e\u0301", 1},
        {"\u1ec7", 1},
        {"\u0915\u094d\u0937", 1},                   // ksha, a conjunct
        {"\u0915\u094d\u200d\u0937", 1},             // the same, asked for with a joiner
        {"\u0915\u094d\u200c\u0937", 2},             // and told apart
        {"\u0928\u092e\u0938\u094d\u0924\u0947", 3}, // namaste
        {"\u0b95\u0bcd\u0bb7", 2},                   // Tamil has none
        {"\u0e17\u0e35\u0e48", 1},                   // Thai: a vowel and a tone above
        {"\u0e19\u0e49\u0e33", 1},                   // sara am
        {"\ud55c\uae00", 2},
        {"\u1112\u1161\u11ab\u1100\u1173\u11af", 2}, // the same letter by letter
        {"\u304b\u3099", 1},
        {"\u845b\U000e0100", 1}, // a variant of an ideograph
        {"\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", 1},
        {"\U0001f44d\U0001f3fd", 1},
        {"\u2764\ufe0f\u200d\U0001f525", 1},
        {"1\ufe0f\u20e3", 1},
        {"\U0001f1ef\U0001f1f5\U0001f1e9\U0001f1ea\U0001f1eb", 3},
        {"\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", 1}, // the flag of Scotland
        {"a\xff\xcc\x81", 3},                                                          // the accent has nothing to stand on
        {"\xe5\xb1", 2},
    };
    for (const auto& [text, count] : rows) {
        INFO(text);
        CHECK(cluster_count(text) == count);
        CHECK(agree(text));
    }
}

TEST_CASE("clusters of any bytes go on to the end, and back to the same places", "[letters]") {
    const std::string whole =
        "a\r\n\u0915\u094d\u0937\u1112\u1161\u11ab\U0001f468\u200d\U0001f469\U0001f1ef\U0001f1f5\U0001f1e9e\u0301\u0600\u0661";
    for (std::size_t from = 0; from <= whole.size(); ++from) {
        for (std::size_t length = 0; from + length <= whole.size(); ++length) {
            const auto part = std::string_view(whole).substr(from, length);
            if (!agree(part)) FAIL("from " << from << ", " << length << " bytes");
        }
    }
    std::mt19937 engine(7); // NOLINT: the same bytes every time
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    const std::vector<std::string> pieces{"a",      "\r",         "\n",         "\u0301",   "\u200d",
                                          "\u200c", "\U0001f468", "\U0001f3fd", "\ufe0f",   "\U0001f1ef",
                                          "\u0915", "\u094d",     "\u0937",     "\u1100",   "\u1161",
                                          "\u11ab", "\uac00",     "\uac01",     "\u0600",   "\u0903",
                                          "\xff",   "\xe0",       "\x80",       "\xf0\x9f", std::string(1, char{}),
                                          "\u3099"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::uint32_t i = random() % 24; i > 0; --i) {
            text += random() % 4 == 0 ? std::string(1, static_cast<char>(random() & 0xff)) : pieces[random() % pieces.size()];
        }
        if (!agree(text)) FAIL("round " << round);
    }
}
