#include "core/report/brief_page.hpp"

#include "core/report/html.hpp"

#include <string_view>

namespace middleground {

namespace {

void add_fact(std::string& page, std::string_view label, std::string_view text) {
    if (!text.empty()) page += list_item(label, text);
}

void add_person(std::string& page, const BriefPerson& person) {
    page += "<section>\n" + element("h3", person.name);
    page += quiet_line(person.part);
    page += "<ul>\n";
    add_fact(page, "Stance", person.stance);
    add_fact(page, "Problem", person.problem);
    add_fact(page, "Needs", person.needed_outcome);
    add_fact(page, "Last said", person.last_said.empty() ? "Not heard yet" : person.last_said);
    for (const auto& concern : person.concerns) {
        add_fact(page, concern.kind, concern.words);
    }
    page += "</ul>\n</section>\n";
}

void add_list(std::string& page, std::string_view heading, const std::vector<std::string>& lines, std::string_view nothing) {
    page += "<section>\n" + element("h2", heading);
    if (lines.empty()) page += quiet_line(nothing);
    if (!lines.empty()) {
        page += "<ul>\n";
        for (const auto& line : lines) {
            page += list_item({}, line);
        }
        page += "</ul>\n";
    }
    page += "</section>\n";
}

void add_ask(std::string& page, const NextAsk& ask) {
    page += "<section>\n" + element("h3", ask.title) + element("p", ask.why);
    if (!ask.offer.empty()) page += "<p><b>Offer:</b> " + isolated_html(offered_words(ask)) + "</p>\n";
    if (!ask.wording.empty()) page += element("blockquote", ask.wording);
    page += "</section>\n";
}

}

std::string brief_page(const Brief& brief) {
    std::string page = element("h1", brief.title);
    page += quiet_line(brief.deal);
    page += element("h2", "What to ask and offer");
    for (const auto& ask : brief.asks) {
        add_ask(page, ask);
    }
    if (brief.asks.empty()) page += element("p", "Nothing left to ask for.");
    page += quiet_line(brief.also_open);
    if (!brief.avoid.empty()) add_list(page, "What not to do", brief.avoid, {});
    page += element("h2", "Who will be there");
    page += "<div class=\"columns\">\n";
    for (const auto& person : brief.people) {
        add_person(page, person);
    }
    page += "</div>\n";
    if (brief.people.empty()) page += element("p", "Nobody is named yet.");
    add_list(page, "What we promised", brief.our_promises, "Nothing open.");
    add_list(page, "What they promised", brief.their_promises, "Nothing open.");
    return paper_page(brief.title, page);
}

}
