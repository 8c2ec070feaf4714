#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The beginning of a line, item by item. Nothing is kept before it is clear that the line begins so.
class Head {
public:
    explicit Head(LogReading& reading) : reading_(reading), last_(reading.tokens().size()) {}

    void read() {
        while (at_ < last_ && goes_on() && (read_day() || read_kind() || read_names() || read_their_kind() || read_aside())) {
        }
        closed_ = at_ == last_ || reading_.mark_before(at_) > LogMark::plus;
        if (is_head()) keep();
    }

private:
    enum class Item : std::uint8_t { nothing, kind, day, names, aside };
    struct Found {
        TokenRange range;
        LogMeaning meaning;
    };

    // Whether the mark before the next word leaves it in the same beginning.
    bool goes_on() {
        if (at_ == 0) return true;
        const auto mark = reading_.mark_before(at_);
        if (mark <= LogMark::plus) return true;
        if (ends_name(mark)) {
            after_mark_ = mark == LogMark::close; // a comma may stand there, too
            return true;
        }
        if (mark >= LogMark::semicolon && mark != LogMark::colon) return false;
        // "3 Jun: call with Marcus", "Fwd: Priya:", "call, Marcus, yesterday:"
        after_mark_ = true;
        if (!kind_ && kind_at(at_)) return true;
        if (mark != LogMark::comma && !names_ && kind_ && ends_item(at_, reading_.known(at_, last_, NamePlace::expected).count))
            return true;
        if (mark == LogMark::comma && item_ == Item::names) return true; // read_names and read_day look behind
        if (mark == LogMark::comma && kind_ && !names_ && names_somebody(reading_, at_, last_)) return true; // "workshop in Ulm, with Petra"
        return mark == LogMark::comma && kind_ && !day_ && day_at(at_).count > 0;
    }

    // Marks that belong to the name before them: "Sora Kim (1) on Friday", "Anna B. and Tom".
    bool ends_name(LogMark mark) const {
        if (item_ != Item::names) return false;
        if (mark == LogMark::close) return reading_.tokens()[at_ - 1].before == LogMark::open;
        return mark == LogMark::stop && reading_.is_initial(at_ - 1) &&
               (reading_.match(LogList::joins, at_, last_) || reading_.match(LogList::directions, at_, last_) ||
                reading_.match(LogList::before_days, at_, last_));
    }

    // "in Ulm", "about prices", with somebody or a day behind it.
    bool read_aside() {
        if (!kind_ || (names_ && day_) || after_mark_) return false;
        const auto end = aside_end(reading_, at_, last_, names_ ? AsideBefore::day : AsideBefore::people_or_day);
        if (end == at_) return false;
        asides_.push_back({at_, end});
        took(end - at_, Item::aside);
        return true;
    }

    // Whether something other than a sentence goes on behind `count` words at a place.
    bool ends_item(std::size_t at, std::size_t count) const {
        if (count == 0) return false;
        const auto behind = at + count;
        return behind >= last_ || reading_.mark_before(behind) > LogMark::joined || reading_.match(LogList::joins, behind, last_) ||
               day_at(behind).count > 0 || reading_.match(LogList::their_kinds, behind, last_) ||
               reading_.match(LogList::directions, behind, last_);
    }

    struct Day {
        std::size_t count = 0; // with the word before it
        std::size_t at = 0;    // the day itself
    };
    Day day_at(std::size_t at) const {
        const auto before = reading_.match(LogList::before_days, at, last_);
        const auto day_at = at + before.count;
        if (day_at >= last_) return {};
        const auto& day = reading_.day(day_at);
        if (!day) return {};
        // "call Marcus 15/6:" ends with what elsewhere could be anything.
        const auto behind = day_at + day.count;
        const bool ends =
            item_ != Item::nothing && reading_.tokens()[day_at].number && (behind >= last_ || reading_.mark_before(behind) > LogMark::plus);
        return day.strong || before || ends ? Day{before.count + day.count, day_at} : Day{};
    }

    bool read_day() {
        const auto day = day_at(at_);
        if (day_ || day.count == 0) return false;
        // "met Elena, Tuesday works for her" says nothing of the day on which they met.
        if (after_mark_ && item_ == Item::names && !ends_item(at_, day.count)) return false;
        const auto& match = reading_.day(day.at);
        auto on = match.past;
        if (reading_.today() - on.day > far_days && match.future.day - reading_.today() < near_days) on = match.future;
        day_ = on;
        day_range_ = {day.at, day.at + match.count};
        took(day.count, Item::day);
        return true;
    }

    struct Kind {
        std::size_t before = 0; // "had a quick"
        PhraseMatch match;

        explicit operator bool() const { return static_cast<bool>(match); }
    };
    Kind kind_at(std::size_t at) const {
        // The last one that fits: "intro" of "intro with Elena", "call" of "intro call".
        Kind kind;
        for (auto from = at;;) {
            if (const auto match = reading_.match(LogList::kinds, from, last_)) kind = {from - at, match};
            const auto before = reading_.match(LogList::before_kinds, from, last_);
            if (!before) return kind;
            from += before.count;
        }
    }

    bool read_kind() {
        if (kind_ || item_ == Item::names) return false;
        const auto kind = kind_at(at_);
        if (!kind) return false;
        const auto& entry = reading_.words().kinds[kind.match.entry];
        keep_kind(entry, {at_ + kind.before, at_ + kind.before + kind.match.count});
        took(kind.before + kind.match.count, Item::kind);
        return true;
    }

    bool read_their_kind() {
        const auto kind = reading_.match(LogList::their_kinds, at_, last_);
        if (kind_ || !kind || item_ != Item::names || asked_for_) return false;
        keep_kind(reading_.words().their_kinds[kind.entry], {at_, at_ + kind.count});
        took(kind.count, Item::kind);
        names_before_kind_ = true;
        return true;
    }

    void keep_kind(const LogKindWords& entry, TokenRange range) {
        kind_ = LogKind{entry.kind, entry.direction};
        kind_place_ = found_.size();
        found_.push_back({range, *kind_});
    }

    // One name or several, with what stands before them: "with the", "and".
    bool read_names() {
        auto at = at_;
        const auto direction = reading_.match(LogList::directions, at, last_);
        const bool listed =
            item_ == Item::names && (after_mark_ || reading_.mark_before(at) == LogMark::plus || reading_.match(LogList::joins, at, last_));
        if (item_ == Item::names && !listed && !direction) return false;
        if (names_before_kind_ && !direction) return false;
        // "with Jon from Kestrel" is one person.
        if (item_ == Item::names && direction && !reading_.known(at + direction.count, last_, NamePlace::expected)) return false;
        if (listed) at = reading_.skip(LogList::joins, at, last_);
        at += reading_.match(LogList::directions, at, last_).count;
        at = reading_.skip(LogList::before_names, at, last_);
        if (at >= last_ || reading_.day(at).strong) return false;
        const bool expected = kind_ || direction || listed;
        const auto name = name_at(at, expected, listed && after_mark_);
        if (name.count == 0) return false;
        if (direction && kind_ && !names_) set_direction(reading_.words().directions[direction.entry].direction);
        if (direction && !kind_) asked_for_ = true; // "with Marcus:"
        const auto meaning = meaning_of(name, at);
        const bool again = std::ranges::find(found_, meaning, &Found::meaning) != found_.end(); // "Kramer, Judith"
        if (!again) found_.push_back({{at, at + name.count}, meaning});
        names_ = true;
        took(at + name.count - at_, Item::names);
        return true;
    }

    NameMatch name_at(std::size_t at, bool expected, bool after_comma) {
        auto known = reading_.known(at, last_, NamePlace::expected);
        // "rob called" is Rob.
        const bool called = known && reading_.match(LogList::their_kinds, at + known.count, last_);
        if (!expected && !called) known = reading_.known(at, last_, NamePlace::anywhere);
        if (known) {
            // "Anna H" is none of two others.
            const auto behind = at + known.count;
            if (behind < last_ && reading_.mark_before(behind) == LogMark::none && reading_.is_initial(behind) && ends_item(behind, 1))
                return {known.count + 1, {}, known.ids};
            // "Marcus Reed" is not Marcus Olsen.
            const auto longer = reading_.unknown(at, last_);
            if (longer.count > known.count && !starts_other(at + known.count)) return {longer.count, {}, known.ids};
            return after_comma && !ends_item(at, known.count) ? NameMatch{} : known;
        }
        // At the very beginning only "Lisa called" is a name that nobody has.
        const auto unknown = reading_.unknown(at, last_);
        if (!expected && (!unknown || !reading_.match(LogList::their_kinds, at + unknown.count, last_))) return {};
        if (!after_comma) return unknown;
        const auto behind = at + unknown.count;
        const bool in_list =
            behind < last_ && (reading_.mark_before(behind) == LogMark::colon || reading_.match(LogList::joins, behind, last_));
        return in_list ? unknown : NameMatch{};
    }

    // A word with a capital that is something else: a commitment, another person.
    bool starts_other(std::size_t at) const {
        if (reading_.title(at, last_)) return true;
        const auto known = reading_.known(at, last_, NamePlace::anywhere);
        return known && reading_.match(LogList::answers, at + known.count, last_);
    }

    LogMeaning meaning_of(const NameMatch& name, std::size_t at) const {
        if (name.ids.size() == 1) return LogPerson{name.ids.front()};
        if (!name.ids.empty()) return LogPersonUnclear{name.ids};
        return LogNewPerson{std::string(reading_.text({at, at + name.count})), name.like};
    }

    void set_direction(Direction direction) {
        kind_->direction = direction;
        found_[kind_place_].meaning = *kind_;
    }

    void took(std::size_t count, Item item) {
        at_ += count;
        item_ = item;
        after_mark_ = false;
    }

    bool is_head() const {
        if (kind_ && (names_ || day_ || closed_)) return true;
        if (kind_) return static_cast<bool>(reading_.match(LogList::after_kinds, at_, last_));
        const auto mark = reading_.mark_before(at_);
        return (names_ || day_) && at_ < last_ && (mark == LogMark::colon || mark == LogMark::dash);
    }

    // A day to come is a plan: "call Judith on 18 Jun".
    bool is_next_step() const { return kind_ && day_ && day_->day > reading_.today() && !day_->other; }

    void keep() {
        reading_.body = at_;
        reading_.summary_from = names_ || day_ || closed_ ? at_ : 0;
        if (is_next_step() && add_next_step()) return;
        reading_.asides = asides_;
        for (auto& found : found_) {
            if (!reading_.add(found.range, found.meaning)) {
                reading_.summary_from = 0;
                continue;
            }
            if (const auto* person = std::get_if<LogPerson>(&found.meaning)) reading_.people.push_back(person->person);
            if (const auto* kind = std::get_if<LogKind>(&found.meaning)) reading_.kind = *kind;
        }
        if (!day_) return;
        reading_.has_day = reading_.add(day_range_, LogDay{*day_});
        if (!reading_.has_day) reading_.summary_from = 0;
    }

    bool add_next_step() {
        const auto words = what_without_day();
        const TokenRange all{0, at_};
        LogNext next{words, {}, day_};
        if (!reading_.add(all, std::move(next))) return false;
        reading_.has_next = true;
        return true;
    }

    std::string what_without_day() const {
        auto first = day_range_.first;
        while (first > 0 && reading_.match(LogList::before_days, first - 1, first))
            --first;
        if (day_range_.last == at_) return reading_.text_from(0, first);
        if (first == 0) return reading_.text_from(day_range_.last, at_);
        return reading_.text_from(0, first) + ' ' + std::string(reading_.text({day_range_.last, at_}));
    }

    LogReading& reading_;
    std::size_t at_ = 0;
    std::size_t last_;
    Item item_ = Item::nothing;
    bool after_mark_ = false; // a comma or colon stands before the next item
    bool closed_ = false;
    bool names_ = false;
    bool names_before_kind_ = false;
    bool asked_for_ = false;
    std::optional<LogKind> kind_;
    std::size_t kind_place_ = 0;
    std::optional<LogDate> day_;
    TokenRange day_range_;
    std::vector<Found> found_;
    std::vector<TokenRange> asides_;
};

}

void read_head(LogReading& reading) {
    Head(reading).read();
}

}
