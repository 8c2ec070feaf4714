// What a team reads, by the first byte: S a team.json, I an invitation, J what is inside of one, M a membership, V what is inside of a sealed value, D what is
// kept of a shared deal, B sealed bytes that a place is told of, W what is told of sealed with the right key.
// What is accepted survives being written; whatever comes from the bucket, the deal that is here stays as it is unless the value is in order.

#include "core/codec/bytes.hpp"
#include "core/codec/base64url.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/summed_link.hpp"
#include "core/model/validate/validate.hpp"
#include "core/team/membership.hpp"
#include "core/team/sealed_value.hpp"
#include "core/team/team.hpp"
#include "tests/fuzz/require.hpp"

#include <array>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

const Date today = Date::from_days(20634);
const team::Server server{"00112233445566778899aabbccddeeff", "Team", "/team", {}, "middleground", 1};
const team::Key key{{1, 2, 3}};

void try_server(std::string_view text) {
    const auto read = team::read_server(text);
    if (!read) return require_words(read.error());
    require(team::read_server(team::write_server(*read)) == read, "a team.json survives being written");
    require(!read->websocket.starts_with("//"), "a page stays on its own origin");
}

void try_invitation(std::string_view text) {
    const auto read = team::read_invitation(text);
    if (!read) return require_words(read.error());
    require(team::read_invitation(team::write_invitation(*read, "https://example.com/")) == read, "an invitation survives being written");
}

void try_inside_invitation(std::string_view json) {
    std::string rest;
    io::put_number(rest, json.size());
    rest += io::deflated(std::array{json}, {});
    try_invitation(std::string(team::invitation_prefix) + io::to_base64url(io::with_sum(rest)));
}

void try_membership(std::string_view text) {
    const auto read = team::read_membership(text);
    if (!read) return require_words(read.error());
    require(team::read_membership(team::write_membership(*read)) == read, "a membership survives being written");
}

void try_value(std::string_view text) {
    const auto read = team::read_deal_value(text);
    if (!read) return require_words(read.error());
    const auto again = team::read_deal_value(team::write_deal_value(*read));
    require(again && again->head == read->head && again->text == read->text, "a value survives being written");
}

void try_stored(std::string_view text) {
    const auto read = team::read_shared_deal(text);
    if (!read) return require_words(read.error());
    const auto written = team::write_shared_deal(*read);
    const auto again = team::read_shared_deal(written);
    require(again && team::write_shared_deal(*again) == written, "what is kept of a deal survives being written");
}

Deal small_deal() {
    Deal deal;
    deal.id = {"d00001"};
    deal.opened = deal.created = today - 30;
    deal.title = "Here";
    return deal;
}

void try_told(std::string_view bytes, bool with_key) {
    const team::Sealer sealer(key, server.id);
    const auto name = sealer.key_of_deal({"d00001"});
    auto deal = small_deal();
    const team::Team::Local local = [&](const DealId& id) { return id == deal.id ? &deal : nullptr; };
    unsigned char next = 0;
    const auto entropy = [&](std::span<unsigned char> out) {
        for (auto& byte : out) byte = ++next;
        return true;
    };
    team::Team team({server, {}, key, "0123456789ab", "Lena"}, {}, entropy);
    std::int64_t now = 1000000;
    team.hear(team::Up{}, local, now, today);
    team.hear(team::CaughtUp{}, local, now, today);
    require(team.share(deal, now).has_value(), "a deal can be shared");
    team.tick(local, now, today);
    const auto orders = team.take_orders();
    for (const auto& order : orders) {
        const auto* put = std::get_if<team::Put>(&order);
        if (put) team.hear(team::Stored{put->order, put->order}, local, now, today);
    }
    require(team.state_of(deal.id) == team::Sync::sent, "what is stored is sent");
    (void)team.take_effects();
    const auto sealed = with_key ? sealer.sealed(name, bytes, {{9}}) : Result<std::string>(std::string(bytes));
    if (!sealed) return;
    team.hear(team::Value{name, *sealed, 100, false}, local, now, today);
    team.hear(team::Heard{*sealed}, local, now, today);
    const auto effects = team.take_effects();
    for (const auto& effect : effects) {
        if (const auto* replace = std::get_if<team::Replace>(&effect)) {
            require(with_key, "nothing comes in without the key");
            require(validate(replace->deal, today + 1).empty(), "what comes in obeys the rules");
        }
        if (const auto* tell = std::get_if<team::Tell>(&effect)) require(!first_invalid_utf8(tell->words), "what is said is text");
    }
    team.tick(local, now + 5000, today);
    const auto texts = team.take_effects();
    for (const auto& effect : texts) {
        const auto* store = std::get_if<team::Store>(&effect);
        if (store && store->key != "team/place") require(team::read_shared_deal(store->text).has_value(), "what is kept can be read");
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty()) return 0;
    const auto rest = input.substr(1);
    if (input.front() == 'S') try_server(rest);
    if (input.front() == 'I') try_invitation(rest);
    if (input.front() == 'J') try_inside_invitation(rest);
    if (input.front() == 'M') try_membership(rest);
    if (input.front() == 'V') try_value(rest);
    if (input.front() == 'D') try_stored(rest);
    if (input.front() == 'B') try_told(rest, false);
    if (input.front() == 'W') try_told(rest, true);
    return 0;
}
