#include "core/intake/proposals/planning.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/coming_up.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string time_of(std::int32_t minute) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ':' + two(minute % 60);
}

std::string name_of(const records::Meeting& meeting) {
    return meeting.title.empty() ? std::string("Meeting") : meeting.title;
}

// "Security review, 10:00": as a next step says it.
std::string step_words(const records::Meeting& meeting) {
    return name_of(meeting) + (meeting.from_minute >= 0 ? ", " + time_of(meeting.from_minute) : std::string());
}

InteractionKind kind_of(const records::Meeting& meeting) {
    const auto title = folded(meeting.title);
    const auto has = [&](std::string_view word) { return title.find(word) != std::string::npos; };
    if (has("demo")) return InteractionKind::demo;
    if (has("workshop")) return InteractionKind::workshop;
    return has("call") || has("anruf") || has("telefonat") || has("llamada") || has("appel") ? InteractionKind::call : InteractionKind::meeting;
}

class MeetingProposal {
public:
    MeetingProposal(Planning& planning, const records::Meeting& meeting, const std::string& source)
        : planning_(planning), meeting_(meeting), source_(source), quoted_("\u201c" + name_of(meeting) + "\u201d") {}

    void propose() {
        const auto held_key = meeting_.key + "h"; // the entry of what was planned and then happened
        const auto* there = planning_.entry_of(meeting_.key);
        if (planning_.entry_of(held_key)) return planning_.count_known();
        if (there && planned_step(*there)) return of_planned(*there, held_key);
        if (there) {
            if (meeting_.cancelled && !there->next) note(quoted_ + " is cancelled, but stands in the log as held: look at it there");
            return planning_.count_known();
        }
        if (meeting_.cancelled) return note(quoted_ + " was cancelled and is not in the deal");
        if (meeting_.answer_only) return note("An answer to " + quoted_ + ", which is not in the deal: drop the invitation itself");
        const bool past = meeting_.on < planning_.today();
        if (!find_people()) return note(quoted_ + " names nobody of theirs and was left out");
        if (past) put_held(meeting_.key, {});
        else put_planned();
    }

private:
    void note(std::string words) const { planning_.note(source_, {std::move(words), short_date(meeting_.on, planning_.today()), {}}); }

    bool find_people() {
        std::vector<const records::Party*> parties;
        if (meeting_.organizer) parties.push_back(&*meeting_.organizer);
        for (const auto& attendee : meeting_.attendees) {
            if (attendee.answer != records::Answer::declined) parties.push_back(&attendee.who);
        }
        for (const auto* party : parties) {
            const auto found = planning_.person(*party, source_, std::min(meeting_.on, planning_.today()));
            if (!found || std::ranges::find(people_, found->id) != people_.end()) continue;
            people_.push_back(found->id);
            anybody_sure_ = anybody_sure_ || !planning_.is_doubtful(*found);
        }
        return !people_.empty();
    }

    bool is_ours() const { return meeting_.organizer && planning_.us().has(*meeting_.organizer); }

    Interaction entry(std::string key) {
        Interaction entry;
        entry.id = InteractionId::make(planning_.random());
        entry.created = planning_.today();
        entry.people = people_;
        entry.source = std::move(key);
        return entry;
    }

    void put_held(std::string key, std::vector<Edit> before) {
        auto held = entry(std::move(key));
        held.on = meeting_.on;
        held.kind = kind_of(meeting_);
        held.summary = name_of(meeting_);
        if (!meeting_.text.empty()) held.summary += "\n\n" + beginning_of(meeting_.text, 500);
        Proposal proposal;
        proposal.kind = ProposalKind::entry;
        proposal.title = short_date(meeting_.on, planning_.today()) + ": " + quoted_ + " was held";
        proposal.detail = held.summary;
        proposal.source = source_;
        proposal.likely = anybody_sure_;
        proposal.edits = std::move(before);
        planning_.remember(held);
        proposal.edits.emplace_back(edit::PutInteraction{std::move(held), {}});
        planning_.add(std::move(proposal));
    }

    // What is to come hangs on the entry of its invitation.
    void put_planned() {
        auto invitation = entry(meeting_.key);
        invitation.on = std::min(meeting_.made.value_or(planning_.today()), planning_.today());
        invitation.kind = InteractionKind::email;
        invitation.direction = is_ours() || !meeting_.organizer ? Direction::outbound : Direction::inbound;
        invitation.answered = std::ranges::any_of(meeting_.attendees, [&](const records::Attendee& one) {
            return one.answer == records::Answer::accepted && !planning_.us().has(one.who);
        });
        invitation.summary = "Invitation: " + name_of(meeting_);
        if (!meeting_.place.empty()) invitation.summary += "\n" + beginning_of(meeting_.place, 200);
        if (!meeting_.text.empty()) invitation.summary += "\n\n" + beginning_of(meeting_.text, 500);
        NextStep step;
        step.on = meeting_.on;
        step.what = step_words(meeting_);
        invitation.next = std::move(step);
        Proposal proposal;
        proposal.kind = ProposalKind::planned;
        proposal.title = quoted_ + " on " + when();
        proposal.detail = meeting_.place;
        proposal.source = source_;
        proposal.likely = anybody_sure_;
        if (meeting_.repeats) proposal.notes.push_back("It is one of several");
        planning_.remember(invitation);
        proposal.edits.emplace_back(edit::PutInteraction{std::move(invitation), {}});
        planning_.add(std::move(proposal));
    }

    std::string when() const {
        return short_date(meeting_.on, planning_.today()) + (meeting_.from_minute >= 0 ? ", " + time_of(meeting_.from_minute) : std::string());
    }

    void of_planned(const Interaction& there, const std::string& held_key) {
        const bool in_deal = find(planning_.deal(), there.id) != nullptr;
        if (!in_deal) return; // twice in these files
        Proposal proposal;
        proposal.source = source_;
        if (meeting_.cancelled) {
            proposal.kind = ProposalKind::cancelled;
            proposal.title = quoted_ + " is cancelled";
            proposal.detail = there.next->on ? "It was planned for " + short_date(*there.next->on, planning_.today()) : std::string();
            proposal.edits.emplace_back(edit::SetNextStep{there.id, NextStepState::dropped});
            planning_.add(std::move(proposal));
            return;
        }
        if (meeting_.answer_only) {
            const bool accepts = std::ranges::any_of(meeting_.attendees, [](const records::Attendee& one) { return one.answer == records::Answer::accepted; });
            if (!accepts || there.answered) return planning_.count_known();
            auto answered = there;
            answered.answered = true;
            proposal.kind = ProposalKind::facts;
            proposal.title = quoted_ + " was accepted";
            proposal.edits.emplace_back(edit::PutInteraction{std::move(answered), {}});
            planning_.add(std::move(proposal));
            return;
        }
        if (meeting_.on < planning_.today()) {
            if (!find_people()) return planning_.count_known();
            return put_held(held_key, {Edit(edit::SetNextStep{there.id, NextStepState::happened})});
        }
        if (there.next->on == meeting_.on && there.next->what == step_words(meeting_)) return planning_.count_known();
        auto moved = there;
        moved.next->on = meeting_.on;
        moved.next->what = step_words(meeting_);
        proposal.kind = ProposalKind::moved;
        proposal.title = quoted_ + " is on " + when() + " now";
        proposal.detail = there.next->on ? "It was planned for " + short_date(*there.next->on, planning_.today()) : std::string();
        proposal.edits.emplace_back(edit::PutInteraction{std::move(moved), {}});
        planning_.add(std::move(proposal));
    }

    Planning& planning_;
    const records::Meeting& meeting_;
    const std::string& source_;
    std::string quoted_;
    std::vector<StakeholderId> people_;
    bool anybody_sure_ = false; // who is certainly not the seller
};

}

void propose_meeting(Planning& planning, const records::Meeting& meeting, const std::string& source) {
    MeetingProposal(planning, meeting, source).propose();
}

void propose_meetings(Planning& planning, const records::FileRecords& file) {
    constexpr std::size_t most_invitations = 20; // more are a whole calendar
    int others = 0;
    for (const auto& meeting : file.meetings) {
        std::vector<records::Party> parties;
        if (meeting.organizer) parties.push_back(*meeting.organizer);
        for (const auto& attendee : meeting.attendees) {
            parties.push_back(attendee.who);
        }
        if (file.meetings.size() > most_invitations && !planning.is_about_deal(parties)) ++others;
        else propose_meeting(planning, meeting, file.name);
    }
    if (others > 0) planning.note(file.name, {counted(others, "meeting names", "meetings name") + " nobody of this deal and no colleague of theirs", {}, {}});
}

}
