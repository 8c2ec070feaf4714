// Links for those who know a passphrase: made on Share, opened in a dialog.
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::Tab;

namespace {

// What a tab makes of the deal that it has open.
std::string locked_by(Tab& tab, const std::string& passphrase) {
    tab.view.share.lock = {.on = true, .shown = false, .typed = passphrase, .passphrase = passphrase};
    tab.act(action::LockLink{});
    REQUIRE(tab.view.share.locked);
    REQUIRE(tab.view.share.locked->fragment);
    return *tab.view.share.locked->fragment;
}

}

TEST_CASE("a protected link is of this deal in this revision, and never the same twice") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const auto link = locked_by(tab, "four quiet green words");
    CHECK(tab.view.share.locked->of == id);
    CHECK(tab.view.share.locked->revision == find_entry(tab.document, id)->revision);
    CHECK(io::decode_link(link, tab.platform.today(), "four quiet green words") == find_entry(tab.document, id)->deal);
    CHECK(locked_by(tab, "four quiet green words") != link);
}

TEST_CASE("a protected link is copied while it is of the deal as it is") {
    Tab tab;
    tab.start("Pilot");
    const auto link = locked_by(tab, "words");
    tab.act(action::CopyLink{true});
    CHECK(tab.platform.copied == "https://example.org/" + link);
    tab.platform.copied.clear();
    tab.rename("Roof");
    tab.act(action::CopyLink{true});
    CHECK(tab.platform.copied.empty());
}

TEST_CASE("salt and nonce come from the platform's entropy and not from the seed") {
    Tab one;
    one.start("Pilot");
    const auto drawn = one.platform.next_seed;
    const auto link = locked_by(one, "words");
    CHECK(one.platform.next_seed == drawn);
    CHECK(one.platform.next_entropy == 40);
}

TEST_CASE("without entropy there is no protected link") {
    Tab tab;
    tab.start("Pilot");
    tab.platform.no_entropy = true;
    tab.view.share.lock.passphrase = "words";
    tab.act(action::LockLink{});
    REQUIRE(tab.view.share.locked);
    CHECK(tab.view.share.locked->fragment.error().what == "The system provides no random bytes");
}

TEST_CASE("a protected link asks for its passphrase, keeps what was typed when it is wrong, and opens") {
    Tab sender;
    sender.start("Pilot");
    const auto link = "https://example.org/" + locked_by(sender, "four quiet green words");
    Tab reader;
    open_link(reader.world(), link + ".");
    REQUIRE(reader.view.unlock);
    CHECK_FALSE(preview_of(reader.document));

    reader.view.unlock->typed = "four quiet green word";
    reader.act(action::UnlockLink{});
    REQUIRE(reader.view.unlock);
    CHECK(reader.view.unlock->typed == "four quiet green word");
    CHECK(reader.view.unlock->error->what == "The passphrase does not open this link");
    CHECK_FALSE(preview_of(reader.document));

    reader.view.unlock->typed += "s";
    reader.act(action::UnlockLink{});
    CHECK_FALSE(reader.view.unlock);
    REQUIRE(preview_of(reader.document));
    CHECK(preview_of(reader.document)->deal == sender.document.entries.front().deal);
    // Only looked at until it is saved.
    CHECK(reader.document.entries.empty());
}

TEST_CASE("whoever does not know the passphrase closes the dialog, and everything is as before") {
    Tab sender;
    sender.start("Pilot");
    const auto link = locked_by(sender, "words");
    Tab reader;
    const auto id = reader.start("Own");
    open_link(reader.world(), link);
    reader.act(action::CloseUnlock{});
    CHECK_FALSE(reader.view.unlock);
    CHECK(reader.platform.fragment_cleared);
    CHECK(open_id(reader.document) == id);
    CHECK_FALSE(reader.view.error);
}

TEST_CASE("a damaged protected link is said to be damaged, without asking for a passphrase") {
    Tab sender;
    sender.start("Pilot");
    const auto link = locked_by(sender, "words");
    Tab reader;
    open_link(reader.world(), link.substr(0, link.size() - 5));
    CHECK_FALSE(reader.view.unlock);
    REQUIRE(reader.view.error);
    CHECK(reader.view.error->what == "The link is cut off or has been changed");
}
