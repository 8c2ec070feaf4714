#include "core/codec/base64url.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a link that was cut off anywhere is refused") {
    const auto url = std::string(link_base) + link_of(example_deal());
    const auto fragment = std::string(link_base).size();
    for (std::size_t length = 0; length < url.size(); ++length) {
        const auto cut = link_outcome(std::string_view(url).substr(0, length), example_deal());
        INFO("cut after " << length);
        REQUIRE(cut == (length < fragment + 2 ? "This is not a link to a deal" : link_is_damaged));
        // With text behind it, the same; "…#d" could then be anything.
        const auto sentence = link_outcome("See " + url.substr(0, length) + ", please", example_deal());
        REQUIRE(sentence == (length < fragment + 4 ? "This is not a link to a deal" : link_is_damaged));
    }
}

TEST_CASE("a link without its beginning is refused") {
    const auto link = link_of(example_deal());
    for (std::size_t missing = 2; missing < link.size(); ++missing) {
        REQUIRE_FALSE(io::decode_link(std::string_view(link).substr(missing), today()));
    }
}

TEST_CASE("every single flipped bit, changed byte and changed letter of a link is noticed") {
    const auto link = link_of(example_deal());
    const auto body = link.substr(io::link_prefix.size());
    const auto bytes = *io::from_base64url(body);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            REQUIRE(link_outcome("#d0." + io::to_base64url(changed), example_deal()) == link_is_damaged);
        }
    }
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (std::size_t i = 0; i < body.size(); ++i) {
        for (const std::size_t step : {i % 61 + 2, std::size_t{1}, std::size_t{63}}) {
            auto changed = body;
            changed[i] = letters[(letters.find(body[i]) + step) % letters.size()];
            REQUIRE(link_outcome("#d0." + changed, example_deal()) == link_is_damaged);
        }
    }
}

TEST_CASE("letters that were lost, doubled or exchanged in a link are noticed") {
    const auto link = link_of(example_deal());
    for (std::size_t i = io::link_prefix.size(); i + 1 < link.size(); ++i) {
        auto lost = link;
        lost.erase(i, 1);
        REQUIRE(link_outcome(lost, example_deal()) == link_is_damaged);
        auto doubled = link;
        doubled.insert(i, 1, link[i]);
        REQUIRE(link_outcome(doubled, example_deal()) == link_is_damaged);
        if (link[i] == link[i + 1]) continue;
        auto exchanged = link;
        std::swap(exchanged[i], exchanged[i + 1]);
        REQUIRE(link_outcome(exchanged, example_deal()) == link_is_damaged);
    }
}

TEST_CASE("links are repaired after what chats, mails and documents do to them") {
    const auto deal = example_deal();
    const auto link = link_of(deal);
    const auto url = std::string(link_base) + link;
    const auto body = link.substr(io::link_prefix.size());
    std::string percent_encoded;
    for (const char c : std::string_view(url)) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        percent_encoded += {'%', hex[static_cast<unsigned char>(c) >> 4], hex[static_cast<unsigned char>(c) & 15]};
    }
    std::string twice;
    for (const char c : percent_encoded) {
        twice += c == '%' ? "%25" : std::string(1, c);
    }
    std::string invisible;
    std::string wrapped;
    std::string quoted = "> Nora wrote:\r\n> ";
    for (std::size_t i = 0; i < url.size(); ++i) {
        invisible += url.substr(i, 1) + (i % 3 == 0 ? "\u200B" : i % 3 == 1 ? "\u2060" : "\u00AD");
        wrapped += url.substr(i, 1) + (i % 72 == 71 ? "\n" : "");
        quoted += url.substr(i, 1) + (i % 72 == 71 ? "\r\n> " : "");
    }
    for (const auto& text : {
             link,
             link.substr(1),
             url,
             "  \t" + url + "\r\n",
             std::string(link_base) + "%23" + link.substr(1),
             std::string(link_base) + "%2523" + link.substr(1),
             percent_encoded,
             twice,
             "<" + url + ">",
             "\"" + url + "\"",
             "'" + url + "'",
             "\u201E" + url + "\u201C",
             "(" + url + ")",
             "*" + url + "*",
             "_" + url + "_",
             "**" + url + "**",
             "__" + url + "__",
             url + ".",
             url + ", ",
             url + "!?;:",
             url + ")).",
             "Here it is: " + url + " Please have a look, it is open until Friday.",
             "[the deal](" + url + ") is new",
             "<a href=\"" + url + "\">the deal</a>",
             invisible,
             "\uFEFF" + url,
             wrapped,
             wrapped + "\n\nRegards\nNora Whitfield\n",
             quoted + "\r\n> Regards\r\n",
             "https://safe.example/?url=" + percent_encoded + "&data=05%7C01&reserved=0",
             url + "&utm_source=mail",
             std::string(link_base) + "?from=chat" + link,
         }) {
        INFO(text);
        CHECK(link_outcome(text, deal).empty());
        CHECK(io::looks_like_link(text));
    }
    // A line end at any one place.
    for (std::size_t i = std::string(link_base).size(); i < url.size(); ++i) {
        auto broken = url;
        broken.insert(i, "\r\n");
        REQUIRE(link_outcome(broken, deal).empty());
    }
    CHECK(body.size() + 4 == link.size());
}
