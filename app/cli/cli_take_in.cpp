#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/cli_table.hpp"
#include "app/platform/native/native_charsets.hpp"
#include "app/platform/native/native_files.hpp"
#include "app/session/shipped.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/intake/proposals/proposal.hpp"
#include "core/readers/read_file.hpp"
#include "core/readers/recognise.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <filesystem>

namespace middleground::cli {

namespace {

constexpr std::size_t longest_shown = 110; // bytes of a detail

std::int32_t utc_minutes() {
    const auto now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return static_cast<std::int32_t>(local.tm_gmtoff / 60);
}

Result<std::string> bytes_of(const std::string& file) {
    return file == standard_input ? read_input(file) : read_file(file, readers::most_bytes);
}

// False: one of them could not be read, which was said.
bool read_all(const std::vector<std::string>& files, Date today, std::vector<records::FileRecords>& all) {
    const NativeCharsets charsets;
    const readers::ReadOptions options{today, &charsets, utc_minutes()};
    bool fine = true;
    for (const auto& file : files) {
        const auto bytes = bytes_of(file);
        const auto name = std::filesystem::path(source_name(file)).filename().string();
        auto read = bytes ? readers::read_file(*bytes, name, options) : std::unexpected(bytes.error());
        if (!read) {
            say_fault(source_name(file), {read.error().what, {}, read.error().remedy});
            fine = false;
        } else if (read->mails.empty() && read->meetings.empty() && read->contacts.empty() && read->transcripts.empty() && read->plans.empty() && read->left_out.empty()) {
            const bool table = read->kind == records::FileKind::table || !read->sheets.empty();
            say(source_name(file) + ": This is " + std::string(readers::name_of(read->kind)) + ". " +
                (table ? "\"middleground import\" makes deals of the tables of other programs." : "\"middleground merge\" brings two copies of a deal together."));
            fine = false;
        } else {
            all.push_back(std::move(*read));
        }
    }
    return fine;
}

void say_notes(const std::vector<ProposalNote>& notes) {
    for (const auto& note : notes) {
        const auto& where = note.error.where;
        say((note.source.empty() ? "" : note.source + ": ") + (where.empty() ? "" : where + ": ") + Error{note.error.what, {}, note.error.remedy}.message());
    }
}

std::string first_line(std::string_view text) {
    std::string line;
    for (const char c : trimmed(text)) {
        line += c == '\n' ? ' ' : c;
    }
    return shortened(line, longest_shown);
}

std::string shown(const Proposals& proposals) {
    std::string text;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const auto& one = proposals.list[i];
        text += std::to_string(i + 1) + ". " + cell(one.title) + (one.likely ? "" : " (only by its number)") + '\n';
        // A question is its own words.
        const bool said = !one.words.empty() && one.title.find(one.words) == std::string::npos;
        const auto& more = said ? one.words : one.detail;
        if (!more.empty()) text += "   " + (!said ? cell(first_line(more)) : "\u201c" + cell(first_line(more)) + "\u201d") + '\n';
        for (const auto& note : one.notes) {
            text += "   ! " + cell(note) + '\n';
        }
    }
    return text;
}

// False: one of the numbers is none of the list, which was said.
bool choose(const std::string& take, const Proposals& proposals, std::vector<std::uint32_t>& chosen) {
    if (take == "all") {
        chosen = proposals.likely();
        return true;
    }
    for (std::string_view rest = take; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        std::uint32_t number = 0;
        const auto [last, fault] = std::from_chars(rest.data(), rest.data() + end, number);
        if (fault != std::errc() || number < 1 || number > proposals.list.size()) {
            say("There is no proposal " + std::string(rest.substr(0, end)) + ": " + counted(static_cast<int>(proposals.list.size()), "is", "are") + " proposed. Nothing was written.");
            return false;
        }
        chosen.push_back(number - 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

}

int run(const TakeIn& command, Date today) {
    if (is_link(command.deal)) {
        say("A link cannot be changed. Save it as a file first: middleground open LINK -o deal.json");
        return bad_input;
    }
    const auto deal = load_deal(command.deal, {}, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    std::vector<records::FileRecords> files;
    if (!read_all(command.files, today, files)) return bad_input;
    const auto shipped = read_shipped();
    const auto proposals = propose(files, *deal, {{}, command.seller_addresses}, {shipped.log_words, shipped.wording}, today, command.seed);
    say_notes(proposals.notes);
    if (proposals.list.empty()) {
        say(proposals.known > 0 ? "The deal has all of it already." : "Nothing in it is for this deal.");
        return done;
    }
    if (command.take.empty()) {
        const bool printed = print_text(shown(proposals));
        say(counted(static_cast<int>(proposals.list.size()), "proposal", "proposals") + "; nothing was written. Take them with --take all, or some with --take 1,3.");
        return printed ? done : bad_input;
    }
    std::vector<std::uint32_t> chosen;
    if (!choose(command.take, proposals, chosen)) return bad_input;
    const auto taken = take(*deal, proposals, chosen, today);
    say_notes(taken.refused);
    if (taken.taken.empty()) {
        say("Nothing was written.");
        return taken.refused.empty() ? done : bad_input;
    }
    if (!write_output(command.output.empty() ? command.deal : command.output, io::write_deal(taken.deal))) return bad_input;
    std::string text;
    for (const auto place : taken.taken) {
        text += cell(proposals.list[place].title) + '\n';
    }
    return print_text(text) && taken.refused.empty() ? done : bad_input;
}

}
