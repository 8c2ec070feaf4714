#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// Links that go out. The open deal's to the clipboard: view.share.locked's, or one that everybody opens.
void copy_link(World world, bool locked);
// The deal that is shown, for whoever knows view.share.lock's passphrase, into view.share.locked.
void lock_link(World world);

}
