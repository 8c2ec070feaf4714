#pragma once

#include "app/session/document.hpp"
#include "core/diary/diary.hpp"
#include "core/diary/recalibration.hpp"
#include "core/outlook_reasons.hpp"

#include <string>
#include <vector>

namespace middleground {

// How chances and close dates of open deals stand against some days ago, by their diaries: for the pages over all deals.
struct MovedDeals {
    struct Chance {
        const Deal* deal = nullptr;
        Share before; // as the record has it
        Share now;
        BeliefChange change;

        int points() const { return points_of(now) - points_of(before); }
    };
    struct Close {
        const Deal* deal = nullptr;
        Date before; // by when half of the won futures were closed
        Date now;
    };
    std::vector<Chance> chances; // those that moved by a point or more, the most first
    std::vector<Close> dates;    // those that slipped by a week or more, the most first
};
// A deal whose forecast comes from another model now says nothing of itself: it is left out.
MovedDeals moved_deals(const Document& document, const Recalibration& record, Date today, int days);

// What stands below one of them: since when, where that is not so many days ago, and what moved it most; null: not worked out yet.
std::string moved_why_words(const BeliefChange& change, const ChanceReasons* why, Date today, int days);
// "+7", "−4"
std::string signed_points(int points);
// "Two close dates slipped"
std::string slipped_words(const MovedDeals& moved);

}
