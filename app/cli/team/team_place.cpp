#include "app/cli/team/team_place.hpp"

#include "app/cli/cli_files.hpp"
#include "app/session/team/team_keys.hpp"

#include <string>
#include <utility>

namespace middleground::cli {

Result<std::optional<team::Membership>> stored_membership(const NativeStorage& storage) {
    const auto text = storage.read(team::membership_entry);
    if (!text) return std::unexpected(text.error());
    if (!*text) return std::nullopt;
    auto membership = team::read_membership(**text);
    if (!membership) return std::unexpected(membership.error());
    return std::optional(std::move(*membership));
}

std::optional<team::Membership> need_membership(const NativeStorage& storage, const char* command) {
    auto membership = stored_membership(storage);
    if (!membership) {
        say_fault(storage.folder().string(), membership.error());
        return {};
    }
    if (!*membership) say(std::string("middleground team ") + command + ": This place (" + storage.folder().string() + ") is in no team. Join one: middleground team join.");
    return std::move(*membership);
}

std::vector<team::StoredText> stored_texts(const NativeStorage& storage) {
    std::vector<team::StoredText> texts;
    const auto keys = storage.keys();
    for (const auto& key : keys) {
        if (!key.starts_with(team::deal_entry_prefix) || key == colleagues_key) continue;
        const auto text = storage.read(key);
        if (!text) say_fault(key, text.error());
        if (text && *text) texts.push_back({key, **text});
    }
    return texts;
}

}
