#include "core/readers/read_file.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/reading/table_encoding.hpp"
#include "core/records/json_records.hpp"
#include "core/readers/calendar/calendar.hpp"
#include "core/readers/cards/cards.hpp"
#include "core/readers/cards/contacts_table.hpp"
#include "core/readers/mail/mail.hpp"
#include "core/readers/plan/action_plan.hpp"
#include "core/readers/recognise.hpp"
#include "core/readers/transcript/transcript.hpp"
#include "core/readers/words.hpp"
#include "core/readers/workbook/pasted.hpp"
#include "core/readers/workbook/workbook.hpp"

namespace middleground::readers {

using records::FileKind;

namespace {

// Of a kind that is not read: what it is, and what to do. Nothing: it is read.
std::optional<Error> refusal(FileKind kind) {
    switch (kind) {
    case FileKind::nothing: return Error{"The file is empty", {}, {}};
    case FileKind::outlook_message:
        return Error{"This is a message in Outlook's own format (.msg), which only Outlook reads", {},
                     "Drag the mail from the new Outlook or from Outlook on the web into a folder, which makes an .eml, or open it there and choose Save as; from the "
                     "classic Outlook, drag it into Thunderbird, or copy its text with From, Sent, To and Subject and paste that."};
    case FileKind::old_office: return Error{"This is a file of an old Office, or one that a password protects", {}, "Open it and save it as .xlsx without a password, or as CSV."};
    case FileKind::document: return Error{"This is a document of a word processor", {}, "Copy the text that matters and paste it."};
    case FileKind::archive: return Error{"This is an archive", {}, "Unpack it, and drop what is in it."};
    case FileKind::pdf: return Error{"This is a PDF", {}, "Copy the text that matters and paste it."};
    case FileKind::picture: return Error{"This is a picture", {}, "Type what it says into the log."};
    case FileKind::recording: return Error{"This is a recording", {}, "Drop its transcript (.vtt or .txt): Zoom, Teams and Meet offer one."};
    case FileKind::page: return Error{"This is a web page", {}, "Copy the table or the text that matters and paste it."};
    case FileKind::text: return Error{"This text is neither a mail nor a transcript nor a plan nor a table", {}, "Paste it into the log."};
    case FileKind::unknown: return Error{"It is not known what this file is", {}, "What can be read: mails (.eml, mbox), calendars (.ics), contacts (.vcf, CSV), "
                                         "transcripts (.vtt, .txt), action plans (Markdown, CSV) and tables (CSV, .xlsx)."};
    default: return {};
    }
}

// Address books are saved in whatever set the machine of old had, and say it nowhere: the lines that are not ASCII show which.
std::string text_of_contacts(std::string_view bytes, const io::Charsets& charsets) {
    constexpr std::size_t most_shown = 16u << 10;
    if (!first_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return text_of_file(bytes, charsets);
    std::string odd;
    for (std::string_view rest = bytes; !rest.empty() && odd.size() < most_shown;) {
        const auto line = take_line(rest);
        if (std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) odd.append(line).append(1, '\n');
    }
    const auto label = importing::guessed_set(odd, KnownHeadings({}), charsets);
    if (auto text = charsets.to_utf8(bytes, label)) {
        std::ranges::replace(*text, '\0', ' ');
        return std::move(*text);
    }
    return text_of_file(bytes, charsets);
}

// A sheet as CSV, to see whether it is one of the lists that are read.
std::string as_csv(const records::Sheet& sheet) {
    std::size_t columns = 0;
    for (const auto& row : sheet.rows) {
        columns = std::max(columns, row.size());
    }
    std::string text;
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (i > 0) text += ',';
            text += '"';
            for (const char c : i < row.size() ? row[i] : std::string()) {
                text.append(c == '"' ? 2 : 1, c);
            }
            text += '"';
        }
        text += '\n';
    }
    return text;
}

// Contacts and plans are kept in spreadsheets as well; the sheet stays, for whoever wants it as a table.
void read_lists(const ReadOptions& options, records::FileRecords& records) {
    constexpr std::size_t most_rows_of_list = 20000;
    const auto sheets = records.sheets.size();
    for (std::size_t i = 0; i < sheets; ++i) {
        if (records.sheets[i].hidden || records.sheets[i].rows.size() > most_rows_of_list) continue;
        const auto text = as_csv(records.sheets[i]);
        if (looks_like_contacts(text)) read_contacts_table(text, records);
        else if (looks_like_plan(text)) read_action_plan(text, records.sheets[i].name, options, records);
    }
}

}

Result<records::FileRecords> read_file(std::string_view bytes, std::string_view name, const ReadOptions& options) {
    const std::string where(name);
    if (bytes.size() > most_bytes) {
        return fail("The file has more than " + std::to_string(most_bytes >> 20) + " MB", where, "Export less, or take the attachments out.");
    }
    records::FileRecords records;
    records.kind = recognise(bytes, name);
    records.name = where;
    if (auto refused = refusal(records.kind)) {
        refused->where = where;
        return std::unexpected(std::move(*refused));
    }
    if (records.kind == FileKind::workbook) {
        auto read = read_workbook(bytes, records);
        if (!read) {
            read.error().where = where;
            return std::unexpected(read.error());
        }
        read_lists(options, records);
        return records;
    }
    if (records.kind == FileKind::mail || records.kind == FileKind::mailbox) {
        // Each part of a message says in which letters it is written; only one that was saved as UTF-16 is read as a whole.
        const bool wide = bytes.size() >= 2 && (bytes[0] == '\0' || bytes[1] == '\0' || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"));
        const auto text = wide ? text_of_file(bytes, *options.charsets) : std::string();
        auto plain = wide ? std::string_view(text) : bytes;
        if (plain.starts_with("\xef\xbb\xbf")) plain.remove_prefix(3);
        while (!plain.empty() && (plain.front() == '\n' || plain.front() == '\r' || plain.front() == ' '))
            plain.remove_prefix(1);
        if (records.kind == FileKind::mailbox) {
            read_mailbox(plain, options, records);
        } else {
            auto mail = read_mail(plain, options);
            if (!mail) return fail(mail.error().what, where, mail.error().remedy);
            records.mails.push_back(std::move(*mail));
        }
        return records;
    }
    const bool contacts = records.kind == FileKind::contacts_cards || records.kind == FileKind::contacts_table;
    const auto text = contacts ? text_of_contacts(bytes, *options.charsets) : text_of_file(bytes, *options.charsets);
    switch (records.kind) {
    case FileKind::calendar: read_calendar(text, options, records); break;
    case FileKind::contacts_cards: read_cards(text, options, records); break;
    case FileKind::contacts_table: read_contacts_table(text, records); break;
    case FileKind::transcript: read_transcript(text, name, options, records); break;
    case FileKind::action_plan: read_action_plan(text, name, options, records); break;
    case FileKind::pasted_table:
        read_pasted(text, records);
        read_lists(options, records);
        break;
    default: break;
    }
    return records;
}

std::string read_file_as_json(std::string_view bytes, std::string_view name, const ReadOptions& options) {
    return records::records_as_json(read_file(bytes, name, options));
}

}
