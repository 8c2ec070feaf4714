// Any text as an entry of the log, a note, the reason of a refusal and of a stance, read for facts with the words that the program has. A first
// byte of 1 to 9 says how many bytes of the text are put into the deal as a name and the account too.

#include "core/base/text.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/said.hpp"

using namespace middleground;
using namespace middleground::fuzz;

namespace {

// The text in which a fact stands.
std::string_view text_of(const Deal& deal, const SaidWhere& where) {
    switch (where.in) {
    case SaidIn::log:
        return deal.interactions[0].summary;
    case SaidIn::notes:
        return deal.stakeholders[0].notes;
    case SaidIn::deal_notes:
        return deal.notes;
    case SaidIn::stance:
        return deal.stakeholders[2].stances[where.place].why;
    case SaidIn::answer:
        return deal.commitments[1].events[where.place].why;
    case SaidIn::concern:
        return deal.concerns[0].text;
    }
    return {};
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    auto deal = test::said_deal();
    if (!text.empty() && text.front() >= 1 && text.front() <= 9) {
        const auto own = text.substr(1, static_cast<std::size_t>(text.front()));
        deal.stakeholders[0].name = own;
        deal.account = own;
        text.remove_prefix(1);
    }
    const std::string words(text);
    const auto day = Date::parse("2026-06-11").value();
    test::put(deal, {.text = words, .people = {"Frank Moser"}});
    deal.stakeholders[0].notes = words;
    deal.stakeholders[2].stances.push_back({day, Stance::sceptical, words});
    deal.commitments[1].events.push_back({CommitmentEventKind::declined, day, {{"aaaaa3"}}, {}, words, {}});
    deal.concerns.push_back({{"ddddd1"}, day, {"aaaaa3"}, words, {{ConcernEventKind::raised, day, {}}}, {}});
    deal.notes = words;
    const auto& table = *test::english().said;
    const auto today = test::said_today();
    const auto facts = said_facts(deal, nullptr, table, today);
    require(facts == said_facts(deal, nullptr, table, today), "reading is the same each time");
    for (const auto& fact : facts) {
        const auto in = text_of(deal, fact.where);
        require(fact.where.begin < fact.where.end && fact.where.end <= in.size(), "the words lie inside of the text");
        require(in.substr(fact.where.begin, fact.where.end - fact.where.begin) == fact.words, "the words are those of the text");
        require(fact.kind == SaidKind::not_before ? fact.day > today : fact.day <= today, "what is over is no fact");
        if (!first_invalid_utf8(words)) require(!first_invalid_utf8(fact.words), "words of a text are a text");
    }
    const auto copy = with_what_was_said(deal, facts);
    require(copy.has_value() == !facts.empty(), "every fact has its place");
    if (copy) require(said_facts(*copy, nullptr, table, today).empty(), "what is a member is not read again");
    return 0;
}
