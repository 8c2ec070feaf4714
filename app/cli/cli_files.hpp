#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <string>
#include <string_view>

// What the commands read, write and say.
namespace middleground::cli {

// In place of a file: standard input.
inline constexpr std::string_view standard_input = "-";

// A file that is opened while one of the three standard streams is closed would take its place, and receive what is meant for that stream.
// Opens something in such places, the wrong way round, so that using the stream still fails.
void occupy_standard_streams();

// At most so many bytes of UTF-8, with an ellipsis at the end when something is missing.
std::string shortened(std::string_view text, std::size_t most_bytes);

// One line on stderr.
void say(std::string_view words);
// "deal.json: line 3, column 7: This is not well-formed JSON. Export it again." on stderr.
void say_fault(std::string_view source, const Error& error);

Result<std::string> read_input(const std::string& file);
// To stdout when `file` is empty, else in place of the file. Says what went wrong.
bool write_output(const std::string& file, std::string_view bytes);
// What is for people to read, to stdout, as printed_text leaves it. Says what went wrong.
bool print_text(std::string_view text);

// Something has that name: a file, a folder, also a symbolic link that leads nowhere.
bool exists(const std::string& file);
// Something that has the form of a link, and is not the name of a file.
bool is_link(const std::string& file_or_link);
// What say_fault calls it: the file's name, or "link".
std::string source_name(const std::string& file_or_link);
// What the first line of the file says; nothing in it when there is no file.
Result<std::string> read_passphrase(const std::string& file);
// `passphrase_file` may be empty.
Result<Deal> load_deal(const std::string& file_or_link, const std::string& passphrase_file, Date today);

// "ten-commitments, enterprise and ...": the ids of those that come with the program.
std::string playbook_names();
// A playbook by its id, out of a file, or of a link. Of a file without an edition it is one of one's own in its first.
Result<Playbook> load_playbook(const std::string& name);
// Neither the id of one, nor a link, nor the name of a file that is there.
bool is_no_playbook(const std::string& name);

}
