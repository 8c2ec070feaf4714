#include "core/base/web_link.hpp"

#include "core/base/random.hpp"
#include "core/base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("addresses as people type and paste them") {
    struct Row {
        std::string typed, link;
    };
    for (const auto& row :
         {Row{"https://example.com/offer", "https://example.com/offer"}, Row{"http://example.com", "http://example.com"},
          Row{" https://example.com/offer\n", "https://example.com/offer"}, Row{"HTTPS://Example.com/Offer", "https://Example.com/Offer"},
          Row{"www.example.com/x", "https://www.example.com/x"}, Row{"example.com/offer", "https://example.com/offer"},
          Row{"example.com", "https://example.com"}, Row{"//example.com/x", "https://example.com/x"},
          Row{"example.com:8080/x", "https://example.com:8080/x"}, Row{"https://localhost:3000", "https://localhost:3000"},
          Row{"https://intranet/offer", "https://intranet/offer"}, Row{"https://10.0.0.7/x", "https://10.0.0.7/x"},
          Row{"https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"}, Row{"https://example.com./x", "https://example.com./x"},
          Row{"https://example.com/a?b=c&d=%20e#f", "https://example.com/a?b=c&d=%20e#f"},
          Row{"https://example.com/@someone", "https://example.com/@someone"},
          Row{"https://example.com?to=a@b.com", "https://example.com?to=a@b.com"}, Row{"example.com/x:y", "https://example.com/x:y"},
          Row{"https://müller.example/größe", "https://müller.example/größe"},
          // A host of Cyrillic letters that looks like another one stays what was typed.
          Row{"https://\u0430pple.com", "https://\u0430pple.com"}, Row{"https://xn--pple-43d.com", "https://xn--pple-43d.com"}}) {
        INFO(row.typed);
        const auto link = parse_typed_link(row.typed);
        REQUIRE(link);
        CHECK(*link == row.link);
        CHECK(parse_typed_link(*link) == *link);
    }
}

TEST_CASE("addresses that are not opened say why") {
    struct Row {
        std::string typed, what;
    };
    const std::string blank = "An address cannot contain spaces or hidden characters";
    const std::string web = " is not the address of a web page";
    for (const auto& row : {Row{"", "No address was typed"},
                            Row{"javascript:alert(1)", "\"javascript:\"" + web},
                            Row{"JavaScript:alert(1)", "\"javascript:\"" + web},
                            Row{" javascript://example.com/%0aalert(1)", "\"javascript:\"" + web},
                            Row{"java\nscript:alert(1)", blank},
                            Row{"java\tscript:alert(1)", blank},
                            Row{"\x01javascript:alert(1)", blank},
                            Row{"data:text/html,hello", "\"data:\"" + web},
                            Row{"file:///etc/passwd", "\"file:\"" + web},
                            Row{"mailto:a@example.com", "\"mailto:\"" + web},
                            Row{"vbscript:x", "\"vbscript:\"" + web},
                            Row{"blob:https://example.com/x", "\"blob:\"" + web},
                            Row{"view-source:https://example.com", "\"view-source:\"" + web},
                            Row{"ftp://example.com", "\"ftp:\"" + web},
                            Row{"https://user:secret@example.com", "An address cannot have a name or password before the host"},
                            Row{"https://example.com@evil.example", "An address cannot have a name or password before the host"},
                            Row{"a@example.com", "An address cannot have a name or password before the host"},
                            Row{"https://exa mple.com", blank},
                            Row{"https://example.com/a b", blank},
                            Row{"https://example.com/\u00a0x", blank},
                            Row{"https://example.com/\u202etxt.exe", blank},
                            Row{"https://exam\u200bple.com", blank},
                            Row{"https://exam\u00adple.com", blank},
                            Row{"https://example.com\u3000", blank},
                            Row{std::string("https://example.com/\0x", 22), blank},
                            Row{"https://example.com/\x7f", blank},
                            Row{"https:example.com", "Two slashes have to follow \"https:\""},
                            Row{"https:/example.com", "Two slashes have to follow \"https:\""},
                            Row{"https:///example.com", "Two slashes have to follow \"https:\""},
                            Row{"https://", "\"https://\" is not an address"},
                            Row{"https://.com", "\"https://.com\" is not an address"},
                            Row{"https://a..b", "\"https://a..b\" is not an address"},
                            Row{"https://-a.com", "\"https://-a.com\" is not an address"},
                            Row{"https://example.com:0/", "The port of an address is a number from 1 to 65535"},
                            Row{"https://example.com:99999", "The port of an address is a number from 1 to 65535"},
                            Row{"https://example.com:", "The port of an address is a number from 1 to 65535"},
                            Row{"https://example.com\\@evil.example", "An address cannot contain any of the characters \" < > \\ ^ ` { | }"},
                            Row{"https://example.com/<script>", "An address cannot contain any of the characters \" < > \\ ^ ` { | }"},
                            Row{"offer", "\"offer\" is not an address"},
                            Row{"3.50", "\"3.50\" is not an address"},
                            Row{"/offer", "\"/offer\" is not an address"},
                            Row{"https://\xff.com", "This is not an address"},
                            Row{"https://[::1", "\"https://[::1\" is not an address"},
                            Row{"https://[zz]", "\"https://[zz]\" is not an address"}}) {
        INFO(row.typed);
        const auto link = parse_typed_link(row.typed);
        REQUIRE_FALSE(link);
        CHECK(link.error().what == row.what);
        CHECK_FALSE(link.error().remedy.empty());
    }
    CHECK_FALSE(parse_typed_link("https://example.com/" + std::string(2000, 'x')));
    CHECK_FALSE(parse_typed_link("https://" + std::string(64, 'x') + ".com"));
    CHECK_FALSE(parse_typed_link(std::string(1000000, ':')));
}

TEST_CASE("no bytes get through as another scheme") {
    Random random(3);
    const std::string seeds[] = {"https://example.com/a?b#c", "javascript:alert(1)", "data:text/html,x", "//a@b.c:80", "http://[::1]:1/"};
    for (int round = 0; round < 20000; ++round) {
        auto text = seeds[random.below(5)];
        for (std::uint32_t changes = 1 + random.below(4); changes > 0; --changes) {
            const auto at = random.below(static_cast<std::uint32_t>(text.size()));
            if (random.below(2) == 0) {
                text[at] = static_cast<char>(random.below(256));
            } else {
                text.insert(at, 1, ":/@.\\ \t\n%#?j\x01"[random.below(13)]);
            }
        }
        const auto link = parse_typed_link(text);
        if (!link) {
            continue;
        }
        const auto folded_link = folded(*link);
        const bool is_web = folded_link.starts_with("https://") || folded_link.starts_with("http://");
        const auto host = link->substr(link->find("//") + 2);
        const auto authority = host.substr(0, host.find_first_of("/?#"));
        if (!is_web || authority.find('@') != std::string::npos || authority.empty() || first_invalid_utf8(*link) ||
            link->find_first_of(" \t\r\n\\") != std::string::npos || parse_typed_link(*link) != *link) {
            INFO(text);
            FAIL();
        }
    }
}
