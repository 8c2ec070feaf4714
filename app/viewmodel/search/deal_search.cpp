#include "app/viewmodel/search/deal_search.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <bit>

namespace middleground {

namespace {

// A slice, in bytes that are looked through; taking down costs more, and most where letters are not ASCII.
constexpr std::size_t slice = 1u << 20;
constexpr std::size_t cost_of_taking_down = 4;
constexpr std::size_t cost_of_letters = 40;
constexpr std::size_t excerpt_bytes = 90;
constexpr std::size_t most_words = 8;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void add_plain(std::string& letters, std::string_view text) {
    if (!is_ascii(text)) {
        letters += plain_letters(text);
        return;
    }
    for (const char c : text) {
        letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
}

std::vector<std::string> words_of(std::string_view query) {
    std::vector<std::string> words;
    std::string plain;
    add_plain(plain, query);
    std::string_view rest = plain;
    while (words.size() < most_words) {
        const auto begin = rest.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) break;
        rest.remove_prefix(begin);
        const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    return words;
}

std::uint64_t mark_of(const Document& document) {
    std::uint64_t mark = document.entries.size();
    for (const auto& entry : document.entries) {
        mark = std::rotl((mark ^ entry.revision ^ reinterpret_cast<std::uintptr_t>(&entry)) * 0x9e3779b97f4a7c15u, 29);
    }
    return mark;
}

// Where in the text the word begins, about: exactly where as many bytes stand for the same letters.
std::size_t place_in(std::string_view text, std::string_view letters, std::size_t at) {
    return text.size() == letters.size() ? at : letters.empty() ? 0 : at * text.size() / letters.size();
}

// On one line, with the place in sight.
std::string excerpt(std::string_view text, std::size_t at) {
    constexpr std::size_t before = 24;
    std::size_t begin = at > before ? at - before : 0;
    if (text.size() <= excerpt_bytes) begin = 0;
    while (begin > 0 && begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) {
        --begin;
    }
    if (begin > 0) {
        const auto blank = text.find(' ', begin);
        if (blank != std::string_view::npos && blank < at) begin = blank + 1;
    }
    auto words = std::string(begin > 0 ? "\u2026" : "") + std::string(cut_to(text.substr(begin), excerpt_bytes));
    if (text.size() - begin > excerpt_bytes) words += "\u2026";
    for (char& c : words) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return words;
}

}

std::string FoundText::line() const {
    return where.empty() ? std::string() : where + ": \u201c" + words + "\u201d";
}

void DealSearch::ask(const Document& document, std::string_view query) {
    const auto wanted = trimmed(query);
    if (wanted.empty()) {
        if (query_.empty()) return;
        query_.clear();
        words_.clear();
        next_ = count_ = 0;
        found_.clear();
        ++changes_;
        return;
    }
    const auto mark = mark_of(document);
    if (wanted == query_ && mark == mark_) return;
    if (wanted != query_) {
        query_ = wanted;
        words_ = words_of(wanted);
    }
    mark_ = mark;
    next_ = 0;
    count_ = document.entries.size();
    // Of deals that are gone.
    if (indexed_.size() > 2 * count_ + 16) indexed_.clear();
}

std::size_t DealSearch::take_down(const Deal& deal, Indexed& indexed) {
    indexed.letters.clear();
    indexed.pieces.clear();
    std::size_t cost = 0;
    for_each_text(deal, [&](const DealText& text) {
        indexed.pieces.push_back({static_cast<std::uint32_t>(indexed.letters.size()), text.place, static_cast<std::uint32_t>(text.index)});
        const auto before = indexed.letters.size();
        add_plain(indexed.letters, text.text);
        indexed.letters += '\n';
        cost += (indexed.letters.size() - before) * (is_ascii(text.text) ? cost_of_taking_down : cost_of_letters);
    });
    return cost;
}

std::optional<FoundText> DealSearch::look(const Deal& deal, const Indexed& indexed, const std::vector<std::string>& words, Date today) {
    const std::string_view letters = indexed.letters;
    std::vector<std::size_t> first_places;
    for (const auto& word : words) {
        const auto at = letters.find(word);
        if (at == std::string_view::npos) return {};
        first_places.push_back(at);
    }
    // The text that has most of the words; of those with as many, the first.
    const auto end_of = [&](std::size_t piece) { return piece + 1 < indexed.pieces.size() ? indexed.pieces[piece + 1].begin : static_cast<std::uint32_t>(letters.size()); };
    const auto piece_at = [&](std::size_t at) {
        const auto behind = std::ranges::upper_bound(indexed.pieces, static_cast<std::uint32_t>(at), {}, &Piece::begin);
        return static_cast<std::size_t>(behind - indexed.pieces.begin()) - 1;
    };
    std::size_t best = piece_at(*std::ranges::min_element(first_places));
    if (words.size() > 1) {
        std::size_t most = 0;
        for (std::size_t piece = 0; piece < indexed.pieces.size() && most < words.size(); ++piece) {
            const auto text = letters.substr(indexed.pieces[piece].begin, end_of(piece) - indexed.pieces[piece].begin);
            const auto has = static_cast<std::size_t>(std::ranges::count_if(words, [&](const std::string& word) { return text.contains(word); }));
            if (has > most) {
                most = has;
                best = piece;
            }
        }
    }
    const auto& piece = indexed.pieces[best];
    FoundText found{piece.place, piece.index, place_words(deal, piece.place, piece.index, today), {}};
    const auto plain = letters.substr(piece.begin, end_of(best) - piece.begin - 1);
    std::size_t at = 0;
    for (const auto& word : words) {
        if (const auto place = plain.find(word); place != std::string_view::npos) {
            at = place;
            break;
        }
    }
    // The same text once more, as it was written.
    std::size_t number = 0;
    for_each_text(deal, [&](const DealText& text) {
        if (number++ == best) found.words = excerpt(text.text, place_in(text.text, plain, at));
    });
    return found;
}

std::optional<FoundText> found_in(const Deal& deal, std::string_view query, Date today) {
    const auto words = words_of(trimmed(query));
    if (words.empty()) return {};
    DealSearch::Indexed indexed;
    DealSearch::take_down(deal, indexed);
    return DealSearch::look(deal, indexed, words, today);
}

bool DealSearch::work(const Document& document, Date today) {
    if (query_.empty() || is_done()) return false;
    if (mark_of(document) != mark_) ask(document, std::string(query_));
    std::size_t cost = 0;
    while (next_ < count_ && cost < slice) {
        const auto& entry = document.entries[next_++];
        const auto& id = entry.deal.id.text;
        auto& indexed = indexed_[id];
        if (indexed.revision != entry.revision || indexed.pieces.empty()) {
            cost += take_down(entry.deal, indexed);
            indexed.revision = entry.revision;
        }
        cost += indexed.letters.size() * words_.size() + 64;
        auto found = look(entry.deal, indexed, words_, today);
        const auto there = found_.find(id);
        if (found) {
            found_[id] = std::move(*found);
            ++changes_;
        } else if (there != found_.end()) {
            found_.erase(there);
            ++changes_;
        }
    }
    return !is_done();
}

const FoundText* DealSearch::found(const DealId& id) const {
    const auto there = found_.find(id.text);
    return there == found_.end() ? nullptr : &there->second;
}

}
