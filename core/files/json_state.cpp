#include "core/files/json_state.hpp"

#include "core/files/json_deal.hpp"
#include "core/files/json_file.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"

namespace middleground::io {

namespace {

constexpr int state_version = 1;

Json plan_to_json(const Deal& deal) {
    auto list = Json::array();
    for (const auto& item : plan_of(deal)) {
        const auto* commitment = find(deal, item.id);
        auto object = Json::object();
        append(object, "id", item.id.text);
        append(object, "title", commitment ? commitment->title : std::string());
        append(object, "state", std::string(key_of(item.state)));
        append(object, "since", item.since.iso());
        append(object, "due", item.due ? Json(item.due->iso()) : Json());
        append(object, "waits_for", item.waits_for);
        append(object, "layer", item.layer);
        append(object, "on_way_to_decision", item.on_way_to_decision);
        list.push_back(std::move(object));
    }
    return list;
}

}

Json state_to_json(const Deal& deal, Date today) {
    auto content = deal;
    content.based_on.clear(); // where a copy came from is nothing about the deal
    content.diary.clear();    // nor is what was believed of it, which grows by itself
    auto ready = Json::array();
    for (const auto& item : ready_next(deal)) {
        ready.push_back(item.id.text);
    }
    const auto* target = target_of(deal);
    auto state = Json::object();
    append(state, marker_of(FileKind::state), state_version);
    append(state, "today", today.iso());
    append(state, "deal", deal_to_json(content));
    append(state, "plan", plan_to_json(deal));
    append(state, "ready", std::move(ready));
    append(state, "kept", kept_count(deal));
    append(state, "of", step_count(deal));
    append(state, "target", target && target->date ? Json(target->date->iso()) : Json());
    return state;
}

}
