#include "core/report/json/diary_json.hpp"

#include "core/model/members/closing.hpp"
#include "core/report/json/json_numbers.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int diary_version = 1;

Json dates_to_json(const DatesRecord& dates) {
    auto object = Json::object();
    append(object, "deals", dates.deals);
    append(object, "looks", dates.looks);
    append(object, "inside", dates.inside);
    append(object, "earlier", dates.earlier);
    append(object, "later", dates.later);
    append(object, "middle_off", dates.middle_off);
    append(object, "few", dates.is_few());
    return object;
}

Json score_to_json(const Score& score) {
    auto object = Json::object();
    append(object, "deals", score.deals);
    append(object, "won", score.won);
    append(object, "looks", score.looks);
    append(object, "said", rounded(score.said));
    append(object, "share_won", rounded(score.share_won));
    append(object, "low", rounded(score.low));
    append(object, "high", rounded(score.high));
    append(object, "brier", rounded(score.brier));
    append(object, "brier_base", rounded(score.brier_base));
    append(object, "few", score.is_few());
    append(object, "dates", dates_to_json(score.dates));
    return object;
}

Json part_to_json(const ReliabilityPart& part) {
    auto object = Json::object();
    append(object, "from", rounded(part.from));
    append(object, "to", rounded(part.to));
    append(object, "looks", part.looks);
    append(object, "won", part.looks_won);
    append(object, "deals", part.deals);
    append(object, "said", rounded(part.said));
    append(object, "came", rounded(part.came));
    append(object, "low", rounded(part.low));
    append(object, "high", rounded(part.high));
    append(object, "few", part.is_few());
    return object;
}

Json chance_to_json(const Belief* belief) {
    return belief ? rounded(belief->won / 1000.0) : Json();
}

Json deal_to_json(const EndedDeal& ended) {
    auto object = Json::object();
    append(object, "id", ended.deal->id.text);
    append(object, "title", ended.deal->title);
    append(object, "account", ended.deal->account);
    append(object, "state", std::string(key_of(closing_of(ended.deal->outcome)->state)));
    append(object, "on", ended.ended.iso());
    append(object, "looks", static_cast<std::int64_t>(ended.looks));
    append(object, "ninety", chance_to_json(ended.ninety));
    append(object, "sixty", chance_to_json(ended.sixty));
    append(object, "thirty", chance_to_json(ended.thirty));
    append(object, "believed", ended.dated ? Json((ended.dated->on + ended.dated->p50).iso()) : Json());
    append(object, "inside", ended.dated ? Json(ended.inside()) : Json());
    return object;
}

}

std::string write_how_good(const HowGood& good) {
    auto object = Json::object();
    append(object, "middleground_diary", diary_version);
    append(object, "closed", good.closed);
    append(object, "without_diary", good.without_diary);
    append(object, "score", score_to_json(good.score));
    auto parts = Json::array();
    for (const auto& part : good.reliability) {
        parts.push_back(part_to_json(part));
    }
    append(object, "reliability", std::move(parts));
    auto playbooks = Json::array();
    for (const auto& one : good.playbooks) {
        auto playbook = Json::object();
        append(playbook, "playbook", one.playbook);
        append(playbook, "score", score_to_json(one.score));
        playbooks.push_back(std::move(playbook));
    }
    append(object, "playbooks", std::move(playbooks));
    if (good.recalibration.deals > 0) {
        auto recalibration = Json::object();
        append(recalibration, "deals", good.recalibration.deals);
        append(recalibration, "shift", rounded(good.recalibration.shift));
        append(recalibration, "slope", rounded(good.recalibration.slope));
        append(recalibration, "brier", rounded(good.brier_recalibrated.value_or(0)));
        append(object, "recalibration", std::move(recalibration));
    }
    auto deals = Json::array();
    for (const auto& deal : good.deals) {
        deals.push_back(deal_to_json(deal));
    }
    append(object, "deals", std::move(deals));
    return write_json(object, io::JsonLayout::indented);
}

}
