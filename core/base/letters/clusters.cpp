#include "core/base/letters/clusters.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/run_table.hpp"
#include "generated/clusters.hpp"

namespace middleground {

namespace {

// The numbers that tools/assets/make_letters.py gives them. A syllable of Hangul is `leading` with or without what trails.
enum class Cluster : std::uint8_t {
    other,
    control,
    extend,
    joiner,
    regional,
    prepend,
    spacing,
    leading,
    vowel,
    trailing,
    pictograph,
    consonant,
    linker,
    cr,
    lf,
    nonjoiner,
    open_syllable,
    closed_syllable
};

Cluster cluster_class(const CodePoint& point) {
    static const RunTable table(letters::cluster_lengths, letters::cluster_classes);
    constexpr std::uint32_t first_syllable = 0xac00;
    constexpr std::uint32_t last_syllable = 0xd7a3;
    constexpr std::uint32_t trailing_letters = 28; // and none
    if (!point.valid) return Cluster::control;     // it, too, stays alone
    const auto c = point.value;
    if (c >= first_syllable && c <= last_syllable) {
        return (c - first_syllable) % trailing_letters == 0 ? Cluster::open_syllable : Cluster::closed_syllable;
    }
    return static_cast<Cluster>(table[c]);
}

enum class Between : std::uint8_t { boundary, none, depends };

// What is between two neighbours. Whether it depends on what stands before them only `Before` knows.
Between between(Cluster a, Cluster b) {
    using enum Cluster;
    const auto is = [](Cluster one, auto... others) { return ((one == others) || ...); };
    const auto joins = [](bool yes) { return yes ? Between::none : Between::boundary; };
    if (a == cr && b == lf) return Between::none;                                          // GB3
    if (is(a, control, cr, lf) || is(b, control, cr, lf)) return Between::boundary;        // GB4, GB5
    if (is(b, extend, joiner, spacing, linker, nonjoiner)) return Between::none;           // GB9, GB9a
    if (a == prepend) return Between::none;                                                // GB9b
    if (a == leading) return joins(is(b, leading, vowel, open_syllable, closed_syllable)); // GB6
    if (is(a, open_syllable, vowel)) return joins(is(b, vowel, trailing));                 // GB7
    if (is(a, closed_syllable, trailing)) return joins(b == trailing);                     // GB8
    const bool may_join = (is(a, extend, joiner, linker) && b == consonant) ||             // GB9c
                          (a == joiner && b == pictograph) ||                              // GB11
                          (a == regional && b == regional);                                // GB12, GB13
    return may_join ? Between::depends : Between::boundary;
}

// What of a cluster's beginning decides about its end.
class Before {
public:
    void add(Cluster next) {
        using enum Cluster;
        if (next == regional) ++flags_;
        const bool extends = next == extend || next == joiner || next == linker;
        // GB9c: a consonant, then what extends it with a linker among that.
        linked_ = in_conjunct_ && extends && (linked_ || next == linker);
        in_conjunct_ = next == consonant || (in_conjunct_ && extends);
        // GB11: a picture, what extends it, a joiner.
        joined_ = in_picture_ && next == joiner;
        in_picture_ = next == pictograph || (in_picture_ && (next == extend || next == linker || next == nonjoiner));
        last_ = next;
    }
    bool goes_on_with(Cluster next) const {
        const auto what = between(last_, next);
        if (what != Between::depends) return what == Between::none;
        if (next == Cluster::consonant) return linked_;
        if (next == Cluster::pictograph) return joined_;
        return flags_ % 2 == 1;
    }

private:
    Cluster last_ = Cluster::control;
    std::size_t flags_ = 0;
    bool in_conjunct_ = false;
    bool linked_ = false;
    bool in_picture_ = false;
    bool joined_ = false;
};

bool is_plain(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 && byte != '\r';
}

// Where the character begins that ends at `end`, which is behind the text's beginning.
std::size_t character_before(std::string_view text, std::size_t end) {
    for (std::size_t length = 1; length <= 4 && length <= end; ++length) {
        const auto point = code_point_at(text, end - length);
        if (point.valid && point.length == length) return end - length;
    }
    return end - 1;
}

}

std::size_t cluster_end(std::string_view text, std::size_t at) {
    // Nothing joins two letters of ASCII but the line end CR LF.
    if (is_plain(text, at) && (at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80)) return at + 1;
    const auto first = code_point_at(text, at);
    Before before;
    before.add(cluster_class(first));
    auto end = at + first.length;
    while (end < text.size()) {
        const auto next = code_point_at(text, end);
        const auto its_class = cluster_class(next);
        if (!before.goes_on_with(its_class)) break;
        before.add(its_class);
        end += next.length;
    }
    return end;
}

std::size_t cluster_begin(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    // The beginning of the character that `at` may be within.
    auto start = at;
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const auto point = code_point_at(text, at - back);
        if (point.valid && point.length > back) start = at - back;
    }
    // Back to where a cluster begins whatever was before, and on from there.
    auto next = cluster_class(code_point_at(text, start));
    while (start > 0) {
        const auto previous = character_before(text, start);
        const auto its_class = cluster_class(code_point_at(text, previous));
        if (between(its_class, next) == Between::boundary) break;
        start = previous;
        next = its_class;
    }
    for (auto end = cluster_end(text, start); end <= at; end = cluster_end(text, start))
        start = end;
    return start;
}

std::size_t cluster_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at = cluster_end(text, at);
    return count;
}

}
