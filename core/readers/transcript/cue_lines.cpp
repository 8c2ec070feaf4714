#include "core/readers/transcript/cue_lines.hpp"

#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/readers/mail/html_text.hpp"
#include "core/readers/words.hpp"

namespace middleground::readers {

namespace {

constexpr std::size_t longest_name = 80; // bytes

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Clock {
    std::int32_t milliseconds = 0;
    std::size_t end = 0;
    bool day_time = false; // "10:01 AM"
};

// "1:02", "00:01:02", "00:01:02.345" at `at`; two numbers are minutes and seconds.
std::optional<Clock> clock_at(std::string_view text, std::size_t at) {
    std::int64_t parts[3]{};
    int count = 0;
    std::int64_t fraction = 0;
    while (count < 3) {
        const auto begin = at;
        while (at < text.size() && is_digit(text[at]) && at - begin < 4)
            parts[count] = parts[count] * 10 + (text[at++] - '0');
        if (at == begin) return {};
        ++count;
        if (at >= text.size() || text[at] != ':' || count == 3) break;
        ++at;
    }
    if (count < 2) return {};
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
        std::int64_t unit = 100;
        for (++at; at < text.size() && is_digit(text[at]); ++at, unit /= 10) {
            fraction += (text[at] - '0') * unit;
        }
    }
    Clock clock;
    const auto seconds = count == 3 ? (parts[0] * 60 + parts[1]) * 60 + parts[2] : parts[0] * 60 + parts[1];
    clock.milliseconds = static_cast<std::int32_t>(std::min<std::int64_t>(seconds * 1000 + fraction, 1000000000));
    clock.end = at;
    const auto behind = text.substr(at, 3);
    if (begins_with_word(behind, " am") || begins_with_word(behind, " pm")) {
        clock.end += 3;
        clock.day_time = true;
    }
    return clock;
}

bool looks_like_name(std::string_view name) {
    name = trimmed(name);
    if (name.empty() || name.size() > longest_name) return false;
    const auto first = static_cast<unsigned char>(name.front());
    const bool begins_well = (first >= 'A' && first <= 'Z') || first >= 0x80 || (first >= 'a' && first <= 'z') || first == '+';
    if (!begins_well || name.find_first_of("?!;\"<>{}=") != std::string_view::npos || name.find("//") != std::string_view::npos) return false;
    if (is_one_of(name, {"http", "https", "note", "style", "region", "subject", "date", "attendees", "participants", "summary", "agenda", "action items", "topic", "duration", "meeting", "title", "re", "ps"})) return false;
    return std::ranges::count(name, ' ') <= 5;
}

std::string plain_name(std::string_view name) {
    return std::string(trimmed(printed_line(name)));
}

}

std::optional<CueTime> cue_time(std::string_view line) {
    line = trimmed(line);
    const auto begin = clock_at(line, 0);
    if (!begin) return {};
    auto at = line.find_first_not_of(" \t", begin->end);
    if (at == std::string_view::npos || line.substr(at, 3) != "-->") return {};
    at = line.find_first_not_of(" \t", at + 3);
    if (at == std::string_view::npos) return {};
    const auto end = clock_at(line, at);
    if (!end) return {};
    return CueTime{begin->milliseconds, end->milliseconds};
}

std::optional<SpeakerLine> named_words(std::string_view line) {
    line = trimmed(line);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon + 1 >= line.size() || !looks_like_name(line.substr(0, colon))) return {};
    if (line[colon + 1] != ' ' && line[colon + 1] != '\t') return {};
    return SpeakerLine{plain_name(line.substr(0, colon)), -1, trimmed(line.substr(colon + 1)), false};
}

std::optional<SpeakerLine> speaker_line(std::string_view line, bool plain) {
    line = trimmed(line);
    if (line.empty()) return {};
    SpeakerLine found;
    // The time first, perhaps in brackets.
    const bool bracket = line.front() == '[' || line.front() == '(';
    if (const auto clock = clock_at(line, bracket ? 1 : 0)) {
        auto rest = line.substr(clock->end);
        if (bracket && (rest.starts_with(']') || rest.starts_with(')'))) rest.remove_prefix(1);
        rest = trimmed(rest);
        while (rest.starts_with('-') || rest.starts_with("\u2013"))
            rest = trimmed(rest.substr(rest.front() == '-' ? 1 : 3));
        found.at = clock->milliseconds / 1000;
        found.clock = clock->day_time;
        if (rest.starts_with("From ")) {
            // Zoom's chat: "10:01:02 From Dana Ortiz to Everyone: Hello"
            const auto colon = rest.find(':');
            const auto to = std::min({rest.find(" to ", 5), rest.find(" To ", 5), colon});
            if (colon == std::string_view::npos || !looks_like_name(rest.substr(5, to - 5))) return {};
            found.name = plain_name(rest.substr(5, to - 5));
            found.words = trimmed(rest.substr(colon + 1));
            found.clock = true;
            return found;
        }
        const auto colon = rest.find(':');
        const auto name = rest.substr(0, colon);
        if (colon == std::string_view::npos || !looks_like_name(name)) return {};
        found.name = plain_name(name);
        found.words = trimmed(rest.substr(colon + 1));
        return found;
    }
    // "[Dana Ortiz] 10:01:02"
    if (line.front() == '[') {
        const auto end = line.find(']');
        const auto time = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end + 1));
        const auto clock = time.empty() ? std::nullopt : clock_at(time, 0);
        if (!clock || !looks_like_name(line.substr(1, end - 1))) return {};
        return SpeakerLine{plain_name(line.substr(1, end - 1)), clock->milliseconds / 1000, trimmed(time.substr(clock->end)), true};
    }
    // "Dana Ortiz  0:02", "Dana Ortiz (00:01:02): Hello", "Dana Ortiz | 00:01"
    const auto digit = line.find_first_of("0123456789");
    if (digit != std::string_view::npos && digit > 1 && digit <= longest_name + 4) {
        auto name = trimmed(line.substr(0, digit));
        while (name.ends_with('(') || name.ends_with('[') || name.ends_with('|') || name.ends_with('-') || name.ends_with(':') || name.ends_with(','))
            name = trimmed(name.substr(0, name.size() - 1));
        const auto clock = clock_at(line, digit);
        if (clock && looks_like_name(name)) {
            auto rest = line.substr(clock->end);
            if (rest.starts_with(')') || rest.starts_with(']')) rest.remove_prefix(1);
            const bool ends = rest.empty() || rest.starts_with(':') || trimmed(rest).empty();
            if (ends) {
                if (rest.starts_with(':')) rest.remove_prefix(1);
                return SpeakerLine{plain_name(name), clock->milliseconds / 1000, trimmed(rest), clock->day_time};
            }
        }
    }
    return plain ? named_words(line) : std::nullopt;
}

std::string without_tags(std::string_view line, std::string& voice) {
    std::string plain;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == '<') {
            const auto end = line.find('>', i);
            if (end != std::string_view::npos) {
                const auto tag = line.substr(i + 1, end - i - 1);
                // "<v.loud Dana Ortiz>"
                if (tag.starts_with("v ") || tag.starts_with("v.")) {
                    const auto blank = tag.find(' ');
                    if (blank != std::string_view::npos) voice = plain_name(tag.substr(blank));
                }
                i = end + 1;
                continue;
            }
        }
        std::size_t length = 0;
        const auto letters = line[i] == '&' ? entity_at(line, i, length) : std::string();
        if (!letters.empty()) {
            plain += letters;
            i += length;
        } else {
            plain += line[i++];
        }
    }
    return plain;
}

}
