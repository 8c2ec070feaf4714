#pragma once

#include <cstdint>

namespace middleground::records {

// What a file is, by what is in it. The last ones have no reader.
enum class FileKind : std::uint8_t {
    mail,            // one message, RFC 5322, or a message as it is copied out of a mail program
    mailbox,         // several, mbox
    contacts_cards,  // vCard
    contacts_table,  // CSV of Google, Outlook or LinkedIn
    calendar,        // iCalendar
    transcript,      // WebVTT, SRT, text of Zoom or Teams
    action_plan,     // Markdown or a table of steps with owners and days
    workbook,        // .xlsx
    pasted_table,    // values between tabs, as spreadsheets put them on the clipboard
    table,           // other CSV: core/intake/tables
    deal_file,       // JSON of ours, or a link
    outlook_message, // .msg
    old_office,      // .xls, .doc, .ppt
    document,        // .docx, .pptx, OpenDocument
    archive,
    pdf,
    picture,
    recording, // sound or film
    page,      // HTML
    text,      // words that are none of the above
    nothing,   // not a byte
    unknown
};

}
