#include "core/readers/transcript/transcript.hpp"

#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/readers/mail/mail_date.hpp"
#include "core/readers/transcript/cue_lines.hpp"
#include "core/readers/words.hpp"
#include "core/records/source_key.hpp"

#include <algorithm>
#include <map>

namespace middleground::readers {

namespace {

constexpr std::size_t look = 64u << 10;

int words_in(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = static_cast<unsigned char>(c) > ' ';
        words += letter && !inside ? 1 : 0;
        inside = letter;
    }
    return words;
}

bool has_cues(std::string_view text) {
    int cues = 0, lines = 0;
    while (!text.empty() && lines < 400 && cues < 2) {
        ++lines;
        cues += cue_time(take_line(text)) ? 1 : 0;
    }
    return cues >= 1;
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class Collector {
public:
    Collector(records::Transcript& transcript, records::FileRecords& records) : transcript_(transcript), records_(records) {}

    void say(const std::string& name, std::int32_t at_second, std::int32_t seconds, std::string_view words) {
        const auto text = std::string(trimmed(printed_line(words)));
        if (text.empty()) return;
        if (++cues_ > most_cues) {
            if (cues_ == most_cues + 1) records_.leave_out({}, "The transcript has more than " + std::to_string(most_cues) + " entries; the rest was left out");
            return;
        }
        const auto speaker = place_of(name);
        auto& who = transcript_.speakers[static_cast<std::size_t>(speaker)];
        who.words += words_in(text);
        who.seconds += std::clamp(seconds, 0, 3600);
        auto& said = transcript_.said;
        constexpr std::size_t longest = 4000; // bytes of one turn
        if (!said.empty() && said.back().speaker == speaker && said.back().text.size() + text.size() < longest) said.back().text += ' ' + text;
        else said.push_back({speaker, at_second, text});
    }

private:
    std::int32_t place_of(const std::string& written) {
        const auto name = turned_name(written); // "Okonkwo, Ada"
        const auto [found, is_new] = places_.emplace(folded(name), static_cast<std::int32_t>(transcript_.speakers.size()));
        if (is_new) transcript_.speakers.push_back({name, 0, 0});
        return found->second;
    }

    records::Transcript& transcript_;
    records::FileRecords& records_;
    std::map<std::string, std::int32_t> places_;
    int cues_ = 0;
};

// WebVTT and SRT, also Teams' old form without a heading.
void read_cues(std::string_view text, records::Transcript& transcript, Collector& collect) {
    std::optional<CueTime> time;
    std::string speaker; // goes on in the lines of one cue, and in the next of Zoom that names nobody
    bool skipping = false;
    bool first_line = false;
    while (!text.empty()) {
        const auto line = take_line(text);
        const auto plain = trimmed(line);
        if (plain.empty()) {
            skipping = false;
            continue;
        }
        if (const auto found = cue_time(plain)) {
            time = found;
            skipping = false;
            first_line = true;
            transcript.seconds = std::max(transcript.seconds, found->end / 1000);
            continue;
        }
        if (begins_with_word(plain, "WEBVTT") || plain == "STYLE" || plain == "REGION" || plain.starts_with("NOTE")) {
            skipping = true;
            continue;
        }
        // The name or number of a cue stands before its time.
        auto ahead = text;
        if (skipping || !time || (first_line == false && cue_time(take_line(ahead)) && (is_digits(plain) || plain.find(' ') == std::string_view::npos))) continue;
        std::string voice;
        const auto words = without_tags(plain, voice);
        std::string_view said = words;
        if (!voice.empty()) {
            speaker = voice;
        } else if (first_line) {
            if (const auto named = named_words(words)) {
                speaker = named->name;
                said = named->words;
            }
        }
        const auto seconds = first_line ? (time->end - time->begin) / 1000 : 0;
        first_line = false;
        collect.say(speaker, time->begin / 1000, seconds, said);
    }
}

// Lines with names. Times of day count from the first.
void read_names(std::string_view text, records::Transcript& transcript, Collector& collect) {
    std::string speaker;
    std::int32_t at = -1, first_clock = -1;
    bool begun = false;
    const bool plain = true;
    while (!text.empty()) {
        const auto line = trimmed(take_line(text));
        if (line.empty()) continue;
        if (const auto found = speaker_line(line, plain)) {
            begun = true;
            speaker = found->name;
            if (found->at >= 0) {
                if (found->clock && first_clock < 0) first_clock = found->at;
                at = found->clock ? std::max(found->at - first_clock, 0) : found->at;
                transcript.seconds = std::max(transcript.seconds, at);
            }
            collect.say(speaker, at, 0, found->words);
        } else if (begun) {
            collect.say(speaker, at, 0, line);
        }
    }
}

// The first lines of some programs say what it was and when: "Kestrel demo", "June 9, 2026, 4:05PM".
void read_heading(std::string_view text, records::Transcript& transcript) {
    for (int i = 0; i < 6 && !text.empty(); ++i) {
        const auto line = trimmed(take_line(text));
        if (line.empty() || begins_with_word(line, "WEBVTT")) continue;
        if (cue_time(line)) return;
        const auto day = line.size() < 100 ? mail_day(line) : std::nullopt;
        if (day && !transcript.on) transcript.on = day;
        if (speaker_line(line, true) || line.starts_with("NOTE")) return;
        if (!day && transcript.title.empty() && line.size() < 100 && !is_digits(line)) transcript.title = printed_line(line);
    }
}

// The file's name without its ending and what programs add.
std::string title_of(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos) name = name.substr(0, dot);
    if (name.starts_with("GMT") || is_one_of(name, {"transcript", "audio_transcript", "meeting_saved_closed_caption", "closed_caption", "meeting_saved_chat", "chat"})) return {};
    return printed_line(name);
}

}

std::optional<Date> day_in_name(std::string_view name) {
    for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
        if (at > 0 && name[at - 1] >= '0' && name[at - 1] <= '9') continue;
        std::string digits;
        auto i = at;
        for (; i < name.size() && digits.size() < 9; ++i) {
            if (name[i] >= '0' && name[i] <= '9') digits += name[i];
            else if (!((name[i] == '-' || name[i] == '_' || name[i] == '.') && (digits.size() == 4 || digits.size() == 6))) break;
        }
        if (digits.size() != 8 || (digits[0] != '1' && digits[0] != '2')) continue;
        const auto number = [&](std::size_t from, std::size_t count) {
            int value = 0;
            for (auto k = from; k < from + count; ++k) {
                value = value * 10 + (digits[k] - '0');
            }
            return value;
        };
        if (const auto day = Date::from_calendar(number(0, 4), number(4, 2), number(6, 2))) return *day;
    }
    return {};
}

bool looks_like_transcript(std::string_view text) {
    text = text.substr(0, look);
    if (begins_with_word(text, "WEBVTT")) return true;
    if (has_cues(text)) return true;
    // At least two speakers' lines with times, or many lines of a few names.
    int timed = 0, named = 0, full = 0;
    std::map<std::string, int> names;
    for (const auto line : lines_of(text)) {
        if (trimmed(line).empty()) continue;
        if (++full > 400) break;
        if (const auto found = speaker_line(line, false); found && found->at >= 0) ++timed;
        if (const auto found = named_words(line)) {
            ++named;
            ++names[folded(found->name)];
        }
    }
    if (timed >= 2 && timed * 6 >= full) return true;
    const bool few = names.size() >= 2 && names.size() <= 20 && named >= 4 && named * 2 >= full;
    return few && static_cast<int>(names.size()) * 2 <= named;
}

void read_transcript(std::string_view text, std::string_view name, const ReadOptions& options, records::FileRecords& records) {
    auto& transcript = records.transcripts.emplace_back();
    transcript.key = source_key("transcript", text);
    transcript.title = title_of(name);
    transcript.on = day_in_name(name);
    read_heading(text, transcript);
    if (transcript.on && *transcript.on > options.today) transcript.on.reset();
    Collector collect(transcript, records);
    if (begins_with_word(text, "WEBVTT") || has_cues(text.substr(0, look))) read_cues(text, transcript, collect);
    else read_names(text, transcript, collect);
    if (transcript.said.empty()) {
        records.transcripts.pop_back();
        records.leave_out({}, "Nobody says anything in the transcript");
    }
}

}
