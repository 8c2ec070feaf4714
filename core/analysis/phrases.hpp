#pragma once

#include "core/analysis/wording.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The small parts that advice is put together from, with what people typed made fit to stand inside a sentence.

// One line: white space and control characters become one space, no full stop at the end; at most `longest` letters as a person counts them
// (core/base/letters/clusters.hpp), cut between words with "…".
std::string one_line(std::string_view text, int longest = 160);
// “one line”; empty stays empty.
std::string quoted(std::string_view text, int longest = 160);
// The same where the sentence ends with it: “one line.”
std::string quoted_end(std::string_view text, int longest = 160);
// A thing to give, inside a sentence: "a count of her calls", or in quotes when it does not begin like a thing.
std::string thing_to_give(std::string_view text, int longest = 160);
// With a capital first letter (ASCII).
std::string with_capital(std::string text);
// Whether what was noted can be said to the person it is about: nothing in it speaks of them as he, she or they.
bool can_be_said_to_them(std::string_view text);

// The name on one line, or "somebody".
std::string short_name(const Deal& deal, const StakeholderId& id);
// The title on one line and not too long for a sentence, or "No title yet".
std::string short_title(const Commitment& commitment);
// "Hana Ngata", "Hana Ngata and Liam O'Brien", "Hana Ngata and 5 others"
std::string short_names(const Deal& deal, const std::vector<StakeholderId>& ids);
// A label inside a sentence: "decision maker", "IT", "HR".
std::string lower_label(std::string_view label);
// "finance", "IT", "end users"; "another function" for other.
std::string function_name(Function function);
// Those who work in it, as the subject or object of a sentence: "management", "finance", "the end users".
std::string function_group(Function function);
// "Management has", "The end users have": the beginning of a sentence.
std::string function_has(Function function);
// "decision maker"
std::string role_name(Role role);

// How much of what people wrote a text repeats. Where their words do not pass our own wording check, the text is made again with less.
enum class Detail : std::uint8_t { their_words, names_only, nothing_of_theirs };

// The text at the first detail that the check finds nothing in; the last one when there is none. `text_at`: Detail -> std::string.
template <typename TextAt>
std::string clean_text(const WordingCheck& check, const TextAt& text_at) {
    for (const auto detail : {Detail::their_words, Detail::names_only}) {
        auto text = text_at(detail);
        if (check.hits(text).empty()) {
            return text;
        }
    }
    return text_at(Detail::nothing_of_theirs);
}

// Names and quotations at a given detail.
class Voice {
public:
    Voice(const Deal& deal, Detail detail) : deal_(deal), detail_(detail) {}

    bool repeats() const { return detail_ == Detail::their_words; }
    std::string name(const StakeholderId& id) const;
    std::string names(const std::vector<StakeholderId>& ids) const;
    // The title in quotes, or "this step".
    std::string step(const Commitment& commitment) const;
    // Empty unless it repeats.
    std::string quote(std::string_view text, int longest = 160) const { return repeats() ? quoted(text, longest) : std::string(); }
    std::string quote_end(std::string_view text) const { return repeats() ? quoted_end(text) : std::string(); }
    std::string gift(std::string_view text) const { return repeats() ? thing_to_give(text) : std::string(); }

private:
    const Deal& deal_;
    Detail detail_;
};

// Sentences with a space between them; empty ones are left out.
std::string in_a_row(const std::vector<std::string>& sentences);

}
