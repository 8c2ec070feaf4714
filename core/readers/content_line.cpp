#include "core/readers/content_line.hpp"

#include "core/base/text.hpp"
#include "core/readers/words.hpp"

namespace middleground::readers {

namespace {

constexpr std::size_t most_parameters = 50;

// False: the text is no content line.
bool parse(std::string_view text, ContentLine& line) {
    line = {};
    auto at = text.find_first_of(":;");
    if (at == std::string_view::npos || at == 0) return false;
    auto name = text.substr(0, at);
    if (name.find_first_of(" \t\"") != std::string_view::npos) return false;
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos) {
        line.group = lowered(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    line.name = lowered(name);
    while (at < text.size() && text[at] == ';') {
        const auto begin = ++at;
        while (at < text.size() && text[at] != '=' && text[at] != ';' && text[at] != ':')
            ++at;
        ContentLine::Parameter parameter;
        if (at < text.size() && text[at] == '=') {
            parameter.name = lowered(text.substr(begin, at - begin));
            ++at;
            bool quoted = false;
            for (; at < text.size() && (quoted || (text[at] != ';' && text[at] != ':')); ++at) {
                if (text[at] == '"') quoted = !quoted;
                else parameter.value += text[at];
            }
            // A quotation mark that is never closed took the value with it.
            if (quoted) return false;
        } else {
            parameter.value = text.substr(begin, at - begin);
        }
        if (line.parameters.size() < most_parameters) line.parameters.push_back(std::move(parameter));
    }
    if (at >= text.size()) return false;
    line.value = text.substr(at + 1);
    return true;
}

}

std::string_view ContentLine::operator[](std::string_view parameter) const {
    for (const auto& one : parameters) {
        if (one.name == parameter) return one.value;
    }
    return {};
}

bool ContentLine::is_type(std::string_view type) const {
    for (const auto& one : parameters) {
        if (!one.name.empty() && one.name != "type") continue;
        for (std::string_view rest = one.value; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            if (same_word(trimmed(rest.substr(0, comma)), type)) return true;
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return false;
}

bool ContentLines::next(ContentLine& line) {
    std::string text;
    while (!rest_.empty()) {
        number_ = taken_ + 1;
        text = take_line(rest_).substr(0, longest);
        ++taken_;
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
            const auto more = take_line(rest_).substr(1);
            ++taken_;
            if (text.size() + more.size() <= longest) text += more;
        }
        const auto colon = text.find(':');
        const bool quoted_printable = colon != std::string::npos && find_word(std::string_view(text).substr(0, colon), "quoted-printable") != std::string_view::npos;
        while (quoted_printable && text.ends_with('=') && !rest_.empty()) {
            const auto more = take_line(rest_);
            ++taken_;
            text.pop_back();
            if (text.size() + more.size() <= longest) text += more;
        }
        if (parse(text, line)) return true;
    }
    return false;
}

std::string unescaped_value(std::string_view value) {
    std::string plain;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            plain += value[i];
            continue;
        }
        const char next = value[++i];
        if (next == 'n' || next == 'N') plain += '\n';
        else if (next == ',' || next == ';' || next == '\\' || next == ':') plain += next;
        else plain.append(1, '\\').append(1, next);
    }
    return plain;
}

std::vector<std::string> values_between(std::string_view value, char separator) {
    constexpr std::size_t most = 1000;
    std::vector<std::string> values;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size() && values.size() < most; ++i) {
        if (i < value.size() && value[i] == '\\') {
            ++i;
        } else if (i >= value.size() || value[i] == separator) {
            values.push_back(unescaped_value(value.substr(begin, std::min(i, value.size()) - begin)));
            begin = i + 1;
        }
    }
    return values;
}

}
