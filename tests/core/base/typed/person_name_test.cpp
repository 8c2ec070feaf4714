#include "core/base/typed/person_name.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

TEST_CASE("a name is turned round where its last one comes first") {
    CHECK(person_name_of("Okonkwo, Ada") == "Ada Okonkwo");
    CHECK(person_name_of("Ortiz, Dana (Ext)") == "Dana Ortiz");
    CHECK(person_name_of("Acme, Inc.") == "Acme, Inc.");
    CHECK(person_name_of("'dana@kestrel.example'").empty());
    CHECK(turned_name("O'Neill, Sean") == "Sean O'Neill");
    CHECK(turned_name("de la Cruz, Mar\u00eda") == "Mar\u00eda de la Cruz");
    CHECK(turned_name("van der Berg, Jan Willem") == "Jan Willem van der Berg");
    CHECK(turned_name("Ann Lee, Bob Ray") == "Ann Lee, Bob Ray");
    CHECK(turned_name("Smith, Jr.") == "Smith, Jr.");
    CHECK(turned_name(" Lark ") == "Lark");
    CHECK(turned_name(",").size() <= 1);
    CHECK(turned_name("").empty());
}

TEST_CASE("what an address says of a name") {
    CHECK(name_in_address("dana.ortiz@kestrel.example") == "Dana Ortiz");
    CHECK(name_in_address("info@kestrel.example").empty());
}

TEST_CASE("a title is no part of a name") {
    for (const auto* name : {"Thomas Bell", "Dr. Thomas Bell", "prof. dr. thomas bell", "Herr Thomas Bell", "Thomas Bell, PhD", "Mr Thomas Bell MBA", " Thomas Bell "}) {
        INFO(name);
        CHECK(matched_name(name) == "thomas bell");
    }
    // A title alone is all that there is.
    CHECK(matched_name("Dr.") == "dr.");
    CHECK(matched_name("Frau") == "frau");
    CHECK(matched_name("Don Bell") == "don bell");
    CHECK(matched_name("").empty());
}
