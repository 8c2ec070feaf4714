#include "core/files/json_migrate.hpp"

#include "core/files/json.hpp"
#include "core/files/json_file.hpp"

#include <array>

namespace middleground::io {

namespace {

void rename(Json& object, std::string_view from, std::string_view to) {
    auto* members = object.get_ptr<Json::object_t*>();
    if (!members || member(object, to)) return;
    Json::object_t renamed;
    for (auto& [name, value] : *members) {
        renamed.push_back({name == from ? std::string(to) : name, std::move(value)});
    }
    *members = std::move(renamed);
}

// "stance": "neutral" was all that was known of a person: it becomes one event on the day the person was added.
void stance_to_stances(Json& person, const Json& deal) {
    const auto* stance = member(person, "stance");
    const auto* key = stance ? stance->get_ptr<const std::string*>() : nullptr;
    if (!key || member(person, "stances")) return;
    auto stances = Json::array();
    if (*key != "unknown") {
        const auto* day = member(person, "created");
        if (!day) day = member(deal, "opened");
        auto event = Json::object();
        if (day) append(event, "on", *day);
        append(event, "stance", *key);
        stances.push_back(std::move(event));
    }
    rename(person, "stance", "stances");
    *member(person, "stances") = std::move(stances);
}

template <typename Change>
void each_in(Json& object, std::string_view list_name, const Change& change) {
    auto* found = member(object, list_name);
    auto* list = found ? found->get_ptr<Json::array_t*>() : nullptr;
    if (!list) return;
    for (auto& element : *list) {
        change(element);
    }
}

void from_0(Json& deal) {
    rename(deal, "customer", "account");
    each_in(deal, "stakeholders", [&](Json& person) { stance_to_stances(person, deal); });
}

// Later versions gave a meaning to the name. What a file of before had under it means something else, and stays unknown: names beginning
// with x_ are never given one.
void keep_unknown(Json& object, std::string_view name) {
    if (!member(object, name)) return;
    auto free = "x_" + std::string(name);
    while (member(object, free)) {
        free = "x_" + free;
    }
    rename(object, name, free);
}

void from_1(Json& deal) {
    keep_unknown(deal, "client");
    each_in(deal, "stakeholders", [](Json& person) {
        each_in(person, "stances", [](Json& stance) { keep_unknown(stance, "not_before"); });
    });
    each_in(deal, "commitments", [](Json& commitment) {
        each_in(commitment, "events", [](Json& event) {
            keep_unknown(event, "by");
            keep_unknown(event, "not_before");
        });
    });
    each_in(deal, "concerns", [](Json& concern) { keep_unknown(concern, "kind"); });
}

struct Step {
    int from; // to the next version
    void (*change)(Json& deal);
};
constexpr std::array steps{Step{0, from_0}, Step{1, from_1}};
static_assert(steps.size() == schema_version, "a step for every version before this one");

}

void migrate(Json& file, int from) {
    for (const auto& step : steps) {
        if (step.from < from) continue;
        if (auto* deal = member(file, "deal")) step.change(*deal);
        auto* deals = member(file, "deals");
        if (auto* list = deals ? deals->get_ptr<Json::array_t*>() : nullptr) {
            for (auto& deal : *list) {
                step.change(deal);
            }
        }
    }
}

}
