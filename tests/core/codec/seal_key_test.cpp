#include "core/codec/seal_key.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

std::string hex(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

}

TEST_CASE("Hashes are BLAKE2b's, with a key and without", "[seal]") {
    // RFC 7693, appendix A.
    CHECK(hex(io::hash_of("abc", 64)) == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1"
                                         "925ab92386edd4009923");
    const io::SecretKey key{1, 2, 3};
    CHECK(io::keyed_hash(key, "abc", 16).size() == 16);
    CHECK(io::keyed_hash(key, "abc", 16) != io::hash_of("abc", 16));
    CHECK(io::keyed_hash(key, "abc", 16) != io::keyed_hash({1, 2, 4}, "abc", 16));
    CHECK(io::key_for(key, "one") != io::key_for(key, "other"));
}

TEST_CASE("What is sealed with a key opens with that key, context and nonce only", "[seal]") {
    const io::SecretKey key{1, 2, 3};
    const io::SealNonce nonce{4, 5, 6};
    const std::string text = "Brightwater";
    const auto box = io::sealed_with(key, text, "context", nonce);
    CHECK(box.size() == text.size() + io::seal_tag_bytes);
    CHECK(io::opened_with(key, box, "context", nonce) == text);
    CHECK_FALSE(io::opened_with({1, 2}, box, "context", nonce));
    CHECK_FALSE(io::opened_with(key, box, "contexT", nonce));
    CHECK_FALSE(io::opened_with(key, box, "context", {4, 5, 7}));
    for (std::size_t length = 0; length < box.size(); ++length) {
        CHECK_FALSE(io::opened_with(key, box.substr(0, length), "context", nonce));
    }
    for (std::size_t bit = 0; bit < 8 * box.size(); ++bit) {
        auto changed = box;
        changed[bit / 8] = static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ (1u << bit % 8));
        CHECK_FALSE(io::opened_with(key, changed, "context", nonce));
    }
}

TEST_CASE("A key of a passphrase depends on salt and passphrase, and on a cost within the limits", "[seal]") {
    const io::SealSalt salt{1};
    const auto key = io::passphrase_key("correct horse", salt, {1, 1});
    REQUIRE(key);
    CHECK(io::passphrase_key("correct horse", salt, {1, 1}) == key);
    CHECK(io::passphrase_key("correct Horse", salt, {1, 1}) != key);
    CHECK(io::passphrase_key("correct horse", {2}, {1, 1}) != key);
    CHECK_FALSE(io::passphrase_key("correct horse", salt, {0, 1}));
    CHECK_FALSE(io::passphrase_key("correct horse", salt, {io::most_memory_mib + 1, 1}));
    CHECK_FALSE(io::passphrase_key("correct horse", salt, {1, io::most_passes + 1}));
    auto secret = *key;
    io::wipe(secret);
    CHECK(secret == io::SecretKey{});
}
