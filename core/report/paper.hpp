#pragma once

#include <string>
#include <vector>

namespace middleground {

// What is printed, copied or sent, before it is HTML or Markdown. All texts are as people wrote them.
struct PaperFact {
    std::string label; // may be empty
    std::string text;
};

struct PaperItem {
    std::string heading; // may be empty: then only the facts
    std::string quiet;   // under it
    std::vector<PaperFact> facts;
};

struct PaperSection {
    std::string heading;
    std::vector<PaperItem> items;
    std::string nothing;  // said when there are none
    bool columns = false; // many short items, side by side where there is room
};

struct Paper {
    std::string title;
    std::vector<std::string> intro;
    std::string quiet; // who made it, when
    std::vector<PaperSection> sections;
};

// Adds nothing for an empty text.
void add_fact(PaperItem& item, std::string label, std::string text);

// Complete in itself: no script, nothing that it would load.
std::string paper_html(const Paper& paper);
std::string paper_markdown(const Paper& paper);

}
