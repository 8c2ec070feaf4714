#include "app/platform/native/native_charsets.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace middleground {

namespace {

// Labels under which browsers understand more than the standard that has the name, as Windows did; iconv names those apart.
struct Name {
    std::string_view label;
    const char* iconv;
};
constexpr std::array names{
    Name{"shift_jis", "CP932"},       Name{"shift-jis", "CP932"},   Name{"sjis", "CP932"},          Name{"x-sjis", "CP932"},
    Name{"windows-31j", "CP932"},     Name{"ms_kanji", "CP932"},    Name{"gb2312", "GB18030"},      Name{"gbk", "GB18030"},
    Name{"x-gbk", "GB18030"},         Name{"gb_2312-80", "GB18030"}, Name{"euc-kr", "UHC"},         Name{"ks_c_5601-1987", "UHC"},
    Name{"korean", "UHC"},            Name{"windows-949", "UHC"},   Name{"big5", "BIG5-HKSCS"},     Name{"big5-hkscs", "BIG5-HKSCS"},
    Name{"macintosh", "MACINTOSH"},   Name{"mac", "MACINTOSH"},     Name{"x-mac-roman", "MACINTOSH"}, Name{"x-mac-cyrillic", "MAC-CYRILLIC"},
    Name{"iso-8859-9", "CP1254"},     Name{"latin5", "CP1254"},     Name{"iso-8859-11", "CP874"},   Name{"tis-620", "CP874"},
    Name{"windows-874", "CP874"},     Name{"latin2", "ISO-8859-2"}, Name{"koi8-r", "KOI8-R"},       Name{"koi8-u", "KOI8-U"},
    Name{"x-cp1250", "CP1250"},       Name{"x-cp1251", "CP1251"},
};

// A set that has one byte for each letter, some of which stand for none: browsers take those for control characters.
bool has_single_bytes(std::string_view label) {
    return label.starts_with("windows-125") || label.starts_with("cp125") || label.starts_with("x-cp125");
}

std::string iconv_name(std::string_view label) {
    for (const auto& name : names) {
        if (name.label == label) return name.iconv;
    }
    if (label.starts_with("windows-125")) return "CP" + std::string(label.substr(8));
    return std::string(label);
}

class Converter {
public:
    explicit Converter(const std::string& name) : handle_(iconv_open("UTF-8", name.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }

    bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); } // NOLINT: what iconv_open says on failure
    std::size_t convert(char** in, std::size_t* in_left, char** out, std::size_t* out_left) {
        return iconv(handle_, in, in_left, out, out_left);
    }

private:
    iconv_t handle_;
};

}

std::optional<std::string> NativeCharsets::others_to_utf8(std::string_view bytes, std::string_view label) const {
    // "//" asks iconv for more than a name; no label has it.
    if (label.empty() || label.contains('/') || label.contains('\0')) return std::nullopt;
    Converter converter(iconv_name(label));
    if (!converter.is_open()) return std::nullopt;
    std::string text;
    std::array<char, 1 << 14> buffer;
    auto* in = const_cast<char*>(bytes.data()); // iconv only reads it
    std::size_t left = bytes.size();
    bool flushing = false;
    while (true) {
        auto* out = buffer.data();
        std::size_t room = buffer.size();
        const auto result = flushing ? converter.convert(nullptr, nullptr, &out, &room) : converter.convert(&in, &left, &out, &room);
        const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
        text.append(buffer.data(), buffer.size() - room);
        if (error == 0) {
            if (flushing) return text;
            flushing = true; // what a set with states has still to say
        } else if (error == EILSEQ && has_single_bytes(label) && (static_cast<unsigned char>(*in) & 0xe0) == 0x80) {
            text += '\xc2';
            text += *in++;
            --left;
        } else if (error != E2BIG) {
            return std::nullopt;
        }
    }
}

}
