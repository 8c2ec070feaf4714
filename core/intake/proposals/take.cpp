#include "core/intake/proposals/proposal.hpp"

#include "core/model/edit/backdate.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace middleground {

namespace {

template <typename I>
void keep_those_of(const Deal& deal, std::vector<I>& ids) {
    std::erase_if(ids, [&](const I& id) { return !find(deal, id); });
}

template <typename I>
void keep_if_of(const Deal& deal, I& id) {
    if (!find(deal, id)) id = {};
}

template <typename I>
void unite(std::vector<I>& into, const std::vector<I>& more) {
    for (const auto& one : more) {
        if (std::ranges::find(into, one) == into.end()) into.push_back(one);
    }
}

// An edit that fits the deal as it is by now. Nothing: there is nothing left of it.
class Fitting {
public:
    Fitting(const Deal& deal, ProposalKind kind) : deal_(deal), kind_(kind) {}

    std::optional<Edit> operator()(edit::PutInteraction put) const {
        auto& interaction = put.interaction;
        keep_those_of(deal_, interaction.people);
        keep_those_of(deal_, interaction.asks);
        keep_those_of(deal_, interaction.concerns);
        const auto* there = find(deal_, interaction.id);
        // What a text says belongs to its entry where that was taken; the entry itself is a proposal of its own.
        if (!there) return is_read_from_prose(kind_) ? std::nullopt : std::optional<Edit>(Edit(std::move(put)));
        auto united = is_read_from_prose(kind_) ? *there : interaction;
        unite(united.people, is_read_from_prose(kind_) ? interaction.people : there->people);
        unite(united.asks, is_read_from_prose(kind_) ? interaction.asks : there->asks);
        unite(united.concerns, is_read_from_prose(kind_) ? interaction.concerns : there->concerns);
        if (united == *there) return {};
        interaction = std::move(united);
        return Edit(std::move(put));
    }
    std::optional<Edit> operator()(edit::AddCommitmentEvent add) const {
        // Asked again while it is open: nothing new happened, as edit::PutInteraction has it.
        const auto* commitment = find(deal_, add.id);
        const bool asked = add.event.kind == CommitmentEventKind::asked;
        if (commitment && asked && !fits_on(*commitment, add.event.kind, add.event.on)) return {};
        keep_those_of(deal_, add.event.who);
        keep_if_of(deal_, add.event.interaction);
        return Edit(std::move(add));
    }
    std::optional<Edit> operator()(edit::PutPromise put) const {
        keep_if_of(deal_, put.promise.to);
        return Edit(std::move(put));
    }
    std::optional<Edit> operator()(edit::PutCommitment put) const {
        // Of one that is there only what it waits for grows: several new steps each say so.
        if (const auto* there = find(deal_, put.commitment.id)) {
            auto united = *there;
            unite(united.prerequisites, put.commitment.prerequisites);
            keep_those_of(deal_, united.prerequisites);
            put.commitment = std::move(united);
            return Edit(std::move(put));
        }
        keep_if_of(deal_, put.commitment.buyer_owner);
        keep_those_of(deal_, put.commitment.people);
        for (auto& event : put.commitment.events) {
            keep_those_of(deal_, event.who);
            keep_if_of(deal_, event.interaction);
        }
        return Edit(std::move(put));
    }
    // A new step stands right before the decision, wherever that is by now.
    std::optional<Edit> operator()(edit::MoveCommitment move) const {
        const auto decision = std::ranges::find(deal_.commitments, true, &Commitment::decides);
        if (decision != deal_.commitments.end()) move.to = static_cast<int>(decision - deal_.commitments.begin());
        return Edit(move);
    }
    template <typename Other>
    std::optional<Edit> operator()(Other other) const {
        return Edit(std::move(other));
    }

private:
    const Deal& deal_;
    ProposalKind kind_;
};

// The earliest day that an edit records.
struct EarliestDay {
    std::optional<Date> operator()(const edit::PutInteraction& put) const { return put.interaction.on; }
    std::optional<Date> operator()(const edit::AddCommitmentEvent& add) const { return add.event.on; }
    std::optional<Date> operator()(const edit::PutConcern& put) const { return put.concern.created; }
    std::optional<Date> operator()(const edit::PutPromise& put) const { return put.promise.created; }
    template <typename Other>
    std::optional<Date> operator()(const Other&) const {
        return {};
    }
};

// All edits of one proposal, or the deal as it was and why not.
Result<Deal> with(Deal deal, const Proposal& proposal, Date today, std::vector<Edit>& applied) {
    std::vector<Edit> own;
    const auto put = [&](const Edit& edit) -> Result<void> {
        auto changed = apply(deal, edit, today);
        if (!changed) return std::unexpected(changed.error());
        deal = std::move(*changed);
        own.push_back(edit);
        return {};
    };
    for (const auto& planned : proposal.edits) {
        const auto edit = std::visit(Fitting(deal, proposal.kind), planned.any());
        if (!edit) continue;
        if (const auto day = std::visit(EarliestDay(), edit->any())) {
            if (const auto opens = opens_earlier(deal, *day)) {
                if (auto fine = put(*opens); !fine) return std::unexpected(fine.error());
            }
        }
        if (auto fine = put(*edit); !fine) return std::unexpected(fine.error());
    }
    applied.insert(applied.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return deal;
}

}

std::vector<std::uint32_t> Proposals::likely() const {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        if (list[i].likely) places.push_back(i);
    }
    return places;
}

TakenProposals take(const Deal& deal, const Proposals& proposals, std::span<const std::uint32_t> chosen, Date today) {
    std::set<std::uint32_t> places;
    std::vector<std::uint32_t> open(chosen.begin(), chosen.end());
    while (!open.empty()) {
        const auto place = open.back();
        open.pop_back();
        if (place >= proposals.list.size() || !places.insert(place).second) continue;
        const auto& needs = proposals.list[place].needs;
        open.insert(open.end(), needs.begin(), needs.end());
    }
    TakenProposals taken{deal, {}, {}, {}};
    for (const auto place : places) {
        const auto& proposal = proposals.list[place];
        auto changed = with(taken.deal, proposal, today, taken.edits);
        if (changed) {
            taken.deal = std::move(*changed);
            taken.taken.push_back(place);
        } else {
            auto error = changed.error();
            error.where = proposal.title;
            taken.refused.push_back({proposal.source, std::move(error)});
        }
    }
    return taken;
}

}
