#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/codec/csv.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/model/words/not_doubles.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

enum class ThemeChoice : std::uint8_t { system, light, dark };
inline constexpr std::size_t theme_choice_count = static_cast<std::size_t>(ThemeChoice::dark) + 1;

// What draws: a graphics card where there is one, or what the user wants.
enum class DrawingChoice : std::uint8_t { automatic, graphics_card, processor };
inline constexpr std::size_t drawing_choice_count = static_cast<std::size_t>(DrawingChoice::processor) + 1;

// What chooses deals beside their state: a tag, or what a field of one's own says.
struct DealMark {
    std::string field; // empty: a tag
    std::string value; // empty: the field says nothing

    bool operator==(const DealMark&) const = default;
};

// Which deals are shown, and in which order, under a name.
struct SavedFilter {
    std::string name;
    std::string show; // "ready", "late": a word of the page; empty: all
    std::string query;
    std::vector<DealMark> marks;
    std::string sort; // the column, by its key; empty: as it was
    bool descending = false;

    bool operator==(const SavedFilter&) const = default;
};

// What the program remembers beside the deals.
struct Settings {
    ThemeChoice theme = ThemeChoice::system;
    DrawingChoice drawing = DrawingChoice::automatic; // from the next start on
    int text_percent = 100;    // 80..200
    std::vector<DealId> order; // the user's order of deals; deals that are not in it come last
    DealId last_open;
    std::optional<Date> last_open_on; // when it was; on another day the program begins with what is for today
    std::optional<Date> last_backup;
    bool samples_offered = false; // the sample deals were put there once
    std::string currency = "EUR"; // for amounts typed without one
    std::string seller;
    bool recalibrates = true; // chances by one's own record, once there are deals enough
    std::vector<WordMeaning> import_words; // what words for stages mean that were asked about when a table was imported, the newest last
    std::vector<std::string> own_addresses; // mail addresses of the seller, in lower case: which mails are theirs
    std::vector<FieldDefinition> fields;   // of one's own, in the order in which they are shown
    std::vector<SavedFilter> filters;      // in the order in which they were saved, each name once
    std::vector<std::string> deal_columns; // by their keys, in the order of the table; empty: as many of the usual ones as there is room for
    io::CsvForm csv;                       // how tables are written
    std::vector<DealId> changed; // deals that changed after the last backup
    std::vector<NotDoubles> not_doubles; // people and deals that look like one and are two, as the user said; the newest last
    std::string extra;

    static constexpr std::size_t most_import_words = 500;
    static constexpr std::size_t most_own_addresses = 20;
    static constexpr std::size_t most_not_doubles = 2000;
    static constexpr std::size_t most_filters = 50;
    static constexpr std::size_t most_columns = 100;

    bool operator==(const Settings&) const = default;
};

namespace io {

std::string write_settings(const Settings& settings);
// Unknown or out-of-range values fall back to their defaults; only a text that is no JSON object at all fails.
Result<Settings> read_settings(std::string_view text);

}

}
