#include "core/readers/mail/parts.hpp"

#include "core/base/text.hpp"
#include "core/readers/charset_text.hpp"
#include "core/readers/mail/encoded.hpp"
#include "core/readers/mail/html_text.hpp"
#include "core/readers/words.hpp"

#include <optional>

namespace middleground::readers {

namespace {

// Lines that go on in the next one are one (RFC 3676).
std::string unflowed(std::string_view text, bool delete_spaces) {
    std::string result;
    int depth_before = -1; // of a line that goes on; -1: none does
    for (auto line : lines_of(text)) {
        int depth = 0;
        while (line.starts_with('>')) {
            line.remove_prefix(1);
            ++depth;
        }
        if (line.starts_with(' ')) line.remove_prefix(1);
        const bool signature = line == "-- ";
        if (depth_before != depth || signature) {
            if (depth_before >= 0) result += '\n';
            result.append(static_cast<std::size_t>(depth), '>');
            if (depth > 0) result += ' ';
        }
        const bool goes_on = line.ends_with(' ') && !signature;
        if (goes_on && delete_spaces) line.remove_suffix(1);
        result += line;
        if (!goes_on) result += '\n';
        depth_before = goes_on ? depth : -1;
    }
    return result;
}

std::string decoded(const Head& head, std::string_view body) {
    const auto coding = main_value(head["content-transfer-encoding"]);
    if (coding == "base64") return from_base64(body.substr(0, longest_text / 3 * 4));
    return coding == "quoted-printable" ? from_quoted_printable(body.substr(0, longest_text)) : std::string(body.substr(0, longest_text));
}

// The parts between the marks; what stands before the first and behind the last is for programs that know no parts.
std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary, std::size_t most) {
    std::vector<std::string_view> parts;
    const auto mark = "--" + std::string(boundary);
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at < body.size() && parts.size() < most;) {
        const auto found = body.find(mark, at);
        if (found == std::string_view::npos) break;
        at = found + mark.size();
        if (found > 0 && body[found - 1] != '\n' && body[found - 1] != '\r') continue;
        const auto line_end = std::min(body.find_first_of("\r\n", at), body.size());
        const auto behind = trimmed(body.substr(at, line_end - at));
        if (!behind.empty() && behind != "--") continue; // a longer mark that begins like this one
        if (begin) parts.push_back(body.substr(*begin, found > *begin ? found - *begin : 0));
        if (behind == "--") return parts;
        auto rest = body.substr(line_end);
        take_line(rest);
        begin = at = body.size() - rest.size();
    }
    if (begin && parts.size() < most) parts.push_back(body.substr(*begin)); // cut off
    return parts;
}

class Walk {
public:
    explicit Walk(const io::Charsets& charsets) : charsets_(charsets) {}

    MailBody result;

    std::string text_of(const Head& head, std::string_view body, int depth) {
        auto type = main_value(head["content-type"]);
        if (type.find('/') == std::string::npos) type = "text/plain";
        if (type == "multipart/encrypted" || type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime") {
            result.encrypted |= type == "multipart/encrypted" || parameter(head["content-type"], "smime-type", charsets_) != "signed-data";
        }
        if (type.starts_with("multipart/")) return text_of_parts(head, body, type, depth);
        const auto name = name_of(head);
        const bool attached = main_value(head["content-disposition"]) == "attachment";
        if (type == "text/calendar" || (type == "application/ics" && result.calendars.empty())) {
            if (result.calendars.empty()) result.calendars.push_back(utf8_of(decoded(head, body), charset_of(head), charsets_));
            return {};
        }
        if ((type == "text/plain" || type == "text/html" || type == "text/enriched") && !attached) {
            auto text = utf8_of(decoded(head, body), charset_of(head), charsets_);
            if (type == "text/html") return html_text(text);
            if (same_word(parameter(head["content-type"], "format", charsets_), "flowed")) {
                text = unflowed(text, same_word(parameter(head["content-type"], "delsp", charsets_), "yes"));
            }
            return text;
        }
        if (type == "message/rfc822") {
            result.attachments.push_back(decoded_words(read_head(body)["subject"], charsets_));
        } else if (!name.empty() && (attached || !type.starts_with("image/"))) {
            result.attachments.push_back(name);
        }
        return {};
    }

private:
    std::string charset_of(const Head& head) const { return parameter(head["content-type"], "charset", charsets_); }
    std::string name_of(const Head& head) const {
        auto name = parameter(head["content-disposition"], "filename", charsets_);
        return name.empty() ? parameter(head["content-type"], "name", charsets_) : name;
    }

    std::string text_of_parts(const Head& head, std::string_view body, std::string_view type, int depth) {
        const auto boundary = parameter(head["content-type"], "boundary", charsets_);
        if (boundary.empty()) return utf8_of(body.substr(0, longest_text), "utf-8", charsets_);
        if (depth >= most_depth || count_ >= most_parts) {
            result.too_deep = true;
            return {};
        }
        const bool alternatives = type == "multipart/alternative";
        std::string text;
        bool plain = false;
        for (const auto part : parts_of(body, boundary, most_parts - count_)) {
            ++count_;
            const auto own = read_head(part);
            auto words = text_of(own, part.substr(own.body), depth + 1);
            if (trimmed(words).empty()) continue;
            const auto own_type = main_value(own["content-type"]);
            if (alternatives) {
                if (!plain) text = std::move(words);
                plain |= own_type == "text/plain" || own_type.empty();
            } else if (text.size() < longest_text) {
                if (!text.empty() && !text.ends_with('\n')) text += '\n';
                text += words;
            }
        }
        return text;
    }

    const io::Charsets& charsets_;
    std::size_t count_ = 0;
};

}

MailBody mail_body(const Head& head, std::string_view body, const io::Charsets& charsets) {
    Walk walk(charsets);
    auto text = walk.text_of(head, body, 0);
    walk.result.text = std::move(text);
    return std::move(walk.result);
}

}
