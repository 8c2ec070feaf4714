#include "app/session/update/update_links.hpp"

#include "app/session/store/stored_snapshots.hpp"
#include "core/files/link/snapshot_link.hpp"

namespace middleground {

namespace {

Result<std::string> locked(World world, const Deal& deal) {
    io::SealEntropy entropy;
    if (!world.platform.entropy(entropy.salt) || !world.platform.entropy(entropy.nonce)) {
        return fail("The system provides no random bytes", {}, "Send the link without a passphrase, or the file.");
    }
    return io::encode_link(deal, world.view.share.lock.passphrase, entropy);
}

}

void copy_link(World world, bool locked) {
    const auto* entry = find_entry(world.document, open_id(world.document));
    if (!entry) {
        return;
    }
    const auto& made = world.view.share.locked;
    if (locked && !(made && made->of == entry->deal.id && made->revision == entry->revision)) {
        return;
    }
    const auto link = locked ? made->fragment : io::encode_link(entry->deal);
    if (!link) {
        world.view.error = link.error();
        return;
    }
    store_snapshot(world.platform, entry->deal, entry->deal.based_on);
    const auto text = world.platform.link_base() + *link;
    world.view.text_to_copy = text; // shown if the clipboard refuses, see event::CopyDone
    world.platform.copy_text(text);
    show_toast(world.view, world.platform, "Copied the link, " + std::to_string(text.size()) + " characters", false);
}

void lock_link(World world) {
    const auto& document = world.document;
    if (const auto* deal = shown_deal(document)) world.view.share.locked = LockedLink{deal->id, shown_revision(document), locked(world, *deal)};
}

}
