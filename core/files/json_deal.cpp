#include "core/files/json_deal.hpp"

#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_kinds.hpp"
#include "core/files/json_writer.hpp"

namespace middleground::io {

namespace {

// Not the name of any member of a deal: inside of `extra` it holds what stood beside "deal" in the file.
constexpr std::string_view beside = "middleground";

// What browsers' storage has beside a deal about the tabs that wrote it (app/session/store/stored_mark.hpp): nothing of the deal's.
bool is_mark(std::string_view name, const Json& value) {
    const auto* members = value.get_ptr<const Json::object_t*>();
    const auto* sum = member(value, "of");
    const auto* writers = member(value, "by");
    return name == "written" && members && members->size() == 2 && sum && sum->is_string() && writers && writers->is_object();
}

}

Deal deal_from_json(const Json& object, const Place& place, Reading& reading) {
    Deal deal;
    JsonReader reader(object, place, reading);
    reader.members(deal);
    put_in_order(deal.diary);
    return deal;
}

Json deal_to_json(const Deal& deal) {
    return to_json(deal);
}

Diary diary_from_json(const Json& list, Reading& reading) {
    Diary diary;
    const Place place{nullptr, "diary"};
    const auto* elements = list.get_ptr<const Json::array_t*>();
    if (!elements) reading.expected("a list", &list, place);
    for (std::size_t i = 0; elements && i < elements->size() && !reading.is_over(); ++i) {
        const Place at{&place, {}, static_cast<int>(i)};
        JsonReader reader((*elements)[i], at, reading);
        reader.members(diary.emplace_back());
    }
    put_in_order(diary);
    return diary;
}

Json diary_to_json(const Diary& diary) {
    auto list = Json::array();
    for (const auto& belief : diary) {
        list.push_back(to_json(belief));
    }
    return list;
}

Result<Deal> deal_from_file(Json file, std::string_view marker, Reading& reading) {
    auto* members = file.get_ptr<Json::object_t*>();
    auto* object = member(file, "deal");
    if (!members || !object) return fail("The member \"deal\" is missing", {}, "Choose a file written by Middleground.");
    if (member(*object, beside))
        return fail("The name \"middleground\" is reserved for the file itself", "deal.middleground", "Rename that member.");
    auto others = Json::object();
    for (auto& [name, value] : *members) {
        if (name != marker && name != "deal" && !is_mark(name, value)) append(others, name, std::move(value));
    }
    if (!others.empty()) append(*object, beside, std::move(others));
    const Place root;
    auto deal = deal_from_json(*object, Place{&root, "deal"}, reading);
    if (reading.error) return std::unexpected(*reading.error);
    return deal;
}

Json deal_to_file(const Deal& deal) {
    auto object = deal_to_json(deal);
    auto others = Json::object();
    if (auto* found = member(object, beside)) {
        others = std::move(*found);
        object.get_ptr<Json::object_t*>()->erase(std::string(beside));
    }
    auto file = Json::object();
    append(file, marker_of(FileKind::deal), schema_version);
    append(file, "deal", std::move(object));
    if (const auto* members = others.get_ptr<Json::object_t*>()) {
        for (const auto& [name, value] : *members) {
            if (!member(file, name)) append(file, name, value);
        }
    }
    return file;
}

std::string write_deal(const Deal& deal) {
    return write_json(deal_to_file(deal), JsonLayout::indented);
}

std::string write_deal_compact(const Deal& deal) {
    return write_json(deal_to_file(deal), JsonLayout::compact);
}

Result<Deal> read_deal(std::string_view text, Date today) {
    auto tree = parse_json(text);
    if (!tree) return std::unexpected(std::move(tree.error()));
    return deal_of(std::move(*tree), today);
}

Result<Deal> deal_of(Json tree, Date today) {
    auto file = open_file(std::move(tree), FileKind::deal);
    if (!file) return std::unexpected(file.error());
    Reading reading;
    auto deal = deal_from_file(std::move(*file), marker_of(FileKind::deal), reading);
    if (!deal) return deal;
    if (auto valid = check(*deal, today); !valid) return std::unexpected(valid.error());
    return deal;
}

}
