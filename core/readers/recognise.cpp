#include "core/readers/recognise.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/written_table.hpp"
#include "core/readers/charset_text.hpp"
#include "core/readers/mail/mail.hpp"
#include "core/readers/plan/action_plan.hpp"
#include "core/readers/cards/contacts_table.hpp"
#include "core/readers/transcript/transcript.hpp"
#include "core/readers/workbook/pasted.hpp"
#include "core/readers/words.hpp"

#include <array>

namespace middleground::readers {

using records::FileKind;

namespace {

constexpr std::size_t look = 64u << 10;

using namespace std::string_view_literals;

std::string wide(std::string_view word) {
    std::string bytes;
    for (const char c : word) {
        bytes.append(1, c).append(1, '\0');
    }
    return bytes;
}

FileKind kind_of_archive(std::string_view bytes) {
    const auto has = [&](std::string_view name) { return bytes.find(name) != std::string_view::npos; };
    // Names of a zip's parts stand in it as they are; the list of them is at its end.
    if (has("xl/workbook.xml") || has("xl/workbook.bin") || has("xl/worksheets/")) return FileKind::workbook;
    if (has("word/document.xml") || has("ppt/presentation.xml") || has("application/vnd.oasis.opendocument")) return FileKind::document;
    return FileKind::archive;
}

FileKind kind_of_compound(std::string_view bytes) {
    const auto has = [&](std::string_view name) { return bytes.find(wide(name)) != std::string_view::npos; };
    if (has("__substg1.0_") || has("__properties_version1.0") || has("__nameid_version1.0")) return FileKind::outlook_message;
    return FileKind::old_office;
}

struct Magic {
    std::string_view bytes;
    FileKind kind;
};
constexpr std::array<Magic, 17> magics{{
    {"%PDF-"sv, FileKind::pdf},
    {"\x89PNG\r\n"sv, FileKind::picture},
    {"\xff\xd8\xff"sv, FileKind::picture},
    {"GIF8"sv, FileKind::picture},
    {"ID3"sv, FileKind::recording},
    {"OggS"sv, FileKind::recording},
    {"fLaC"sv, FileKind::recording},
    {"\x1a\x45\xdf\xa3"sv, FileKind::recording},
    {"RIFF"sv, FileKind::recording},
    {"Rar!"sv, FileKind::archive},
    {"7z\xbc\xaf"sv, FileKind::archive},
    {"\x1f\x8b"sv, FileKind::archive},
    {"BZh"sv, FileKind::archive},
    {"\xfd"
     "7zXZ"sv,
     FileKind::archive},
    {"II*\0"sv, FileKind::picture},
    {"MM\0*"sv, FileKind::picture},
    {"{\\rtf"sv, FileKind::document},
}};

// Whether most of it is letters.
bool is_text(std::string_view text) {
    std::size_t odd = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b') ++odd;
    }
    return odd * 50 <= text.size();
}

// Rows of the same number of cells, at least two.
bool has_even_tabs(std::string_view text) {
    if (text.substr(0, text.find_first_of("\r\n")).find('\t') == std::string_view::npos) return false;
    records::FileRecords read;
    read_pasted(text.substr(0, look), read);
    const auto& rows = read.sheets.front().rows;
    const auto even = std::ranges::count_if(rows, [&](const auto& row) { return row.size() == rows.front().size(); });
    return rows.size() >= 2 && static_cast<std::size_t>(even) * 10 >= (rows.size() - 1) * 9; // the last may be cut
}

FileKind kind_of_text(std::string_view text, std::string_view name) {
    const auto begin = trimmed(text);
    if (begin.empty()) return FileKind::nothing;
    const auto first = begin.substr(0, begin.find_first_of("\r\n"));
    if (begins_with_word(begin, "BEGIN:VCARD")) return FileKind::contacts_cards;
    if (begins_with_word(begin, "BEGIN:VCALENDAR") || begins_with_word(begin, "BEGIN:VEVENT")) return FileKind::calendar;
    if (looks_like_mailbox(begin)) return FileKind::mailbox;
    if (looks_like_mail(begin)) return FileKind::mail;
    if (looks_like_transcript(begin)) return FileKind::transcript;
    if (begin.front() == '{' || begin.front() == '[') {
        const auto next = trimmed(begin.substr(1, 200));
        if (next.starts_with('"') || next.starts_with('}') || next.starts_with('{')) return FileKind::deal_file;
    }
    if (first.find("#d1.") != std::string_view::npos || first.find("#d2.") != std::string_view::npos) return FileKind::deal_file;
    if (begin.front() == '<') {
        return is_one_of(begin.substr(1, begin.find_first_of(" >\r\n", 1) - 1), {"!doctype", "html", "table", "head", "body", "?xml", "meta"}) ? FileKind::page : FileKind::text;
    }
    if (looks_like_contacts(begin)) return FileKind::contacts_table;
    if (looks_like_plan(begin)) return FileKind::action_plan;
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    // Of spreadsheets' files, words with commas are told from a table by what the file is called.
    if (is_one_of(ending, {"csv", "tsv", "tab"})) return FileKind::table;
    if (has_even_tabs(begin)) return is_one_of(ending, {"txt"}) ? FileKind::table : FileKind::pasted_table;
    return is_written_as_table(begin) ? FileKind::table : FileKind::text;
}

}

FileKind recognise(std::string_view bytes, std::string_view name) {
    if (bytes.empty()) return FileKind::nothing;
    if (bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv)) return kind_of_archive(bytes);
    if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return kind_of_compound(bytes);
    for (const auto& magic : magics) {
        if (bytes.starts_with(magic.bytes)) return magic.kind;
    }
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return FileKind::recording;
    const io::Charsets built_in;
    auto begin = bytes.substr(0, look);
    if (begin.size() < bytes.size()) {
        // Not within a letter.
        while (!begin.empty() && (static_cast<unsigned char>(begin.back()) & 0xc0) == 0x80)
            begin.remove_suffix(1);
        if (!begin.empty() && static_cast<unsigned char>(begin.back()) >= 0xc0) begin.remove_suffix(1);
        if (begin.size() % 2 != 0) begin.remove_suffix(1);
    }
    const auto text = text_of_file(begin, built_in);
    if (!is_text(text)) return FileKind::unknown;
    return kind_of_text(text, name);
}

std::string text_of_file(std::string_view bytes, const io::Charsets& charsets) {
    std::string_view label = "utf-8";
    if (bytes.starts_with("\xff\xfe"sv)) label = "utf-16le";
    else if (bytes.starts_with("\xfe\xff"sv)) label = "utf-16be";
    else if (bytes.size() >= 4 && bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0) label = "utf-16le";
    else if (bytes.size() >= 4 && bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) label = "utf-16be";
    if (label != "utf-8" && bytes.size() % 2 != 0) bytes.remove_suffix(1); // cut off within a letter
    return utf8_of(bytes, label, charsets);
}

std::string_view name_of(FileKind kind) {
    switch (kind) {
    case FileKind::mail: return "a mail";
    case FileKind::mailbox: return "a mailbox";
    case FileKind::contacts_cards: return "contact cards";
    case FileKind::contacts_table: return "a list of contacts";
    case FileKind::calendar: return "a calendar";
    case FileKind::transcript: return "the transcript of a call";
    case FileKind::action_plan: return "an action plan";
    case FileKind::workbook: return "a workbook";
    case FileKind::pasted_table: return "a pasted table";
    case FileKind::table: return "a table";
    case FileKind::deal_file: return "a file of Middleground";
    case FileKind::outlook_message: return "an Outlook message (.msg)";
    case FileKind::old_office: return "a file of an old Office";
    case FileKind::document: return "a document";
    case FileKind::archive: return "an archive";
    case FileKind::pdf: return "a PDF";
    case FileKind::picture: return "a picture";
    case FileKind::recording: return "a recording";
    case FileKind::page: return "a web page";
    case FileKind::text: return "a text";
    case FileKind::nothing: return "empty";
    case FileKind::unknown: break;
    }
    return "of a kind that is not known here";
}

}
