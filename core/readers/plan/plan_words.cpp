#include "core/readers/plan/plan_words.hpp"

#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <algorithm>
#include <array>

namespace middleground::readers {

namespace {

struct Word {
    std::string_view text; // folded
    PlanColumn column;
};
constexpr std::array<Word, 76> words{{
    {"step", PlanColumn::title}, {"steps", PlanColumn::title}, {"milestone", PlanColumn::title}, {"milestones", PlanColumn::title}, {"task", PlanColumn::title}, {"tasks", PlanColumn::title}, {"action", PlanColumn::title}, {"action item", PlanColumn::title},
    {"activity", PlanColumn::title}, {"event", PlanColumn::title}, {"deliverable", PlanColumn::title}, {"what", PlanColumn::title}, {"item", PlanColumn::title}, {"next step", PlanColumn::title}, {"schritt", PlanColumn::title}, {"aufgabe", PlanColumn::title},
    {"meilenstein", PlanColumn::title}, {"ma\u00dfnahme", PlanColumn::title}, {"\u00e9tape", PlanColumn::title}, {"t\u00e2che", PlanColumn::title}, {"action \u00e0 mener", PlanColumn::title}, {"paso", PlanColumn::title}, {"tarea", PlanColumn::title}, {"hito", PlanColumn::title},
    {"to do", PlanColumn::title}, {"to-do", PlanColumn::title}, {"todo", PlanColumn::title}, {"next steps", PlanColumn::title}, {"action items", PlanColumn::title}, {"was", PlanColumn::title},
    {"owner", PlanColumn::owner}, {"owners", PlanColumn::owner}, {"who", PlanColumn::owner}, {"responsible", PlanColumn::owner}, {"assignee", PlanColumn::owner}, {"assigned to", PlanColumn::owner}, {"lead", PlanColumn::owner}, {"verantwortlich", PlanColumn::owner}, {"wer", PlanColumn::owner},
    {"responsable", PlanColumn::owner}, {"qui", PlanColumn::owner}, {"buyer owner", PlanColumn::owner}, {"customer owner", PlanColumn::owner}, {"seller owner", PlanColumn::owner}, {"vendor owner", PlanColumn::owner}, {"stakeholder", PlanColumn::owner},
    {"due by", PlanColumn::due}, {"due on", PlanColumn::due}, {"wann", PlanColumn::due}, {"frist", PlanColumn::due},
    {"due", PlanColumn::due}, {"due date", PlanColumn::due}, {"date", PlanColumn::due}, {"target date", PlanColumn::due}, {"by when", PlanColumn::due}, {"when", PlanColumn::due}, {"deadline", PlanColumn::due}, {"end date", PlanColumn::due}, {"target", PlanColumn::due}, {"completion date", PlanColumn::due}, {"f\u00e4llig", PlanColumn::due},
    {"termin", PlanColumn::due}, {"datum", PlanColumn::due}, {"bis", PlanColumn::due}, {"\u00e9ch\u00e9ance", PlanColumn::due}, {"fecha", PlanColumn::due}, {"vencimiento", PlanColumn::due},
    {"status", PlanColumn::state}, {"state", PlanColumn::state}, {"done", PlanColumn::state}, {"complete", PlanColumn::state}, {"statut", PlanColumn::state}, {"estado", PlanColumn::state},
    {"phase", PlanColumn::section}, {"stage", PlanColumn::section}, {"notes", PlanColumn::note},
}};

bool is_ours(char c) {
    return c == '*' || c == '`';
}

// Takes a day off the end of a piece ("by 12 Jun").
std::string_view without_lead(std::string_view piece) {
    piece = trimmed(piece);
    for (const std::string_view before : {"by ", "due ", "due: ", "due date: ", "on ", "until ", "target ", "target: ", "date: ", "bis ", "f\u00e4llig "}) {
        if (begins_with_word(piece, before)) {
            return trimmed(piece.substr(before.size()));
        }
    }
    return piece;
}

std::optional<Date> day_of_piece(std::string_view piece, const PlanDays& days) {
    return plan_day(without_lead(piece), days);
}

std::string owner_of_piece(std::string_view piece) {
    piece = trimmed(piece);
    for (const std::string_view before : {"owner: ", "owner ", "@", "who: ", "responsible: ", "assigned to ", "wer: "}) {
        if (begins_with_word(piece, before)) return std::string(trimmed(piece.substr(before.size())));
    }
    return std::string(piece);
}

// "(Dana Ortiz, by 12 Jun)", "Dana - 12 Jun", "@dana": who and when.
void take_pieces(records::PlanLine& step, std::string_view pieces, PlanDays& days, bool owners) {
    while (!pieces.empty()) {
        const auto end = std::min(pieces.find_first_of(",;|"), pieces.size());
        // "Jun 12, 2026" is one day.
        auto both = end < pieces.size() ? pieces.substr(0, std::min(pieces.find_first_of(",;|", end + 1), pieces.size())) : pieces;
        if (end < pieces.size() && day_of_piece(both, days) && !day_of_piece(pieces.substr(end + 1, both.size() - end - 1), days)) {
            step.due = day_of_piece(both, days);
            pieces.remove_prefix(std::min(both.size() + 1, pieces.size()));
            continue;
        }
        const auto piece = trimmed(pieces.substr(0, end));
        pieces.remove_prefix(std::min(end + 1, pieces.size()));
        if (piece.empty()) continue;
        if (const auto day = day_of_piece(piece, days)) step.due = day;
        else if (is_doubtful_day(without_lead(piece), days)) put_due(step, without_lead(piece), days);
        else if (owners) step.owner += (step.owner.empty() ? "" : ", ") + owner_of_piece(piece);
    }
}

}

std::vector<PlanColumn> plan_columns(const std::vector<std::string>& headings) {
    std::vector<PlanColumn> columns;
    for (const auto& heading : headings) {
        const auto name = folded(trimmed(plain_markdown(heading)));
        const auto found = std::ranges::find_if(words, [&](const Word& word) { return word.text == name; });
        auto column = found == words.end() ? PlanColumn::none : found->column;
        if (is_one_of(name, {"note", "comment", "comments", "description", "details", "bemerkung", "kommentar"})) column = PlanColumn::note;
        if (column == PlanColumn::title && std::ranges::find(columns, PlanColumn::title) != columns.end()) column = PlanColumn::note;
        columns.push_back(column);
    }
    return columns;
}

bool is_plan_heading(const std::vector<PlanColumn>& columns, bool drawn) {
    const auto has = [&](PlanColumn column) { return std::ranges::find(columns, column) != columns.end(); };
    const int others = (has(PlanColumn::owner) ? 1 : 0) + (has(PlanColumn::due) ? 1 : 0) + (has(PlanColumn::state) ? 1 : 0);
    return has(PlanColumn::title) && others >= (drawn ? 1 : 2);
}

bool is_done_word(std::string_view state) {
    return is_one_of(trimmed(state), {"done", "complete", "completed", "finished", "yes", "x", "true", "closed", "100%", "100 %", "erledigt", "fertig", "fait", "termin\u00e9", "hecho", "completado", "\u2713", "\u2714", "\u2705", "\u2611"});
}

bool is_dropped_word(std::string_view state) {
    return is_one_of(trimmed(state), {"cancelled", "canceled", "dropped", "n/a", "na", "not needed", "not applicable", "skipped", "entf\u00e4llt", "annul\u00e9", "cancelado"});
}

std::string plain_markdown(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0x80 && std::ispunct(static_cast<unsigned char>(text[i + 1]))) {
            plain += text[++i];
        } else if (is_ours(text[i]) || (text[i] == '_' && i + 1 < text.size() && text[i + 1] == '_')) {
            if (text[i] == '_') ++i;
        } else if (text[i] == '[' && i + 2 < text.size()) {
            // "[words](address)"
            const auto end = text.find(']', i);
            const auto close = end != std::string_view::npos && end + 1 < text.size() && text[end + 1] == '(' ? text.find(')', end) : std::string_view::npos;
            if (close != std::string_view::npos && end - i < 500) {
                plain += text.substr(i + 1, end - i - 1);
                i = close;
            } else {
                plain += text[i];
            }
        } else {
            plain += text[i];
        }
    }
    return std::string(trimmed(printed_line(plain)));
}

bool has_box(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('-') && !line.starts_with('*') && !line.starts_with('+')) {
        // "1. [ ] ..."
        const auto dot = line.find('.');
        if (dot == std::string_view::npos || dot > 3 || line.substr(0, dot).find_first_not_of("0123456789") != std::string_view::npos || dot == 0) return false;
        line.remove_prefix(dot);
    }
    line = trimmed(line.substr(1));
    return line.size() >= 3 && line[0] == '[' && line[2] == ']' && (line[1] == ' ' || lower(line[1]) == 'x' || line[1] == '-' || line[1] == '~');
}

std::optional<records::PlanLine> step_of(std::string_view line, PlanDays& days) {
    if (!has_box(line)) return {};
    const auto box = line.find('[');
    records::PlanLine step;
    step.done = lower(line[box + 1]) == 'x';
    step.dropped = line[box + 1] == '-' || line[box + 1] == '~';
    auto text = plain_markdown(line.substr(box + 3));
    std::string_view rest = text;
    const auto take_brackets = [&] {
        const auto open = rest.ends_with(')') ? rest.rfind('(') : std::string_view::npos;
        if (open == std::string_view::npos || open == 0) return;
        take_pieces(step, rest.substr(open + 1, rest.size() - open - 2), days, true);
        rest = trimmed(rest.substr(0, open));
    };
    take_brackets();
    // "Security review - Dana - 12 Jun", "... | Dana | 12 Jun": only where the last piece is a day or somebody is named by "owner" or "@".
    for (const std::string_view dash : {" \u2014 ", " \u2013 ", " - ", " | "}) {
        auto at = rest.find(dash);
        if (at == std::string_view::npos || at == 0) continue;
        const auto pieces = rest.substr(at + dash.size());
        const auto last = pieces.rfind(dash);
        const auto end = last == std::string_view::npos ? pieces : pieces.substr(last + dash.size());
        const bool has_owner = begins_with_word(trimmed(pieces), "owner") || trimmed(pieces).starts_with('@');
        if (!day_of_piece(end, days) && !is_doubtful_day(without_lead(end), days) && !has_owner) continue;
        std::string with_commas(pieces);
        for (auto next = with_commas.find(dash); next != std::string::npos; next = with_commas.find(dash)) {
            with_commas.replace(next, dash.size(), "|");
        }
        take_pieces(step, with_commas, days, step.owner.empty());
        rest = trimmed(rest.substr(0, at));
        break;
    }
    // "... @dana"
    if (const auto at = rest.rfind(" @"); at != std::string_view::npos && rest.find(' ', at + 2) == std::string_view::npos && step.owner.empty()) {
        step.owner = rest.substr(at + 2);
        rest = trimmed(rest.substr(0, at));
    }
    // "... by 12 Jun"
    if (const auto at = rest.rfind(" by "); at != std::string_view::npos && !step.due) {
        if (const auto day = plan_day(rest.substr(at + 4), days)) {
            step.due = day;
            rest = trimmed(rest.substr(0, at));
        }
    }
    // "..., 31 July 2026", "... (Dana) 2026-07-14"
    if (!step.due && days.unread.empty()) {
        const auto before = rest;
        step.due = take_last_day(rest, days, step.done);
        if (!days.unread.empty()) put_due(step, std::string(days.unread), days);
        if (rest != before && step.owner.empty()) take_brackets();
    }
    step.title = rest;
    return with_marks(std::move(step));
}

void put_due(records::PlanLine& step, std::string_view text, PlanDays& days) {
    step.due = plan_day(text, days);
    if (step.due || says_no_day_yet(text)) return;
    days.unread = text;
    if (step.note.size() < 2000) step.note.append(step.note.empty() ? "" : "\n").append("Due in the plan: ").append(text);
}

void put_state(records::PlanLine& step, std::string_view text, PlanDays& days) {
    auto word = trimmed(text);
    // "Done 5 June", "Completed (2026-06-05)": the day of it counts more than the one on which it was due.
    PlanDays of_state{days.today, days.day_first, {}};
    const auto day = take_last_day(word, of_state, false);
    step.done |= is_done_word(word);
    step.dropped |= is_dropped_word(word);
    if (step.done && day) step.due = day;
}

void detail_of(records::PlanLine& step, std::string_view line, PlanDays& days) {
    auto text = plain_markdown(line);
    std::string_view rest = text;
    if (rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ")) rest = trimmed(rest.substr(2));
    const auto colon = rest.find(':');
    const auto name = folded(trimmed(rest.substr(0, colon)));
    const auto value = colon == std::string_view::npos ? std::string_view() : trimmed(rest.substr(colon + 1));
    const auto found = std::ranges::find_if(words, [&](const Word& word) { return word.text == name; });
    const auto column = colon == std::string_view::npos || found == words.end() ? PlanColumn::note : found->column;
    if (column == PlanColumn::owner && !value.empty()) step.owner = value;
    else if (column == PlanColumn::due && plan_day(value, days)) step.due = plan_day(value, days);
    else if (column == PlanColumn::state) put_state(step, value, days);
    else if (step.note.size() < 2000) step.note.append(step.note.empty() ? "" : "\n").append(rest);
}

records::PlanLine with_marks(records::PlanLine line) {
    if (line.title.starts_with("~~") && line.title.ends_with("~~") && line.title.size() > 4) {
        line.title = trimmed(std::string_view(line.title).substr(2, line.title.size() - 4));
        line.dropped = true;
    }
    return line;
}

}
