#pragma once

#include "app/ui/context.hpp"

#include <string>

namespace middleground {

// Parts of Share.
void draw_share_choice(const Context& context, float width);                        // for the buyer, or for colleagues; share_choice.cpp
// For colleagues: whether the link wants a passphrase, and which; share_lock.cpp
void draw_share_lock(const Context& context, float width);
// The protected link of the deal that is open; nothing while there is none (yet).
const Result<std::string>* locked_link(const Context& context);
void draw_share_qr(const Context& context, const std::string& link, float width); // share_qr.cpp
void draw_share_link(const Context& context, const std::string& link, float width); // share_link.cpp

}
