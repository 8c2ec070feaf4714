#include "core/intake/proposals/planning.hpp"

#include "core/base/code_point.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/model/limits.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

bool says_ours(std::string_view owner) {
    const auto small = folded(trimmed(owner));
    constexpr std::array<std::string_view, 10> words{"us", "we", "seller", "vendor", "supplier", "our team", "wir", "anbieter", "nous", "nosotros"};
    return std::ranges::find(words, small) != words.end();
}

bool says_theirs(std::string_view owner) {
    const auto small = folded(trimmed(owner));
    constexpr std::array<std::string_view, 12> words{"customer", "buyer", "client", "both", "all", "joint", "tbd", "kunde", "beide", "tbc", "-", "?"};
    return std::ranges::find(words, small) != words.end();
}

std::vector<std::string> owners_of(std::string_view text) {
    std::vector<std::string> owners;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(",/&;+"), text.size());
        if (const auto one = trimmed(text.substr(0, end)); !one.empty()) owners.emplace_back(one);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return owners;
}

class PlanProposals {
public:
    PlanProposals(Planning& planning, const std::string& source) : planning_(planning), source_(source) {}

    void propose(const records::PlanLine& line) {
        const auto title = std::string(cut_to(trimmed(line.title), Limits::short_text));
        if (const auto* there = commitment_called(title)) return update(*there, line);
        if (is_promised(title)) return planning_.count_known();
        if (line.dropped) return;
        const auto owners = owners_of(line.owner);
        const bool ours = !owners.empty() && std::ranges::all_of(owners, [&](const std::string& owner) { return is_ours(owner); });
        if (ours) promise(title, line);
        else commitment(title, line, owners);
    }

private:
    const Commitment* commitment_called(std::string_view title) const {
        const auto wanted = plain_letters(title);
        const auto found = std::ranges::find_if(planning_.deal().commitments, [&](const Commitment& one) { return plain_letters(trimmed(one.title)) == wanted; });
        return found == planning_.deal().commitments.end() ? nullptr : &*found;
    }
    bool is_promised(std::string_view title) const {
        const auto wanted = plain_letters(title);
        return std::ranges::any_of(planning_.deal().promises, [&](const OurPromise& one) { return plain_letters(trimmed(one.what)) == wanted; });
    }
    bool is_ours(const std::string& owner) const {
        const auto addresses = mail_addresses_in(owner);
        return says_ours(owner) || planning_.us().has({owner, addresses.empty() ? std::string() : addresses.front()}) || is_our_first_name(owner);
    }
    bool is_our_first_name(std::string_view owner) const {
        const auto seller = plain_letters(planning_.deal().seller), own = plain_letters(owner);
        return !own.empty() && seller.starts_with(own) && (seller.size() == own.size() || seller[own.size()] == ' ') && !planning_.by_first_name(owner);
    }

    void promise(const std::string& title, const records::PlanLine& line) {
        // Made when it was done or was to be done, at the latest.
        const auto made = past_day(line);
        OurPromise promise{PromiseId::make(planning_.random()), made, {}, title, line.due, {{PromiseEventKind::made, made, {}}}, {}};
        Proposal proposal;
        proposal.kind = ProposalKind::commitment;
        proposal.title = "We promise: " + title;
        proposal.detail = due_words(line);
        proposal.source = source_;
        note_day(proposal, line);
        const auto id = promise.id;
        proposal.edits.emplace_back(edit::PutPromise{std::move(promise)});
        if (line.done) proposal.edits.emplace_back(edit::AddPromiseEvent{id, {PromiseEventKind::kept, made, {}}});
        planning_.add(std::move(proposal));
    }

    void commitment(const std::string& title, const records::PlanLine& line, const std::vector<std::string>& owners) {
        const auto today = planning_.today();
        Proposal proposal;
        proposal.kind = ProposalKind::commitment;
        Commitment commitment;
        commitment.id = CommitmentId::make(planning_.random());
        // What a plan says was done was asked for and kept on the day that it gives, not when it was read.
        const auto done_on = past_day(line);
        commitment.created = line.done ? done_on : today;
        commitment.title = title;
        commitment.done_when = cut_to(line.note, Limits::long_text);
        std::vector<std::string> names;
        for (const auto& owner : owners) {
            const auto addresses = mail_addresses_in(owner);
            if (is_ours(owner) || says_theirs(owner)) continue;
            auto found = planning_.known({owner, addresses.empty() ? std::string() : addresses.front()});
            if (!found) found = planning_.by_first_name(owner);
            // A single word may be a team as well as somebody.
            if (!found && owner.find(' ') != std::string::npos && owner.size() < 60) found = planning_.person({owner, addresses.empty() ? std::string() : addresses.front()}, source_, today);
            if (!found) {
                commitment.done_when += (commitment.done_when.empty() ? "" : "\n") + std::string("Owner in the plan: ") + owner;
                continue;
            }
            if (found->proposal) proposal.needs.push_back(*found->proposal);
            if (commitment.buyer_owner.empty()) commitment.buyer_owner = found->id;
            if (std::ranges::find(commitment.people, found->id) == commitment.people.end()) commitment.people.push_back(found->id);
            names.push_back(owner);
        }
        const auto id = commitment.id;
        proposal.title = "New step: " + title;
        proposal.detail = joined(names);
        if (const auto due = due_words(line); !due.empty()) proposal.detail += (proposal.detail.empty() ? "" : ", ") + due;
        if (!line.section.empty()) proposal.detail += (proposal.detail.empty() ? "" : ", ") + line.section;
        proposal.source = source_;
        proposal.edits = put_before_decision(planning_.deal(), commitment);
        const auto add = [&](CommitmentEvent event) { proposal.edits.emplace_back(edit::AddCommitmentEvent{id, std::move(event)}); };
        // A plan that both agreed on: what is in it was agreed.
        if (line.done) {
            add({CommitmentEventKind::asked, done_on, commitment.people, {}, {}, {}});
            add({CommitmentEventKind::kept, done_on, {}, {}, {}, {}});
            note_day(proposal, line);
        } else if (line.due) {
            add({CommitmentEventKind::due, today, {}, {}, {}, line.due});
        }
        planning_.add(std::move(proposal));
    }

    void update(const Commitment& there, const records::PlanLine& line) {
        const auto today = planning_.today();
        Proposal proposal;
        proposal.kind = ProposalKind::due;
        proposal.source = source_;
        if (line.done && is_open(there) && is_legal_move(there, CommitmentEventKind::kept)) {
            proposal.title = there.title + " was kept";
            const auto last = there.events.empty() ? there.created : there.events.back().on;
            proposal.edits.emplace_back(edit::AddCommitmentEvent{there.id, {CommitmentEventKind::kept, std::clamp(past_day(line), std::min(last, today), today), {}, {}, {}, {}}});
            note_day(proposal, line);
        } else if (!line.done && line.due && is_open(there) && due_of(there) != line.due) {
            proposal.title = there.title + " is due on " + short_date(*line.due, today);
            if (const auto due = due_of(there)) proposal.detail = "It was due on " + short_date(*due, today);
            proposal.edits.emplace_back(edit::AddCommitmentEvent{there.id, {CommitmentEventKind::due, today, {}, {}, {}, line.due}});
        } else {
            return planning_.count_known();
        }
        planning_.add(std::move(proposal));
    }

    // The day that the line gives, if it has come; else today.
    Date past_day(const records::PlanLine& line) const { return std::min(line.due.value_or(planning_.today()), planning_.today()); }

    void note_day(Proposal& proposal, const records::PlanLine& line) const {
        if (line.done && !line.due) proposal.notes.push_back("The plan does not say when it was done: today stands for it");
    }

    std::string due_words(const records::PlanLine& line) const {
        if (line.done) return line.due && *line.due <= planning_.today() ? "done on " + short_date(*line.due, planning_.today()) : "done";
        return line.due ? "due on " + short_date(*line.due, planning_.today()) : std::string();
    }

    Planning& planning_;
    const std::string& source_;
};

}

void propose_plan(Planning& planning, const records::ActionPlan& plan, const std::string& source) {
    PlanProposals proposals(planning, source);
    for (const auto& line : plan.lines) {
        proposals.propose(line);
    }
}

}
