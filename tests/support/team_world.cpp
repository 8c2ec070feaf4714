#include "tests/support/team_world.hpp"

#include "core/team/sealed_value.hpp"
#include "tests/support/example_deal.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace middleground::test {

team::Server team_server() {
    return {"00112233445566778899aabbccddeeff", "Brightwater Sales", "/team", {"tls://nats1.brightwater.example:4222"}, "middleground", 1};
}

team::Key team_key(std::uint8_t number) {
    team::Key key;
    key.bytes.fill(number);
    return key;
}

team::Membership membership_of(std::string name, std::uint8_t number, team::Key key) {
    return {team_server(), {"user" + std::to_string(number), "secret"}, key, team::member_id_of({number, 1, 2, 3, 4, 5}), std::move(name)};
}

TeamPlace::TeamPlace(team::Membership joined, std::uint64_t seed) : membership(std::move(joined)), seed_(seed) {
    restart();
}

team::Team::Local TeamPlace::local() const {
    return [this](const DealId& id) -> const Deal* {
        const auto found = document.find(id.text);
        return found == document.end() ? nullptr : &found->second;
    };
}

void TeamPlace::restart() {
    std::vector<team::StoredText> texts;
    for (const auto& [key, text] : stored) {
        texts.push_back({key, text});
    }
    const auto random = std::make_shared<Random>(seed_ + 1000 * ++runs_);
    const auto entropy = [random](std::span<unsigned char> bytes) {
        for (auto& byte : bytes) {
            byte = static_cast<unsigned char>(random->next() >> 24);
        }
        return true;
    };
    questions.clear();
    orders.clear();
    team = std::make_unique<team::Team>(membership, texts, entropy);
    settle();
}

void TeamPlace::settle() {
    const auto effects = team->take_effects();
    for (const auto& effect : effects) {
        if (const auto* replace = std::get_if<team::Replace>(&effect)) {
            document.insert_or_assign(replace->deal.id.text, replace->deal);
            questions.erase(replace->deal.id.text);
            replaced.push_back(*replace);
        } else if (const auto* add = std::get_if<team::Add>(&effect)) {
            document.insert_or_assign(add->deal.id.text, add->deal);
        } else if (const auto* ask = std::get_if<team::Ask>(&effect)) {
            questions.insert_or_assign(ask->deal.text, *ask);
        } else if (const auto* over = std::get_if<team::Gone>(&effect)) {
            questions.erase(over->deal.text);
            gone.push_back(*over);
        } else if (const auto* store = std::get_if<team::Store>(&effect)) {
            stored.insert_or_assign(store->key, store->text);
        } else if (const auto* drop = std::get_if<team::Drop>(&effect)) {
            stored.erase(drop->key);
        } else if (const auto* tell = std::get_if<team::Tell>(&effect)) {
            told.push_back(*tell);
        }
    }
    auto taken = team->take_orders();
    orders.insert(orders.end(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
}

void TeamPlace::hear(const team::Told& what, std::int64_t now_ms) {
    team->hear(what, local(), now_ms, today());
    settle();
}

void TeamPlace::tick(std::int64_t now_ms) {
    team->tick(local(), now_ms, today());
    settle();
}

void TeamPlace::put(const Deal& deal, std::int64_t now_ms) {
    document.insert_or_assign(deal.id.text, deal);
    team->changed(deal.id, now_ms);
}

void TeamPlace::edit(const DealId& id, const std::function<void(Deal&)>& change, std::int64_t now_ms, team::Typing typing) {
    change(document.at(id.text));
    team->changed(id, now_ms, typing);
}

void TeamPlace::remove(const DealId& id, std::int64_t now_ms) {
    document.erase(id.text);
    team->changed(id, now_ms);
}

bool TeamPlace::answer(const DealId& id, Random& random, std::int64_t now_ms) {
    const auto found = questions.find(id.text);
    if (found == questions.end()) return false;
    const auto question = std::move(found->second);
    questions.erase(found);
    const auto& mine = deal(id);
    const MergeInput input{question.base ? &*question.base : nullptr, mine, question.theirs, today()};
    const auto difference = merge(input);
    std::vector<MergeChoice> choices;
    for (const auto& conflict : difference.conflicts) {
        asked.insert(std::string(key_of(conflict.place.kind)) + " " + conflict.place.id + " " + conflict.place.field);
        const bool both = std::ranges::find(conflict.choices, MergeSide::both) != conflict.choices.end();
        auto side = both ? MergeSide::both : conflict.choices[random.below(2)];
        choices.push_back({side, make_id_text(random)});
    }
    auto chosen = merged(input, choices, today() + 1);
    if (!chosen) { // both do not go together: all of one side
        for (auto& choice : choices) choice.side = MergeSide::theirs;
        chosen = merged(input, choices, today() + 1);
    }
    if (!chosen) chosen = mine;
    document.insert_or_assign(id.text, *chosen);
    team->resolve(id, question.number, *chosen, local(), now_ms, today());
    settle();
    return true;
}

int TeamPlace::problems() const {
    return static_cast<int>(std::ranges::count_if(told, &team::Tell::is_problem));
}

std::string TeamPlace::last_problem() const {
    const auto found = std::ranges::find_if(told.rbegin(), told.rend(), &team::Tell::is_problem);
    return found == told.rend() ? std::string() : found->words;
}

TeamWorld::TeamWorld(std::size_t count, std::uint64_t seed) : wire(bucket, count, seed) {
    const std::vector<std::string> names{"Lena", "Otto", "Mira", "Theo", "Ada", "Ben", "Cleo", "Dora", "Emil", "Fay"};
    places.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto name = names[i % names.size()] + (i < names.size() ? "" : " " + std::to_string(i));
        places.emplace_back(membership_of(std::move(name), static_cast<std::uint8_t>(i + 1)), seed * 7919 + i);
    }
}

void TeamWorld::connect_all() {
    for (std::size_t i = 0; i < places.size(); ++i) {
        wire.connect(i);
    }
}

void TeamWorld::run(std::int64_t ms, std::int64_t step_ms) {
    for (const auto end = now_ms + ms; now_ms < end; now_ms += step_ms) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            auto& place = places[i];
            const auto told = wire.arrived(i, now_ms);
            for (const auto& one : told) {
                place.hear(one, now_ms);
            }
            const auto wake = place.team->wake_in_ms(now_ms);
            if (wake && *wake <= 0) place.tick(now_ms);
            if (!place.orders.empty()) wire.ask(i, std::exchange(place.orders, {}), now_ms);
        }
    }
}

void TeamWorld::come_to_rest(Random& random) {
    wire.faults = {};
    run(2000); // what is still on its way
    for (std::size_t i = 0; i < places.size(); ++i) {
        wire.cut(i);
    }
    run(100);
    connect_all();
    for (int round = 0; round < 60; ++round) {
        run(3000);
        bool is_calm = true;
        for (auto& place : places) {
            const auto open = place.questions;
            for (const auto& [id, ask] : open) {
                is_calm = !place.answer(DealId{id}, random, now_ms) && is_calm;
            }
            is_calm = is_calm && place.team->to_send() == 0;
        }
        if (is_calm) return;
    }
}

std::string TeamWorld::key_of(const DealId& id) const {
    return team::Sealer(team_key(), team_server().id).key_of_deal(id);
}

BucketDouble::Held& TeamWorld::value_of(const DealId& id) {
    return bucket.values.at(key_of(id));
}

SharedWorld::SharedWorld(std::size_t count) : TeamWorld(count) {
    connect_all();
    run(500);
    places[0].document[id.text] = example_deal();
    (void)places[0].team->share(places[0].deal(id), now_ms);
    run(3000);
}

void SharedWorld::title(std::size_t place, const std::string& words) {
    places[place].edit(id, [&](Deal& deal) { deal.title = words; }, now_ms);
    run(3000);
}

void SharedWorld::reconnect(std::size_t place) {
    wire.cut(place);
    run(50);
    wire.connect(place);
    run(5000);
}

void SharedWorld::new_day(std::int32_t days) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i].days_ahead += days;
        wire.cut(i);
    }
    run(100);
    connect_all();
    run(5000);
}

int SharedWorld::all_problems() const {
    int count = 0;
    for (const auto& place : places) {
        count += place.problems();
    }
    return count;
}

std::string shared_in(const TeamPlace& place, const DealId& id) {
    return team::shared_text(place.deal(id));
}

}
