#include "core/model/origin_values.hpp"

#include "core/model/names.hpp"

#include <array>

namespace middleground {

namespace {

constexpr char differs = '=';

constexpr std::array deal_members{&DealOrigin::title,  &DealOrigin::account, &DealOrigin::amount,
                                  &DealOrigin::seller, &DealOrigin::target,  &DealOrigin::outcome};
constexpr std::array person_members{&PersonOrigin::name, &PersonOrigin::title, &PersonOrigin::function, &PersonOrigin::role,
                                    &PersonOrigin::contact};

template <typename Origin, typename Members>
Origin shortened(Origin origin, const Origin& present, const Members& members) {
    for (const auto member : members) {
        auto& value = origin.*member;
        value = value == present.*member ? std::string() : differs + value;
    }
    return origin;
}

template <typename Origin, typename Members>
Origin completed(Origin origin, const Origin& present, const Members& members) {
    for (const auto member : members) {
        auto& value = origin.*member;
        value = value.starts_with(differs) ? value.substr(1) : value.empty() ? present.*member : value;
    }
    return origin;
}

}

std::string amount_text(const std::optional<Money>& amount) {
    return amount ? std::to_string(amount->minor) + ' ' + amount->currency : std::string();
}

std::string target_text(const Deal& deal) {
    const auto* target = target_of(deal);
    return target && target->date ? target->date->iso() : std::string();
}

std::string outcome_text(const Outcome& outcome) {
    if (const auto* won = std::get_if<Won>(&outcome)) return "won " + won->on.iso();
    if (const auto* lost = std::get_if<Lost>(&outcome)) return "lost " + lost->on.iso();
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return "no_decision " + none->on.iso();
    return {};
}

DealOrigin values_of(const Deal& deal) {
    return {{}, {}, deal.title, deal.account, amount_text(deal.amount), deal.seller, target_text(deal), outcome_text(deal.outcome), {}};
}

// "Other" and "influencer" are what a person is who nothing was said about.
PersonOrigin values_of(const Stakeholder& person) {
    return {{},
            {},
            person.name,
            person.title,
            person.function == Function::other ? std::string() : std::string(key_of(person.function)),
            person.role == Role::influencer ? std::string() : std::string(key_of(person.role)),
            person.contact};
}

DealOrigin without_known(const DealOrigin& origin, const DealOrigin& present) {
    return shortened(origin, present, deal_members);
}
PersonOrigin without_known(const PersonOrigin& origin, const PersonOrigin& present) {
    return shortened(origin, present, person_members);
}
DealOrigin with_known(DealOrigin origin, const DealOrigin& present) {
    return completed(std::move(origin), present, deal_members);
}
PersonOrigin with_known(PersonOrigin origin, const PersonOrigin& present) {
    return completed(std::move(origin), present, person_members);
}

}
