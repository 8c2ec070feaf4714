// A team on one machine, without a network: 20 places that share 1,000 deals, 10 edits a second among them for ten minutes. Prints one line of JSON
// per figure: {"name", "value", "unit"}. `team_bench PLACES DEALS SECONDS` takes other numbers.

#include "core/team/sealed_value.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/team_world.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>

using namespace middleground;
using namespace middleground::test;

namespace {

std::size_t held_bytes = 0; // by everything, as asked for

constexpr std::size_t before_block = 16;

void* taken(std::size_t size) {
    auto* block = static_cast<char*>(std::malloc(size + before_block));
    if (!block) std::abort();
    *reinterpret_cast<std::size_t*>(block) = size;
    held_bytes += size;
    return block + before_block;
}

void given_back(void* place) {
    if (!place) return;
    auto* block = static_cast<char*>(place) - before_block;
    held_bytes -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void print(const char* name, double value, const char* unit, const char* goal = nullptr) {
    std::printf("{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"", name, value, unit);
    if (goal) std::printf(", \"goal\": \"%s\"", goal);
    std::printf("}\n");
    std::fflush(stdout);
}

// Of the processor, so that others on the machine do not count.
double seconds_of(const auto& work) {
    const auto start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Numbers {
    std::size_t places = 20;
    int deals = 1000;
    int seconds = 600;
    int edits_a_second = 10;
};

// The shipped samples, each under ids of its own.
Deal deal_of(int number, Random& random) {
    static const auto samples = std::vector{sample("brightwater", today()), sample("pushed", today()), sample("passive", today())};
    auto deal = samples[static_cast<std::size_t>(number) % samples.size()];
    deal.id = DealId::make(random);
    deal.sample = false;
    deal.title += " " + std::to_string(number);
    return deal;
}

// What one calls an edit: a line in the log, or a title.
void edit_one(TeamPlace& place, const DealId& id, Random& random, std::int64_t now_ms) {
    place.edit(id, [&](Deal& deal) {
        if (random.below(3) == 0) {
            deal.title = "Title " + std::to_string(random.next());
            return;
        }
        deal.interactions.push_back({.id = InteractionId::make(random), .created = place.today(), .on = place.today(),
                                     .summary = "Called about the open points, they come back on " + std::to_string(random.below(30))});
    }, now_ms);
}

void answer_all(TeamWorld& world, Random& random) {
    for (auto& place : world.places) {
        const auto open = place.questions;
        for (const auto& [id, question] : open) place.answer(DealId{id}, random, world.now_ms);
    }
}

bool all_is_sent(TeamWorld& world) {
    return std::ranges::all_of(world.places, [](const TeamPlace& place) { return place.team->to_send() == 0 && place.questions.empty(); });
}

}

void* operator new(std::size_t size) { return taken(size); }
void* operator new[](std::size_t size) { return taken(size); }
void operator delete(void* place) noexcept { given_back(place); }
void operator delete[](void* place) noexcept { given_back(place); }
void operator delete(void* place, std::size_t) noexcept { given_back(place); }
void operator delete[](void* place, std::size_t) noexcept { given_back(place); }

int main(int count, char** arguments) {
    Numbers numbers;
    if (count > 3) {
        numbers.places = static_cast<std::size_t>(std::atoi(arguments[1]));
        numbers.deals = std::atoi(arguments[2]);
        numbers.seconds = std::atoi(arguments[3]);
    }
    Random random(2026);
    TeamWorld world(numbers.places, 2026);
    world.connect_all();
    world.run(500);
    std::vector<DealId> ids;
    for (int i = 0; i < numbers.deals; ++i) {
        const auto deal = deal_of(i, random);
        ids.push_back(deal.id);
        auto& place = world[static_cast<std::size_t>(i) % numbers.places];
        place.document[deal.id.text] = deal;
        if (!place.team->share(deal, world.now_ms)) return 1;
    }
    const auto sharing = seconds_of([&] { world.run(20000, 50); });
    print("places", static_cast<double>(numbers.places), "");
    print("deals that each has", static_cast<double>(world[0].document.size()), "");
    double sealed = 0;
    for (const auto& [key, value] : world.bucket.values) sealed += static_cast<double>(value.bytes.size());
    print("a deal in the bucket, mean", sealed / numbers.deals / 1024, "KiB");
    double kept = 0;
    for (const auto& [key, text] : world[0].stored) kept += static_cast<double>(text.size());
    print("kept in storage per 1,000 deals", kept / numbers.deals, "thousand letters");
    print("sharing all, work of all places", sharing, "s");

    // One place alone, from what it has stored: memory beside its documents.
    {
        auto& place = world[0];
        std::vector<team::StoredText> texts;
        for (const auto& [key, text] : place.stored) texts.push_back({key, text});
        const auto before = held_bytes;
        auto chance = [](std::span<unsigned char> bytes) {
            std::ranges::fill(bytes, std::uint8_t{7});
            return true;
        };
        std::optional<team::Team> one;
        const auto start = seconds_of([&] { one.emplace(place.membership, texts, chance); });
        (void)one->take_effects();
        const auto verify = seconds_of([&] {
            for (int i = 0; i <= numbers.deals / 8 + 1; ++i) one->tick(place.local(), world.now_ms, place.today());
        });
        print("memory of a place per 1,000 deals, beside the deals", static_cast<double>(held_bytes - before) * 1000 / numbers.deals / 1e6, "MB");
        print("start from storage", start * 1000, "ms");
        print("looking whether 1,000 deals changed meanwhile, in slices", verify * 1e6 / numbers.deals, "ms");
        const auto idle = seconds_of([&] {
            for (int i = 0; i < 1000; ++i) one->tick(place.local(), world.now_ms, place.today());
        });
        print("a tick with nothing to do", idle * 1000, "us");
    }

    world.wire.messages = world.wire.bytes = 0;
    const auto puts = world.bucket.puts;
    const auto bytes_in = world.bucket.bytes_in;
    const auto busy = seconds_of([&] {
        for (int second = 0; second < numbers.seconds; ++second) {
            for (int i = 0; i < numbers.edits_a_second; ++i) {
                auto& place = world[random.below(static_cast<std::uint32_t>(numbers.places))];
                const auto& id = ids[random.below(static_cast<std::uint32_t>(ids.size()))];
                edit_one(place, id, random, world.now_ms);
                world.run(1000 / numbers.edits_a_second, 50);
            }
            answer_all(world, random);
        }
    });
    const double edits = static_cast<double>(numbers.seconds) * numbers.edits_a_second;
    print("edits", edits, "");
    print("work a second of all places together", busy * 1000 / numbers.seconds, "ms");
    print("work of one place for a colleague's edit", busy * 1000 / edits / static_cast<double>(numbers.places), "ms");
    print("sent to the server per edit", static_cast<double>(world.bucket.bytes_in - bytes_in) / edits / 1024, "KiB");
    print("puts per edit, repeated ones with it", static_cast<double>(world.bucket.puts - puts) / edits, "");
    print("on the wire per edit, presence with it, all places", static_cast<double>(world.wire.bytes) / edits / 1024, "KiB");
    print("messages per edit, all places", static_cast<double>(world.wire.messages) / edits, "");

    // Everybody goes on working without the server for a minute, which is then there again.
    for (std::size_t i = 0; i < numbers.places; ++i) world.wire.cut(i);
    for (int i = 0; i < 600; ++i) {
        auto& place = world[random.below(static_cast<std::uint32_t>(numbers.places))];
        edit_one(place, ids[random.below(static_cast<std::uint32_t>(ids.size()))], random, world.now_ms);
        world.run(100, 100);
    }
    const auto before_ms = world.now_ms;
    const auto catching_up = seconds_of([&] {
        world.connect_all();
        for (int i = 0; i < 1200; ++i) {
            world.run(100, 20);
            answer_all(world, random);
            if (i > 20 && all_is_sent(world)) break;
        }
    });
    print("catching up after an outage with 600 edits, by the clock of the simulation", static_cast<double>(world.now_ms - before_ms) / 1000, "s", "10 s");
    print("the same, work of all places", catching_up, "s");
    bool is_same = all_is_sent(world);
    for (const auto& id : ids) {
        const auto text = team::shared_text(world[0].deal(id));
        for (const auto& place : world.places) is_same = is_same && team::shared_text(place.deal(id)) == text;
    }
    print("all have the same", is_same ? 1 : 0, "");
    return is_same ? 0 : 1;
}
