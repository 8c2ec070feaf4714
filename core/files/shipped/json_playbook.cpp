#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

namespace middleground::io {

namespace {

// A misspelt member would be lost without a word, and playbooks are never written back: unknown ones are refused.
std::string path_of_first(const Json& unknown) {
    const auto* members = unknown.get_ptr<const Json::object_t*>();
    if (!members || members->empty()) return {};
    const auto& [name, value] = members->front();
    const auto inner = path_of_first(value);
    return name + (inner.empty() ? "" : "." + inner);
}

}

Result<Playbook> read_playbook(std::string_view text) {
    const auto file = open_file(text, FileKind::playbook);
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

}
