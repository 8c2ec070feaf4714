#pragma once

#include "core/diary/diary.hpp"
#include "core/diary/how_good.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the diary says, in plain words: the same on every page and on the command line.
namespace middleground {

// "Brightwater Foods, Delivery planning": several deals of one account may have ended.
std::string full_name(const Deal& deal);

// "The chances were right, the dates came 18 days late"; what is missing while there are too few deals.
std::string how_good_words(const HowGood& good);
// "46 closed deals looked at 133 times; 5 more closed without a diary." Empty when none has closed.
std::string counted_words(const HowGood& good);

// What the numbers on top are: "0.20", "Brier score, lower is better". A dash where there are too few.
struct DiaryNumber {
    std::string number;
    std::string below;
};
std::vector<DiaryNumber> diary_numbers(const HowGood& good);

// "20 to 40 %", "5 of 14"
std::string part_words(const ReliabilityPart& part);
std::string part_came_words(const ReliabilityPart& part);
// "16 of 24 inside, about 19 would be. 7 came later, 1 earlier."
std::string dates_words(const DatesRecord& dates);
// "12 days late", "on the day", "6 days early"
std::string off_words(int days);
// "41 %"; empty where there was none.
std::string believed_words(const Belief* belief);

// What the record does to chances now, or what it waits for. `on`: as the settings have it.
std::string recalibration_words(const HowGood& good, bool on);
// What stands below a chance: "chance of winning", or that the record moved it.
std::string_view chance_label(const Recalibration& record);
// "22 of 100 by your own last 46 deals, 31 before." Empty where the record changes nothing that is seen.
std::string by_record_words(const Share& shown, const Share& played, const Recalibration& record);

// "31 a week ago, 22 now", with the day where it was no week: "31 on 2 May, 22 now". Chances as the record has them. Says when the model changed
// in between: then it says little of the deal.
std::string belief_change_words(const BeliefChange& change, const Recalibration& record, Date today);

}
