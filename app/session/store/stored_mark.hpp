#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Which windows had a part in a stored text: the last number that each gave to what it wrote. A text that lacks our last number was made
// by somebody who had not seen what we wrote: two tabs saved in the same instant, and one went over the other.
// It stands at the end of the stored JSON, as the member "written" (core/files/FORMATS.md), together with a sum over the rest: whoever
// changes a stored text by other means need not know of it.
struct StoredMark {
    struct Writer {
        std::string id;
        std::uint64_t number = 0;
        bool operator==(const Writer&) const = default;
    };
    std::vector<Writer> writers; // the latest last

    // 0: it had no part.
    std::uint64_t number_of(std::string_view id) const;
    // Now the latest. Those that wrote longest ago are forgotten when there are many.
    void add(std::string_view id, std::uint64_t number);

    bool operator==(const StoredMark&) const = default;
};

// `text` is a JSON object without a mark.
std::string with_mark(std::string_view text, const StoredMark& mark);
// Nothing: the text has none, or was changed after it got one.
std::optional<StoredMark> mark_of(std::string_view text);

}
