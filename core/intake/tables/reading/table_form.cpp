#include "core/intake/tables/reading/table_form.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"
#include "core/model/words/table_date.hpp"

#include <algorithm>
#include <map>

namespace middleground::importing {

namespace {

constexpr std::size_t bytes_to_judge = 64 << 10;
constexpr int records_to_judge = 60;
constexpr int records_to_heading = 30; // how far the headings may be from the top

// Without the empty cells at its end.
int width_of(const std::vector<std::string>& record) {
    auto width = record.size();
    while (width > 0 && trimmed(record[width - 1]).empty()) --width;
    return static_cast<int>(width);
}

struct Attempt {
    TableForm form;
    double score = 0;
};

Attempt attempt(std::string_view text, bool cut, RecordForm form, const KnownHeadings& headings) {
    RecordSplitter splitter(text, form);
    std::vector<std::vector<std::string>> records;
    std::vector<int> lines;
    while (static_cast<int>(records.size()) < records_to_judge && splitter.find_record()) {
        lines.push_back(splitter.line());
        splitter.read(records.emplace_back());
        if (records.back().size() > 2000) break;
    }
    if (cut && records.size() > 1 && splitter.at() == text.size()) records.pop_back(); // may have been cut
    Attempt made{{form, 0, 0, 0, false}, 0};
    if (records.empty()) return made;
    // The width that most records have, of equals the larger.
    std::map<int, int> widths;
    for (const auto& record : records) widths[width_of(record)] += 1;
    int usual = 1;
    int most = 0;
    for (const auto& [width, count] : widths) {
        if (width > 1 && count >= most) {
            most = count;
            usual = width;
        }
    }
    int best_known = 0;
    std::size_t heading = records.size();
    for (std::size_t i = 0; i < std::min<std::size_t>(records.size(), records_to_heading); ++i) {
        if (records[i].size() == 1) continue; // a title, or the wrong separator
        const auto known = static_cast<int>(std::ranges::count_if(records[i], [&](const std::string& cell) { return headings.knows(cell); }));
        // A title such as "Opportunities" is a heading, too, but stands alone; a row of facts has a number in it.
        if (known == 1 && (filled(records[i]) == 1 ? usual > 1 : std::ranges::any_of(records[i], looks_like_data))) continue;
        // What is in cells may be a heading elsewhere ("Customer"): more facts than that make it a row.
        if (known > 0 && std::ranges::count_if(records[i], looks_like_data) > known) continue;
        if (known > best_known) {
            best_known = known;
            heading = i;
        }
    }
    if (heading == records.size()) {
        const auto first = std::ranges::find_if(records, [&](const auto& record) { return width_of(record) == usual; });
        if (first != records.end() && filled(*first) * 2 > usual && std::ranges::none_of(*first, looks_like_data)) {
            heading = static_cast<std::size_t>(first - records.begin());
        }
    }
    const auto columns = heading < records.size() ? static_cast<int>(records[heading].size()) : usual;
    double even = 0;
    const auto first_row = heading < records.size() ? heading + 1 : 0;
    for (std::size_t i = first_row; i < records.size(); ++i) {
        const auto size = static_cast<int>(records[i].size());
        even += size == columns || (size > columns && width_of(records[i]) <= columns) ? 1 : size < columns && size > 1 ? 0.5 : 0;
    }
    const auto rows = std::max<std::size_t>(1, records.size() - first_row);
    made.form.heading_line = heading < records.size() ? lines[heading] : 0;
    made.form.headings_known = best_known >= 2;
    made.score = 100.0 * best_known + (columns > 1 ? 60 * even / static_cast<double>(rows) + std::min(columns, 20) * 0.5 : 0) -
                 20.0 * std::min(splitter.open_quotes(), 4);
    return made;
}

// "sep=;" in the first line, as Excel writes and obeys it.
std::optional<char> separator_line(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('"') && line.ends_with('"') && line.size() > 1) line = line.substr(1, line.size() - 2);
    if (line.size() == 5 && folded(line.substr(0, 4)) == "sep=") return line[4];
    if (folded(line) == "sep=") return '\t'; // the tab went with the blanks
    return {};
}

}

int filled(const std::vector<std::string>& record) {
    return static_cast<int>(std::ranges::count_if(record, [](const std::string& cell) { return !trimmed(cell).empty(); }));
}

bool looks_like_data(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.empty()) return false;
    if (cell.contains('@')) return true;
    if (table_date(cell, DateOrder::dmy) || table_date(cell, DateOrder::mdy)) return true;
    const auto digits = std::ranges::count_if(cell, is_digit);
    return digits > 0 && static_cast<std::size_t>(digits) * 2 >= cell.size();
}

TableForm form_of(std::string_view text, const KnownHeadings& headings, const FormChoice& choice) {
    std::size_t begin = 0;
    int lines_before = 0;
    auto separator = choice.separator;
    if (const auto end = std::min(text.find_first_of("\r\n"), text.size()); end < 20) {
        if (const auto said = separator_line(text.substr(0, end))) {
            begin = text.substr(end, 2) == "\r\n" ? end + 2 : std::min(end + 1, text.size());
            lines_before = 1;
            if (!separator) separator = *said;
        }
    }
    const auto sample = text.substr(begin, bytes_to_judge);
    const bool cut = begin + sample.size() < text.size();
    const bool may_escape = sample.contains("\\\"");
    std::optional<Attempt> best;
    const std::string candidates = separator ? std::string(1, *separator) : std::string(separators);
    for (const char one : candidates) {
        for (const bool backslash : {false, true}) {
            if (backslash && !may_escape) continue;
            auto made = attempt(sample, cut, {one, backslash}, headings);
            // Where both ways do, a backslash before a quote is one more sign of an escape.
            if (backslash) made.score += 1;
            if (!best || made.score > best->score) best = made;
        }
    }
    auto form = best->form;
    if (form.heading_line > 0) form.heading_line += lines_before;
    if (choice.heading_line) form.heading_line = *choice.heading_line;
    form.begin = begin;
    form.lines_before = lines_before;
    return form;
}

}
