#pragma once

#include "app/session/document.hpp"
#include "core/analysis/brief.hpp"
#include "core/analysis/wording.hpp"
#include "core/assessment.hpp"
#include "core/merge/merge.hpp"
#include "core/model/plan/plan.hpp"
#include "core/report/qr_code.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// What follows from a deal and today; never stored. (Its forecast takes longer: forecasts.hpp.)
struct Derived {
    std::vector<PlanItem> plan;  // every commitment in prerequisite order
    std::vector<PlanItem> ready; // what can be pursued now: late ones, then what can be asked, then the rest, each in plan order
    int kept = 0;
    std::optional<Date> last_kept;
    Assessment assessment;
};

// What the analysis reads besides the deal; both constant while the program runs.
struct Knowledge {
    const std::vector<Playbook>& playbooks;
    const WordingTable& wording;
};
inline Knowledge knowledge_of(const Document& document) {
    return {document.playbooks, document.wording};
}

// Nothing when this program does not have it.
const Playbook* find_playbook(const Knowledge& knowledge, std::string_view id);
// What the deal was planned with; it may be the deal's own note of that. Nothing when neither has it.
const Playbook* playbook_of(const Knowledge& knowledge, const Deal& deal);

// `gains`: what a forecast says of the next asks, as far as there is one.
Derived derive(const Deal& deal, const Knowledge& knowledge, Date today, std::span<const AskGain> gains = {});

// The page for a meeting; `derived` is that of the deal.
Brief brief_for(const Deal& deal, const Knowledge& knowledge, const Derived& derived, const BriefSubject& subject, Date today);

// Answers are kept until the deal's revision or the day changes.
class DerivedCache {
public:
    const Derived& of(const Deal& deal, const Knowledge& knowledge, std::uint64_t revision, Date today);
    // Ranks the deal's next asks by these gains, now and in later revisions; once for each number. Number 0 says that there are none: the
    // order stays as it is.
    void rank(const Deal& deal, const Knowledge& knowledge, Date today, std::span<const AskGain> gains, std::uint64_t number);
    // The deal as the fragment of a link; kept for one deal, the last one asked for.
    const Result<std::string>& link(const Deal& deal, std::uint64_t revision);
    // What the buyer would get, and the fragment of its link; kept for one deal, the last one asked for.
    struct Shared {
        BuyerPlan plan;
        Result<std::string> link;
    };
    const Shared& shared(const Deal& deal, const Playbook* playbook, std::uint64_t revision, Date today);
    // What differs between a copy that is looked at and the user's own; kept for one pair, the last one asked for.
    const Merge& comparison(const Preview& preview, const Entry& mine, Date today);
    // The text as a QR code; kept for one text, the last one asked for.
    const Result<QrCode>& qr(const std::string& text);
    // What the wording check says of a text that is shown; kept for one text, the last one asked for. The table is always the same one.
    const std::vector<WordingHit>& wording_hits(std::string_view text, const WordingTable& table);

private:
    struct Slot {
        std::uint64_t revision = 0;
        Date today;
        Derived derived;
        std::vector<AskGain> gains;
        std::uint64_t gains_number = 0;
    };
    std::map<std::string, Slot> slots_; // by deal id
    std::uint64_t link_revision_ = 0;
    Result<std::string> link_;
    std::uint64_t shared_revision_ = 0;
    Shared shared_;
    std::uint64_t compared_revision_ = 0;
    std::uint64_t compared_with_revision_ = 0;
    Merge comparison_;
    std::string qr_text_;
    Result<QrCode> qr_;
    std::optional<WordingCheck> wording_;
    std::string checked_;
    std::vector<WordingHit> hits_;
};

// What to do next, the same on every screen; null when there is nothing.
const NextAsk* first_ask(const Derived& derived);

const PlanItem* find_item(const Derived& derived, const CommitmentId& id);

}
