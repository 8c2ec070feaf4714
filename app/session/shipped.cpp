#include "app/session/shipped.hpp"

#include "core/base/sort_list.hpp"
#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::string_view language = "en";
constexpr std::string_view default_playbook = "ten-commitments";

// A file is called by the id of its playbook.
void read_playbook_of(Shipped& shipped, const assets::Asset& asset) {
    if (auto playbook = io::read_playbook(asset.bytes)) {
        shipped.playbooks.push_back(std::move(*playbook));
    } else {
        shipped.problem = playbook.error();
    }
}

// A file is called by its language; the pages speak this one.
void read_own_wording(Shipped& shipped) {
    for (const auto& asset : assets::wording()) {
        if (asset.name != language) continue;
        if (auto table = io::read_wording(asset.bytes)) {
            shipped.wording = std::move(*table);
        } else {
            shipped.problem = table.error();
        }
    }
}

void default_first(std::vector<Playbook>& playbooks) {
    sort_list(playbooks, {}, [](const Playbook& playbook) { return playbook.id == default_playbook ? 0 : 1; });
}

}

Shipped read_shipped_for(std::span<const std::string> playbooks) {
    Shipped shipped;
    for (const auto& asset : assets::playbooks()) {
        const bool wanted = asset.name == default_playbook || std::ranges::find(playbooks, asset.name) != playbooks.end();
        if (wanted) read_playbook_of(shipped, asset);
    }
    default_first(shipped.playbooks);
    read_own_wording(shipped);
    return shipped;
}

Shipped read_shipped() {
    Shipped shipped;
    for (const auto& asset : assets::playbooks()) {
        read_playbook_of(shipped, asset);
    }
    default_first(shipped.playbooks);
    read_own_wording(shipped);
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

std::vector<ImportVocabulary> read_shipped_vocabularies(std::optional<Error>& problem) {
    std::vector<ImportVocabulary> vocabularies;
    for (const auto& asset : assets::import_tables()) {
        if (auto vocabulary = io::read_import_vocabulary(asset.bytes)) {
            vocabularies.push_back(std::move(*vocabulary));
        } else {
            problem = vocabulary.error();
        }
    }
    return vocabularies;
}

}
