#include "core/outlook.hpp"

namespace middleground {

ForecastInput forecast_input(const Deal& deal, const Playbook* playbook, const Consensus& consensus, const BalanceScore& score,
                             Date today) {
    ForecastInput input{.deal = deal, .playbook = playbook, .minds = {}, .today = today};
    for (const auto& person : consensus.people) {
        input.minds.push_back({person.id, person.opinion});
    }
    input.unnamed = consensus.unnamed;
    input.unnamed_opinion = consensus.unnamed_opinion;
    input.push = score.push;
    input.passive = score.passive;
    return input;
}

}
