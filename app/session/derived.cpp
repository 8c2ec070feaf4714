#include "app/session/derived.hpp"

#include "core/base/sort_list.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <algorithm>

namespace middleground {

namespace {

// A promise that is late comes first, then what can be asked, then what waits for somebody's answer or deed.
int urgency(const PlanItem& item, Date today) {
    if (item.due && *item.due < today) {
        return 0;
    }
    return item.state == PlanState::ready ? 1 : 2;
}

}

const Playbook* find_playbook(const Knowledge& knowledge, std::string_view id) {
    const auto found = std::ranges::find(knowledge.playbooks, id, &Playbook::id);
    return found == knowledge.playbooks.end() ? nullptr : &*found;
}

const Playbook* playbook_of(const Knowledge& knowledge, const Deal& deal) {
    return playbook_of(knowledge.playbooks, deal);
}

Derived derive(const Deal& deal, const Knowledge& knowledge, Date today, std::span<const AskGain> gains) {
    Derived derived{plan_of(deal), ready_next(deal), kept_count(deal), last_kept(deal),
                    assess(deal, playbook_of(knowledge, deal), knowledge.wording, today, gains)};
    sort_list(derived.ready, {}, [today](const PlanItem& item) { return urgency(item, today); });
    return derived;
}

Brief brief_for(const Deal& deal, const Knowledge& knowledge, const Derived& derived, const BriefSubject& subject, Date today) {
    const auto& assessment = derived.assessment;
    const HeardDeal heard(deal, assessment.said);
    return brief_of({heard.deal(), playbook_of(knowledge, deal), assessment.consensus, assessment.balance, knowledge.wording, today},
                    assessment.next, subject);
}

const Derived& DerivedCache::of(const Deal& deal, const Knowledge& knowledge, std::uint64_t revision, Date today) {
    auto& slot = slots_[deal.id.text];
    if (slot.revision != revision || slot.today != today) {
        slot.revision = revision;
        slot.today = today;
        slot.derived = derive(deal, knowledge, today, slot.gains);
    }
    return slot.derived;
}

void DerivedCache::rank(const Deal& deal, const Knowledge& knowledge, Date today, std::span<const AskGain> gains, std::uint64_t number) {
    auto& slot = slots_[deal.id.text];
    if (number == 0 || slot.gains_number == number) return;
    slot.gains_number = number;
    slot.gains.assign(gains.begin(), gains.end());
    auto& assessment = slot.derived.assessment;
    const HeardDeal heard(deal, assessment.said);
    assessment.next = next_asks(
        {heard.deal(), playbook_of(knowledge, deal), assessment.consensus, assessment.balance, knowledge.wording, today, slot.gains});
}

const Result<std::string>& DerivedCache::link(const Deal& deal, std::uint64_t revision) {
    if (link_revision_ != revision) {
        link_revision_ = revision;
        link_ = io::encode_link(deal);
    }
    return link_;
}

const DerivedCache::Shared& DerivedCache::shared(const Deal& deal, const Playbook* playbook, std::uint64_t revision, Date today) {
    if (shared_revision_ != revision || shared_.plan.made_on != today) {
        shared_revision_ = revision;
        shared_.plan = buyer_plan(deal, today, playbook);
        shared_.link = io::encode_link(shared_.plan);
    }
    return shared_;
}

const Merge& DerivedCache::comparison(const Preview& preview, const Entry& mine, Date today) {
    if (compared_revision_ != preview.revision || compared_with_revision_ != mine.revision) {
        compared_revision_ = preview.revision;
        compared_with_revision_ = mine.revision;
        comparison_ = merge({preview.base ? &*preview.base : nullptr, mine.deal, preview.deal, today});
    }
    return comparison_;
}

const Result<QrCode>& DerivedCache::qr(const std::string& text) {
    if (qr_text_ != text) {
        qr_text_ = text;
        qr_ = qr_code(text);
    }
    return qr_;
}

const std::vector<WordingHit>& DerivedCache::wording_hits(std::string_view text, const WordingTable& table) {
    if (!wording_) wording_.emplace(table);
    if (checked_ != text) {
        checked_ = text;
        hits_ = wording_->hits(text);
    }
    return hits_;
}

const NextAsk* first_ask(const Derived& derived) {
    const auto& list = derived.assessment.next.list;
    return list.empty() ? nullptr : &list.front();
}

const PlanItem* find_item(const Derived& derived, const CommitmentId& id) {
    for (const auto& item : derived.plan) {
        if (item.id == id) {
            return &item;
        }
    }
    return nullptr;
}

}
