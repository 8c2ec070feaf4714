#include "core/base/typed/typo.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

TEST_CASE("slips between two texts are counted") {
    CHECK(typing_distance("Marcus", "marcus", 2) == 0);
    CHECK(typing_distance("Marcus", "Markus", 2) == 1);
    CHECK(typing_distance("Marcus", "Macrus", 2) == 1); // two neighbours swapped
    CHECK(typing_distance("Marcus", "Marus", 2) == 1);
    CHECK(typing_distance("Jörg", "Jorg", 2) == 1);
    CHECK(typing_distance("Olsen", "Olssons", 2) == 3);
    CHECK(typing_distance("", "abc", 5) == 3);
    CHECK(typing_distance("", "", 5) == 0);
    CHECK(typing_distance("kitten", "sitting", 9) == 3);
    CHECK(typing_distance(std::string(200, 'a'), std::string(200, 'a'), 3) == 4); // too long to compare
    CHECK(typing_distance("\xff\xff", "\xff", 3) == 1);
}

TEST_CASE("a slip in a name is told from another name") {
    CHECK(is_probable_typo("Markus Olsen", "Marcus Olsen"));
    CHECK(is_probable_typo("marcus olson", "Marcus Olsen"));
    CHECK(is_probable_typo("Olson", "Marcus Olsen"));
    CHECK(is_probable_typo("Jon", "Jan Becker"));
    CHECK(is_probable_typo(" Elenna ", "Elena Brandt"));
    CHECK_FALSE(is_probable_typo("Marcus Olsen", "Marcus Olsen"));
    CHECK_FALSE(is_probable_typo("Anita Desai", "Elena Brandt"));
    CHECK_FALSE(is_probable_typo("Jo", "Joe"));
    CHECK_FALSE(is_probable_typo("", "Elena"));
    CHECK_FALSE(is_probable_typo("Elena", ""));
    CHECK_FALSE(is_probable_typo("Marcus Brandt", "Marcus Olsen"));
}
