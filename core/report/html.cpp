#include "core/report/html.hpp"

#include "core/base/printed_text.hpp"

namespace middleground {

namespace {

// Sizes in points: it is for paper. Grey only where black would shout; colours would not survive most printers.
constexpr std::string_view paper_style = R"(
@page { margin: 16mm 18mm; }
main.paper { max-width: 46em; margin: 0 auto; font: 10.5pt/1.42 Inter, "Helvetica Neue", Arial, sans-serif; color: #1b1c1f; background: #fff; }
main.paper :is(h1, h2, h3, p.quiet) { text-align: left; }
main.paper h1 { margin: 0 0 1pt; font-size: 19pt; line-height: 1.2; font-weight: 600; color: inherit; }
main.paper h2 { margin: 15pt 0 5pt; padding-bottom: 2pt; border-bottom: 0.5pt solid #c9c9c4; font-size: 11.5pt; font-weight: 600; break-after: avoid; }
main.paper h3 { margin: 9pt 0 1pt; font-size: 10.5pt; font-weight: 600; break-after: avoid; }
main.paper p { margin: 0 0 4pt; color: inherit; }
main.paper p.quiet { color: #5c5e63; }
main.paper ul { margin: 0 0 4pt; padding-left: 14pt; }
main.paper li { margin: 0 0 2pt; }
main.paper blockquote { margin: 4pt 0 6pt; padding: 3pt 0; padding-inline-start: 10pt; border-inline-start: 2pt solid #c9c9c4; font-size: 11.5pt; }
main.paper section { break-inside: avoid; }
main.paper .columns { columns: 2; column-gap: 18pt; }
main.paper .columns h3 { margin-top: 0; padding-top: 4pt; }
main.paper b { font-weight: 600; }
@media screen { main.paper { padding: 24pt 18pt; } }
)";

}

std::string escaped_html(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char byte : printed_text(text)) {
        switch (byte) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += byte;
        }
    }
    return result;
}

std::string element(std::string_view tag, std::string_view text) {
    return "<" + std::string(tag) + " dir=\"auto\">" + escaped_html(text) + "</" + std::string(tag) + ">\n";
}

std::string quiet_line(std::string_view text) {
    return text.empty() ? std::string() : "<p class=\"quiet\" dir=\"auto\">" + escaped_html(text) + "</p>\n";
}

std::string list_item(std::string_view label, std::string_view text) {
    const auto before = label.empty() ? std::string() : "<b>" + isolated_html(label) + ":</b> ";
    return "<li>" + before + isolated_html(text) + "</li>\n";
}

std::string isolated_html(std::string_view text) {
    return "<bdi>" + escaped_html(text) + "</bdi>";
}

std::string paper_page(std::string_view title, std::string_view body) {
    std::string page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped_html(title) + "</title>\n<style>";
    page += paper_style;
    page += "</style>\n</head>\n<body>\n<main class=\"paper\">\n";
    page += body;
    page += "</main>\n</body>\n</html>\n";
    return page;
}

}
