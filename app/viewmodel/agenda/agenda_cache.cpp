#include "app/viewmodel/agenda/agenda_cache.hpp"

#include "app/viewmodel/agenda/mark.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Also over where the deals are: the agenda points to them.
std::uint64_t mark_of_agenda(const Document& document, const ForecastCache& forecasts, Date today) {
    auto mark = mixed_in(forecasts.rankings() + 1, static_cast<std::uint64_t>(today.days()));
    for (const auto& entry : document.entries) {
        mark = mixed_in(mark, reinterpret_cast<std::uintptr_t>(&entry));
        mark = mixed_in(mark, entry.revision + (entry.archived ? 1u << 31 : 0u) + (entry.sharing == Sharing::colleagues ? 1u << 30 : 0u));
    }
    return mark == 0 ? 1 : mark;
}

}

void AgendaCache::refresh(const Entry& entry, const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today) {
    if (!is_taken(entry)) return;
    auto& slot = slots_[entry.deal.id.text];
    slot.round = round_;
    const auto ranking = forecasts.gains_number(entry.deal.id);
    if (slot.revision == entry.revision && slot.today == today && slot.ranking == ranking && entry.revision != 0) return;
    const auto knowledge = knowledge_of(document);
    const auto& assessment = ranked(derived, forecasts, entry.deal, knowledge, entry.revision, today).assessment;
    slot.lines = agenda_of({entry.deal, playbook_of(knowledge, entry.deal), assessment.next, assessment.consensus}, today);
    const auto first = first_day_of_strip(today);
    slot.dates = agenda_dates(entry.deal, first, first + (days_of_strip - 1));
    slot.revision = entry.revision;
    slot.today = today;
    slot.ranking = ranking;
}

void AgendaCache::finish(const Document& document, Date today) {
    std::erase_if(slots_, [&](const auto& slot) { return slot.second.round != round_; });
    first_day_ = first_day_of_strip(today);
    for (auto& dates : dates_) {
        dates.clear();
    }
    std::vector<AgendaOfDeal> deals;
    for (const auto& entry : document.entries) {
        if (!is_taken(entry)) continue;
        const auto& slot = slots_.at(entry.deal.id.text);
        deals.push_back({&entry.deal, &slot.lines});
        for (const auto& date : slot.dates) {
            dates_[static_cast<std::size_t>(date.on - first_day_)].push_back(date);
        }
    }
    agenda_ = agenda_of(deals, today);
    count_ = with_samples_ ? 0 : agenda_.for_today();
}

const Agenda& AgendaCache::all(const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today) {
    const auto mark = mark_of_agenda(document, forecasts, today);
    if (mark == seen_) return agenda_;
    with_samples_ = !has_own_open_deal(document);
    ++round_;
    for (const auto& entry : document.entries) {
        refresh(entry, document, derived, forecasts, today);
    }
    finish(document, today);
    seen_ = wanted_ = mark;
    return agenda_;
}

const std::vector<AgendaDate>& AgendaCache::dates(Date day) const {
    static const std::vector<AgendaDate> none;
    const int place = day - first_day_;
    return place < 0 || place >= days_of_strip ? none : dates_[static_cast<std::size_t>(place)];
}

bool AgendaCache::begin(const Document& document, const ForecastCache& forecasts, Date today) {
    const auto mark = mark_of_agenda(document, forecasts, today);
    if (mark == seen_) return false;
    if (mark == wanted_) return !with_samples_;
    wanted_ = mark;
    seen_ = 0; // what is worked out from here on takes the place of what the agenda points to
    next_ = 0;
    with_samples_ = !has_own_open_deal(document);
    ++round_;
    if (!with_samples_) return true;
    // Samples only: nothing is counted, and nothing is worked out before the page is looked at.
    count_ = 0;
    return false;
}

bool AgendaCache::work(const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today) {
    if (!begin(document, forecasts, today)) return false;
    while (next_ < document.entries.size() && !is_taken(document.entries[next_])) {
        ++next_;
    }
    if (next_ < document.entries.size()) {
        refresh(document.entries[next_++], document, derived, forecasts, today);
        return true;
    }
    finish(document, today);
    seen_ = wanted_;
    return false;
}

}
