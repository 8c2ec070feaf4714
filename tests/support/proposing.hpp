#pragma once

#include "core/intake/proposals/proposal.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/log_line.hpp"
#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

// Mails and the like of Kestrel, and what they would change in a deal.
namespace middleground::test::proposing {

inline const Date today = *Date::parse("2026-06-10");
inline const OurSide us{"", {"nora@seller.example"}};

// An empty deal of Kestrel, opened today.
inline Deal empty_deal() {
    Deal deal;
    deal.id = {"d00001"};
    deal.title = "Routing";
    deal.account = "Kestrel Logistics";
    deal.seller = "Nora Whitfield";
    deal.created = deal.opened = today;
    for (const auto* title : {"Security review", "Decide"}) {
        Commitment commitment;
        commitment.id = {"c0000" + std::to_string(deal.commitments.size() + 1)};
        commitment.created = today;
        commitment.title = title;
        deal.commitments.push_back(commitment);
    }
    deal.commitments.back().decides = true;
    deal.commitments.back().prerequisites = {{"c00001"}};
    return deal;
}

inline std::string mail(std::string_view from, std::string_view to, std::string_view text, std::string_view subject = "Pilot", std::string_view day = "9 Jun 2026", std::string_view id = "") {
    return "From: " + std::string(from) + "\nTo: " + std::string(to) + "\nSubject: " + std::string(subject) + "\nDate: " + std::string(day) + " 10:00:00 +0200\nMessage-ID: <" +
           std::string(id.empty() ? std::to_string(text.size()) + std::string(text.substr(0, 3)) : std::string(id)) + "@x>\nContent-Type: text/plain; charset=utf-8\n\n" + std::string(text) + "\n";
}
inline constexpr std::string_view dana = "Dana Ortiz <dana@kestrel.example>";
inline constexpr std::string_view nora = "Nora Whitfield <nora@seller.example>";

inline std::string invitation(std::string_view lines, std::string_view method = "REQUEST") {
    return "BEGIN:VCALENDAR\nMETHOD:" + std::string(method) + "\nBEGIN:VEVENT\nUID:1\nSUMMARY:Security review\nORGANIZER;CN=Dana Ortiz:mailto:dana@kestrel.example\nATTENDEE;CN=Nora:mailto:nora@seller.example\n" +
           std::string(lines) + "END:VEVENT\nEND:VCALENDAR\n";
}

inline Proposals proposed(const Deal& deal, const std::vector<std::string>& files, const OurSide& side = us) {
    std::vector<records::FileRecords> all;
    for (const auto& bytes : files) {
        all.push_back(read_records(bytes, "file " + std::to_string(all.size() + 1)));
    }
    return propose(all, deal, side, {english_log(), english()}, today, 7);
}

inline std::string titles(const Proposals& proposals) {
    std::string text;
    for (const auto& one : proposals.list) {
        text += one.title + '\n';
    }
    return text;
}

inline Deal with_all(const Deal& deal, const Proposals& proposals) {
    const auto taken = take(deal, proposals, proposals.likely(), today);
    for (const auto& refused : taken.refused) {
        FAIL(refused.error.message());
    }
    CHECK(validate(taken.deal, today).empty());
    // The edits alone give the same deal: that is what the window undoes.
    auto again = deal;
    for (const auto& edit : taken.edits) {
        auto changed = apply(again, edit, today);
        REQUIRE(changed);
        again = *changed;
    }
    CHECK(again == taken.deal);
    return taken.deal;
}

}
