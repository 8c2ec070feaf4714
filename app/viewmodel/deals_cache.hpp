#pragma once

#include "app/viewmodel/deals/deals_marks.hpp"
#include "app/viewmodel/deals_data.hpp"
#include "app/session/monthly_amounts.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The list of deals, kept from frame to frame: with thousands of deals, making and sorting it takes longer than a frame may.
class DealsCache {
public:
    // One row per deal, in the user's order; made anew when a deal, the day or what forecasts read has changed. Valid, as all that
    // follows, until the next call. A forecast comes as far as `forecasts` is with it.
    const std::vector<DealRow>& rows(const Document& document, DerivedCache& derived, Date today, ForecastCache& forecasts,
                                     const std::vector<Playbook>& odds);
    // The row of that deal of the document, as rows() gave it last; null where there is none.
    const DealRow* row_of(const Deal& deal) const;
    // Those of the rows that are chosen, sorted; again whenever the search has found more.
    const std::vector<const DealRow*>& chosen(const DealChoice& choice, const DealSearch& search);
    // The tags and values that can be chosen.
    const std::vector<CountedMark>& marks();
    // The fields of one's own that there are, defined or not.
    const std::vector<FieldDefinition>& fields(const Document& document);
    // What the chosen ones are expected to bring.
    const std::vector<MonthlyAmount>& months(Date today);
    // How many rows pass the filter.
    int count(DealFilter filter) const { return counts_[static_cast<std::size_t>(filter)]; }

    double menu_taken = -1; // when something was last taken from the menu of a row, in seconds as ImGui counts them

private:
    void count();
    void name_owners(const Document& document);

    std::vector<DealRow> rows_;
    std::uint64_t deals_seen_ = 0; // stands for the deals, the day and where their forecasts are
    std::uint64_t forecasts_seen_ = 0;
    std::uint64_t rankings_seen_ = 0;
    std::size_t summed_ = 0; // how many of the chosen ones were played when the months were added up
    std::array<int, deal_filters.size()> counts_{};
    std::optional<DealChoice> choice_;
    std::vector<const DealRow*> chosen_;
    std::uint64_t search_seen_ = 0;
    std::optional<std::vector<MonthlyAmount>> months_;
    std::optional<std::vector<CountedMark>> marks_;
    std::vector<FieldDefinition> fields_;
    std::uint64_t fields_seen_ = 0; // stands for the deals that they were taken from
    std::vector<FieldDefinition> defined_seen_;
};

}
