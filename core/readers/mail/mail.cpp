#include "core/readers/mail/mail.hpp"

#include "core/base/code_point.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/readers/calendar/calendar.hpp"
#include "core/readers/mail/addresses.hpp"
#include "core/readers/mail/encoded.hpp"
#include "core/readers/mail/mail_date.hpp"
#include "core/readers/mail/own_words.hpp"
#include "core/readers/mail/parts.hpp"
#include "core/readers/words.hpp"
#include "core/records/source_key.hpp"

#include <array>

namespace middleground::readers {

namespace {

constexpr std::size_t longest_kept = 20000; // bytes of a text: more is no letter
constexpr std::size_t longest_look = 64u << 10; // bytes of a head that are looked at to say what a file is

// Without the name below it, which is no signature of its own: "... \n\nNora".
std::string_view without_name(std::string_view text, std::string_view name) {
    const auto end = text.find_last_of('\n');
    if (end == std::string_view::npos || name.empty()) return text;
    const auto last = trimmed(text.substr(end + 1));
    const bool is_name = same_word(last, name) || same_word(last, name.substr(0, name.find(' ')));
    return is_name ? trimmed(text.substr(0, end)) : text;
}

bool is_machine(std::string_view address) {
    const auto local = address.substr(0, address.find('@'));
    return std::ranges::any_of(std::array<std::string_view, 7>{"no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster"},
                               [&](std::string_view name) { return local.starts_with(name); });
}

bool is_automatic(const Head& head, const records::Party& from) {
    const auto submitted = main_value(head["auto-submitted"]);
    if (!submitted.empty() && submitted != "no") return true;
    if (is_one_of(main_value(head["precedence"]), {"bulk", "junk", "list", "auto_reply"})) return true;
    if (head.has("x-autoreply") || head.has("x-autorespond") || head.has("list-unsubscribe")) return true;
    return main_value(head["content-type"]) == "multipart/report" || trimmed(head["return-path"]) == "<>" || is_machine(from.address);
}

std::optional<Date> day_of(const Head& head) {
    for (const std::string_view name : {"date", "resent-date", "delivery-date"}) {
        if (const auto day = mail_day(head[name])) return day;
    }
    const auto received = head["received"];
    const auto stamp = received.rfind(';');
    return stamp == std::string_view::npos ? std::nullopt : mail_day(received.substr(stamp + 1));
}

// The headings of a message that was copied out of a mail program, by the names that RFC 5322 has.
void name_headings(Head& head) {
    if (head.has("from") && head.has("date")) return;
    for (auto& header : head.headers) {
        if (const auto meant = heading_meant(header.name); !meant.empty() && !head.has(meant)) header.name = meant;
    }
}

std::vector<records::Party> parties(const Head& head, std::string_view name, const io::Charsets& charsets) {
    std::string all;
    for (const auto& header : head.headers) {
        if (header.name == name && all.size() < longest_header) all += (all.empty() ? "" : ", ") + header.value;
    }
    return parties_in(all, charsets);
}

bool is_mail_heading(std::string_view name) {
    return is_one_of(name, {"from", "to", "cc", "date", "subject", "message-id", "mime-version", "received", "return-path", "delivered-to", "content-type",
                            "reply-to", "in-reply-to", "references", "x-mailer", "x-unsent", "x-mozilla-status", "dkim-signature", "authentication-results",
                            "x-received", "arc-seal", "thread-topic", "x-account-key", "x-gmail-labels", "x-gm-thrid"});
}

// "From dana@kestrel.example Tue Jun  9 18:05:11 2026", or Thunderbird's "From - Tue ...", behind an empty line and with a heading behind it.
bool begins_message(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("From ")) return false;
    auto rest = text.substr(at);
    take_line(rest);
    const auto next = rest.substr(0, 200);
    const auto colon = next.find(':');
    return colon != std::string_view::npos && colon > 0 && next.substr(0, colon).find_first_of(" \t\r\n") == std::string_view::npos;
}

std::size_t next_message(std::string_view text, std::size_t from) {
    for (auto at = text.find("\nFrom ", from); at != std::string_view::npos; at = text.find("\nFrom ", at + 1)) {
        if (begins_message(text, at + 1)) return at + 1;
    }
    return text.size();
}

bool was_deleted(const Head& head) {
    constexpr unsigned expunged = 8; // of X-Mozilla-Status
    unsigned status = 0;
    for (const char c : head["x-mozilla-status"].substr(0, 8)) {
        const char small = lower(c);
        status = status * 16 + static_cast<unsigned>(small >= 'a' ? small - 'a' + 10 : small - '0');
    }
    return (status & expunged) != 0;
}

// ">From " of a line that is no mark was "From ".
std::string unescaped(std::string_view text) {
    std::string plain;
    std::size_t from = 0;
    for (auto at = text.find("\n>From "); at != std::string_view::npos; at = text.find("\n>From ", at + 1)) {
        plain.append(text.substr(from, at + 1 - from));
        from = at + 2;
    }
    return plain.append(text.substr(from));
}

}

std::string plain_subject(std::string_view subject) {
    auto text = printed_line(subject);
    std::string_view rest = trimmed(text);
    for (bool again = true; again;) {
        again = false;
        if (rest.starts_with('[')) {
            const auto end = rest.find(']');
            if (end != std::string_view::npos && is_one_of(rest.substr(1, end - 1), {"external", "ext", "extern", "externe", "spam"})) {
                rest = trimmed(rest.substr(end + 1));
                again = true;
            }
        }
        const auto colon = rest.find(':');
        if (colon == std::string_view::npos || colon > 8) break;
        auto word = trimmed(rest.substr(0, colon));
        word = word.substr(0, word.find_first_of("[(")); // "Re[2]"
        if (is_one_of(word, {"re", "aw", "fwd", "fw", "wg", "tr", "rv", "sv", "vs", "antw", "res", "enc", "ref", "r", "i", "doorst", "odp", "pd", "external"})) {
            rest = trimmed(rest.substr(colon + 1));
            again = true;
        }
    }
    return std::string(rest);
}

bool looks_like_mail(std::string_view text) {
    auto head = read_head(text.substr(0, longest_look));
    int known = 0;
    for (const auto& header : head.headers) {
        known += is_mail_heading(header.name) ? 1 : 0;
    }
    if (known >= 2) return true;
    if (head.headers.empty() || heading_meant(head.headers.front().name) != "from") return false;
    name_headings(head);
    return head.has("date") && (head.has("subject") || head.has("to"));
}

bool looks_like_mailbox(std::string_view text) {
    return begins_message(text, 0);
}

Result<records::Mail> read_mail(std::string_view bytes, const ReadOptions& options) {
    auto head = read_head(bytes);
    name_headings(head);
    records::Mail mail;
    auto from = parties(head, "from", *options.charsets);
    if (from.empty()) from = parties(head, "sender", *options.charsets);
    if (from.empty()) {
        return fail("The message does not say who wrote it", {}, "Save it anew from your mail program as a message (.eml), with its headings.");
    }
    mail.from = from.front();
    mail.to = parties(head, "to", *options.charsets);
    mail.copies = parties(head, "cc", *options.charsets);
    for (const std::string_view name : {"delivered-to", "x-original-to", "envelope-to", "x-delivered-to"}) {
        const auto boxes = parties(head, name, *options.charsets);
        if (mail.mailbox.empty() && boxes.size() == 1) mail.mailbox = boxes.front().address;
    }
    mail.on = day_of(head);
    mail.subject = plain_subject(decoded_words(head["subject"], *options.charsets));
    mail.automatic = is_automatic(head, mail.from);
    mail.draft = trimmed(head["x-unsent"]) == "1" || head.has("x-mozilla-draft-info") || (!head.has("date") && !head.has("received") && head.has("x-identity-key"));
    auto body = mail_body(head, bytes.substr(head.body), *options.charsets);
    if (body.encrypted && trimmed(body.text).empty()) {
        return fail("The message \u201c" + mail.subject + "\u201d is encrypted", {}, "Open it in your mail program and copy its text.");
    }
    auto words = own_words(body.text, mail.from.name);
    mail.forwarded = words.text.empty() && !words.passed.empty();
    mail.text = printed_text(cut_to(mail.forwarded ? words.passed : without_name(words.text, mail.from.name), longest_kept));
    for (const auto& name : body.attachments) {
        constexpr std::size_t most = 50;
        if (auto line = std::string(trimmed(printed_line(name))); !line.empty() && mail.attachments.size() < most) mail.attachments.push_back(std::move(line));
    }
    for (const auto& calendar : body.calendars) {
        records::FileRecords inside;
        read_calendar(calendar, options, inside);
        mail.meetings.insert(mail.meetings.end(), inside.meetings.begin(), inside.meetings.end());
    }
    const auto id = trimmed(head["message-id"]);
    const auto day = mail.on ? mail.on->iso() : std::string();
    mail.key = source_key("mail", id.empty() ? mail.from.address + '\n' + mail.from.name + '\n' + day + '\n' + mail.subject + '\n' + mail.text : id);
    return mail;
}

void read_mailbox(std::string_view bytes, const ReadOptions& options, records::FileRecords& records) {
    int place = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = next_message(bytes, at);
        auto message = bytes.substr(at, end - at);
        at = end;
        if (message.starts_with("From ")) take_line(message);
        ++place;
        const auto where = "message " + std::to_string(place);
        if (static_cast<int>(records.mails.size()) >= most_mails) {
            records.leave_out(where, "There are more than " + std::to_string(most_mails) + " messages in the file; the rest was left out", "Export the folder of this deal only.");
            return;
        }
        if (was_deleted(read_head(message.substr(0, longest_look)))) continue;
        const auto escaped = message.find("\n>From ") != std::string_view::npos ? unescaped(message) : std::string();
        const auto mail = read_mail(escaped.empty() ? message : escaped, options);
        if (mail) records.mails.push_back(*mail);
        else records.leave_out(where, mail.error().what, mail.error().remedy);
    }
}

}
