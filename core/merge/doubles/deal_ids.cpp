#include "core/merge/doubles/deal_parts.hpp"
#include "core/model/edit/references.hpp"

#include <map>
#include <set>
#include <type_traits>

namespace middleground::doubling {

Renamed with_own_ids(const DealsInput& input, DealPairs pairs) {
    Renamed renamed{input.gone, std::move(pairs)};
    Random random(input.seed);
    std::map<std::string, std::string> people, commitments, interactions, concerns, promises;
    const auto rename = [&]<typename T>(std::vector<T>& things, const std::vector<T>& of_kept_deal, std::map<std::string, std::string>& names) {
        std::set<std::string> taken;
        for (const auto& thing : of_kept_deal) taken.insert(thing.id.text);
        const auto known = taken;
        for (const auto& thing : things) taken.insert(thing.id.text);
        for (auto& thing : things) {
            if (!known.contains(thing.id.text)) continue;
            auto id = make_id_text(random);
            while (!taken.insert(id).second) id = make_id_text(random);
            names.emplace(thing.id.text, id);
            thing.id.text = std::move(id);
        }
    };
    auto& deal = renamed.gone;
    const auto& kept = input.kept;
    rename(deal.stakeholders, kept.stakeholders, people);
    rename(deal.commitments, kept.commitments, commitments);
    rename(deal.interactions, kept.interactions, interactions);
    rename(deal.concerns, kept.concerns, concerns);
    rename(deal.promises, kept.promises, promises);
    const auto put = [](const std::map<std::string, std::string>& names, std::string& id) {
        if (const auto found = names.find(id); found != names.end()) id = found->second;
    };
    for_each_reference(deal, [&]<typename I>(I& id) {
        if constexpr (std::is_same_v<I, StakeholderId>) put(people, id.text);
        if constexpr (std::is_same_v<I, CommitmentId>) put(commitments, id.text);
        if constexpr (std::is_same_v<I, InteractionId>) put(interactions, id.text);
        if constexpr (std::is_same_v<I, ConcernId>) put(concerns, id.text);
    });
    for (auto& snooze : deal.snoozes) {
        const auto blank = snooze.what.rfind(' ');
        if (blank == std::string::npos) continue;
        auto id = snooze.what.substr(blank + 1);
        for (const auto* names : {&people, &commitments, &interactions, &concerns, &promises}) {
            if (const auto found = names->find(id); found != names->end()) {
                id = found->second;
                break;
            }
        }
        snooze.what = snooze.what.substr(0, blank + 1) + id;
    }
    for (auto& pair : renamed.pairs.people) put(people, pair.second.text);
    for (auto& pair : renamed.pairs.commitments) put(commitments, pair.second.text);
    return renamed;
}

}
