#include "core/intake/tables/reading/table_decoder.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/table_encoding.hpp"
#include "core/intake/tables/reading/table_names.hpp"

#include <algorithm>

namespace middleground::importing {

namespace {

constexpr std::size_t decoded_at_once = 1 << 20; // bytes: some milliseconds
constexpr std::size_t bytes_to_guess_by = 24 << 10;

// The lines that have letters beyond ASCII, from the first byte that is no UTF-8 on, and the first lines, where headings are.
std::string telling_lines(std::string_view bytes, std::size_t from) {
    std::string lines;
    const auto take = [&](std::size_t begin, std::size_t most) {
        while (begin < bytes.size() && lines.size() < most) {
            const auto end = std::min(bytes.find('\n', begin), bytes.size());
            const auto line = bytes.substr(begin, std::min<std::size_t>(end - begin, 4000));
            if (std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
                lines += line;
                lines += '\n';
            }
            begin = end + 1;
        }
    };
    take(0, bytes_to_guess_by / 2);
    if (from > bytes_to_guess_by / 2) {
        const auto line = bytes.rfind('\n', from);
        take(line == std::string_view::npos ? 0 : line + 1, bytes_to_guess_by);
    }
    return lines;
}

}

TableDecoder::TableDecoder(std::shared_ptr<const std::string> bytes, const io::Charsets& charsets, const KnownHeadings& headings, std::optional<std::string> chosen)
    : bytes_(std::move(bytes)), charsets_(charsets), headings_(headings), is_chosen_(chosen.has_value()) {
    const auto marked = marked_set(*bytes_);
    label_ = chosen ? std::move(*chosen) : marked.empty() ? "utf-8" : std::string(marked);
}

void TableDecoder::begin_again(std::string label) {
    label_ = std::move(label);
    text_.clear();
    decoded_ = 0;
}

double TableDecoder::share_done() const {
    return bytes_->empty() ? 1 : static_cast<double>(decoded_) / static_cast<double>(bytes_->size());
}

Result<bool> TableDecoder::step() {
    const std::string_view all = *bytes_;
    auto end = std::min(decoded_ + decoded_at_once, all.size());
    const bool whole = label_.starts_with("utf-16") || label_.starts_with("iso-2022"); // cannot be parted at line ends
    if (whole) {
        end = all.size();
    } else if (end < all.size()) {
        const auto line = all.rfind('\n', end);
        end = line == std::string_view::npos || line < decoded_ ? std::min(all.find('\n', end), all.size() - 1) + 1 : line + 1;
    }
    const auto part = all.substr(decoded_, end - decoded_);
    auto read = charsets_.to_utf8(part, label_);
    if (!read && is_chosen_) {
        return fail("The file is not written in " + encoding_name(label_), {}, "Choose another encoding.");
    }
    if (!read && whole) return fail("The file is UTF-16 that is cut off or damaged", {}, "Export it again, as CSV UTF-8.");
    if (!read && label_ == "utf-8") {
        const auto broken = decoded_ + first_invalid_utf8(part).value_or(0);
        // Where the file was cut off within its last letter, the rest still is what it is.
        constexpr std::size_t longest_letter = 4;
        const auto is_beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
        if (broken + longest_letter > all.size() && (std::ranges::any_of(text_, is_beyond_ascii) || std::ranges::any_of(part.substr(0, broken - decoded_), is_beyond_ascii))) {
            text_ += *charsets_.to_utf8(part.substr(0, broken - decoded_), label_);
            decoded_ = all.size();
            return true;
        }
        begin_again(std::string(guessed_set(telling_lines(all, broken), headings_, charsets_)));
        return false;
    }
    if (!read && label_ != "windows-1252") { // its first lines were, others are not: every byte is a letter of this one
        begin_again("windows-1252");
        return false;
    }
    // A field of a database may have one, and is mended when it is read; where they are many it is no text.
    constexpr std::size_t text_for_a_nul = 1000;
    const auto nuls = static_cast<std::size_t>(std::ranges::count(*read, '\0'));
    if (nuls * text_for_a_nul > read->size()) {
        return fail("The file contains a NUL byte, which no text has", {}, "Export it again, as CSV.");
    }
    if (text_.empty()) text_.reserve(all.size());
    text_ += *read;
    decoded_ = end;
    return decoded_ == all.size();
}

}
