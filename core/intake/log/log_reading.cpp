#include "core/intake/log/log_reading.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int most_new_names = 12; // in one line; what comes then is no list of people

LogDate date_of(const DatePhrase& phrase) {
    LogDate date{static_cast<std::uint32_t>(phrase.begin), static_cast<std::uint32_t>(phrase.end), {}, {}};
    if (const auto* day = std::get_if<Date>(&phrase.day)) {
        date.day = *day;
    } else if (const auto* two = std::get_if<AmbiguousDate>(&phrase.day)) {
        date.day = two->first;
        date.other = two->second;
    }
    return date;
}

}

LogReading::LogReading(std::string_view line, const Deal& deal, const LogPhrases& phrases, Date today, std::span<const std::string> plain)
    : line_(line), deal_(deal), phrases_(phrases), today_(today), plain_(plain), tokens_(log_tokens(line)), names_(deal, phrases),
      titles_(deal, phrases) {
    find_days();
}

void LogReading::find_days() {
    days_.resize(tokens_.list.size());
    for (std::size_t at = 0; at < tokens_.list.size(); ++at) {
        const auto past = find_date_phrase(line_, tokens_.list[at].begin, today_, DateDirection::past);
        if (!past) continue;
        const auto future = find_date_phrase(line_, tokens_.list[at].begin, today_, DateDirection::future);
        const auto deadline = find_date_phrase(line_, tokens_.list[at].begin, today_, DateDirection::future, PeriodDay::last);
        auto behind = at;
        while (behind < tokens_.list.size() && tokens_.list[behind].begin < past->end)
            ++behind;
        const bool whole_words = behind > at && tokens_.list[behind - 1].end <= past->end;
        if (!future || future->end != past->end || !deadline || deadline->end != past->end || !whole_words) continue;
        days_[at] = {behind - at, date_of(*past), date_of(*future), date_of(*deadline), past->strength == PhraseStrength::strong};
    }
}

PhraseMatch LogReading::match(LogList list, std::size_t at, std::size_t last) const {
    if (at >= last) return {};
    return phrases_.match(list, std::span(tokens_.list).subspan(at, last - at));
}

std::size_t LogReading::skip(LogList list, std::size_t at, std::size_t last) const {
    while (const auto found = match(list, at, last))
        at += found.count;
    return at;
}

TitleMatch LogReading::title(std::size_t at, std::size_t last) const {
    if (at >= last) return {};
    return titles_.match(std::span(tokens_.list).subspan(at, last - at));
}

NameMatch LogReading::known(std::size_t at, std::size_t last, NamePlace place) const {
    if (at >= last) return {};
    return names_.known(std::span(tokens_.list).subspan(at, last - at), place);
}

NameMatch LogReading::unknown(std::size_t at, std::size_t last) {
    if (at >= last || new_names_ == most_new_names) return {};
    const auto found = names_.unknown(std::span(tokens_.list).subspan(at, last - at));
    if (found) ++new_names_;
    return found;
}

LogMark LogReading::mark_before(std::size_t at) const {
    return at < tokens_.list.size() ? tokens_.list[at].before : tokens_.after;
}

std::string_view LogReading::text(TokenRange range) const {
    if (range.empty()) return {};
    const auto begin = tokens_.list[range.first].begin;
    return line_.substr(begin, tokens_.list[range.last - 1].end - begin);
}

std::string LogReading::text_from(std::size_t first, std::size_t last) const {
    const auto article = match(LogList::articles, first, last);
    if (first + article.count < last) first += article.count;
    return capitalised(text({first, last}));
}

bool LogReading::add(TokenRange range, LogMeaning meaning) {
    if (range.empty() || std::ranges::find(plain_, text(range)) != plain_.end()) return false;
    parts.push_back({tokens_.list[range.first].begin, tokens_.list[range.last - 1].end, std::move(meaning)});
    return true;
}

PeopleMatch people_at(const LogReading& reading, std::size_t at, std::size_t last, NamePlace place) {
    PeopleMatch match{{}, at};
    while (at < last) {
        const auto name = reading.known(at, last, place);
        if (name.ids.size() != 1) break;
        if (std::ranges::find(match.people, name.ids.front()) == match.people.end()) match.people.push_back(name.ids.front());
        match.next = at + name.count;
        at = match.next;
        if (const auto join = reading.match(LogList::joins, at, last)) {
            at += join.count;
        } else if (at >= last || reading.tokens()[at].before != LogMark::plus) {
            break;
        }
    }
    return match;
}

DueMatch due_at(const LogReading& reading, std::size_t at, std::size_t last, DueKind kind) {
    // "in 2 weeks" is a day from its first word on, "by fri" from its second.
    const auto by = reading.match(LogList::by, at, last);
    for (const auto skipped : {std::size_t{0}, by.count}) {
        const auto day_at = at + skipped;
        if (day_at >= last) break;
        const auto& day = reading.day(day_at);
        if (!day || day_at + day.count > last || (!day.strong && skipped == 0)) continue;
        // In June "by 12.5." is no day of next year.
        const auto& due = kind == DueKind::deadline ? day.deadline : day.future;
        const bool has_been = reading.today() - day.past.day < near_days && due.day - reading.today() > far_days;
        if (due.day >= reading.today() && !has_been) return {due, day_at + day.count};
    }
    return {{}, at};
}

DueInside due_inside(const LogReading& reading, TokenRange range, DueKind kind) {
    DueInside found{{}, range};
    for (auto at = range.first; at < range.last;) {
        const auto due = due_at(reading, at, range.last, kind);
        if (!due.due) {
            ++at;
            continue;
        }
        found.due = due.due;
        found.rest = range;
        if (due.next == range.last) found.rest.last = at;
        if (at == range.first) found.rest.first = due.next;
        at = due.next;
    }
    return found;
}

TitlesMatch titles_at(const LogReading& reading, std::size_t at, std::size_t last) {
    TitlesMatch titles{{}, at};
    while (at < last) {
        at += reading.match(LogList::articles, at, last).count;
        const auto title = reading.title(at, last);
        if (!title) break;
        titles.list.push_back({title.commitment, {at, at + title.count}});
        at += title.count;
        titles.next = at;
        if (const auto join = reading.match(LogList::joins, at, last)) {
            at += join.count;
        } else if (at >= last || reading.tokens()[at].before != LogMark::plus) {
            break;
        }
    }
    return titles;
}

DueMatch not_before_at(const LogReading& reading, std::size_t at, std::size_t last) {
    const auto words = reading.match(LogList::not_before, at, last);
    if (!words) return {{}, at};
    const auto next = reading.skip(LogList::before_days, at + words.count, last);
    if (next >= last) return {{}, at};
    const auto& day = reading.day(next);
    if (!day || next + day.count > last || day.future.day <= reading.today()) return {{}, at};
    return {day.future, next + day.count};
}

}
