// Any text as each kind of file: refused with words, or read into something valid that writes and reads back equal.

#include "core/files/backup.hpp"
#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/report/json/state_json.hpp"
#include "core/files/settings.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

void check_deal(const Deal& deal, Date today) {
    require(io::check(deal, today).has_value(), "what is read obeys the rules");
    const auto text = io::write_deal(deal);
    const auto again = io::read_deal(text, today);
    require(again.has_value(), "what is written can be read");
    require(*again == deal, "a deal survives its file");
    require(io::write_deal(*again) == text, "a file is written the same again");
    const auto compact = io::read_deal(io::write_deal_compact(deal), today);
    require(compact && *compact == deal, "a deal survives its compact file");
    if (const auto link = io::encode_link(deal)) {
        const auto linked = io::decode_link(*link, today);
        require(linked && *linked == deal, "a deal survives its link");
    }
    require(!write_state(deal, assess(deal, nullptr, {}, today), today).empty(), "every deal has a state");
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto today = Date::from_days(20634);
    const auto deal = io::read_deal(text, today);
    if (deal) {
        check_deal(*deal, today);
    } else {
        require_words(deal.error());
    }
    if (const auto sample = io::read_sample(text, today)) {
        check_deal(*sample, today);
    } else {
        require_words(sample.error());
    }
    if (const auto backup = io::read_backup(text, today)) {
        std::vector<Deal> deals;
        for (const auto& one : backup->deals) {
            check_deal(one.deal, today);
            deals.push_back(one.deal);
        }
        for (const auto& one : backup->left_out) {
            require(!one.name.empty(), "what is left out is named");
            require_words(one.error);
        }
        const auto again = io::read_backup(io::write_backup(deals), today);
        require(again && again->left_out.empty() && std::ranges::equal(again->deals, deals, {}, &io::Backup::Item::deal), "a backup survives its file");
    } else {
        require_words(backup.error());
    }
    if (const auto playbook = io::read_playbook(text)) {
        require(validate(*playbook).empty(), "a playbook that is read is valid");
    } else {
        require_words(playbook.error());
    }
    if (const auto settings = io::read_settings(text)) {
        const auto written = io::write_settings(*settings);
        const auto again = io::read_settings(written);
        require(again && *again == *settings, "settings survive their file");
        require(io::write_settings(*again) == written, "settings are written the same again");
    } else {
        require_words(settings.error());
    }
    const auto faults = io::faults_of(text, today);
    require(!deal || faults.empty() || text.contains("middleground_"), "a deal that is read has no faults");
    for (const auto& fault : faults) {
        require_words(fault);
    }
    return 0;
}
