#include "core/analysis/brief.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/markdown.hpp"

#include <string_view>

namespace middleground {

namespace {

std::string escaped(std::string_view written) {
    return escaped_markdown(one_line(written, 2000));
}

// A sentence of ours keeps its full stop, which one_line takes.
std::string sentence(std::string_view written) {
    return escaped(written) + (written.ends_with('.') ? "." : "");
}

void add_line(std::string& page, std::string_view label, std::string_view text) {
    if (!text.empty()) {
        page += "- **" + std::string(label) + ":** " + sentence(text) + "\n";
    }
}

void add_list(std::string& page, std::string_view heading, const std::vector<std::string>& lines, std::string_view nothing) {
    page += "\n## " + std::string(heading) + "\n\n";
    for (const auto& line : lines) {
        page += "- " + sentence(line) + "\n";
    }
    if (lines.empty()) {
        page += std::string(nothing) + "\n";
    }
}

void add_person(std::string& page, const BriefPerson& person) {
    page += "\n### " + escaped(person.name) + "\n\n" + escaped(person.part) + "\n\n";
    add_line(page, "Stance", person.stance);
    add_line(page, "Problem", person.problem);
    add_line(page, "Needs", person.needed_outcome);
    add_line(page, "Last said", person.last_said.empty() ? "Not heard yet" : person.last_said);
    for (const auto& concern : person.concerns) {
        add_line(page, concern.kind, concern.words);
    }
}

void add_ask(std::string& page, std::size_t number, const NextAsk& ask) {
    page += "\n### " + std::to_string(number) + ". " + escaped(ask.title) + "\n\n";
    add_line(page, "Why", ask.why);
    add_line(page, "Offer", offered_words(ask));
    if (!ask.wording.empty()) {
        page += "\n> " + sentence(ask.wording) + "\n";
    }
}

}

std::string brief_markdown(const Brief& brief) {
    std::string page = "# " + escaped(brief.title) + "\n";
    if (!brief.deal.empty()) {
        page += "\n" + escaped(brief.deal) + "\n";
    }
    page += "\n## Who will be there\n";
    for (const auto& person : brief.people) {
        add_person(page, person);
    }
    if (brief.people.empty()) {
        page += "\nNobody is named yet.\n";
    }
    add_list(page, "What we promised", brief.our_promises, "Nothing open.");
    add_list(page, "What they promised", brief.their_promises, "Nothing open.");
    page += "\n## What to ask and offer\n";
    for (std::size_t i = 0; i < brief.asks.size(); ++i) {
        add_ask(page, i + 1, brief.asks[i]);
    }
    if (brief.asks.empty()) {
        page += "\nNothing left to ask for.\n";
    }
    if (!brief.also_open.empty()) {
        page += "\n" + sentence(brief.also_open) + "\n";
    }
    if (!brief.avoid.empty()) {
        add_list(page, "What not to do", brief.avoid, {});
    }
    return page;
}

}
