#include "app/viewmodel/diary/diary_words.hpp"

#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace middleground {

namespace {

constexpr int about_right = 3; // days in the middle that are no error

std::string hundredths(double value) {
    const auto whole = std::lround(100 * value);
    if (whole >= 100) return "1.00";
    return "0." + std::string(whole < 10 ? "0" : "") + std::to_string(whole);
}

long points(double share) {
    return std::lround(100 * share);
}

std::string chances_words(const Score& score) {
    if (score.said > score.high) return "The chances were too high";
    if (score.said < score.low) return "The chances were too low";
    return "The chances were right";
}

std::string shown_words(const Belief& belief, const Recalibration& record) {
    return of_100_words(shown_chance(belief, record));
}

}

std::string full_name(const Deal& deal) {
    return deal.account.empty() || deal.title.empty() ? deal_name(deal) : deal.account + ", " + deal.title;
}

std::string how_good_words(const HowGood& good) {
    if (good.score.is_few()) return "Too few deals to say how good the forecast was";
    auto words = chances_words(good.score);
    const auto& dates = good.score.dates;
    if (dates.is_few()) return words;
    const bool right = good.score.said <= good.score.high && good.score.said >= good.score.low;
    if (std::abs(dates.middle_off) <= about_right) return words + (right ? ", and so were the dates" : ", the dates were right");
    return words + ", the dates came " + off_words(dates.middle_off);
}

std::string counted_words(const HowGood& good) {
    if (good.closed == 0) return {};
    const auto& score = good.score;
    if (score.deals == 0) {
        return counted(good.closed, "deal has ended", "deals have ended") + ", none of which has a diary: it begins with the first forecast that you look at.";
    }
    auto words = counted(score.deals, "closed deal", "closed deals") + ", looked at every four weeks: " + counted(score.looks, "look", "looks") + ".";
    if (good.without_diary > 0) words += " " + std::to_string(good.without_diary) + " more ended without a diary and " + (good.without_diary == 1 ? "does" : "do") + " not count.";
    if (score.is_few()) words += " From " + std::to_string(fewest_for_a_score) + " on there is something to say.";
    return words;
}

std::vector<DiaryNumber> diary_numbers(const HowGood& good) {
    const auto& score = good.score;
    const auto& dates = score.dates;
    const bool few = score.is_few();
    const std::string none = "\u2013";
    const auto late = std::string(dates.middle_off < 0 ? "\u2212" : dates.middle_off > 0 ? "+" : "") + counted(std::abs(dates.middle_off), "day", "days");
    return {
        {few ? none : hundredths(score.brier), "Brier score, lower is better"},
        {few ? none : hundredths(score.brier_base), few ? "the same, had you always said one chance" : "the same, had you always said " + std::to_string(points(score.share_won)) + " %"},
        {dates.is_few() ? none : std::to_string(dates.inside) + " of " + std::to_string(dates.looks), "close dates inside the 8 in 10 band"},
        {dates.is_few() ? none : late, dates.is_few() ? "off the believed date, in the middle" : dates.middle_off < 0 ? "earlier than believed, in the middle" : "later than believed, in the middle"},
    };
}

std::string part_words(const ReliabilityPart& part) {
    return std::to_string(points(part.from)) + " to " + std::to_string(points(part.to)) + " %";
}

std::string part_came_words(const ReliabilityPart& part) {
    return std::to_string(part.looks_won) + " of " + std::to_string(part.looks);
}

std::string dates_words(const DatesRecord& dates) {
    if (dates.is_few()) return "Too few won deals to say: " + std::to_string(dates.deals) + " of " + std::to_string(fewest_for_dates) + ".";
    const auto should = std::lround(0.8 * dates.looks);
    auto words = std::to_string(dates.inside) + " of " + std::to_string(dates.looks) + " inside, should be " + std::to_string(should) + ".";
    if (dates.later > 0) words += " " + std::to_string(dates.later) + " came later" + (dates.earlier > 0 ? "," : ".");
    if (dates.earlier > 0) words += " " + std::to_string(dates.earlier) + (dates.later > 0 ? " earlier." : " came earlier.");
    return words;
}

std::string off_words(int days) {
    if (days == 0) return "on the day";
    return counted(std::abs(days), "day", "days") + (days > 0 ? " late" : " early");
}

std::string believed_words(const Belief* belief) {
    return belief ? shown_words(*belief, {}) + " %" : std::string();
}

std::string recalibration_words(const HowGood& good, bool on) {
    const auto& record = good.recalibration;
    if (record.deals == 0) {
        const int missing = fewest_to_recalibrate - good.score.deals;
        return "From " + std::to_string(fewest_to_recalibrate) + " closed deals with a diary on, chances can be put right by your own record. " +
               counted(missing, "is", "are") + " missing yet.";
    }
    const auto now = [&](double chance) { return std::to_string(points(recalibrated(chance, record))); };
    auto words = "By your last " + std::to_string(record.deals) + " deals, 20 of 100 " + (on ? "is shown as " : "would be shown as ") + now(0.2) + ", 50 as " + now(0.5) + ", 80 as " + now(0.8) + ".";
    if (good.brier_recalibrated) {
        words += " Tried on deals that it had not seen, the Brier score is " + hundredths(*good.brier_recalibrated) + " with it, " + hundredths(good.score.brier) + " without.";
    }
    return words;
}

std::string_view chance_label(const Recalibration& record) {
    return record.deals == 0 ? "chance of winning" : "chance by your record";
}

std::string by_record_words(const Share& shown, const Share& played, const Recalibration& record) {
    const auto after = points(shown.value());
    const auto before = points(played.value());
    if (record.deals == 0 || after == before) return {};
    return std::to_string(after) + " of 100 by your own last " + std::to_string(record.deals) + " deals, " + std::to_string(before) + " before.";
}

std::string belief_change_words(const BeliefChange& change, const Recalibration& record, Date today) {
    const int days = today - change.before.on;
    const auto then = days == 7 ? std::string("a week ago") : days < 7 ? relative_days(change.before.on, today) : "on " + short_date(change.before.on, today);
    const bool is_today = change.now.on == today;
    auto words = shown_words(change.before, record) + " " + then + ", " + shown_words(change.now, record) +
                 (is_today ? std::string(" now") : " on " + short_date(change.now.on, today));
    if (!change.same_model()) words += ". The forecast itself changed in between, not only the deal";
    return words;
}

}
