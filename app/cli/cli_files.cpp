#include "app/cli/cli_files.hpp"

#include "app/platform/native/native_files.hpp"
#include "core/base/code_point.hpp"
#include "core/base/printed_text.hpp"
#include "core/files/json.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace middleground::cli {

namespace {

bool write_to_stdout(std::string_view bytes) {
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    if (written && std::fflush(stdout) == 0) return true;
    say(std::string("standard output: It cannot be written: ") + std::strerror(errno) + '.');
    return false;
}

}

void occupy_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

std::string shortened(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return std::string(text);
    return std::string(cut_to(text, most_bytes)) + "\u2026";
}

void say(std::string_view words) {
    const auto line = printed_line(words) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void say_fault(std::string_view source, const Error& error) {
    std::string line(source);
    if (!error.where.empty() && error.where != source) line += ": " + error.where;
    line += ": " + Error{error.what, {}, error.remedy}.message();
    say(line);
}

Result<std::string> read_input(const std::string& file) {
    if (file == standard_input) return read_descriptor(STDIN_FILENO, source_name(file), io::max_file_bytes);
    return read_file(file, io::max_file_bytes);
}

bool write_output(const std::string& file, std::string_view bytes) {
    if (file.empty()) return write_to_stdout(bytes);
    const auto written = write_file_atomically(file, bytes);
    if (!written) say_fault(file, written.error());
    return written.has_value();
}

bool print_text(std::string_view text) {
    return write_to_stdout(printed_text(text));
}

bool exists(const std::string& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0;
}

bool is_link(const std::string& file_or_link) {
    return file_or_link != standard_input && !exists(file_or_link) && io::looks_like_any_link(file_or_link);
}

std::string source_name(const std::string& file_or_link) {
    if (file_or_link == standard_input) return "standard input";
    return is_link(file_or_link) ? "link" : file_or_link;
}

Result<std::string> read_passphrase(const std::string& file) {
    if (file.empty()) return std::string();
    auto text = read_input(file);
    if (!text) return text;
    auto line = text->substr(0, text->find('\n'));
    io::wipe(*text);
    if (io::passphrase_of(line).empty())
        return fail("There is no passphrase in the file", source_name(file), "Write it in the first line.");
    return line;
}

Result<Deal> load_deal(const std::string& file_or_link, const std::string& passphrase_file, Date today) {
    if (is_link(file_or_link)) {
        auto passphrase = read_passphrase(passphrase_file);
        if (!passphrase) return std::unexpected(passphrase.error());
        auto deal = io::decode_link(file_or_link, today, *passphrase);
        io::wipe(*passphrase);
        return deal;
    }
    const auto text = read_input(file_or_link);
    if (!text) return std::unexpected(text.error());
    return io::read_deal(*text, today);
}

}
