#include "app/session/update/update_files.hpp"

namespace middleground {

namespace {

Result<std::string> locked(World world, const Deal& deal) {
    io::SealEntropy entropy;
    if (!world.platform.entropy(entropy.salt) || !world.platform.entropy(entropy.nonce)) {
        return fail("The system provides no random bytes", {}, "Send the link without a passphrase, or the file.");
    }
    return io::encode_link(deal, world.view.lock.passphrase, entropy);
}

}

void lock_link(World world) {
    const auto& document = world.document;
    if (const auto* preview = preview_of(document)) {
        world.view.locked = LockedLink{preview->deal.id, preview->revision, locked(world, preview->deal)};
    } else if (const auto* entry = find_entry(document, open_id(document))) {
        world.view.locked = LockedLink{entry->deal.id, entry->revision, locked(world, entry->deal)};
    }
}

void unlock_link(World world) {
    auto& unlock = world.view.unlock;
    if (!unlock) {
        return;
    }
    auto snapshot = io::decode_snapshot(unlock->link, world.platform.today(), unlock->typed);
    if (!snapshot) {
        unlock->error = snapshot.error();
        return;
    }
    io::wipe(unlock->typed);
    unlock.reset();
    show_snapshot(world, std::move(*snapshot));
}

void close_unlock(World world) {
    if (world.view.unlock) {
        io::wipe(world.view.unlock->typed);
    }
    world.view.unlock.reset();
    world.platform.clear_fragment();
}

}
