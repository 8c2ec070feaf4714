#pragma once

#include "core/codec/charset.hpp"

namespace middleground {

// The character sets that the system's iconv knows.
class NativeCharsets final : public io::Charsets {
protected:
    std::optional<std::string> others_to_utf8(std::string_view bytes, std::string_view label) const override;
};

}
