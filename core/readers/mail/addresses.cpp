#include "core/readers/mail/addresses.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/readers/charset_text.hpp"
#include "core/readers/mail/encoded.hpp"

#include <algorithm>

namespace middleground::readers {

namespace {

// One of the list, taken apart.
struct Piece {
    std::string words;   // outside of everything
    std::string quoted;  // within quotation marks
    std::string angle;   // between < and >
    std::string comment; // between ( and )

    bool empty() const { return trimmed(words).empty() && quoted.empty() && angle.empty() && comment.empty(); }
};

std::string one_address(std::string_view text, const io::Charsets& charsets) {
    const auto found = mail_addresses_in(printed_line(utf8_of(text, "utf-8", charsets)));
    return found.empty() ? std::string() : found.front();
}

void add(std::vector<records::Party>& parties, const Piece& piece, const io::Charsets& charsets) {
    if (piece.empty() || parties.size() >= most_parties) return;
    records::Party party;
    party.address = one_address(piece.angle, charsets);
    if (party.address.empty()) party.address = one_address(piece.words, charsets);
    if (party.address.empty()) party.address = one_address(piece.quoted, charsets);
    auto name = decoded_words(piece.quoted.empty() ? piece.words : piece.quoted + (trimmed(piece.words).empty() ? "" : ' ' + piece.words), charsets);
    party.name = person_name_of(name);
    if (party.name.empty()) party.name = person_name_of(decoded_words(piece.comment, charsets));
    if (party.name.empty()) party.name = name_in_address(party.address);
    if (party.address.empty() && party.name.empty()) return;
    const bool is_there = std::ranges::any_of(parties, [&](const records::Party& one) {
        return party.address.empty() ? one.name == party.name : one.address == party.address;
    });
    if (!is_there) parties.push_back(std::move(party));
}

// Whether the words end one entry at a comma: "Ortiz, Dana <...>" is one person where no address came yet.
bool ends_entry(const Piece& piece, char separator) {
    return separator == ';' || !piece.angle.empty() || piece.words.find('@') != std::string::npos || !piece.quoted.empty();
}

}

std::vector<records::Party> parties_in(std::string_view header, const io::Charsets& charsets) {
    std::vector<records::Party> parties;
    Piece piece;
    int comments = 0;
    enum class In { words, quotes, angle } in = In::words;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const char c = header[i];
        if (c == '\\' && in != In::words && i + 1 < header.size()) {
            (in == In::quotes ? piece.quoted : piece.angle) += header[++i];
        } else if (in == In::quotes) {
            if (c == '"') in = In::words;
            else piece.quoted += c;
        } else if (in == In::angle) {
            if (c == '>') in = In::words;
            else piece.angle += c;
        } else if (comments > 0) {
            comments += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (comments > 0) piece.comment += c;
        } else if (c == '"') {
            in = In::quotes;
        } else if (c == '<') {
            in = In::angle;
        } else if (c == '(') {
            comments = 1;
        } else if (c == ':' && piece.words.find('@') == std::string::npos) {
            piece = {}; // the name of a group
        } else if ((c == ',' || c == ';') && ends_entry(piece, c)) {
            add(parties, piece, charsets);
            piece = {};
        } else {
            piece.words += c;
        }
    }
    add(parties, piece, charsets);
    return parties;
}

}
