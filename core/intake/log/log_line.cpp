#include "core/intake/log/log_line.hpp"

#include "core/base/sort_list.hpp"
#include "core/intake/log/log_reading.hpp"

#include <algorithm>

namespace middleground {

namespace {

void read_clause(LogReading& reading, std::size_t clause) {
    if (!reading.clauses[clause].summary || reading.clauses[clause].taken) return; // the one before has it
    if (read_question(reading, clause) || reading.clauses[clause].after == LogMark::question) return;
    if (read_day(reading, clause) || read_next(reading, clause) || read_ask(reading, clause)) return;
    if (read_promise(reading, clause) || read_given(reading, clause)) return;
    read_concern(reading, clause);
}

}

LogLine read_log_line(std::string_view line, const Deal& deal, const LogWords& words, Date today, std::span<const std::string> plain) {
    const LogPhrases phrases(words);
    LogReading reading(line, deal, phrases, today, plain);
    read_head(reading);
    cut_clauses(reading);
    for (std::size_t clause = 0; clause < reading.clauses.size(); ++clause)
        read_clause(reading, clause);
    LogLine result;
    result.summary = summary_of(line, reading);
    result.parts = std::move(reading.parts);
    sort_list(result.parts, {}, &LogPart::begin);
    return result;
}

}
