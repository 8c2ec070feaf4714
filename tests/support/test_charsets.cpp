// Sets that tests read without asking a system: each a table of the letters that the tests write.
#include "tests/support/import_files.hpp"

#include "core/base/code_point.hpp"

#include <array>

namespace middleground::test {

namespace {

// 0x80 to 0xff of sets with one byte a letter; 0: none.
constexpr std::u32string_view windows_1251 = U"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
constexpr std::u32string_view windows_1250 = U"€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
constexpr std::u32string_view macintosh = U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
static_assert(windows_1251.size() == 128 && windows_1250.size() == 128 && macintosh.size() == 128);

struct WideLetter {
    std::string_view bytes;
    char32_t letter;
};
constexpr WideLetter shift_jis[] = {{"\x8f\xa4", U'商'}, {"\x92\x6b", U'談'}, {"\x96\xbc", U'名'}, {"\x8e\xe6", U'取'}, {"\x88\xf8", U'引'}, {"\x90\xe6", U'先'},
                                    {"\x8b\xe0", U'金'}, {"\x8a\x7a", U'額'}, {"\x93\x8c", U'東'}, {"\x8b\x9e", U'京'}, {"\x8e\x96", U'事'}, {"\x93\xb1", U'導'}, {"\x93\xfc", U'入'}};
constexpr WideLetter gb18030[] = {{"\xbf\xcd", U'客'}, {"\xbb\xa7", U'户'}, {"\xbd\xf0", U'金'}, {"\xb6\xee", U'额'}, {"\xbd\xd7", U'阶'}, {"\xb6\xce", U'段'}, {"\xcf\xee", U'项'}, {"\xc4\xbf", U'目'},
                                  {"\xb1\xb1", U'北'}, {"\xbe\xa9", U'京'}, {"\xca\xd4", U'试'}, {"\xb5\xe3", U'点'}};
constexpr WideLetter euc_kr[] = {{"\xb0\xc5", U'거'}, {"\xb7\xa1", U'래'}, {"\xb0\xed", U'고'}, {"\xb0\xb4", U'객'}, {"\xb1\xdd", U'금'}, {"\xbe\xd7", U'액'}, {"\xbc\xad", U'서'}, {"\xbf\xef", U'울'}};

class TestCharsets final : public io::Charsets {
protected:
    std::optional<std::string> others_to_utf8(std::string_view bytes, std::string_view label) const override {
        if (label == "windows-1251") return narrow(bytes, windows_1251);
        if (label == "windows-1250") return narrow(bytes, windows_1250);
        if (label == "macintosh") return narrow(bytes, macintosh);
        if (label == "shift_jis") return wide(bytes, shift_jis);
        if (label == "gb18030") return wide(bytes, gb18030);
        if (label == "euc-kr") return wide(bytes, euc_kr);
        return std::nullopt;
    }

private:
    static std::optional<std::string> narrow(std::string_view bytes, std::u32string_view letters) {
        std::string text;
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            append_code_point(text, byte < 0x80 ? byte : letters[byte - 0x80U]);
        }
        return text;
    }

    template <std::size_t N>
    static std::optional<std::string> wide(std::string_view bytes, const WideLetter (&letters)[N]) {
        std::string text;
        for (std::size_t at = 0; at < bytes.size();) {
            if (static_cast<unsigned char>(bytes[at]) < 0x80) {
                text += bytes[at++];
                continue;
            }
            const WideLetter* found = nullptr;
            for (const auto& one : letters) {
                if (bytes.substr(at, 2) == one.bytes) found = &one;
            }
            if (!found) return std::nullopt;
            append_code_point(text, found->letter);
            at += 2;
        }
        return text;
    }
};

}

const io::Charsets& test_charsets() {
    static const TestCharsets charsets;
    return charsets;
}

}
