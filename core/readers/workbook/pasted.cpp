#include "core/readers/workbook/pasted.hpp"

#include "core/base/printed_text.hpp"

#include <algorithm>

namespace middleground::readers {

namespace {

// A cell at `at`, which is then behind it: at the tab, the line end or the end.
std::string cell_at(std::string_view text, std::size_t& at, int& never_closed) {
    constexpr int most_never_closed = 100; // each is looked for up to the end
    if (at < text.size() && text[at] == '"' && never_closed < most_never_closed) {
        std::string cell;
        for (auto i = at + 1; i < text.size(); ++i) {
            if (text[i] != '"') {
                cell += text[i];
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[i++];
            } else if (i + 1 == text.size() || text[i + 1] == '\t' || text[i + 1] == '\n' || text[i + 1] == '\r') {
                at = i + 1;
                return cell;
            } else {
                break; // "3/4\" pipe": no cell in quotation marks
            }
        }
        ++never_closed;
    }
    const auto end = std::min(text.find_first_of("\t\r\n", at), text.size());
    std::string cell(text.substr(at, end - at));
    at = end;
    return cell;
}

}

void read_pasted(std::string_view pasted, records::FileRecords& records) {
    const auto text = printed_text(pasted);
    auto& sheet = records.sheets.emplace_back();
    std::size_t at = 0, cells = 0;
    int never_closed = 0;
    while (at < text.size()) {
        if (sheet.rows.size() >= most_pasted_rows || cells >= most_pasted_cells) {
            records.leave_out({}, "There are more than " + std::to_string(sheet.rows.size()) + " rows; the rest was left out");
            return;
        }
        std::vector<std::string> row;
        while (true) {
            row.push_back(cell_at(text, at, never_closed));
            ++cells;
            if (at >= text.size() || text[at] != '\t') break;
            ++at;
        }
        if (at < text.size()) at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
        if (row.size() > 1 || !row.front().empty()) sheet.rows.push_back(std::move(row));
    }
}

}
