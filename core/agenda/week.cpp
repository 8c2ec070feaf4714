#include "core/agenda/week.hpp"

#include "core/base/sort_list.hpp"
#include "core/diary/diary.hpp"
#include "core/model/members/closing.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace middleground {

namespace {

constexpr int days_of_week = 7;
constexpr int slips_from_days = 7;

double chance_of(const Belief& belief, const Recalibration& record) {
    return shown_chance(belief, record).value();
}

// When it ended; nothing for a deal that was open on that day.
bool is_open_on(const Deal& deal, Date day) {
    const auto closing = closing_of(deal.outcome);
    return deal.opened <= day && (!closing || closing->on > day);
}

std::string who_of(const Deal& deal, const Commitment& commitment, const CommitmentEvent& event) {
    if (!event.who.empty()) return joined_names(deal, event.who);
    if (!commitment.buyer_owner.empty()) return name_of(deal, commitment.buyer_owner);
    return joined_names(deal, commitment.people);
}

std::optional<WeekKind> kind_of(const CommitmentEvent& event) {
    switch (event.kind) {
    case CommitmentEventKind::kept:
        return WeekKind::kept;
    case CommitmentEventKind::broken:
        return WeekKind::broken;
    case CommitmentEventKind::declined:
        return WeekKind::declined;
    case CommitmentEventKind::agreed:
        return WeekKind::agreed;
    case CommitmentEventKind::asked:
        return event.by == Asker::us ? std::optional(WeekKind::asked) : std::nullopt;
    default:
        return {};
    }
}

class Review {
public:
    Review(Date to, const Recalibration& record) : record_(record) {
        week_.to = to;
        week_.from = to - (days_of_week - 1);
        week_.due_from = to + 1;
        week_.due_to = to + (2 * days_of_week - 1 - to.weekday());
    }

    void add(const Deal& deal) {
        add_closing(deal);
        for (const auto& commitment : deal.commitments) {
            add_commitment(deal, commitment);
        }
        for (const auto& promise : deal.promises) {
            add_promise(deal, promise);
        }
        if (is_open_on(deal, week_.to)) {
            ++week_.open_deals;
            add_beliefs(deal);
        }
        add_amounts(deal);
        add_due(deal);
    }

    Week take() {
        sort_list(week_.events, [](const WeekEvent& a, const WeekEvent& b) { return a.kind != b.kind ? a.kind < b.kind : a.on > b.on; });
        sort_list(week_.chances, std::ranges::greater(), &WeekChance::now);
        sort_list(week_.slips, std::ranges::greater(), [](const WeekSlip& one) { return one.now - one.before; });
        sort_list(week_.due, {}, [](const WeekDue& one) { return one.date.on; });
        add_expected();
        return std::move(week_);
    }

private:
    bool is_within(Date day) const { return day >= week_.from && day <= week_.to; }
    // The day before the week began: what was believed then.
    Date before() const { return week_.to - days_of_week; }

    void add_event(const Deal& deal, WeekKind kind, Date on, Subject about, std::string what, std::string who) {
        week_.events.push_back({&deal, kind, on, std::move(about), std::move(what), std::move(who)});
    }

    void add_closing(const Deal& deal) {
        const auto closing = closing_of(deal.outcome);
        if (!closing || !is_within(closing->on)) return;
        const bool won = closing->state == ClosedAs::won;
        auto what = won ? std::string("Won") : closing->state == ClosedAs::lost ? std::string("Lost") : std::string("No decision");
        if (!closing->to.empty()) what += " to " + closing->to;
        if (!closing->why.empty()) what += ": " + closing->why;
        add_event(deal, won ? WeekKind::won : WeekKind::lost, closing->on, Function::other, std::move(what), {});
    }

    void add_commitment(const Deal& deal, const Commitment& commitment) {
        if (!is_named(commitment)) return;
        bool ended = false;
        for (std::size_t i = 0; i < commitment.events.size(); ++i) {
            const auto& event = commitment.events[i];
            const auto kind = kind_of(event);
            if (!kind || !is_within(event.on)) continue;
            // What was asked, agreed and kept on one day is kept.
            const bool goes_on = std::any_of(commitment.events.begin() + static_cast<std::ptrdiff_t>(i) + 1, commitment.events.end(), [&](const CommitmentEvent& later) {
                const auto next = kind_of(later);
                return later.on == event.on && next && *next != *kind && *next != WeekKind::asked;
            });
            ended = ended || *kind == WeekKind::kept || *kind == WeekKind::broken;
            if (goes_on && *kind == WeekKind::agreed) continue;
            add_event(deal, *kind, event.on, commitment.id, shown_title(commitment), who_of(deal, commitment, event));
        }
        const auto due = due_of(commitment);
        const bool open = is_open(commitment) && is_open(deal.outcome);
        if (ended || (open && due && is_within(*due))) ++week_.commitments_due;
    }

    void add_promise(const Deal& deal, const OurPromise& promise) {
        const auto what = text_or(promise.what, nameless_promise);
        const auto to = promise.to.empty() ? std::string() : name_of(deal, promise.to);
        const PromiseEvent* end = nullptr; // the last that says what became of it, by the end of the week
        for (const auto& event : promise.events) {
            if (event.kind != PromiseEventKind::made && event.on <= week_.to) end = &event;
        }
        if (end != nullptr && is_within(end->on)) {
            add_event(deal, end->kind == PromiseEventKind::kept ? WeekKind::promise_kept : WeekKind::promise_broken, end->on, promise.id, what, to);
        } else if (end == nullptr && !was_made_to_who_left(deal, promise) && promise.due && *promise.due <= week_.to && promise.created <= week_.to) {
            add_event(deal, WeekKind::promise_late, *promise.due, promise.id, what, to);
        }
    }

    // By the end of the week: before, it was owed.
    bool was_made_to_who_left(const Deal& deal, const OurPromise& promise) const {
        const auto* to = find(deal, promise.to);
        return to != nullptr && to->left && to->left->on <= week_.to;
    }

    void add_beliefs(const Deal& deal) {
        const auto change = change_since(deal, week_.to, days_of_week);
        if (!change || !change->same_model()) return;
        const auto before = shown_chance(change->before, record_);
        const auto now = shown_chance(change->now, record_);
        week_.chances.push_back({&deal, points_of(before), points_of(now), of_100_words(before), of_100_words(now), *change});
        if (!change->before.has_dates() || !change->now.has_dates()) return;
        const auto then = change->before.on + change->before.p50;
        const auto later = change->now.on + change->now.p50;
        if (later >= then + slips_from_days) week_.slips.push_back({&deal, then, later});
    }

    struct Sum {
        double now = 0;
        double before = 0;
        int deals = 0;
        int compared = 0;
    };

    void add_amounts(const Deal& deal) {
        if (!deal.amount) return;
        auto& sum = sums_[deal.amount->currency];
        const auto amount = static_cast<double>(deal.amount->minor);
        const auto* now = belief_on(deal.diary, week_.to);
        const auto* then = belief_on(deal.diary, before());
        if (now != nullptr && is_open_on(deal, week_.to)) {
            sum.now += amount * chance_of(*now, record_);
            ++sum.deals;
        }
        if (then != nullptr && is_open_on(deal, before())) {
            sum.before += amount * chance_of(*then, record_);
            ++sum.compared;
        }
    }

    void add_expected() {
        const auto most = std::ranges::max_element(sums_, {}, [](const auto& one) { return one.second.deals; });
        if (most == sums_.end() || most->second.deals == 0) return;
        const auto& [currency, sum] = *most;
        const auto money = [&](double minor) { return Money{static_cast<std::int64_t>(std::min(std::round(minor), 9e18)), currency}; };
        week_.expected = WeekExpected{money(sum.now), {}, sum.deals};
        if (sum.compared > 0) week_.expected->before = money(sum.before);
    }

    void add_due(const Deal& deal) {
        for (auto& date : agenda_dates(deal, week_.due_from, week_.due_to)) {
            if (date.done) continue;
            auto who = who_of_date(deal, date);
            week_.due.push_back({&deal, std::move(date), std::move(who)});
        }
    }

    static std::string who_of_date(const Deal& deal, const AgendaDate& date) {
        if (const auto* id = std::get_if<CommitmentId>(&date.about)) {
            const auto* commitment = find(deal, *id);
            if (!commitment->buyer_owner.empty()) return name_of(deal, commitment->buyer_owner);
            return commitment->people.empty() ? std::string() : name_of(deal, commitment->people.front());
        }
        if (const auto* id = std::get_if<PromiseId>(&date.about)) {
            const auto& to = find(deal, *id)->to;
            return to.empty() ? std::string() : name_of(deal, to);
        }
        const auto* id = std::get_if<InteractionId>(&date.about);
        const auto* interaction = id ? find(deal, *id) : nullptr;
        return interaction == nullptr || interaction->people.empty() ? std::string() : name_of(deal, interaction->people.front());
    }

    const Recalibration& record_;
    Week week_;
    std::map<std::string, Sum> sums_; // by currency
};

}

int Week::count(WeekKind kind) const {
    return static_cast<int>(of(kind).size());
}

std::span<const WeekEvent> Week::of(WeekKind kind) const {
    const auto range = std::ranges::equal_range(events, kind, {}, &WeekEvent::kind);
    return {range.begin(), range.end()};
}

Week week_of(std::span<const Deal* const> deals, Date to, const Recalibration& record) {
    Review review(to, record);
    for (const auto* deal : deals) {
        review.add(*deal);
    }
    return review.take();
}

}
