#include "core/base/sort_list.hpp"
#include "core/intake/proposals/planning.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

// "Speaker 1", "Unknown": nobody in particular.
bool is_nobody(std::string_view name) {
    const auto small = folded(name);
    if (small.empty() || small.starts_with("speaker") || small.starts_with("unknown") || small.starts_with("sprecher") || small.starts_with("participant") || small == "me" || small == "you") return true;
    return small.starts_with('+') || small.find_first_not_of("0123456789 -+()") == std::string::npos;
}

// Of the words, in whole percent.
std::string shares_of(const records::Transcript& transcript) {
    int all = 0;
    for (const auto& speaker : transcript.speakers) {
        all += speaker.words;
    }
    auto speakers = transcript.speakers;
    sort_list(speakers, [](const auto& one, const auto& other) { return one.words > other.words; });
    constexpr std::size_t most = 8;
    if (speakers.size() > most) speakers.resize(most);
    std::string text;
    for (const auto& speaker : speakers) {
        const auto share = all > 0 ? (speaker.words * 100 + all / 2) / all : 0;
        text += (text.empty() ? "" : ", ") + (speaker.name.empty() ? std::string("Somebody") : speaker.name) + ' ' + std::to_string(share) + " %";
    }
    return text;
}

}

void propose_transcript(Planning& planning, const records::Transcript& transcript, const std::string& source) {
    if (planning.entry_of(transcript.key)) {
        planning.count_known();
        return;
    }
    Proposal proposal;
    Interaction entry;
    entry.id = InteractionId::make(planning.random());
    entry.created = planning.today();
    entry.on = transcript.on.value_or(planning.today());
    if (!transcript.on) proposal.notes.push_back("It does not say on which day it was: today stands for it");
    entry.kind = InteractionKind::call;
    entry.source = transcript.key;
    std::vector<std::optional<FoundPerson>> speakers;
    std::vector<FoundPerson> people;
    std::vector<bool> ours;
    for (const auto& speaker : transcript.speakers) {
        const records::Party party{speaker.name, {}};
        const bool us = planning.us().has(party);
        const auto found = us || is_nobody(speaker.name) ? std::nullopt : planning.person(party, source, entry.on);
        speakers.push_back(found);
        ours.push_back(us);
        if (!found || std::ranges::find(entry.people, found->id) != entry.people.end()) continue;
        people.push_back(*found);
        entry.people.push_back(found->id);
    }
    const auto length = transcript.seconds >= 60 ? std::to_string((transcript.seconds + 30) / 60) + " minutes" : std::string();
    entry.summary = transcript.title.empty() ? "Call" : transcript.title;
    if (!length.empty()) entry.summary += ", " + length;
    if (const auto shares = shares_of(transcript); !shares.empty()) entry.summary += ".\nWho spoke: " + shares;
    proposal.kind = ProposalKind::entry;
    proposal.title = short_date(entry.on, planning.today()) + ": call" + (people.empty() ? "" : " with " + std::to_string(people.size()) + (people.size() == 1 ? " person" : " people") + " of theirs");
    proposal.detail = entry.summary;
    proposal.source = source;
    if (std::ranges::none_of(ours, [](bool us) { return us; })) {
        proposal.notes.push_back("No speaker has the seller's name, so all of them are taken for people of theirs");
    }
    const auto id = entry.id;
    const auto on = entry.on;
    planning.remember(entry);
    proposal.edits.emplace_back(edit::PutInteraction{std::move(entry), {}});
    const auto place = planning.add(std::move(proposal));
    for (const auto wanted : {Wanted::all_but_questions, Wanted::questions}) {
        int left = wanted == Wanted::questions ? most_questions : most_suggestions;
        for (const auto& said : transcript.said) {
            const auto speaker = static_cast<std::size_t>(said.speaker);
            if (left == 0 || speaker >= speakers.size() || (!ours[speaker] && !speakers[speaker])) continue;
            left -= propose_from_prose(planning, {said.text, ours[speaker], speakers[speaker], people, id, place, on, source, wanted}, left);
        }
        if (left == 0) {
            planning.at(place).notes.push_back(wanted == Wanted::questions ? "More was asked than is proposed below: read it yourself" : "More was said than is proposed below: read it yourself");
        }
    }
}

}
