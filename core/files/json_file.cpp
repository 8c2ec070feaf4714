#include "core/files/json_file.hpp"

#include "core/files/json.hpp"
#include "core/files/json_migrate.hpp"

#include <array>
#include <utility>

namespace middleground::io {

namespace {

struct KindOfFile {
    FileKind kind;
    std::string_view marker;
    std::string_view words;
    std::string_view remedy; // when another kind was asked for
    int oldest;
    int newest = 1;
};

constexpr std::array<KindOfFile, 12> kinds{{
    {FileKind::deal, "middleground", "a deal", "Open it as a deal.", 0, schema_version},
    {FileKind::sample, "middleground_sample", "a sample", "Samples come with the program; open one there and save it as a deal.", 1, schema_version},
    {FileKind::playbook, "middleground_playbook", "a playbook", "Open it on the page Playbooks.", 1, playbook_version},
    {FileKind::backup, "middleground_backup", "a backup of several deals", "Restore it in the settings.", 0, schema_version},
    {FileKind::settings, "middleground_settings", "a file of settings", "Choose the file of a deal.", 1},
    {FileKind::state, "middleground_state", "a report on a deal", "Choose the file of the deal itself.", 1},
    {FileKind::plan, "middleground_plan", "a plan for the buyer", "It holds only what a buyer may see. Choose the file of the deal itself.",
     1},
    {FileKind::archive, "middleground_archive", "an archived deal", "Open it in the program.", 1},
    {FileKind::wording, "middleground_wording", "a table of wordings", "Choose the file of a deal.", 1},
    {FileKind::import_table, "middleground_import", "a table of headings", "Choose the file of a deal.", 1},
    {FileKind::mapping, "middleground_mapping", "a choice of columns for imports", "Give it with --map.", 1},
    {FileKind::log_words, "middleground_log", "a table of words of the log", "Choose the file of a deal.", 1},
}};

const KindOfFile& entry_of(FileKind kind) {
    for (const auto& entry : kinds) {
        if (entry.kind == kind) return entry;
    }
    return kinds.front();
}

}

std::string_view marker_of(FileKind kind) {
    return entry_of(kind).marker;
}

Result<Json> open_file(std::string_view text, FileKind kind) {
    auto tree = parse_json(text);
    return tree ? open_file(std::move(*tree), kind) : tree;
}

Result<Json> open_file(Json tree, FileKind kind) {
    const auto& wanted = entry_of(kind);
    const auto* version = member(tree, wanted.marker);
    if (!version) {
        for (const auto& other : kinds) {
            if (member(tree, other.marker)) {
                return fail("This is " + std::string(other.words) + ", not " + std::string(wanted.words), {}, std::string(other.remedy));
            }
        }
        return fail("This is not a Middleground file: expected " + std::string(wanted.words), {}, "Choose a file written by Middleground.");
    }
    const auto* number = version->get_ptr<const std::int64_t*>();
    if (!number || *number < 0) {
        return fail("Expected a version as a whole number, found " + described(*version), std::string(wanted.marker));
    }
    if (*number > wanted.newest) {
        return fail("This file was made by a newer version of Middleground", "version " + write_json(*version, JsonLayout::compact),
                    "Update Middleground, or reload the page.");
    }
    if (*number < wanted.oldest) {
        return fail("There is no version " + std::to_string(*number) + " of this kind of file", std::string(wanted.marker),
                    "Write " + std::to_string(wanted.oldest) + " there.");
    }
    if (wanted.newest == schema_version) migrate(tree, static_cast<int>(*number)); // the others hold no deals
    return tree;
}

}
