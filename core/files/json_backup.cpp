#include "core/files/backup.hpp"
#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/files/json_deal.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_kinds.hpp"

namespace middleground::io {

namespace {

// What the names of stored texts begin with.
constexpr std::string_view stored_deal = "deal/";
constexpr std::string_view stored_archive = "archive/";

std::string text_member(const Json& object, std::string_view name) {
    const auto* found = member(object, name);
    const auto* text = found ? found->get_ptr<const std::string*>() : nullptr;
    return text ? *text : std::string();
}

// As a person knows it, from whatever can be read of it.
std::string name_in(const Json& deal, std::string otherwise) {
    const auto account = text_member(deal, "account");
    const auto title = text_member(deal, "title");
    if (account.empty() && title.empty()) return otherwise;
    return account + (account.empty() || title.empty() ? "" : ", ") + title;
}

void add_place(Error& error, const std::string& place) {
    error.where = place + (error.where.empty() ? "" : ", " + error.where);
}

void take_deals(const Json::array_t& list, Date today, Backup& backup) {
    const Place root;
    const Place list_place{&root, "deals"};
    int index = 0;
    for (const auto& element : list) {
        const Place place{&list_place, {}, index++};
        Reading reading;
        auto deal = deal_from_json(element, place, reading);
        if (reading.error) {
            backup.left_out.push_back({name_in(element, place.text()), *reading.error});
        } else if (auto valid = check(deal, today); !valid) {
            add_place(valid.error(), place.text());
            backup.left_out.push_back({name_in(element, place.text()), std::move(valid.error())});
        } else {
            backup.deals.push_back({std::move(deal), false});
        }
    }
}

void take_text(const std::string& entry, const std::string& text, Date today, Backup& backup) {
    const bool archived = entry.starts_with(stored_archive);
    if (!archived && !entry.starts_with(stored_deal)) {
        backup.texts.push_back({entry, text});
        return;
    }
    auto deal = archived ? read_archived(text, today) : read_deal(text, today);
    if (deal) {
        backup.deals.push_back({std::move(*deal), archived});
        return;
    }
    const auto file = parse_json(text);
    const auto* object = file ? member(*file, "deal") : nullptr;
    add_place(deal.error(), entry);
    backup.left_out.push_back({object ? name_in(*object, entry) : entry, std::move(deal.error())});
}

void leave_out(Backup& backup, std::string place, const Json& found) {
    backup.left_out.push_back({place, {"Expected a stored text, found " + described(found), place, {}}});
}

// As the page writes them down: {"entry": "deal/abc123", "text": "..."}.
void take_stored(const Json::array_t& list, Date today, Backup& backup) {
    int index = 0;
    for (const auto& element : list) {
        const auto* entry = member(element, "entry");
        const auto* name = entry ? entry->get_ptr<const std::string*>() : nullptr;
        const auto* value = member(element, "text");
        const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
        if (name && text) {
            take_text(*name, *text, today, backup);
        } else {
            leave_out(backup, name ? *name : "stored[" + std::to_string(index) + ']', element);
        }
        ++index;
    }
}

// As it once did, beside deals that it had read: {"archive/abc123": "...", "settings": "..."}.
void take_unread(const Json::object_t& members, Date today, Backup& backup) {
    for (const auto& [name, value] : members) {
        if (const auto* text = value.get_ptr<const std::string*>()) {
            take_text(name, *text, today, backup);
        } else {
            leave_out(backup, name, value);
        }
    }
}

}

std::string write_backup(const std::vector<Deal>& deals, const std::vector<Backup::Text>& stored) {
    auto list = Json::array();
    for (const auto& deal : deals) {
        list.push_back(deal_to_json(deal));
    }
    auto file = Json::object();
    append(file, marker_of(FileKind::backup), schema_version);
    append(file, "deals", std::move(list));
    if (stored.empty()) return write_json(file, JsonLayout::indented);
    auto texts = Json::array();
    for (const auto& one : stored) {
        auto text = Json::object();
        append(text, "entry", one.entry);
        append(text, "text", one.text);
        texts.push_back(std::move(text));
    }
    append(file, "stored", std::move(texts));
    return write_json(file, JsonLayout::indented);
}

Result<Backup> read_backup(std::string_view text, Date today) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    return backup_of(std::move(*tree), today);
}

Result<Backup> backup_of(Json tree, Date today) {
    const auto file = open_file(std::move(tree), FileKind::backup);
    if (!file) return std::unexpected(file.error());
    const auto list_of = [&](std::string_view name) {
        const auto* list = member(*file, name);
        return list ? list->get_ptr<const Json::array_t*>() : nullptr;
    };
    const auto* deals = list_of("deals");
    if (!deals) return fail("The list \"deals\" is missing", {}, "Choose a file written by Middleground.");
    Backup backup;
    take_deals(*deals, today, backup);
    if (const auto* stored = list_of("stored")) take_stored(*stored, today, backup);
    const auto* unread = member(*file, "unread");
    if (const auto* members = unread ? unread->get_ptr<const Json::object_t*>() : nullptr) take_unread(*members, today, backup);
    return backup;
}

}
