#include "core/files/backup.hpp"
#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/files/json_deal.hpp"
#include "core/files/json_file.hpp"

#include <iterator>

namespace middleground::io {

namespace {

using Faults = std::vector<Error>;

// A deal, or a sample when `reading` has a day zero.
Faults faults_of_deal(std::string_view text, FileKind kind, Reading reading, Date today) {
    auto file = open_file(text, kind);
    if (!file) return {file.error()};
    Faults faults;
    reading.all_errors = &faults;
    const auto deal = deal_from_file(std::move(*file), marker_of(kind), reading);
    if (!faults.empty()) return faults;
    if (!deal) return {deal.error()};
    return broken_rules(*deal, today);
}

Faults faults_of_backup(std::string_view text, Date today) {
    const auto file = open_file(text, FileKind::backup);
    if (!file) return {file.error()};
    const auto* list = member(*file, "deals");
    const auto* elements = list ? list->get_ptr<const Json::array_t*>() : nullptr;
    Faults faults;
    const Place root;
    const Place list_place{&root, "deals"};
    int index = 0;
    for (const auto& element : elements ? *elements : Json::array_t()) {
        const Place place{&list_place, {}, index++};
        Faults found;
        Reading reading;
        reading.all_errors = &found;
        const auto deal = deal_from_json(element, place, reading);
        if (found.empty()) {
            found = broken_rules(deal, today);
            for (auto& error : found) {
                error.where = place.text() + (error.where.empty() ? "" : ", " + error.where);
            }
        }
        std::move(found.begin(), found.end(), std::back_inserter(faults));
    }
    // The list itself, and what stands beside it.
    auto backup = read_backup(text, today);
    if (!backup) return {backup.error()};
    for (auto& left_out : backup->left_out) {
        const bool is_named = left_out.error.where.starts_with("deals[");
        if (!is_named) faults.push_back(std::move(left_out.error));
    }
    return faults;
}

}

std::vector<Error> faults_of(std::string_view text, Date today) {
    const auto tree = parse_json(text);
    if (!tree) return {tree.error()};
    if (member(*tree, marker_of(FileKind::backup))) return faults_of_backup(text, today);
    if (member(*tree, marker_of(FileKind::sample))) return faults_of_deal(text, FileKind::sample, {.day_zero = today}, today);
    if (member(*tree, marker_of(FileKind::playbook))) {
        const auto playbook = read_playbook(text);
        return playbook ? Faults() : Faults{playbook.error()};
    }
    return faults_of_deal(text, FileKind::deal, {}, today);
}

}
