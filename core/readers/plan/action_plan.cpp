#include "core/readers/plan/action_plan.hpp"

#include "core/base/code_point.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/readers/plan/plan_words.hpp"
#include "core/readers/table_of_text.hpp"
#include "core/readers/words.hpp"

#include <algorithm>
#include <utility>

namespace middleground::readers {

namespace {

constexpr std::size_t look = 64u << 10;

bool is_table_line(std::string_view line) {
    return line.starts_with('|') || std::ranges::count(line, '|') >= 2;
}

bool is_rule(std::string_view line) {
    return line.find('-') != std::string_view::npos && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

// The cells of "| a | b |".
std::vector<std::string> cells_of(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') cells.back() += line[++i];
        else if (line[i] == '|') cells.emplace_back();
        else cells.back() += line[i];
    }
    for (auto& cell : cells) {
        cell = plain_markdown(cell);
    }
    return cells;
}

// A row by the meaning of its columns.
records::PlanLine line_of(const std::vector<std::string>& cells, const std::vector<PlanColumn>& columns, PlanDays& days) {
    records::PlanLine line;
    std::string due, state;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
        const auto value = std::string(trimmed(printed_line(cells[i])));
        if (value.empty()) continue;
        switch (columns[i]) {
        case PlanColumn::title: line.title = value; break;
        case PlanColumn::owner: line.owner += (line.owner.empty() ? "" : ", ") + value; break;
        case PlanColumn::due: due = value; break;
        case PlanColumn::state: state = value; break;
        case PlanColumn::section: line.section = value; break;
        case PlanColumn::note: line.note += (line.note.empty() ? "" : "\n") + value; break;
        case PlanColumn::none: break;
        }
    }
    put_due(line, due, days);
    put_state(line, state, days);
    return line;
}

// `days.unread` is of this line, and said.
void add(records::ActionPlan& plan, records::PlanLine line, PlanDays& days, records::FileRecords& records) {
    const auto unread = std::exchange(days.unread, {});
    if (line.title.empty()) {
        if (!line.owner.empty() || line.due) records.leave_out("line " + std::to_string(line.line), "The step has no title");
        return;
    }
    if (plan.lines.size() >= most_plan_lines) {
        if (plan.lines.size() == most_plan_lines) records.leave_out("line " + std::to_string(line.line), "There are more than " + std::to_string(most_plan_lines) + " steps; the rest was left out");
        return;
    }
    if (!unread.empty()) {
        const auto why = is_doubtful_day(unread, days) ? "\u201d could be two days, so the step has none" : "\u201d is not a day, so the step has none";
        records.leave_out("line " + std::to_string(line.line), "\u201c" + std::string(cut_to(unread, 40)) + why, "Write it as 2026-06-30, or give the step its date in the deal.");
    }
    plan.lines.push_back(std::move(line));
}

class Markdown {
public:
    Markdown(PlanDays days, records::ActionPlan& plan, records::FileRecords& records) : days_(std::move(days)), plan_(plan), records_(records) {}

    void read(std::string_view text) {
        int number = 0;
        while (!text.empty()) {
            const auto line = take_line(text);
            ++number;
            take(line, trimmed(line), number);
        }
    }

private:
    void take(std::string_view line, std::string_view plain, int number) {
        if (plain.starts_with('#')) {
            const auto words = plain_markdown(plain.substr(plain.find_first_not_of('#') == std::string_view::npos ? plain.size() : plain.find_first_not_of('#')));
            if (plan_.title.empty() && plan_.lines.empty() && !plain.starts_with("##")) plan_.title = words;
            else section_ = words;
            columns_.clear();
            return;
        }
        if (is_table_line(plain)) {
            if (is_rule(plain)) return;
            const auto cells = cells_of(plain);
            if (columns_.empty()) {
                columns_ = plan_columns(cells);
                if (std::ranges::find(columns_, PlanColumn::title) == columns_.end()) columns_.assign(cells.size(), PlanColumn::none);
                return;
            }
            auto row = line_of(cells, columns_, days_);
            row.line = number;
            if (row.section.empty()) row.section = section_;
            // "~~Security review~~" was given up; plain_markdown keeps the mark for this.
            add(plan_, with_marks(std::move(row)), days_, records_);
            return;
        }
        columns_.clear();
        if (auto step = step_of(plain, days_)) {
            step->line = number;
            step->section = section_;
            add(plan_, std::move(*step), days_, records_);
        } else if (!plan_.lines.empty() && (line.starts_with(' ') || line.starts_with('\t')) && !plain.empty()) {
            detail_of(plan_.lines.back(), plain, days_);
        }
    }

    PlanDays days_;
    records::ActionPlan& plan_;
    records::FileRecords& records_;
    std::string section_;
    std::vector<PlanColumn> columns_; // of the table that is being read
};

// The line of a table that has its headings, among the first ten.
std::optional<std::string_view> from_headings(std::string_view text) {
    auto rest = text;
    for (int i = 0; i < 10 && !rest.empty(); ++i) {
        const auto begin = rest;
        const auto line = take_line(rest);
        if (line.size() > 5000 || line.find_first_of(",;\t") == std::string_view::npos || rest.empty()) continue;
        const auto table = table_of_text(std::string(line) + "\nx\n");
        if (!table) continue;
        if (is_plan_heading(plan_columns(table->table.columns))) return begin;
    }
    return {};
}

void read_table(std::string_view text, PlanDays days, records::ActionPlan& plan, records::FileRecords& records) {
    const auto begin = from_headings(text);
    const auto table = table_of_text(std::string(begin.value_or(text)));
    if (!table) {
        records.leave_out(table.error().where, table.error().what, table.error().remedy);
        return;
    }
    const auto columns = plan_columns(table->table.columns);
    const int above = static_cast<int>(std::ranges::count(text.substr(0, text.size() - begin.value_or(text).size()), '\n'));
    for (std::size_t i = 0; i < table->table.rows.size(); ++i) {
        auto line = line_of(table->table.rows[i], columns, days);
        line.line = table->lines[i] + above;
        add(plan, std::move(line), days, records);
    }
    for (const auto& ragged : table->ragged) {
        records.leave_out("line " + std::to_string(ragged.line + above), "The row has " + std::to_string(ragged.values) + " values, the headings are " + std::to_string(columns.size()));
    }
}

}

bool looks_like_plan(std::string_view text) {
    text = text.substr(0, look);
    int boxes = 0, rules = 0, headings = 0;
    std::string_view before;
    for (const auto line : lines_of(text)) {
        const auto plain = trimmed(line);
        boxes += has_box(plain) ? 1 : 0;
        if (is_table_line(plain) && is_rule(plain) && is_table_line(trimmed(before)) && is_plan_heading(plan_columns(cells_of(before)), true)) ++rules;
        headings += plain.starts_with('#') ? 1 : 0;
        before = line;
    }
    return rules > 0 || boxes >= 2 || (boxes == 1 && headings > 0) || from_headings(text).has_value();
}

void read_action_plan(std::string_view text, std::string_view, const ReadOptions& options, records::FileRecords& records) {
    auto& plan = records.plans.emplace_back();
    auto days = plan_days(text, options.today);
    if (from_headings(text.substr(0, look))) read_table(text, std::move(days), plan, records);
    else Markdown(std::move(days), plan, records).read(text);
    if (plan.lines.empty()) {
        records.plans.pop_back();
        records.leave_out({}, "There is no step in the plan");
    }
}

}
