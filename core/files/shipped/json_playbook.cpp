#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_kinds.hpp"
#include "core/files/json_reader.hpp"
#include "core/files/json_writer.hpp"

namespace middleground::io {

namespace {

// A misspelt member would be lost without a word: unknown ones are refused, and a new one makes a new version.
std::string path_of_first(const Json& unknown) {
    const auto* members = unknown.get_ptr<const Json::object_t*>();
    if (!members || members->empty()) return {};
    const auto& [name, value] = members->front();
    const auto inner = path_of_first(value);
    return name + (inner.empty() ? "" : "." + inner);
}

Json file_of(const Playbook& playbook) {
    auto file = Json::object();
    append(file, marker_of(FileKind::playbook), playbook_version);
    write_members(file, members_of<Playbook>(), &playbook);
    return file;
}

}

Result<Playbook> read_playbook(std::string_view text) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    return playbook_of(std::move(*tree));
}

Result<Playbook> playbook_of(Json tree) {
    const auto file = open_file(std::move(tree), FileKind::playbook);
    if (!file) return std::unexpected(file.error());
    Playbook playbook;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::playbook), version);
    reader.members(playbook);
    if (reading.error) return std::unexpected(*reading.error);
    if (const auto unknown = reader.take_unknown(); !unknown.empty()) {
        return fail("Playbooks have no such member", path_of_first(unknown), "Look for a misspelt name.");
    }
    if (auto problems = validate(playbook); !problems.empty()) return std::unexpected(std::move(problems.front()));
    return playbook;
}

std::string write_playbook(const Playbook& playbook) {
    return write_json(file_of(playbook), JsonLayout::indented);
}

std::string write_playbook_compact(const Playbook& playbook) {
    return write_json(file_of(playbook), JsonLayout::compact);
}

}
