// A line of the log, read for a deal whose names and titles are those of tests/support/log_line.cpp, with the words that the program has.
// A first byte of 1 to 9 says how many bytes of the line are put into the deal as a name and a title too.

#include "core/files/json.hpp"
#include "generated/assets.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/support/log_line.hpp"

using namespace middleground;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view line(reinterpret_cast<const char*>(data), size);
    static const auto usual = test::log_deal();
    auto deal = usual;
    if (!line.empty() && line.front() >= 1 && line.front() <= 9) {
        const auto own = line.substr(1, static_cast<std::size_t>(line.front()));
        deal.stakeholders[0].name = own;
        deal.commitments[0].title = own;
        line.remove_prefix(1);
    }
    const auto read = read_log_line(line, deal, test::english_log(), test::log_today());
    const auto broken = test::broken_promise(read, line, deal);
    fuzz::require(broken.empty(), broken.c_str());
    fuzz::require(read == read_log_line(line, deal, test::english_log(), test::log_today()), "reading is the same each time");
    fuzz::require(read.summary.size() <= line.size() + 8, "the summary holds nothing that was not typed");
    if (!first_invalid_utf8(line)) fuzz::require(!first_invalid_utf8(read.summary), "the summary of a text is a text");
    for (const auto& part : read.parts) {
        const auto words = std::string(line.substr(part.begin, part.end - part.begin));
        for (const auto& left : read_log_line(line, deal, test::english_log(), test::log_today(), std::span(&words, 1)).parts) {
            fuzz::require(line.substr(left.begin, left.end - left.begin) != words, "plain words are no part");
        }
    }
    return 0;
}
