#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The words by which facts are recognised that stand in prose only (core/analysis/said), of one language. A pattern is a row of words,
// compared without case and accents: "send|sent the contract". "|" separates alternatives of one word, "[...]" may be missing, "*" stands for up
// to three other words, "{also}" for words of that list, "{company}" and "{contract}" for a row of those lists, "{day}" for a day,
// "{period}" for "this year"; "?" at the end wants the sentence to be a question, without it, it must be none. No pattern goes over a mark.
struct SaidWords {
    // Patterns. Those of the first five stand behind whom they speak of, those of `last_day` behind "Dana's".
    std::vector<std::string> left;       // "left {company} [on] [{day}]": somebody is gone
    std::vector<std::string> left_then;  // the same, but only with a day some days ago: "left [on] {day}"
    std::vector<std::string> leaving;    // gone from that day on: "leaves {company} on {day}"
    std::vector<std::string> not_before; // nothing happens before that day, as somebody says: "will not sign before {day}"
    std::vector<std::string> asks;       // somebody of theirs asks for the decision: "asks us to send {contract}"
    std::vector<std::string> last_day;   // "last day is [{day}]"
    std::vector<std::string> frozen;     // nothing happens before that day, whoever says it: "spending freeze until {day}"
    std::vector<std::string> refusals;   // the same, in the reason of a refusal only: "not before {day}"
    std::vector<std::string> says;       // they ask for the decision, in their own words: "please send {contract}"

    // Rows of words.
    std::vector<std::string> company;    // "the company"
    std::vector<std::string> contract;   // "the contract"
    std::vector<std::string> they;       // "he", "she", "they"
    std::vector<std::string> their;      // "her", "his"
    std::vector<std::string> we;         // "I", "we"
    std::vector<std::string> who;        // "who": the name stands before it
    std::vector<std::string> also;       // words that change nothing: "already"
    std::vector<std::string> joins;      // "and"
    std::vector<std::string> by;         // before a day that could as well be a usual word: "until May"
    std::vector<std::string> after;      // what may follow without a mark: "because"
    std::vector<std::string> doubts;     // it is not said to be so: "not", "might"
    std::vector<std::string> conditions; // it is so only if: "unless"
    std::vector<std::string> names_too;  // words that are names as well, which need their capital: "will"

    bool operator==(const SaidWords&) const = default;
};

// One place of a pattern.
struct SaidElement {
    enum class Kind : std::uint8_t { word, gap, also, company, contract, day, period } kind = Kind::word;
    std::vector<std::string> choices; // of a word, in plain letters
    bool optional = false;

    bool may_be_missing() const { return optional || kind == Kind::gap || kind == Kind::also; }
};
// The places of a pattern; empty when it cannot be read: it begins with no word, or what stands in "{...}" is unknown. `question`: it ends with
// "?".
std::vector<SaidElement> said_elements(std::string_view pattern, bool& question);

}
