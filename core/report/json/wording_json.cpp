#include "core/report/json/wording_json.hpp"

#include "core/codec/json_tree.hpp"
#include "core/model/names.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int wording_check_version = 1;

}

std::string write_wording_check(std::string_view text, std::string_view language, const std::vector<WordingHit>& hits) {
    auto list = Json::array();
    for (const auto& hit : hits) {
        auto object = Json::object();
        append(object, "class", std::string(key_of(hit.kind)));
        append(object, "begin", hit.begin);
        append(object, "end", hit.end);
        append(object, "text", std::string(text.substr(hit.begin, hit.end - hit.begin)));
        append(object, "why", hit.why);
        append(object, "instead", hit.instead);
        list.push_back(std::move(object));
    }
    auto check = Json::object();
    append(check, "middleground_wording_check", wording_check_version);
    append(check, "language", std::string(language));
    append(check, "hits", std::move(list));
    return write_json(check, io::JsonLayout::indented);
}

}
