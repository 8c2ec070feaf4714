#pragma once

#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "core/files/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

class DealSearch;

// A deal is quiet when there was no word either way (last_word) for more days than this.
inline constexpr int quiet_days_limit = 14;

// In the order on the screen. `owner` is there in a team only. `amount` stays the last: it counts them.
enum class DealColumn : std::uint8_t { deal, ask, by, kept, last_kept, balance, people, chance, close, target, tags, owner, amount };
inline constexpr std::size_t deal_column_count = static_cast<std::size_t>(DealColumn::amount) + 1;
enum class DealFilter : std::uint8_t { all, ready, late, quiet, samples, closed, archived };
inline constexpr std::array deal_filters{DealFilter::all,     DealFilter::ready,  DealFilter::late,    DealFilter::quiet,
                                         DealFilter::samples, DealFilter::closed, DealFilter::archived};

// What the list of deals shows of one deal. Made anew from the document; points into it.
struct DealRow {
    const Deal* deal = nullptr;
    std::string name;  // the account, else the title
    std::string about; // the title when the account is the name
    bool closed = false;
    bool archived = false;        // put away: only its own filter shows it
    std::string closed_words;     // "Won 3 Jun"
    std::string ask;              // the first of the deal's next asks, as its page has it; empty when there is none
    std::string ask_why;          // "It has been ready for 12 days."
    std::uint64_t ranking = 0;    // the number of the gains that put it first
    std::optional<PlanItem> ahead; // the commitment that the deal has come to; nothing when all are kept or the deal is closed
    bool ready = false;           // something can be asked now
    std::optional<Date> by;       // the earliest day that has passed, else that of the first ask, else of what comes next
    int days_late = 0;
    int kept = 0;
    int commitments = 0;
    std::optional<Date> last_kept;
    bool quiet = false;
    int people = 0;
    BalanceScore balance;
    int would_agree = 0; // of group
    int group = 0;       // people and seats that nobody is named for
    std::optional<Date> target;
    const Outlook* outlook = nullptr; // nothing for closed deals, or without forecasts
    bool too_early = false;           // to say: chance and close stay empty, and no sum counts it
    std::optional<Share> chance;      // to win
    std::optional<Date> close;        // half of the won futures have closed by then
    std::string owner;                // in a team: the member's id, and how it is called here
    std::string owner_name;
};

// One row, from what is derived from the deal.
DealRow deal_row(const Deal& deal, const Derived& derived, Date today);
// The same of an entry, its asks ranked as on its page.
DealRow deal_row(const Entry& entry, DerivedCache& cache, const Knowledge& knowledge, Date today, const ForecastCache& forecasts);
// One row per deal, in the user's order, without chance and close.
std::vector<DealRow> deal_rows(const Document& document, DerivedCache& cache, Date today, const ForecastCache& forecasts);
// Begins the forecast of an open deal. Valid until `forecasts` forgets it.
void begin_forecast(DealRow& row, const Entry& entry, DerivedCache& cache, const Knowledge& knowledge, Date today,
                    ForecastCache& forecasts);
// Chance and close, as far as the forecast has come.
void read_forecast(DealRow& row);

bool passes(const DealRow& row, DealFilter filter);
int count_of(const std::vector<DealRow>& rows, DealFilter filter);
std::string_view filter_key(DealFilter filter); // "all", "ready" ... as the view state holds it
std::string_view filter_label(DealFilter filter);
DealFilter filter_of(std::string_view key); // all for an unknown key

// Which deals are shown, and in which order.
struct DealChoice {
    DealFilter filter = DealFilter::all;
    std::string query;
    DealColumn column = DealColumn::by;
    bool descending = false;
    std::vector<DealMark> marks = {};
    std::string field = {}; // of one's own, to sort by in place of the column; empty: the column
    std::string owner = {}; // those of this member only; empty: all

    bool operator==(const DealChoice&) const = default;
};

// The rows that pass the filter, have the marks and say the words of the query, sorted. Closed deals and missing values come last in either
// direction; ties keep the user's order. They point into `rows`. `search`: what was found so far; null: it is looked for at once.
std::vector<const DealRow*> chosen_rows(const std::vector<DealRow>& rows, const DealChoice& choice, const DealSearch* search = nullptr);

// "Three asks are ready, two deals are quiet for over 14 days".
std::string deals_title(const std::vector<DealRow>& rows);
// What the title had no room for, and how many are open: "One deal is late. Nine open, two closed."
std::string deals_subtitle(const std::vector<DealRow>& rows);
// "€1,297,500 and $20,000" of the rows that are not closed; empty without amounts.
std::string open_sum(const std::vector<const DealRow*>& rows);
// "4 days late", "today", "Fri", "in 12 days".
std::string by_words(const DealRow& row, Date today);
// "none yet", "today", "12 days".
std::string last_kept_words(const DealRow& row, Date today);

}
