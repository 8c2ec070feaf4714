#include "core/readers/mail/headers.hpp"

#include "core/base/text.hpp"
#include "core/readers/charset_text.hpp"
#include "core/readers/mail/encoded.hpp"
#include "core/readers/words.hpp"

#include <map>

namespace middleground::readers {

namespace {

constexpr std::size_t longest_name = 76;

// Of "Subject: ..."; 0: it is no header.
std::size_t name_length(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon > longest_name) return 0;
    auto end = colon;
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'))
        --end; // an old form has blanks before the colon
    for (std::size_t i = 0; i < end; ++i) {
        if (static_cast<unsigned char>(line[i]) <= ' ' || line[i] == '\x7f') return 0;
    }
    return end;
}

struct Parameter {
    std::string name; // in lower case
    std::string value;
};

// Those of "x; name=value; other=\"a value\"".
std::vector<Parameter> parameters_of(std::string_view value) {
    constexpr std::size_t most = 100;
    std::vector<Parameter> list;
    for (auto at = value.find(';'); at < value.size() && list.size() < most;) {
        const auto name_begin = at + 1;
        const auto equals = value.find_first_of("=;", name_begin);
        if (equals == std::string_view::npos) break;
        if (value[equals] == ';') {
            at = equals;
            continue;
        }
        auto& added = list.emplace_back();
        added.name = lowered(trimmed(value.substr(name_begin, equals - name_begin)));
        auto i = equals + 1;
        while (i < value.size() && (value[i] == ' ' || value[i] == '\t'))
            ++i;
        if (i < value.size() && value[i] == '"') {
            for (++i; i < value.size() && value[i] != '"'; ++i) {
                if (value[i] == '\\' && i + 1 < value.size()) ++i;
                added.value += value[i];
            }
            at = value.find(';', i);
        } else {
            at = value.find(';', i);
            added.value = trimmed(value.substr(i, at == std::string_view::npos ? at : at - i));
        }
    }
    return list;
}

std::string without_percents(std::string_view text) {
    std::string with_marks(text);
    for (std::size_t i = 0; i < with_marks.size(); ++i) {
        if (with_marks[i] == '=') with_marks.replace(i, 1, "=3D"), i += 2;
        else if (with_marks[i] == '%') with_marks[i] = '=';
    }
    return from_quoted_printable(with_marks);
}

}

std::string_view Head::operator[](std::string_view name) const {
    for (const auto& header : headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

bool Head::has(std::string_view name) const {
    return std::ranges::any_of(headers, [&](const Header& header) { return header.name == name; });
}

Head read_head(std::string_view text) {
    Head head;
    auto rest = text;
    while (!rest.empty()) {
        const auto before = rest;
        const auto line = take_line(rest);
        if (line.empty()) break;
        if ((line.front() == ' ' || line.front() == '\t') && !head.headers.empty()) {
            auto& value = head.headers.back().value;
            const auto more = trimmed(line);
            if (!more.empty() && value.size() + more.size() < longest_header) value.append(1, ' ').append(more);
            continue;
        }
        const auto length = name_length(line);
        if (length == 0) {
            rest = before;
            break;
        }
        if (static_cast<int>(head.headers.size()) < most_headers) {
            head.headers.push_back({lowered(line.substr(0, length)), std::string(trimmed(line.substr(line.find(':') + 1)).substr(0, longest_header))});
        } else {
            head.headers.back().value.clear(); // what follows of it belongs to nothing
        }
    }
    head.body = text.size() - rest.size();
    return head;
}

std::string main_value(std::string_view value) {
    return lowered(trimmed(value.substr(0, value.find_first_of("; \t"))));
}

std::string parameter(std::string_view value, std::string_view name, const io::Charsets& charsets) {
    const auto list = parameters_of(value);
    std::map<int, std::string> parts;
    std::string charset;
    for (const auto& one : list) {
        if (one.name == name) return decoded_words(one.value, charsets);
        if (!one.name.starts_with(name) || one.name.size() <= name.size() || one.name[name.size()] != '*') continue;
        auto mark = std::string_view(one.name).substr(name.size() + 1);
        const bool encoded = mark.empty() || mark.ends_with('*');
        int place = 0;
        for (const char c : mark) {
            if (c >= '0' && c <= '9' && place < most_headers) place = place * 10 + (c - '0');
        }
        std::string_view content = one.value;
        if (encoded && place == 0) {
            // utf-8'en'text
            const auto first = content.find('\'');
            const auto second = first == std::string_view::npos ? first : content.find('\'', first + 1);
            if (second != std::string_view::npos) {
                charset = content.substr(0, first);
                content = content.substr(second + 1);
            }
        }
        parts[place] = encoded ? without_percents(content) : std::string(content);
    }
    std::string bytes;
    for (const auto& [place, part] : parts) {
        bytes += part;
    }
    return utf8_of(bytes, charset, charsets);
}

}
