#pragma once

#include "app/session/action.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

namespace middleground::test {

// The open deal after everything that the page asked for; each edit has to be accepted.
inline Deal deal_after(const PageFixture& page) {
    auto deal = find_entry(page.document, open_id(page.document))->deal;
    for (const auto& action : page.actions) {
        const auto* step = std::get_if<action::Apply>(&action.any());
        if (!step) continue;
        for (const auto& edit : step->edits) {
            auto next = apply(std::move(deal), edit, page.today);
            REQUIRE(next);
            deal = std::move(*next);
        }
    }
    return deal;
}

// Carries out what was asked for so far, as the program does between frames, so that the page shows it.
inline void carry_out(PageFixture& page) {
    auto& entry = page.document.entries.front();
    entry.deal = deal_after(page);
    entry.revision = page.document.next_revision++;
    page.actions.clear();
}

}
