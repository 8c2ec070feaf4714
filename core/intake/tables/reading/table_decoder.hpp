#pragma once

#include "core/base/error.hpp"
#include "core/codec/charset.hpp"
#include "core/intake/tables/words.hpp"

#include <memory>
#include <optional>
#include <string>

namespace middleground::importing {

// The bytes of a table as text, a part at a time; only this folder uses it. Written in the set that was chosen, else in that which the bytes show: by a mark,
// as UTF-8 where they are, or guessed from the first lines that are not.
class TableDecoder {
public:
    // All outlive it.
    TableDecoder(std::shared_ptr<const std::string> bytes, const io::Charsets& charsets, const KnownHeadings& headings, std::optional<std::string> chosen);

    // A part more; true when all is text. Fails on what is not written so, and on a NUL.
    Result<bool> step();
    double share_done() const; // 0..1; goes back where the set turns out to be another
    const std::string& label() const { return label_; }
    std::string take() { return std::move(text_); }

private:
    void begin_again(std::string label);

    std::shared_ptr<const std::string> bytes_;
    const io::Charsets& charsets_;
    const KnownHeadings& headings_;
    bool is_chosen_;
    std::string label_;
    std::size_t decoded_ = 0; // bytes
    std::string text_;
};

}
