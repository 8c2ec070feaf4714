#include "core/forecast/what_if.hpp"

#include "core/model/names.hpp"

#include <algorithm>
#include <charconv>

namespace middleground {

namespace {

constexpr int unnamed_weight = 50; // influence and openness of a seat that nobody is named for
constexpr int most_days = 3 * 365;

template <typename List, typename IdOf>
auto* find_in(List& list, const IdOf& id) {
    const auto found = std::ranges::find(list, id, [](const auto& one) { return one.id; });
    return found == list.end() ? nullptr : &*found;
}

void add_event(Deal& deal, const CommitmentId& id, CommitmentEventKind kind, Date today) {
    auto* commitment = find_in(deal.commitments, id);
    if (commitment == nullptr || !is_open(*commitment)) return;
    commitment->events.push_back({.kind = kind, .on = today, .who = {}, .interaction = {}, .why = {}, .due = {}});
}

struct Applier {
    Deal& deal;
    Date today;

    void operator()(const what_if::Kept& what) const { add_event(deal, what.id, CommitmentEventKind::kept, today); }
    void operator()(const what_if::Declined& what) const { add_event(deal, what.id, CommitmentEventKind::declined, today); }
    void operator()(const what_if::StanceBecomes& what) const {
        auto* person = find_in(deal.stakeholders, what.id);
        if (person == nullptr || person->left) return; // who has left changes their mind elsewhere
        // A day that they named stays.
        const auto day = person->stances.empty() ? std::nullopt : person->stances.back().not_before;
        person->stances.push_back({today, what.stance, {}, day});
    }
    void operator()(const what_if::Resolved& what) const {
        if (auto* concern = find_in(deal.concerns, what.id)) concern->events.push_back({ConcernEventKind::resolved, today, {}});
    }
    void operator()(const what_if::SomebodyNamed&) const {
        Stakeholder person;
        // No id that a person can have, so that it meets none of the deal's.
        person.id = {"?" + std::to_string(deal.stakeholders.size())};
        person.created = deal.opened; // nobody's follower: it takes a seat that was never named
        person.influence = unnamed_weight;
        person.openness = unnamed_weight;
        person.stances.push_back({today, Stance::neutral, {}});
        deal.stakeholders.push_back(std::move(person));
    }
    void operator()(const what_if::Waiting&) const {}
};

Error not_understood(std::string_view text) {
    return {"Not a what-if: \"" + std::string(text) + "\"", "--what-if",
            "Write kept:ID, declined:ID, stance:ID=supportive, resolved:ID, named or wait:28; the ids are in the deal's file"};
}

Error no_such(std::string_view what, std::string_view id) {
    return {"The deal has no " + std::string(what) + " \"" + std::string(id) + "\"", "--what-if", "Take an id from the deal's file"};
}

Result<WhatIf> parse_stance(std::string_view text, std::string_view rest, const Deal& deal) {
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) return std::unexpected(not_understood(text));
    const StakeholderId id{std::string(rest.substr(0, equals))};
    if (find(deal, id) == nullptr) return std::unexpected(no_such("person", id.text));
    const auto stance = from_key<Stance>(rest.substr(equals + 1));
    if (!stance) return std::unexpected(not_understood(text));
    return what_if::StanceBecomes{id, *stance};
}

}

Deal with_what_ifs(Deal deal, std::span<const WhatIf> all, Date today) {
    for (const auto& one : all) {
        std::visit(Applier{deal, today}, one);
    }
    return deal;
}

int days_waited(std::span<const WhatIf> all) {
    int days = 0;
    for (const auto& one : all) {
        if (const auto* waiting = std::get_if<what_if::Waiting>(&one)) days += waiting->days;
    }
    return days;
}

Result<WhatIf> parse_what_if(std::string_view text, const Deal& deal) {
    const auto colon = std::min(text.find(':'), text.size());
    const auto kind = text.substr(0, colon);
    const auto rest = text.substr(std::min(colon + 1, text.size()));
    if (kind == "named" && rest.empty()) return what_if::SomebodyNamed{};
    if (kind == "stance") return parse_stance(text, rest, deal);
    if (kind == "kept" || kind == "declined") {
        const CommitmentId id{std::string(rest)};
        if (find(deal, id) == nullptr) return std::unexpected(no_such("commitment", rest));
        if (kind == "kept") return what_if::Kept{id};
        return what_if::Declined{id};
    }
    if (kind == "resolved") {
        const ConcernId id{std::string(rest)};
        if (find(deal, id) == nullptr) return std::unexpected(no_such("concern", rest));
        return what_if::Resolved{id};
    }
    if (kind == "wait") {
        int days = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), days);
        if (error == std::errc{} && end == rest.data() + rest.size() && days >= 0 && days <= most_days) return what_if::Waiting{days};
    }
    return std::unexpected(not_understood(text));
}

}
