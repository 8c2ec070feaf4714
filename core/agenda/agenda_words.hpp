#pragma once

#include "core/agenda/agenda.hpp"

#include <string>
#include <string_view>

namespace middleground {

// What the agenda says, in plain words: the same on its page, on paper, as text and on the command line.

// "Answer them"
std::string_view agenda_heading(const Agenda& agenda, AgendaGroup group);
// "what buyers asked and nobody answered"
std::string_view agenda_hint(const Agenda& agenda, AgendaGroup group);
// "16 Jun", and below it "due today", "27 days late", "33 days ago", "ask by Fri", "last word"; empty where nothing is known.
std::string agenda_day(const AgendaLine& line, Date today);
std::string agenda_day_words(const AgendaLine& line, Date today);
// How the day stands: a day of ours that has passed, or somebody who waits for long.
enum class AgendaHaste : std::uint8_t { none, waiting, late };
AgendaHaste haste_of(const AgendaLine& line, Date today);
// "Aotea Clinics, Olga Petrenko, reception lead"
std::string agenda_deal_words(const AgendaEntry& entry);

// "Two buyers wait for an answer, one promise is late"
std::string agenda_title(const Agenda& agenda, Date today);
// "12 for today in 9 of your 20 deals. The most pressing is first."
std::string agenda_subtitle(const Agenda& agenda);
// "Tue 16 Jun"
std::string agenda_date(Date today);

// What is for today, as text to paste anywhere: no marks but a dash before each line.
std::string agenda_text(const Agenda& agenda, Date today);

}
