#include "core/io/check.hpp"
#include "core/io/json.hpp"
#include "core/io/json_deal.hpp"
#include "core/io/json_file.hpp"

#include <algorithm>

namespace middleground::io {

std::string write_backup(const std::vector<Deal>& deals) {
    auto list = Json::array();
    for (const auto& deal : deals) {
        list.push_back(deal_to_json(deal));
    }
    auto file = Json::object();
    append(file, marker_of(FileKind::backup), schema_version);
    append(file, "deals", std::move(list));
    return write_json(file, JsonLayout::indented);
}

Result<std::vector<Deal>> read_backup(std::string_view text, Date today) {
    const auto file = open_file(text, FileKind::backup);
    if (!file) return std::unexpected(file.error());
    const auto* list = member(*file, "deals");
    const auto* elements = list ? list->get_ptr<const Json::array_t*>() : nullptr;
    if (!elements) return fail("The list \"deals\" is missing", {}, "Choose a file written by Middleground.");
    std::vector<Deal> deals;
    const Place root;
    const Place list_place{&root, "deals"};
    for (const auto& element : *elements) {
        const Place place{&list_place, {}, static_cast<int>(deals.size())};
        Reading reading;
        auto deal = deal_from_json(element, place, reading);
        if (reading.error) return std::unexpected(*reading.error);
        if (auto valid = check(deal, today); !valid) {
            auto error = valid.error();
            error.where = place.text() + (error.where.empty() ? "" : ", " + error.where);
            return std::unexpected(std::move(error));
        }
        deals.push_back(std::move(deal));
    }
    std::vector<std::string_view> ids;
    for (const auto& deal : deals) {
        ids.push_back(deal.id.text);
    }
    std::ranges::sort(ids);
    if (const auto twice = std::ranges::adjacent_find(ids); twice != ids.end()) {
        return fail("The same deal is in the backup twice", "id " + std::string(*twice), "Remove one of them.");
    }
    return deals;
}

}
