#pragma once

namespace middleground {

// What is chosen on the page Diary.
struct DiaryDraft {
    bool last_year = false; // only deals that ended in the last 365 days
    bool all_rows = false;
};

}
