#include "tests/support/links.hpp"

#include "core/files/link/snapshot_link.hpp"
#include "tests/support/random_deal.hpp"

#include <stdexcept>

namespace middleground::test {

std::string link_of(const Deal& deal) {
    const auto link = io::encode_link(deal);
    if (!link) throw std::runtime_error(link.error().message());
    return *link;
}

io::SealEntropy locked_entropy(unsigned char first) {
    io::SealEntropy entropy;
    for (auto& byte : entropy.salt) {
        byte = first++;
    }
    for (auto& byte : entropy.nonce) {
        byte = first++;
    }
    return entropy;
}

std::string link_outcome(std::string_view text, const Deal& deal) {
    const auto read = io::decode_link(text, today());
    if (!read) return read.error().what;
    return read->diary.empty() && same_but_diary(*read, deal) ? "" : "another deal";
}

}
