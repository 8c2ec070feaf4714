#pragma once

#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "core/agenda/agenda.hpp"
#include "core/agenda/agenda_dates.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What there is to do over all deals of the document, kept from frame to frame: with thousands of deals, working it out takes longer than a
// frame may. The lines of a deal are made anew when it, the day or the ranking of its asks has changed. Archived deals are left out, and
// those of colleagues; so are the samples, as soon as there is an open deal of one's own.
class AgendaCache {
public:
    // All of it, now: for the page that shows it. Valid until the next call of any of these but count().
    const Agenda& all(const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today);

    // What falls on that day of the strip, of the same deals; as of the last all().
    const std::vector<AgendaDate>& dates(Date day) const;

    // For the count that other pages show: looks whether anything has changed, and begins to work it out. Whether work() has something to do.
    bool begin(const Document& document, const ForecastCache& forecasts, Date today);
    // One deal's; false when nothing is left to do.
    bool work(const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today);
    // How much is for today in deals of one's own; nothing while that was never worked out, and 0 with samples only.
    std::optional<int> count() const { return count_; }

private:
    struct Slot {
        std::uint64_t revision = 0;
        std::uint64_t ranking = 0;
        Date today;
        std::vector<AgendaLine> lines;
        std::vector<AgendaDate> dates;
        std::uint64_t round = 0; // in which the deal was last seen
    };
    bool is_taken(const Entry& entry) const { return !entry.archived && entry.sharing != Sharing::colleagues && (with_samples_ || !entry.deal.sample); }
    void refresh(const Entry& entry, const Document& document, DerivedCache& derived, const ForecastCache& forecasts, Date today);
    void finish(const Document& document, Date today);

    std::map<std::string, Slot> slots_; // by deal id
    Agenda agenda_;
    Date first_day_;
    std::array<std::vector<AgendaDate>, days_of_strip> dates_;
    std::optional<int> count_;
    std::uint64_t seen_ = 0;   // stands for the deals, the day and the rankings that agenda_ was made of
    std::uint64_t wanted_ = 0; // the same of what work() is about
    std::size_t next_ = 0;     // place in the list of what work() comes to
    std::uint64_t round_ = 0;
    bool with_samples_ = true;
};

}
