#include "core/intake/proposals/planning.hpp"

#include <algorithm>

namespace middleground {

Proposals propose(std::span<const records::FileRecords> files, const Deal& deal, const OurSide& us, const ProposalWords& words, Date today, std::uint64_t seed) {
    auto side = us;
    std::optional<Error> guess;
    if (side.addresses.empty()) {
        if (const auto own = own_address(files, deal)) {
            side.addresses.push_back(*own);
            guess = Error{"You are taken for " + *own, {}, "Give your own address where that is wrong."};
        }
    }
    const bool has_mail = std::ranges::any_of(files, [](const records::FileRecords& file) { return !file.mails.empty() || !file.meetings.empty(); });
    if (side.addresses.empty() && has_mail) {
        guess = Error{"It is not known which address is yours, so nobody is added whom only mails name, nor what they say", {}, "Give your own address."};
    }
    Planning planning(deal, side, words, today, seed);
    planning.learn_names(files);
    if (guess) planning.note({}, *guess);
    for (const auto& file : files) {
        for (const auto& left : file.left_out) {
            planning.note(file.name, {left.what, left.where, left.remedy});
        }
        if (const int more = file.left_out_count - static_cast<int>(file.left_out.size()); more > 0) {
            planning.note(file.name, {"And " + std::to_string(more) + " more were left out", {}, {}});
        }
    }
    for (const auto& file : files) {
        propose_contacts(planning, file);
    }
    // In mails and meetings the seller is among those who are named.
    planning.doubt(side.addresses.empty());
    propose_mails(planning, files);
    for (const auto& file : files) {
        planning.doubt(side.addresses.empty());
        propose_meetings(planning, file);
        planning.doubt(false);
        for (const auto& transcript : file.transcripts) {
            propose_transcript(planning, transcript, file.name);
        }
        for (const auto& plan : file.plans) {
            propose_plan(planning, plan, file.name);
        }
    }
    return planning.take();
}

}
