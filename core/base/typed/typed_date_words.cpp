// Names of months and days as people type them. A table: a language is added by adding its words, in small letters without accents.
#include "core/base/ascii.hpp"
#include "core/base/typed/typed_date_words.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// English, German, French, Spanish, Italian, Dutch, Portuguese, Polish (nominative and the form after a day).
constexpr std::array<std::string_view, 12> month_words{
    "january jan januar jaenner janner janvier janv enero ene gennaio gen januari janeiro styczen stycznia sty",
    "february feb februar feber fevrier fevr fev febrero febbraio februari fevereiro luty lutego lut",
    "march mar maerz marz mars marzo maart mrt marco marzec marca",
    "april apr avril avr abril abr aprile kwiecien kwietnia kwi",
    "may mai mayo maggio mag mei maio maj maja",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip",
    "august aug aout agosto ago augustus sierpien sierpnia sie",
    "september sep sept septembre septiembre setiembre settembre sett set setembro wrzesien wrzesnia wrz",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz",
    "november nov novembre noviembre novembro listopad listopada lis",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru"};

// "mar" is March in all of them, so that Tuesday has none of French, Spanish and Italian.
constexpr std::array<std::string_view, 7> weekday_words{
    "monday mon montag mo lundi lun lunes lunedi maandag ma segunda seg poniedzialek pon pn",
    "tuesday tue tues dienstag di mardi martes martedi dinsdag terca ter wtorek wto wt",
    "wednesday wed weds mittwoch mi mercredi mer miercoles mie mercoledi woensdag wo quarta qua sroda srode sro sr",
    "thursday thu thur thurs donnerstag do jeudi jeu jueves jue giovedi gio donderdag quinta qui czwartek czw",
    "friday fri freitag fr vendredi ven viernes vie venerdi vrijdag vr sexta sex piatek pia pt",
    "saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za sobota sobote sob sb",
    "sunday sun sonntag so dimanche dim domingo dom domenica zondag zo niedziela niedziele niedz ndz nd"};

constexpr int first_named_days = -2;
constexpr std::array<std::string_view, 5> days_words{
    "vorgestern eergisteren avanthier przedwczoraj", "yesterday gestern hier ayer ieri gisteren ontem wczoraj",
    "today heute aujourdhui hoy oggi vandaag hoje dzis dzisiaj", "tomorrow tmrw tmr morgen demain manana domani amanha jutro",
    "ubermorgen uebermorgen overmorgen dopodomani pojutrze"};

constexpr std::array<std::string_view, date_unit_count> unit_words{"day days d", "week weeks wk wks w", "month months", "quarter quarters",
                                                                   "year years yr yrs"}; // in the order of the enum
static_assert(!unit_words.back().empty());

constexpr std::array<std::string_view, 12> small_numbers{"a an one", "two",   "three", "four", "five",   "six",
                                                         "seven",    "eight", "nine",  "ten",  "eleven", "twelve"};

constexpr std::string_view everyday_words =
    "may march mar mai mag maj gen ene mars ago sie lip lis out set paz sun sat wed weds mon mo ma lun di ter mi wo mer mie qua sr do jue "
    "qui "
    "gio fr vr ven vie sex pt sa za sam sab sob sb so zo dim dom nd seg segunda quarta quinta sexta terca hier morgen manana jutro";

// Whether it is one of the words of the list, which blanks divide.
bool holds(std::string_view list, std::string_view word) {
    for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) {
            return !word.empty();
        }
    }
    return false;
}

bool holds_beginning(std::string_view list, std::string_view word) {
    return list.starts_with(word) || list.find(' ' + std::string(word)) != std::string_view::npos;
}

template <std::size_t N>
std::optional<int> place_of(const std::array<std::string_view, N>& lists, std::string_view word, NameMatch match) {
    for (std::size_t i = 0; i < N; ++i) {
        if (holds(lists[i], word)) {
            return static_cast<int>(i);
        }
    }
    std::optional<int> found;
    for (std::size_t i = 0; match == NameMatch::beginning && word.size() >= 3 && i < N; ++i) {
        if (holds_beginning(lists[i], word)) {
            if (found) {
                return {};
            }
            found = static_cast<int>(i);
        }
    }
    return found;
}

// The letter below the accent; ä and ą are both a. Capitals were folded before.
struct Accents {
    std::string_view letters;
    char plain;
};
constexpr std::array<Accents, 13> accents{{{"àáâãäåāăą", 'a'},
                                           {"çćĉċč", 'c'},
                                           {"ďđ", 'd'},
                                           {"èéêëēĕėęě", 'e'},
                                           {"ìíîïĩīĭįı", 'i'},
                                           {"łľĺļ", 'l'},
                                           {"ñńņň", 'n'},
                                           {"òóôõöøōŏő", 'o'},
                                           {"ŕŗř", 'r'},
                                           {"śŝşš", 's'},
                                           {"ťţ", 't'},
                                           {"ùúûüũūŭůűų", 'u'},
                                           {"źżž", 'z'}}};

// The letter without its accent; nothing for letters that have none (all others beyond ASCII).
char without_accent(std::string_view letter) {
    for (const auto& row : accents) {
        if (letter.size() == 2 && row.letters.find(letter) != std::string_view::npos) {
            return row.plain;
        }
    }
    return 0;
}

// Bytes of the letter that stands there: ASCII, or any well-formed code point from U+00C0 on that is no space or punctuation.
std::size_t letter_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        return is_ascii_letter(text[at]) ? 1 : 0;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const auto letter = text.substr(at, length);
    const bool punctuation = lead == 0xc2 || (lead == 0xe2 && letter.size() > 1 && static_cast<unsigned char>(letter[1]) <= 0x81);
    return letter.size() == length && !punctuation && !first_invalid_utf8(letter) ? length : 0;
}

std::size_t apostrophe_length(std::string_view text, std::size_t at) {
    constexpr std::string_view typographic = "\u2019";
    return text[at] == '\'' ? 1 : text.substr(at).starts_with(typographic) ? typographic.size() : 0;
}

std::size_t gap_length(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 3> spaces{"\u00a0", "\u2009", "\u202f"};
    for (const auto space : spaces) {
        if (text.substr(at).starts_with(space)) {
            return space.size();
        }
    }
    return text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r') ? 1 : 0;
}

// No name is longer; a text without a blank is read piece by piece.
constexpr std::size_t longest_name = 40;

Token word_at(std::string_view text, std::size_t from) {
    Token token;
    token.kind = TokenKind::word;
    token.begin = from;
    std::size_t at = from;
    while (at < text.size() && at - from < longest_name) {
        const auto length = letter_length(text, at);
        if (length == 0) {
            const auto apostrophe = apostrophe_length(text, at);
            if (apostrophe == 0 || at + apostrophe >= text.size() || letter_length(text, at + apostrophe) == 0) {
                break;
            }
            at += apostrophe;
            continue;
        }
        const auto letter = text.substr(at, length);
        const auto small = folded(letter);
        if (at == from) {
            token.capital = small != letter;
        }
        if (const char plain = without_accent(small)) {
            token.text += plain;
        } else {
            token.text += small;
        }
        at += length;
    }
    token.end = at;
    return token;
}

Token number_at(std::string_view text, std::size_t from) {
    Token token;
    token.kind = TokenKind::number;
    token.begin = from;
    token.end = from;
    while (token.end < text.size() && token.end - from < longest_name && is_digit(text[token.end])) {
        ++token.end;
    }
    token.text = text.substr(from, token.end - from);
    if (token.text.size() <= 4) {
        token.value = 0;
        for (const char c : token.text) {
            token.value = token.value * 10 + (c - '0');
        }
    }
    return token;
}

}

std::vector<Token> date_tokens(std::string_view text, std::size_t from, std::size_t most) {
    std::vector<Token> tokens;
    bool gap = true;
    for (std::size_t at = from; at < text.size() && tokens.size() < most;) {
        if (const auto length = gap_length(text, at)) {
            gap = true;
            at += length;
            continue;
        }
        Token token;
        if (is_digit(text[at])) {
            token = number_at(text, at);
        } else if (letter_length(text, at) > 0) {
            token = word_at(text, at);
        } else {
            const auto length = std::max<std::size_t>(1, apostrophe_length(text, at));
            token.text = length > 1 ? "'" : std::string(1, text[at]);
            token.begin = at;
            token.end = at + length;
        }
        token.after_gap = gap;
        gap = false;
        at = token.end;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

bool is_inside_word(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) {
        return false;
    }
    const auto before = static_cast<unsigned char>(text[at - 1]);
    const auto after = static_cast<unsigned char>(text[at]);
    if ((after & 0xc0) == 0x80) {
        return true; // inside of a code point
    }
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) {
        --begin;
    }
    const bool word_before = is_digit(static_cast<char>(before)) || letter_length(text, begin) > 0;
    const bool word_after = is_digit(static_cast<char>(after)) || letter_length(text, at) > 0;
    return word_before && word_after;
}

std::optional<int> month_named(std::string_view word, NameMatch match) {
    const auto place = place_of(month_words, word, match);
    return place ? std::optional(*place + 1) : std::nullopt;
}

std::optional<int> weekday_named(std::string_view word, NameMatch match) {
    return place_of(weekday_words, word, match);
}

std::optional<int> days_named(std::string_view word) {
    const auto place = place_of(days_words, word, NameMatch::exact);
    return place ? std::optional(*place + first_named_days) : std::nullopt;
}

bool is_everyday_word(std::string_view word) {
    return holds(everyday_words, word);
}

std::optional<DateUnit> unit_named(std::string_view word) {
    const auto place = place_of(unit_words, word, NameMatch::exact);
    return place ? std::optional(static_cast<DateUnit>(*place)) : std::nullopt;
}

std::optional<int> turn_named(std::string_view word) {
    return word == "this" ? std::optional(0) : word == "next" ? std::optional(1) : word == "last" ? std::optional(-1) : std::nullopt;
}

std::optional<int> small_number_named(std::string_view word) {
    const auto place = place_of(small_numbers, word, NameMatch::exact);
    return place ? std::optional(*place + 1) : std::nullopt;
}

}
