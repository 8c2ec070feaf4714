#pragma once

#include "core/codec/charset.hpp"

#include <array>
#include <string>
#include <string_view>

namespace middleground::importing {

// What was done to a text on its way into a table, undone; only this folder uses it.
class CellText {
public:
    explicit CellText(const io::Charsets& charsets);

    // "&amp;" and "&#039;" are what they stand for; UTF-8 that had been read as Windows-1252 or Windows-1251 once more ("MÃ¼ller") is what it was; what
    // databases and programs write for nothing (\N, NULL, #N/A) is empty.
    void mend(std::string& value);

    int mended() const { return mended_; }
    int entities() const { return entities_; }

private:
    bool decode_entities(std::string& value) const;
    bool mend_encoding(std::string& value) const;

    struct ByteOf {
        std::string_view label;
        std::array<std::uint32_t, 128> letters{}; // of the bytes from 0x80
    };
    std::array<ByteOf, 2> sets_;
    int mended_ = 0;
    int entities_ = 0;
};

}
