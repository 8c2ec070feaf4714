#include "core/report/json/merge_json.hpp"

#include "core/codec/json_tree.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int merge_version = 1;

std::string key_of(MergeChange::What what) {
    switch (what) {
    case MergeChange::What::added:
        return "added";
    case MergeChange::What::removed:
        return "removed";
    case MergeChange::What::recorded:
        return "recorded";
    case MergeChange::What::changed:
        break;
    }
    return "changed";
}

Json place_to_json(const MergePlace& place, const std::string& name, const std::string& label) {
    auto object = Json::object();
    append(object, "kind", std::string(middleground::key_of(place.kind)));
    append(object, "id", place.id);
    append(object, "field", place.field);
    append(object, "name", name);
    append(object, "label", label);
    return object;
}

}

std::string write_merge(const Merge& merge) {
    auto changes = Json::array();
    for (const auto& change : merge.changes) {
        auto object = place_to_json(change.place, change.name, change.label);
        append(object, "what", key_of(change.what));
        append(object, "words", change.words);
        changes.push_back(std::move(object));
    }
    auto conflicts = Json::array();
    for (const auto& conflict : merge.conflicts) {
        auto object = place_to_json(conflict.place, conflict.name, conflict.label);
        append(object, "base", conflict.base ? Json(*conflict.base) : Json());
        append(object, "mine", conflict.mine);
        append(object, "theirs", conflict.theirs);
        auto choices = Json::array();
        for (const auto side : conflict.choices) {
            choices.push_back(std::string(middleground::key_of(side)));
        }
        append(object, "choices", std::move(choices));
        conflicts.push_back(std::move(object));
    }
    auto report = Json::object();
    append(report, "middleground_merge", merge_version);
    append(report, "changes", std::move(changes));
    append(report, "conflicts", std::move(conflicts));
    return write_json(report, io::JsonLayout::indented);
}

}
