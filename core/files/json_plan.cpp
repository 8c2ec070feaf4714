#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_kinds.hpp"
#include "core/files/json_reader.hpp"
#include "core/files/json_writer.hpp"

#include <utility>

namespace middleground::io {

std::string write_plan(const BuyerPlan& plan) {
    auto file = Json::object();
    append(file, marker_of(FileKind::plan), plan_version);
    append(file, "plan", to_json(plan));
    return write_json(file, JsonLayout::indented);
}

Result<BuyerPlan> read_plan(std::string_view text) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    return plan_of(std::move(*tree));
}

Result<BuyerPlan> plan_of(Json tree) {
    const auto file = open_file(std::move(tree), FileKind::plan);
    if (!file) return std::unexpected(file.error());
    const auto* object = member(*file, "plan");
    if (!object) return fail("The member \"plan\" is missing", {}, "Choose a file written by Middleground.");
    Reading reading;
    BuyerPlan plan;
    const Place root;
    const Place place{&root, "plan"};
    JsonReader reader(*object, place, reading);
    reader.members(plan);
    if (reading.error) return std::unexpected(*reading.error);
    if (auto valid = check_plan(plan); !valid) return std::unexpected(valid.error());
    return plan;
}

}
