#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground::io {

// What of a backup is sound, and what is not. The texts of storage that the page wrote down without reading them are read here, each on its
// own: whatever is wrong with one of them, the others come back.
struct Backup {
    struct Item {
        Deal deal;
        bool archived = false; // it was put away
    };
    // A text of storage that holds no deal, as it is: settings, drafts and the like. `entry` is its name there.
    struct Text {
        std::string entry;
        std::string text;
    };
    struct LeftOut {
        std::string name; // the deal's title or account; its place in the file where it has none or cannot be read at all
        Error error;      // `where` begins with the place: "deals[1].stakeholders[0].function", "deal/abc123, line 3, column 7"
    };
    std::vector<Item> deals; // in the order of the file; the same id may stand twice
    std::vector<Text> texts;
    std::vector<LeftOut> left_out;
};

// {"middleground_backup": 1, "deals": [...], "stored": [{"entry": "settings", "text": "..."}, ...]}. `stored` is left out when empty.
std::string write_backup(const std::vector<Deal>& deals, const std::vector<Backup::Text>& stored = {});

// Fails only when the text as a whole is no backup, or cut off, or of a newer version. Never throws.
Result<Backup> read_backup(std::string_view text, Date today);

}
