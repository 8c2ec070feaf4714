#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

// A whole file with these lists beside the language.
std::string file_with(std::string_view lists) {
    return R"({"middleground_log": 1, "language": "en")" + std::string(lists.empty() ? "" : ", ") + std::string(lists) + '}';
}

std::string fault(std::string_view text) {
    const auto words = io::read_log_words(text);
    return words ? "read" : words.error().message();
}

}

TEST_CASE("the shipped words of the log are read") {
    REQUIRE(assets::log_words().size() == 1);
    for (const auto& asset : assets::log_words()) {
        const auto words = io::read_log_words(asset.bytes);
        INFO((words ? "" : words.error().message()));
        REQUIRE(words);
        CHECK(words->language == asset.name);
        for (const auto* list : {&words->before_kinds, &words->after_kinds,    &words->before_names, &words->before_days,
                                 &words->before_asks,  &words->before_answers, &words->reasons,      &words->by,
                                 &words->we,           &words->they,           &words->given,        &words->promises,
                                 &words->sending,      &words->doing,          &words->next,         &words->meeting_again,
                                 &words->concerns,     &words->concern_signs,  &words->concern_ends, &words->doubts,
                                 &words->places,       &words->topics,         &words->mailing,      &words->promised,
                                 &words->statements,   &words->subclauses,     &words->articles,     &words->joins,          &words->common,       &words->names_too}) {
            CHECK_FALSE(list->empty());
        }
        for (const auto kind :
             {InteractionKind::meeting, InteractionKind::call, InteractionKind::email, InteractionKind::demo, InteractionKind::workshop}) {
            CHECK(std::ranges::find(words->kinds, kind, &LogKindWords::kind) != words->kinds.end());
        }
        CHECK(words->answers.size() == 4);
    }
}

TEST_CASE("words of the log that contradict themselves are refused, and where they stand is said") {
    CHECK(fault(file_with("")) == "read");
    CHECK(fault(file_with(R"("we": ["I", "we", "i"])")) == "\"i\" appears twice (we[2]). Take one out.");
    CHECK(fault(file_with(R"("by": ["by", " - "])")) == "A row of words has no word (by[1]). Fill it in, or take it out.");
    CHECK(
        fault(file_with(
            R"("kinds": [{"kind": "call", "direction": "mutual", "words": ["call"]}, {"kind": "email", "direction": "mutual", "words": ["Call"]}])")) ==
        "\"Call\" has two meanings (kinds[1].words[0] and kinds[0].words). Take it out of one of them.");
    CHECK(fault(file_with(R"("answers": [{"answer": "agreed", "words": ["ok"]}, {"answer": "declined", "words": ["ok"]}])")) ==
          "\"ok\" has two meanings (answers[1].words[0] and answers[0].words). Take it out of one of them.");
    CHECK(fault(file_with(R"("we": ["one"], "they": ["one"])")) ==
          "\"one\" has two meanings (they[0] and we). Take it out of one of them.");
    CHECK(fault(file_with(R"("concern_signs": ["gone"], "concern_ends": ["gone"])")) ==
          "\"gone\" has two meanings (concern_ends[0] and concern_signs). Take it out of one of them.");
    CHECK(fault(file_with(R"("their_kinds": [{"kind": "call", "direction": "inbound", "words": []}])")) ==
          "A meaning has no words (their_kinds[0]). Give it some, or take it out.");
    CHECK(fault(file_with(R"("answers": [{"answer": "broken", "words": ["broke"]}])")) ==
          "\"broken\" is not an answer (answers[0].answer). Write asked, agreed, declined or kept.");
    CHECK(fault(file_with(R"("short_answers": [{"answer": "asked", "words": ["ask"]}])")) ==
          "\"asked\" is not an answer (short_answers[0].answer). Write agreed, declined or kept.");
    CHECK(fault(file_with(R"("anwsers": [])")) == "There is no list of that name (anwsers). Check how it is written, or take it out.");
    CHECK(fault(R"({"middleground_log": 1})") == "The language is missing (language). Write its two letters, for example \"en\".");
    CHECK(fault(file_with(R"("kinds": [{"kind": "telex", "direction": "mutual", "words": ["telex"]}])")).contains("kinds[0].kind"));
    CHECK(fault(R"({"middleground_wording": 1})").starts_with("This is a table of wordings, not a table of words of the log"));
    CHECK(fault("{").contains("line 1"));
}
