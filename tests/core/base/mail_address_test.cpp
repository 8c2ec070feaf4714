#include "core/base/mail_address.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

using namespace middleground;

TEST_CASE("a mail address is found in what was noted of a person") {
    struct Row {
        std::string_view text;
        std::string_view address; // empty: none
    };
    for (const auto& row :
         {Row{"marcus@fjord.example", "marcus@fjord.example"},
          Row{"Marcus <m.olsen+deal@mail.fjord.example>, +47 22 33 44", "m.olsen+deal@mail.fjord.example"},
          Row{"mailto:marcus@fjord.example.", "marcus@fjord.example"}, Row{"a@b, marcus@fjord.example", "marcus@fjord.example"},
          Row{"+47 22 33 44", ""}, Row{"", ""}, Row{"@", ""}, Row{"marcus@", ""}, Row{"@fjord.example", ""}, Row{"marcus@fjord", ""},
          Row{"a@@b.example", ""}, Row{"a..b@fjord.example", ""}, Row{"a@fjord..example", ""}, Row{"a@-fjord.example", ""},
          Row{"a@1.2.3.4", ""}, Row{"a@fjord.example?cc=all@fjord.example", "a@fjord.example"}, Row{"j\xc3\xb6rg@fjord.example", ""},
          Row{"two\nlines a@fjord.example", "a@fjord.example"}}) {
        INFO(row.text);
        CHECK(mail_address_in(row.text).value_or("") == row.address);
    }
    CHECK_FALSE(mail_address_in(std::string(100, 'a') + "@fjord.example"));
    CHECK_FALSE(mail_address_in(std::string(100000, '@')));
}
