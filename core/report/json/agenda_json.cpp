#include "core/report/json/agenda_json.hpp"

#include "core/analysis/names.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/report/json/json_numbers.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int agenda_version = 1;

std::string_view key_of(AgendaGroup group) {
    switch (group) {
    case AgendaGroup::answer:
        return "answer";
    case AgendaGroup::promise:
        return "promise";
    case AgendaGroup::meeting:
        return "meeting";
    case AgendaGroup::ask:
        return "ask";
    case AgendaGroup::quiet:
        break;
    }
    return "quiet";
}

Json entry_to_json(const AgendaEntry& entry, bool for_today) {
    const auto& line = *entry.line;
    auto object = Json::object();
    append(object, "group", std::string(key_of(line.group)));
    append(object, "deal", entry.deal->id.text);
    append(object, "name", deal_name(*entry.deal));
    append(object, "key", line.key);
    append(object, "what", line.what);
    append(object, "why", line.why);
    append(object, "action", std::string(middleground::key_of(line.ask.action)));
    append(object, "title", line.ask.title);
    auto whom = Json::array();
    for (const auto& id : line.ask.whom) {
        whom.push_back(id.text);
    }
    append(object, "whom", std::move(whom));
    append(object, "gain", rounded(line.ask.gain));
    append(object, "day", line.day ? Json(line.day->iso()) : Json());
    append(object, "next", line.is_next);
    append(object, "for_today", for_today);
    append(object, "until", entry.put_off_until ? Json(entry.put_off_until->iso()) : Json());
    return object;
}

}

std::string write_agenda(const Agenda& agenda, Date today) {
    auto file = Json::object();
    append(file, "middleground_today", agenda_version);
    append(file, "today", today.iso());
    append(file, "open_deals", agenda.open_deals);
    append(file, "count", agenda.for_today());
    auto lines = Json::array();
    for (const auto group : all_agenda_groups) {
        int place = 0;
        for (const auto& entry : agenda.of(group)) {
            lines.push_back(entry_to_json(entry, place++ < agenda.for_today(group)));
        }
    }
    append(file, "lines", std::move(lines));
    auto put_off = Json::array();
    for (const auto& entry : agenda.put_off) {
        put_off.push_back(entry_to_json(entry, false));
    }
    append(file, "put_off", std::move(put_off));
    return io::write_json(file, io::JsonLayout::indented);
}

}
