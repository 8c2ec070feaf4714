// A copy that comes back: how it is known, what both came from, and what merging does.
#include "app/session/store/store_news.hpp"
#include "app/session/store/stored_snapshots.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

std::string copied_link(Tab& tab) {
    tab.act(action::CopyLink{});
    return tab.platform.copied;
}

void set_notes(Tab& tab, const std::string& notes) {
    edit::SetDeal edit;
    edit.notes = notes;
    tab.act(apply_edit(edit));
}

const Deal& deal_of(Tab& tab, const DealId& id) {
    return find_entry(tab.document, id)->deal;
}

// A seller who has sent the link of a deal, and a colleague who has saved a copy of it.
struct Colleagues {
    Tab seller;
    Tab colleague{std::make_shared<MemoryStorage>(), 5};
    DealId id;

    Colleagues() {
        id = seller.start("Pilot");
        open_link(colleague.world(), copied_link(seller));
        colleague.act(action::SaveCopy{});
        colleague.save_all();
    }
    Merge comparison() {
        const auto& preview = *preview_of(seller.document);
        return merge({preview.base ? &*preview.base : nullptr, deal_of(seller, id), preview.deal, seller.platform.today()});
    }
};

}

TEST_CASE("a copy remembers what it came from, and says nothing else") {
    Colleagues both;
    const auto& copy = deal_of(both.colleague, both.id);
    CHECK(copy.based_on == io::snapshot_name(deal_of(both.seller, both.id)));
    CHECK(same_content(copy, deal_of(both.seller, both.id)));
    CHECK(copy.based_on.size() == 16);
    CHECK(io::snapshot_name(copy) == copy.based_on);
    // It comes back unchanged: known, not stored twice.
    open_link(both.seller.world(), copied_link(both.colleague));
    both.seller.act(action::SaveCopy{});
    CHECK(both.seller.document.entries.size() == 1);
}

TEST_CASE("a changed copy is merged as one step, with what both came from as the base") {
    Colleagues both;
    both.colleague.rename("Pilot of the colleague");
    set_notes(both.colleague, "From the colleague");
    both.seller.rename("Pilot of the seller");
    both.seller.save_all();
    const auto before = deal_of(both.seller, both.id);
    open_link(both.seller.world(), copied_link(both.colleague));
    REQUIRE(preview_of(both.seller.document));
    REQUIRE(preview_of(both.seller.document)->base);
    CHECK(preview_of(both.seller.document)->base->title == "Pilot");
    const auto question = both.comparison();
    REQUIRE(question.conflicts.size() == 1);
    CHECK(question.changes.size() == 1);

    // Without a choice nothing happens.
    both.seller.act(action::ApplyMerge{});
    CHECK(both.seller.view.error);
    CHECK(deal_of(both.seller, both.id) == before);
    CHECK(preview_of(both.seller.document));

    both.seller.act(action::ApplyMerge{{MergeSide::theirs}});
    CHECK_FALSE(both.seller.view.error);
    CHECK_FALSE(preview_of(both.seller.document));
    CHECK(open_id(both.seller.document) == both.id);
    CHECK(deal_of(both.seller, both.id).title == "Pilot of the colleague");
    CHECK(deal_of(both.seller, both.id).notes == "From the colleague");
    CHECK(deal_of(both.seller, both.id).based_on == io::snapshot_name(deal_of(both.colleague, both.id)));
    REQUIRE(both.seller.view.toast);
    CHECK(both.seller.view.toast->text == "Merged 2 changes from the link");
    CHECK(both.seller.view.toast->undo);
    both.seller.save_all();
    CHECK(io::read_deal(both.seller.text_of(both.id), both.seller.platform.today())->notes == "From the colleague");

    both.seller.act(action::Undo{});
    CHECK(deal_of(both.seller, both.id) == before);
    both.seller.act(action::Redo{});
    CHECK(deal_of(both.seller, both.id).notes == "From the colleague");
}

TEST_CASE("after a merge the next round begins from there, both ways") {
    Colleagues both;
    set_notes(both.colleague, "First");
    open_link(both.seller.world(), copied_link(both.colleague));
    both.seller.act(action::ApplyMerge{});
    both.seller.rename("Second");
    // The colleague gets the seller's deal: nothing of it is a question.
    open_link(both.colleague.world(), copied_link(both.seller));
    REQUIRE(preview_of(both.colleague.document)->base);
    CHECK(preview_of(both.colleague.document)->base->notes == "First");
    both.colleague.act(action::ApplyMerge{});
    CHECK_FALSE(both.colleague.view.error);
    CHECK(same_content(deal_of(both.colleague, both.id), deal_of(both.seller, both.id)));
}

TEST_CASE("keeping ours everywhere changes nothing but what it is based on") {
    Colleagues both;
    both.colleague.rename("Theirs");
    both.seller.rename("Ours");
    const auto undo = undo_what(both.seller.document);
    open_link(both.seller.world(), copied_link(both.colleague));
    both.seller.act(action::ApplyMerge{{MergeSide::mine}});
    CHECK(both.seller.title(both.id) == "Ours");
    CHECK(deal_of(both.seller, both.id).based_on == io::snapshot_name(deal_of(both.colleague, both.id)));
    CHECK(undo_what(both.seller.document) == undo);
}

TEST_CASE("without the kept snapshot it is a comparison of two") {
    Colleagues both;
    both.colleague.rename("Theirs");
    auto& texts = both.seller.platform.storage->texts;
    const auto key = snapshots_key(both.id);
    REQUIRE(texts.contains(key));
    SECTION("gone") {
        texts.erase(key);
    }
    SECTION("damaged") {
        auto& text = texts.at(key);
        text[text.size() / 2] = text[text.size() / 2] == 'A' ? 'B' : 'A';
    }
    SECTION("no such thing at all") {
        texts.at(key) = "nonsense\n\n \nx";
    }
    open_link(both.seller.world(), copied_link(both.colleague));
    REQUIRE(preview_of(both.seller.document));
    CHECK_FALSE(preview_of(both.seller.document)->base);
    CHECK_FALSE(both.seller.view.error);
    CHECK(both.comparison().conflicts.size() == 1);
    // And no tab takes it for a deal.
    Tab other(both.seller.platform.storage, 9);
    CHECK(other.document.damaged.empty());
    CHECK(other.document.entries.size() == 1);
    CHECK_FALSE(take_storage_change(other.world(), key));
}

TEST_CASE("mine came from theirs: what was saved as a copy is the base, unless theirs cannot come from it") {
    Colleagues both;
    set_notes(both.colleague, "The colleague's");
    both.seller.rename("Renamed by the seller");
    open_link(both.colleague.world(), copied_link(both.seller));
    REQUIRE(preview_of(both.colleague.document)->base);
    CHECK(preview_of(both.colleague.document)->base->title == "Pilot");
    // A copy in which something has not happened that had happened in the base.
    auto stranger = deal_of(both.seller, both.id);
    stranger.based_on = "ffffffffffffffff";
    auto base = *preview_of(both.colleague.document)->base;
    base.commitments.front().events.push_back({CommitmentEventKind::asked, base.opened, {}, {}, {}, {}});
    base.based_on.clear();
    store_snapshot(both.colleague.platform, base, {});
    auto mine = deal_of(both.colleague, both.id);
    mine.based_on = io::snapshot_name(base);
    CHECK_FALSE(common_snapshot(both.colleague.platform, mine, stranger));
    stranger.commitments.front().events = base.commitments.front().events;
    CHECK(common_snapshot(both.colleague.platform, mine, stranger));
}

TEST_CASE("a few snapshots are kept, what the deal is based on longest; they go with the deal") {
    Colleagues both;
    const auto came_from = deal_of(both.colleague, both.id).based_on;
    for (int i = 0; i < 2 * most_snapshots; ++i) {
        set_notes(both.colleague, "Note " + std::to_string(i));
        copied_link(both.colleague);
    }
    const auto text = both.colleague.platform.storage->texts.at(snapshots_key(both.id));
    CHECK(std::ranges::count(text, '\n') == most_snapshots);
    CHECK(text.contains(came_from + ' '));
    CHECK(text.contains(io::snapshot_name(deal_of(both.colleague, both.id)) + ' '));
    // The same one again takes no place.
    copied_link(both.colleague);
    CHECK(both.colleague.platform.storage->texts.at(snapshots_key(both.id)) == text);
    // One that is too large is not kept, and pushes none out.
    auto large = deal_of(both.colleague, both.id);
    Random random(1);
    for (auto& commitment : large.commitments) {
        for (int i = 0; i < 3000; ++i) {
            commitment.ask += make_id_text(random);
        }
    }
    store_snapshot(both.colleague.platform, large, {});
    CHECK(both.colleague.platform.storage->texts.at(snapshots_key(both.id)) == text);
    both.colleague.act(action::RemoveDeal{both.id});
    CHECK_FALSE(both.colleague.platform.storage->texts.contains(snapshots_key(both.id)));
}

TEST_CASE("full storage: the link is copied all the same") {
    Tab tab;
    tab.start("Pilot");
    tab.platform.storage->capacity = tab.platform.storage->used();
    CHECK(copied_link(tab).contains("#d2."));
    CHECK_FALSE(tab.view.error);
}

TEST_CASE("a file that comes back is merged like a link") {
    Colleagues both;
    set_notes(both.colleague, "In a file");
    both.colleague.act(action::SaveDealFile{});
    REQUIRE(both.colleague.platform.files.size() == 1);
    open_file(both.seller.world(), "pilot.json", both.colleague.platform.files.begin()->second);
    REQUIRE(preview_of(both.seller.document)->base);
    both.seller.act(action::ApplyMerge{});
    CHECK(both.seller.view.toast->text == "Merged 1 change from pilot.json");
}
