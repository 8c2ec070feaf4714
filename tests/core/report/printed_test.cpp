// Whatever people wrote: what is printed commands no terminal and turns no words around.

#include "core/analysis/brief.hpp"
#include "core/base/code_point.hpp"
#include "core/files/json.hpp"
#include "core/report/brief_page.hpp"
#include "core/report/export.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::string_view hostile = "\x1b[31m\u009b2J\u0085\u202egnp\u2066 =\x07\x7f\u2028 \u202a";

// The same deal with that in every text of it.
Deal with_hostile_texts(const Deal& deal) {
    auto file = nlohmann::ordered_json::parse(io::write_deal(deal));
    const auto words = std::vector<std::string>{"title", "account", "seller", "name", "summary", "what", "why", "text", "notes", "done_when", "ask",
                                                "evidence", "problem", "needed_outcome", "contact", "note"};
    const auto change = [&](const auto& self, nlohmann::ordered_json& value) -> void {
        if (value.is_object()) {
            for (auto& [name, member] : value.items()) {
                const bool is_text = member.is_string() && std::ranges::find(words, name) != words.end();
                if (is_text) {
                    member = std::string(member.template get_ref<const std::string&>()) + std::string(hostile) + "end";
                } else {
                    self(self, member);
                }
            }
        } else if (value.is_array()) {
            for (auto& element : value) {
                self(self, element);
            }
        }
    };
    change(change, file["deal"]);
    auto changed = io::read_deal(file.dump(), today());
    REQUIRE((changed ? "" : changed.error().message()) == "");
    return std::move(*changed);
}

void check_printed(std::string_view what, std::string_view text, bool has_cr = false) {
    INFO(what);
    REQUIRE_FALSE(text.empty());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const auto c = point.value;
        const bool structure = c == '\n' || c == '\t' || (has_cr && c == '\r');
        const bool control = (c < 0x20 && !structure) || (c >= 0x7f && c <= 0x9f);
        const bool direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        INFO(text.substr(at > 40 ? at - 40 : 0, 60));
        REQUIRE(point.valid);
        REQUIRE_FALSE(control);
        REQUIRE_FALSE(direction);
        at += point.length;
    }
}

}

TEST_CASE("the brief and every export for people carry no control characters and no marks of direction") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = with_hostile_texts(seed == 0 ? sample("brightwater", today()) : random_deal(random));
        const auto all = assessed(deal, today());
        const auto brief = brief_of({deal, playbook_of(deal), all.consensus, all.balance, english(), today()}, all.next, {});
        check_printed("brief, Markdown", brief_markdown(brief));
        check_printed("brief, page", brief_page(brief));
        for (const auto& format : names_of<ExportFormat>()) {
            if (format.value == ExportFormat::json) continue;
            const bool has_cr = format.value == ExportFormat::csv || format.value == ExportFormat::calendar;
            check_printed(format.key, export_deal(deal, format.value, today()).bytes, has_cr);
            check_printed(format.key, export_plan(buyer_plan(deal, today()), format.value).bytes, has_cr);
            if (seed == 0) CHECK(export_deal(deal, format.value, today()).bytes.contains(deal.account.substr(0, 10)));
        }
    }
}
