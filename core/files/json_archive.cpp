#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/files/json_deal.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_kinds.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <utility>

namespace middleground::io {

namespace {

constexpr std::string_view diary_name = "diary";

}

Result<std::string> write_archived(const Deal& deal) {
    auto link = encode_archive(deal);
    if (!link) return std::unexpected(link.error());
    auto file = Json::object();
    append(file, marker_of(FileKind::archive), archive_version);
    append(file, "deal", std::move(*link));
    if (!deal.diary.empty()) append(file, diary_name, diary_to_json(deal.diary)); // a link has none
    return write_json(file, JsonLayout::compact);
}

Result<Deal> read_archived(std::string_view text, Date today) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    return archived_of(std::move(*tree), today);
}

Result<Deal> archived_of(Json tree, Date today) {
    const auto file = open_file(std::move(tree), FileKind::archive);
    if (!file) return std::unexpected(file.error());
    const auto* link = member(*file, "deal");
    const auto* words = link ? link->get_ptr<const std::string*>() : nullptr;
    if (!words) return fail("The text \"deal\" is missing", {}, "Choose a file written by Middleground.");
    auto deal = decode_link(*words, today);
    const auto* diary = member(*file, diary_name);
    if (!deal || !diary) return deal;
    Reading reading;
    deal->diary = diary_from_json(*diary, reading);
    if (reading.error) return std::unexpected(*reading.error);
    if (auto valid = check(*deal, today); !valid) return std::unexpected(valid.error());
    return deal;
}

}
