#include "app/session/shipped.hpp"

#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground {

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
    for (const auto& asset : assets::wording()) {
        auto table = io::read_wording(asset.bytes);
        if (!table) {
            shipped.problem = table.error();
        } else if (table->language == "en") {
            shipped.wording = std::move(*table);
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
        auto words = io::read_log_words(asset.bytes);
        if (!words) {
            shipped.problem = words.error();
        } else if (words->language == "en") {
            shipped.log_words = std::move(*words);
        }
    }
    return shipped;
}

}
