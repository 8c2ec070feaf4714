#include "core/files/json_reading.hpp"

namespace middleground::io {

namespace {

constexpr std::size_t most_errors = 1000; // of one file

std::string shown(const Json& found) {
    if (const auto* text = found.get_ptr<const std::string*>(); text && !text->empty() && text->size() <= 40) {
        return write_json(found, JsonLayout::compact);
    }
    return described(found);
}

}

std::string Place::text() const {
    std::string before = parent ? parent->text() : std::string();
    if (index >= 0) return before + '[' + std::to_string(index) + ']';
    if (name.empty()) return before;
    return before + (before.empty() ? "" : ".") + std::string(name);
}

void Reading::add(Error found) {
    if (all_errors && all_errors->size() < most_errors) all_errors->push_back(found);
    if (!error) error = std::move(found);
}

void Reading::expected(std::string_view what, const Json* found, const Place& place) {
    if (is_over()) return;
    add({"Expected " + std::string(what) + ", found " + (found ? shown(*found) : "nothing"), place.text(), std::string(correct_the_file)});
}

}
