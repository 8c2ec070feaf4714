#include "core/report/paper.hpp"

#include "core/base/markdown.hpp"
#include "core/report/html.hpp"

#include <string_view>

namespace middleground {

namespace {

std::string html_of(const PaperItem& item) {
    std::string out = "<section>\n";
    if (!item.heading.empty()) out += element("h3", item.heading);
    out += quiet_line(item.quiet);
    if (!item.facts.empty()) out += "<ul>\n";
    for (const auto& fact : item.facts) {
        out += list_item(fact.label, fact.text);
    }
    return out + (item.facts.empty() ? "" : "</ul>\n") + "</section>\n";
}

std::string markdown_of(const PaperItem& item) {
    std::string out;
    if (!item.heading.empty()) out += "### " + escaped_markdown(item.heading) + "\n\n";
    if (!item.quiet.empty()) out += escaped_markdown(item.quiet) + "\n\n";
    for (const auto& fact : item.facts) {
        out +=
            "- " + (fact.label.empty() ? std::string() : "**" + escaped_markdown(fact.label) + ":** ") + escaped_markdown(fact.text) + '\n';
    }
    return out + (item.facts.empty() ? "" : "\n");
}

}

void add_fact(PaperItem& item, std::string label, std::string text) {
    if (!text.empty()) item.facts.push_back({std::move(label), std::move(text)});
}

std::string paper_html(const Paper& paper) {
    auto page = element("h1", paper.title);
    for (const auto& line : paper.intro) {
        page += element("p", line);
    }
    page += quiet_line(paper.quiet);
    for (const auto& section : paper.sections) {
        page += element("h2", section.heading);
        if (section.items.empty()) page += quiet_line(section.nothing);
        if (section.columns) page += "<div class=\"columns\">\n";
        for (const auto& item : section.items) {
            page += html_of(item);
        }
        if (section.columns) page += "</div>\n";
    }
    return paper_page(paper.title, page);
}

std::string paper_markdown(const Paper& paper) {
    auto text = "# " + escaped_markdown(paper.title) + "\n\n";
    for (const auto& line : paper.intro) {
        text += escaped_markdown(line) + "\n\n";
    }
    if (!paper.quiet.empty()) text += escaped_markdown(paper.quiet) + "\n\n";
    for (const auto& section : paper.sections) {
        text += "## " + escaped_markdown(section.heading) + "\n\n";
        if (section.items.empty() && !section.nothing.empty()) text += escaped_markdown(section.nothing) + "\n\n";
        for (const auto& item : section.items) {
            text += markdown_of(item);
        }
    }
    while (text.ends_with("\n\n")) {
        text.pop_back();
    }
    return text;
}

}
