// Any text as the file of a playbook, as its link, and as what is inside its link: refused with words, or read into a valid playbook that survives both.

#include "core/codec/base64url.hpp"
#include "core/codec/bytes.hpp"
#include "core/codec/deflate.hpp"
#include "core/files/json.hpp"
#include "core/files/link/link_dictionary.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/model/playbooks/edition_changes.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "core/model/playbooks/playbook_from_deal.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/fuzz/require.hpp"

#include <array>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

const Date today = Date::from_days(20634);

void check_playbook(Playbook playbook) {
    require(validate(playbook).empty(), "a playbook that is read is valid");
    const auto text = io::write_playbook(playbook);
    const auto again = io::read_playbook(text);
    require(again && *again == playbook, "a playbook survives its file");
    require(io::write_playbook(*again) == text, "a file is written the same again");
    if (const auto link = io::encode_playbook_link(playbook)) {
        const auto linked = io::decode_playbook_link(*link);
        require(linked && *linked == playbook, "a playbook survives its link");
    }
    if (playbook.steps.size() > 60) return; // the rest takes its time
    playbook.edition = std::max(1, playbook.edition);
    Random random(7);
    const auto deal = start_deal(playbook, "A", "B", today, random);
    require(validate(deal, today).empty(), "a deal can be started with it");
    require(edition_changes(deal, playbook).empty(), "a deal has the edition that it was planned with");
    require(validate(playbook_from_deal(deal, &playbook, "abcdef", "Again")).empty(), "a playbook can be made of its deal");
    const auto more = with_new_step(playbook, playbook.steps.front().id, "One more");
    require(!more || validate(*more).empty(), "a step more leaves it valid");
    for (const auto& step : playbook.steps) {
        const auto less = without_step(playbook, step.id);
        require(less ? validate(*less).empty() : step.decides, "every step but the decision can go");
    }
}

void check(const Result<Playbook>& playbook) {
    if (playbook) {
        check_playbook(*playbook);
    } else {
        require_words(playbook.error());
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(io::read_playbook(text));
    check(io::decode_playbook_link(text));
    check(io::decode_playbook_link(std::string(io::playbook_link_prefix) + io::to_base64url(text)));
    // With the right sum around it.
    std::string rest;
    io::put_number(rest, text.size());
    rest += io::deflated(std::array<std::string_view, 1>{text}, io::link_dictionary);
    std::string bytes;
    for (int i = 0; i < 4; ++i) {
        bytes += static_cast<char>(io::crc_32(rest) >> (8 * i) & 0xff);
    }
    check(io::decode_playbook_link(std::string(io::playbook_link_prefix) + io::to_base64url(bytes + rest)));
    return 0;
}
