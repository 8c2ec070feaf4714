#include "core/files/any_file.hpp"

#include "core/files/json_kinds.hpp"

#include <utility>

namespace middleground::io {

namespace {

template <typename Kind>
Result<AnyFile> any(Result<Kind> file) {
    if (!file) return std::unexpected(std::move(file.error()));
    return AnyFile(std::move(*file));
}

}

Result<AnyFile> read_any_file(std::string_view text, Date today) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    const auto is = [&](FileKind kind) { return member(*tree, marker_of(kind)) != nullptr; };
    if (is(FileKind::backup)) return any(backup_of(std::move(*tree), today));
    if (is(FileKind::archive)) return any(archived_of(std::move(*tree), today));
    if (is(FileKind::playbook)) return any(playbook_of(std::move(*tree)));
    if (is(FileKind::plan)) return any(plan_of(std::move(*tree)));
    return any(deal_of(std::move(*tree), today));
}

}
