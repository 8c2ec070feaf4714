#include "app/viewmodel/deals_board_data.hpp"

#include "core/analysis/phrases.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

// Far beyond any place in a plan.
constexpr double after_all = 1e6;

struct Place {
    double order = 0;
    std::string title;
};

// How far along the plan the commitment stands, 0..1: plans of different lengths share columns by title.
double progress_of(const DealRow& row) {
    const auto& commitments = row.deal->commitments;
    const auto found = std::ranges::find(commitments, row.ahead->id, &Commitment::id);
    return static_cast<double>(found - commitments.begin()) / static_cast<double>(commitments.size());
}

Place place_of(const DealRow& row) {
    if (std::holds_alternative<Won>(row.deal->outcome)) return {after_all + 1, "Won"};
    if (std::holds_alternative<Lost>(row.deal->outcome)) return {after_all + 2, "Lost"};
    if (row.closed) return {after_all + 3, "No decision"};
    if (row.commitments == 0) return {-1, "Not planned yet"};
    if (!row.ahead) return {after_all, "Everything kept"};
    return {progress_of(row), short_title(*find(*row.deal, row.ahead->id))};
}

}

std::vector<BoardColumn> board_columns(const std::vector<const DealRow*>& rows) {
    struct Gathered {
        BoardColumn column;
        double sum = 0;
        double order() const { return sum / static_cast<double>(column.rows.size()); }
    };
    std::map<std::string, Gathered> by_title;
    for (const auto* row : rows) {
        auto place = place_of(*row);
        auto& gathered = by_title[place.title];
        gathered.column.title = std::move(place.title);
        gathered.column.rows.push_back(row);
        gathered.sum += place.order;
    }
    std::vector<Gathered> gathered;
    for (auto& [title, one] : by_title) {
        gathered.push_back(std::move(one));
    }
    sort_list(gathered, {}, &Gathered::order);
    std::vector<BoardColumn> columns;
    for (auto& one : gathered) {
        columns.push_back(std::move(one.column));
    }
    return columns;
}

}
