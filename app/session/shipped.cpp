#include "app/session/shipped.hpp"

#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::string_view language = "en";

}

Shipped read_shipped() {
    Shipped shipped;
    for (const auto& asset : assets::playbooks()) {
        if (auto playbook = io::read_playbook(asset.bytes)) {
            shipped.playbooks.push_back(std::move(*playbook));
        } else {
            shipped.problem = playbook.error();
        }
    }
    std::ranges::stable_sort(shipped.playbooks, {}, [](const Playbook& playbook) { return playbook.id == "ten-commitments" ? 0 : 1; });
    // A file is called by its language; the pages speak this one.
    for (const auto& asset : assets::wording()) {
        if (asset.name != language) continue;
        if (auto table = io::read_wording(asset.bytes)) {
            shipped.wording = std::move(*table);
        } else {
            shipped.problem = table.error();
        }
    }
    for (const auto& asset : assets::import_tables()) {
        if (auto vocabulary = io::read_import_vocabulary(asset.bytes)) {
            shipped.vocabularies.push_back(std::move(*vocabulary));
        } else {
            shipped.problem = vocabulary.error();
        }
    }
    for (const auto& asset : assets::log_words()) {
        if (asset.name != language) continue;
        if (auto words = io::read_log_words(asset.bytes)) {
            shipped.log_words = std::move(*words);
        } else {
            shipped.problem = words.error();
        }
    }
    return shipped;
}

}
