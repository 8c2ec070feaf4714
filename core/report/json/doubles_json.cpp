#include "core/report/json/doubles_json.hpp"

#include "core/codec/json_tree.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

constexpr int doubles_version = 1;

template <typename Double>
Json pair_to_json(const Double& pair) {
    auto object = Json::object();
    append(object, "one", pair.one.text);
    append(object, "other", pair.other.text);
    append(object, "likeness", std::string(key_of(pair.likeness)));
    append(object, "reason", pair.reason);
    return object;
}

}

std::string write_doubles(const DoublesReport& report) {
    auto people = Json::array();
    for (const auto& of_deal : report.people) {
        for (const auto& pair : of_deal.pairs) {
            auto object = pair_to_json(pair);
            append(object, "deal", of_deal.deal->id.text);
            people.push_back(std::move(object));
        }
    }
    auto deals = Json::array();
    for (const auto& pair : report.deals) deals.push_back(pair_to_json(pair));
    auto file = Json::object();
    append(file, "middleground_doubles", doubles_version);
    append(file, "people", std::move(people));
    append(file, "deals", std::move(deals));
    return write_json(file, io::JsonLayout::indented);
}

}
