#include "tests/support/analysis.hpp"

#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace middleground::test {

namespace {

template <typename T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message().c_str());
        std::abort();
    }
    return std::move(*result);
}

WordingTable table_of(std::string_view language) {
    for (const auto& asset : assets::wording()) {
        if (asset.name == language) return must(io::read_wording(asset.bytes));
    }
    return {};
}

}

const std::vector<Playbook>& shipped_playbooks() {
    static const auto playbooks = [] {
        std::vector<Playbook> list;
        for (const auto& asset : assets::playbooks()) {
            list.push_back(must(io::read_playbook(asset.bytes)));
        }
        return list;
    }();
    return playbooks;
}

const WordingTable& english() {
    static const auto table = table_of("en");
    return table;
}

const WordingTable& german() {
    static const auto table = table_of("de");
    return table;
}

const Playbook* playbook_of(const Deal& deal) {
    const auto& playbooks = shipped_playbooks();
    const auto found = std::ranges::find(playbooks, deal.playbook, &Playbook::id);
    return found == playbooks.end() ? nullptr : &*found;
}

Deal sample(std::string_view name, Date today) {
    for (const auto& asset : assets::samples()) {
        if (asset.name == name) return must(io::read_sample(asset.bytes, today));
    }
    return {};
}

Assessment assessed(const Deal& deal, Date today) {
    return assess(deal, playbook_of(deal), english(), today);
}

bool has_signal(const Balance& balance, std::string_view id) {
    return std::ranges::find(balance.signals, id, &Signal::id) != balance.signals.end();
}

bool has_finding(const Assessment& assessment, std::string_view id) {
    return std::ranges::find(assessment.findings, id, &Finding::id) != assessment.findings.end();
}

bool is_there(const Deal& deal, const Subject& subject) {
    return std::visit(
        [&]<typename T>(const T& thing) {
            if constexpr (std::is_same_v<T, Function>) {
                return true;
            } else {
                return find(deal, thing) != nullptr;
            }
        },
        subject);
}

}
