// Links on three levels, by the first byte, because no chance finds a right check sum:
//   L  the text as a link, with whatever is around it
//   F  the bytes behind the check sum of a frame that holds a deal; G: a buyer's plan
//   S  the bytes behind the check sum of a protected frame, whose passphrase is known; the cost is made small unless it is beyond the limits
//   K  what is inside a protected frame: it is sealed here, and opened by the program
//   P  the packed form of a deal: four lengths of two bytes each, lowest first, then its sections; B: of a buyer's plan
// What is accepted obeys the rules and survives another link and a file.

#include "core/codec/base64url.hpp"
#include "core/files/check.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/packed.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/export.hpp"
#include "tests/fuzz/require.hpp"

#include <array>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

void check_deal(const Deal& deal, Date today) {
    require(io::check(deal, today).has_value(), "what is read obeys the rules");
    if (const auto link = io::encode_link(deal)) {
        const auto again = io::decode_link(*link, today);
        require(again && *again == deal, "a deal survives its link");
        require(io::encode_link(*again) == link, "a link is made the same again");
    }
    // Unknown members from a link may stand in another order, or belong to nothing; the file puts them right, once.
    const auto text = io::write_deal(deal);
    const auto read = io::read_deal(text, today);
    require(read.has_value(), "what came in a link can be stored and read");
    require(io::write_deal(*read) == text, "a file is written the same again");
}

void check_plan_read(const BuyerPlan& plan, Date today) {
    require(check_plan(plan).has_value(), "a plan that is read obeys the rules");
    if (const auto link = io::encode_link(plan)) {
        const auto again = io::decode_snapshot(*link, today);
        require(again && std::get<BuyerPlan>(*again) == plan, "a plan survives its link");
    }
    require(io::read_plan(io::write_plan(plan)) == plan, "a plan survives its file");
    for (const auto& format : names_of<ExportFormat>()) {
        require(!export_plan(plan, format.value).bytes.empty(), "a plan can be exported");
    }
}

void try_link(std::string_view text, Date today, std::string_view passphrase = {}) {
    const auto snapshot = io::decode_snapshot(text, today, passphrase);
    if (!snapshot) return require_words(snapshot.error());
    require(io::looks_like_link(text), "what is a link looks like one");
    if (const auto* deal = std::get_if<Deal>(&*snapshot)) {
        check_deal(*deal, today);
    } else {
        check_plan_read(std::get<BuyerPlan>(*snapshot), today);
    }
}

std::string link_of(char kind, std::string_view rest) {
    std::string bytes(1, kind);
    const auto sum = io::crc_32(bytes + std::string(rest));
    for (int shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>(sum >> shift & 0xff);
    }
    bytes += rest;
    return std::string(io::link_prefix) + io::to_base64url(bytes);
}

constexpr std::string_view passphrase = "fuzz";

void try_locked(std::string_view rest, Date today) {
    std::string cheap(rest);
    for (std::size_t i = 0; i < 2 && i < cheap.size(); ++i) {
        const auto cost = static_cast<unsigned char>(cheap[i]);
        if (cost >= 1 && cost <= (i == 0 ? io::most_memory_mib : io::most_passes)) cheap[i] = '\1';
    }
    const auto link = link_of('\2', cheap);
    require(io::wants_passphrase(link) == io::is_seal(cheap), "a whole seal is asked a passphrase for, and nothing else");
    const auto without = io::decode_snapshot(link, today);
    require(!without, "nothing opens without its passphrase");
    require_words(without.error());
    try_link(link, today, passphrase);
}

void try_inside(std::string_view content, Date today) {
    const auto seal = io::sealed(content, "\2", passphrase, {}, {1, 1});
    require(seal && io::unsealed(*seal, "\2", passphrase).text == content, "what is sealed comes out again");
    require(!io::unsealed(*seal, "\2", "fuss").text, "another passphrase opens nothing");
    try_link(link_of('\2', *seal), today, passphrase);
}

io::PackedParts parts_of(std::string_view bytes) {
    io::PackedParts parts;
    const std::array sections{&parts.ids, &parts.masks, &parts.numbers, &parts.dates};
    if (bytes.size() < 2 * sections.size()) return parts;
    auto rest = bytes.substr(2 * sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto low = static_cast<unsigned char>(bytes[2 * i]);
        const auto high = static_cast<unsigned char>(bytes[2 * i + 1]);
        *sections[i] = rest.substr(0, low + high * 256u);
        rest.remove_prefix(sections[i]->size());
    }
    parts.texts = rest;
    return parts;
}

void try_packed_plan(std::string_view bytes, Date today) {
    const auto plan = io::unpack_plan(parts_of(bytes));
    if (!plan) return;
    if (const auto packed = io::pack_plan(*plan)) {
        const auto again = io::unpack_plan(*packed);
        require(again && *again == *plan, "a plan that is unpacked survives packing");
    }
    if (check_plan(*plan)) check_plan_read(*plan, today);
}

void try_packed(std::string_view bytes, Date today) {
    const auto deal = io::unpack_deal(parts_of(bytes));
    if (!deal) return;
    if (const auto packed = io::pack_deal(*deal)) {
        const auto again = io::unpack_deal(*packed);
        require(again && *again == *deal, "what is unpacked survives packing");
    }
    if (io::check(*deal, today)) check_deal(*deal, today);
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty()) return 0;
    const auto today = Date::from_days(20634);
    const auto rest = input.substr(1);
    if (input.front() == 'L') try_link(rest, today);
    if (input.front() == 'F') try_link(link_of('\0', rest), today);
    if (input.front() == 'G') try_link(link_of('\1', rest), today);
    if (input.front() == 'S') try_locked(rest, today);
    if (input.front() == 'K') try_inside(rest, today);
    if (input.front() == 'P') try_packed(rest, today);
    if (input.front() == 'B') try_packed_plan(rest, today);
    return 0;
}
