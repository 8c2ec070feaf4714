#include "core/readers/mail/own_words.hpp"

#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <array>
#include <vector>

namespace middleground::readers {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t longest_signature = 14; // lines with words

struct Wrote {
    std::string_view begin;
    std::string_view end; // behind who and when
};
// "On Tue, 9 Jun 2026 at 18:05, Dana Ortiz <dana@kestrel.example> wrote:"
constexpr std::array<Wrote, 12> wrote{{
    {"On ", "wrote:"}, {"Am ", "schrieb"}, {"Am ", "geschrieben:"}, {"Le ", "a \u00e9crit"}, {"El ", "escribi\u00f3"}, {"Il ", "ha scritto"},
    {"Op ", "schreef"}, {"Em ", "escreveu"}, {"On ", "writes:"}, {"Den ", "skrev"}, {"W dniu ", "napisa"}, {"Von ", "schrieb"},
}};
constexpr std::array<std::string_view, 8> original_marks{"Original Message", "Urspr\u00fcngliche Nachricht", "Message d'origine", "Message d\u2019origine",
                                                         "Mensaje original", "Messaggio originale", "Oorspronkelijk bericht", "Original-Nachricht"};
constexpr std::array<std::string_view, 8> forward_marks{"Forwarded message", "Weitergeleitete Nachricht", "Message transf\u00e9r\u00e9", "Mensaje reenviado",
                                                        "Begin forwarded message", "Anfang der weitergeleiteten", "D\u00e9but du message transf\u00e9r\u00e9", "Forwarded Message"};
constexpr std::array<std::string_view, 12> phone_marks{"Sent from my ", "Sent from Outlook", "Sent from Mail", "Get Outlook for ", "Von meinem ", "Gesendet von ",
                                                       "Envoy\u00e9 de mon ", "Envoy\u00e9 depuis ", "Enviado desde ", "Enviado do ", "Inviato da ", "Sent via "};
constexpr std::array<std::string_view, 41> closings{
    "best", "best regards", "kind regards", "warm regards", "regards", "best wishes", "many thanks", "thanks", "thank you", "thanks again", "thanks and regards",
    "cheers", "sincerely", "yours sincerely", "all the best", "talk soon", "with kind regards", "thanks in advance", "mit freundlichen gr\u00fc\u00dfen",
    "mit freundlichen gr\u00fcssen", "mit besten gr\u00fc\u00dfen", "freundliche gr\u00fc\u00dfe", "freundliche gr\u00fcsse", "viele gr\u00fc\u00dfe", "beste gr\u00fc\u00dfe", "sch\u00f6ne gr\u00fc\u00dfe", "liebe gr\u00fc\u00dfe",
    "lg", "vg", "mfg", "gru\u00df", "cordialement", "bien cordialement", "bien \u00e0 vous", "merci", "saludos", "un saludo", "saludos cordiales", "atentamente", "gracias", "un cordial saludo"};

struct Heading {
    std::string_view name;
    std::string_view meant;
};
constexpr std::array<Heading, 32> headings{{
    {"from", "from"}, {"von", "from"}, {"de", "from"}, {"da", "from"}, {"van", "from"}, {"exp\u00e9diteur", "from"},
    {"sent", "date"}, {"date", "date"}, {"gesendet", "date"}, {"datum", "date"}, {"envoy\u00e9", "date"}, {"enviado", "date"}, {"fecha", "date"}, {"data", "date"}, {"inviato", "date"}, {"verzonden", "date"},
    {"to", "to"}, {"an", "to"}, {"\u00e0", "to"}, {"para", "to"}, {"a", "to"}, {"aan", "to"},
    {"subject", "subject"}, {"betreff", "subject"}, {"objet", "subject"}, {"asunto", "subject"}, {"oggetto", "subject"}, {"onderwerp", "subject"}, {"assunto", "subject"},
    {"cc", "cc"}, {"kopie", "cc"}, {"enviado el", "date"},
}};

std::string_view bare(std::string_view line) {
    // Outlook's own bold marks as text: "*From:* Dana".
    line = trimmed(line);
    while (line.starts_with('*'))
        line.remove_prefix(1);
    return line;
}

std::string_view meant_by(std::string_view line) {
    line = bare(line);
    const auto colon = line.find(':');
    return colon == std::string_view::npos || colon > 24 ? std::string_view() : heading_meant(trimmed(line.substr(0, colon)));
}

bool has_any(std::string_view line, const auto& marks) {
    return std::ranges::any_of(marks, [&](std::string_view mark) { return find_word(line, mark) != std::string_view::npos; });
}

// How many lines "On ... wrote:" takes from here: programs fold it; 0: it is none.
std::size_t wrote_lines(const Lines& lines, std::size_t at) {
    const auto first = trimmed(lines[at]);
    for (const auto& form : wrote) {
        if (!first.starts_with(form.begin)) continue;
        std::string joined(first);
        for (std::size_t count = 1; count <= 4 && at + count <= lines.size(); ++count) {
            if (count > 1) {
                const auto next = trimmed(lines[at + count - 1]);
                if (next.empty() || next.starts_with('>')) break;
                joined.append(1, ' ').append(next);
            }
            const auto end = trimmed(joined);
            const bool has_day_or_address = end.find_first_of("0123456789@") != std::string_view::npos;
            if (end.size() > 400) break;
            if (has_day_or_address && end.ends_with(':') && end.find(form.end) != std::string_view::npos) return count;
        }
    }
    return 0;
}

// Whether "From: ... Sent: ... To: ... Subject:" begins here; `count` is how many lines it takes.
bool is_heading_block(const Lines& lines, std::size_t at, std::size_t& count) {
    if (meant_by(lines[at]) != "from") return false;
    bool date = false, other = false;
    for (count = 1; at + count < lines.size() && count < 12; ++count) {
        const auto meant = meant_by(lines[at + count]);
        date |= meant == "date";
        other |= meant == "subject" || meant == "to";
        if (trimmed(lines[at + count]).empty()) break;
    }
    return date && other;
}

bool is_ruler(std::string_view line) {
    line = trimmed(line);
    return line.size() >= 20 && line.find_first_not_of("_-=*") == std::string_view::npos;
}

bool is_closing(std::string_view line) {
    line = trimmed(line);
    while (!line.empty() && std::string_view(",.!;:-").find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    const auto small = folded(line);
    return std::ranges::find(closings, small) != closings.end();
}

bool is_small_print(std::string_view line) {
    if (line.size() < 40) return false;
    return has_any(line, std::array<std::string_view, 8>{"confidential", "intended recipient", "intended solely", "vertraulich", "confidentiel", "confidencial",
                                                         "virus", "before printing"}) &&
           has_any(line, std::array<std::string_view, 10>{"this e-mail", "this email", "this message", "diese e-mail", "diese nachricht", "ce message", "cet e-mail",
                                                          "este mensaje", "este correo", "the information"});
}

bool is_banner(std::string_view line) {
    return has_any(line, std::array<std::string_view, 5>{"originated from outside", "originated outside", "EXTERNAL EMAIL", "[EXTERNAL]", "external sender"}) && line.size() < 300;
}

bool is_signature_mark(std::string_view line) {
    return line == "-- " || line == "--" || line == "--\u00a0";
}

// Whether what follows is a name, a title, numbers; a letter that goes on has a line of prose.
bool is_like_signature(const Lines& lines, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (auto k = begin; k < end; ++k) {
        const auto next = trimmed(lines[k]);
        if (next.empty()) continue;
        if (is_small_print(next) || is_ruler(next) || is_signature_mark(lines[k]) || next.starts_with('>')) break;
        const bool sentence = next.ends_with('.') && std::ranges::count(next, ' ') > 5;
        if (next.size() > 100 || next.ends_with('?') || next.starts_with("PS") || next.starts_with("P.S") || sentence) return false;
        if (++words > longest_signature) return false;
    }
    return true;
}

// Where the signature begins in lines [0, end).
std::size_t signature_begin(const Lines& lines, std::size_t end, std::string_view sender) {
    std::size_t first = 0; // with words
    while (first < end && trimmed(lines[first]).empty())
        ++first;
    for (std::size_t i = first; i < end; ++i) {
        const auto line = lines[i];
        if (is_signature_mark(line)) return i;
        const auto plain = trimmed(line);
        if (std::ranges::any_of(phone_marks, [&](std::string_view mark) { return plain.starts_with(mark); }) && plain.size() < 80) return i;
        if (is_small_print(plain)) return i;
        const bool begins = is_closing(plain) || (!sender.empty() && same_word(plain, sender));
        if (i != first && begins && is_like_signature(lines, i + 1, end)) return i;
    }
    return end;
}

std::string text_of(const Lines& lines, std::size_t begin, std::size_t end) {
    std::string text;
    int empty = 0;
    for (auto i = begin; i < end; ++i) {
        auto line = lines[i];
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (trimmed(line).empty()) {
            ++empty;
            continue;
        }
        if (line.front() == '>' || is_banner(line) || line.starts_with("[cid:") || is_ruler(line)) continue;
        if (!text.empty()) text += empty > 0 ? "\n\n" : "\n";
        empty = 0;
        text += line;
    }
    return text;
}

}

std::string_view heading_meant(std::string_view name) {
    const auto small = folded(name);
    for (const auto& heading : headings) {
        if (heading.name == small) return heading.meant;
    }
    return {};
}

OwnWords own_words(std::string_view text, std::string_view sender) {
    const auto lines = lines_of(text);
    OwnWords own;
    auto end = lines.size();
    auto passed_from = lines.size();
    bool forwarded = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = trimmed(lines[i]);
        std::size_t count = 0;
        const bool marked = line.size() < 120 && (line.starts_with("--") || line.starts_with("Begin ") || line.starts_with("Anfang ") || line.starts_with("D\u00e9but ") || line.starts_with("> Begin "));
        if (marked && has_any(line, forward_marks)) {
            forwarded = true;
            end = i;
            passed_from = i + 1;
            break;
        }
        if (marked && has_any(line, original_marks)) {
            end = i;
            passed_from = i + 1;
            break;
        }
        if (is_heading_block(lines, i, count)) {
            end = i;
            passed_from = i;
            break;
        }
        if (const auto folded_over = wrote_lines(lines, i); folded_over > 0) {
            // What is answered between the quotes stays: only a quote without marks runs to the end.
            auto next = i + folded_over;
            while (next < lines.size() && trimmed(lines[next]).empty())
                ++next;
            if (next == lines.size() || !lines[next].starts_with('>')) {
                end = i;
                passed_from = next;
                break;
            }
            Lines rest(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i));
            rest.insert(rest.end(), lines.begin() + static_cast<std::ptrdiff_t>(next), lines.end());
            std::string kept;
            for (const auto& one : rest) {
                if (!one.starts_with('>')) kept.append(one).append(1, '\n');
            }
            return own_words(kept, sender); // each time without the quotes: it ends
        }
    }
    own.text = text_of(lines, 0, signature_begin(lines, end, sender));
    // Of what was passed on: behind its headings.
    auto from = passed_from;
    while (from < lines.size() && (trimmed(lines[from]).empty() || !meant_by(lines[from]).empty()))
        ++from;
    if (passed_from < lines.size() && (forwarded || own.text.empty())) {
        Lines rest;
        for (auto i = from; i < lines.size(); ++i) {
            rest.push_back(lines[i].starts_with("> ") ? lines[i].substr(2) : lines[i] == ">" ? std::string_view() : lines[i]);
        }
        own.passed = text_of(rest, 0, signature_begin(rest, rest.size(), {}));
    }
    return own;
}

}
