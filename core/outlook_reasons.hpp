#pragma once

#include "core/diary/diary.hpp"
#include "core/diary/recalibration.hpp"
#include "core/outlook.hpp"
#include "core/outlook_changes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Why a chance is another one than some days ago: what happened in between is taken back one after the other, the latest first, and the deal is
// played each time in the same futures. So every change counts on top of what came before it, and all together make the difference. What is
// left when all is taken back is what the days alone have done, and what no record explains.

struct ChanceReason {
    enum class Kind : std::uint8_t {
        change, // something that happened
        time,   // that days went by, and nothing else
        rest    // what carries no day in the deal; of another model: that one, too
    } kind = Kind::change;
    DealChange change;        // Kind::change only
    std::string words;        // "Elena Brandt went from supportive to sceptical"
    std::optional<Date> on;   // when; nothing for time and rest
    int points = 0;           // of 100, as both chances are shown; below 0: fewer
    double move = 0;          // the same, not rounded
};

// What a page shows. Points of all reasons add up to `points`, whatever was rounded.
struct ChanceReasons {
    BeliefChange change;
    std::vector<ChanceReason> reasons; // the largest first; those that come to no point are left out
    int points = 0;                    // now - before, as both are shown
    bool nothing_recorded = false;     // nothing with a day happened in between
};

// Works that out, a slice at a time. What the deal is made from (PlayedDeal) must stay as it is until then.
class ReasonSearch {
public:
    // `played.today` and the deal are of the day on which `change.now` was believed, or later: what happened after that day is left out.
    ReasonSearch(const PlayedDeal& played, const BeliefChange& change);

    const BeliefChange& change() const { return change_; }
    bool is_finished() const { return levels_.size() == stages(); }
    // Some futures, a few milliseconds at the most but for a deal of unusual size.
    void step();
    // Once finished.
    ChanceReasons reasons(const Recalibration& record) const;

private:
    // As it was by the day of now; with each change taken back; that on the day of before.
    std::size_t stages() const { return changes_.size() + 2; }
    void begin();

    PlayedDeal played_;
    BeliefChange change_;
    Deal as_of_now_;   // without what came after that day
    Deal copy_;        // with what has been taken back
    std::vector<SaidFact> kept_out_; // facts in prose that are taken back
    std::vector<DealChange> changes_;
    std::vector<double> levels_; // shares won, a stage each
    std::optional<Simulation> simulation_;
};

// The same at once, for who can wait.
ChanceReasons chance_reasons(const PlayedDeal& played, const BeliefChange& change, const Recalibration& record);

inline constexpr std::size_t most_changes = 24; // told one by one; earlier ones stand together

// Above, in plain words.

// "Elena Brandt went from supportive to sceptical": what happened, without the day. `deal` is as it is now.
std::string happened_words(const Deal& deal, const DealChange& change, Date after, Date until);
// "24 points lower", "1 point higher"
std::string points_words(int points);
// "Elena Brandt went from supportive to sceptical (Tue 26 Nov): 24 points lower"
std::string reason_words(const ChanceReason& reason, Date today);
// The same without the points.
std::string reason_of_words(const ChanceReason& reason, Date today);
// Those that are shown where there is room for `most`: where there are more, the last one stands for all others. The largest of those that
// went where the chance went is among them.
std::vector<ChanceReason> first_reasons(const ChanceReasons& all, std::size_t most);
// The largest of those that went where the chance went, and of these the largest of what happened, where it was something else: what
// somebody can do something about. Empty where there is none.
std::string largest_words(const ChanceReasons& all, Date today);
// All of these as sentences, without a mark at the end, for a list of deals.
std::vector<std::string> why_words(const ChanceReasons& all, std::size_t most, Date today);
// "Together: 29 points lower" where there are several; what is to be said where nothing explains it.
std::string together_words(const ChanceReasons& all);

}
