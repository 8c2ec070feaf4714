#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_words = 6; // more are a sentence

bool begins_day(const LogReading& reading, std::size_t at, std::size_t last) {
    const auto before = reading.match(LogList::before_days, at, last).count;
    if (at + before >= last) return false;
    const auto& day = reading.day(at + before);
    return day && (day.strong || before > 0);
}

// Words that a sentence has and a place or a topic has not.
bool makes_sentence(const LogReading& reading, std::size_t at, std::size_t last) {
    using enum LogList;
    for (const auto list : {statements, answers, they, we, doubts}) {
        if (reading.match(list, at, last)) return true;
    }
    return reading.match(after_kinds, at, last) && !reading.match(places, at, last) && !reading.match(topics, at, last);
}

}

bool names_somebody(LogReading& reading, std::size_t at, std::size_t last) {
    const auto direction = reading.match(LogList::directions, at, last);
    const auto name = reading.skip(LogList::before_names, at + direction.count, last);
    return direction && (reading.known(name, last, NamePlace::expected) || reading.unknown(name, last));
}

std::size_t aside_end(LogReading& reading, std::size_t at, std::size_t last, AsideBefore what) {
    const auto place = reading.match(LogList::places, at, last);
    const auto topic = reading.match(LogList::topics, at, last);
    const auto first = at + std::max(place.count, topic.count);
    if (first == at) return at;
    for (auto end = first; end < last && end <= first + most_words; ++end) {
        const bool to_names = what == AsideBefore::people_or_day && end > first;
        if (reading.mark_before(end) == LogMark::comma && to_names && names_somebody(reading, end, last)) return end;
        if (reading.mark_before(end) > LogMark::joined) break;
        // "about an offer for Petra" is no call with her.
        const bool may_name = to_names && (place || !reading.match(LogList::by, end, last));
        if (end > first && (begins_day(reading, end, last) || (may_name && names_somebody(reading, end, last)))) {
            // "about the offer by Friday" says nothing of when they talked.
            return reading.match(LogList::by, end - 1, end) ? at : end;
        }
        if (makes_sentence(reading, end, last)) break;
    }
    return at;
}

}
