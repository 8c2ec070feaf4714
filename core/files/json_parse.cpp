#include "core/base/code_point.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "core/codec/json_tree.hpp"

#include <algorithm>
#include <optional>

namespace middleground::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_path = 200; // bytes
constexpr std::string_view export_again = "Export it again, or use an older copy.";

std::string line_and_column(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n');
    const auto column = 1 + before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Of names out of a file, for a message.
std::string on_one_short_line(std::string text) {
    if (text.size() > longest_path) text = std::string(cut_to(text, longest_path)) + " ...";
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

// Receives the parser's events and builds the tree. Returning false stops the parser.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view text) : text_(text) {}

    Json root;
    std::optional<Error> error;

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(std::int64_t value) { return put(value); }
    bool number_unsigned(std::uint64_t value) { return put(value); }
    bool number_float(double, const std::string& text) { return put(make_decimal(text)); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(Json::binary_t&) { return false; } // no such thing in JSON text
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        const auto& object = *open_.back().container->get_ptr<Json::object_t*>();
        if (object.size() >= max_members) return refuse("An object has more than " + std::to_string(max_members) + " members");
        open_.back().name = name;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) {
        // The library's positions count the byte that was read last from 1; one beyond the text means that it ended too early.
        if (position > text_.size()) {
            error = Error{"The file ends in the middle", line_and_column(text_, text_.size()), std::string(export_again)};
        } else if (std::string_view(problem.what()).contains("number overflow")) {
            error = Error{"A number is too large", line_and_column(text_, position - 1), {}};
        } else {
            error =
                Error{"This is not well-formed JSON", line_and_column(text_, position == 0 ? 0 : position - 1), std::string(export_again)};
        }
        return false;
    }

private:
    struct Frame {
        Json* container;
        std::string name; // of the member being read
    };

    bool refuse(std::string what) {
        std::string path;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            const auto& [container, name] = open_[i];
            const bool innermost = i + 1 == open_.size();
            if (const auto* list = container->get_ptr<const Json::array_t*>()) {
                path += '[' + std::to_string(list->size() - (innermost ? 0 : 1)) + ']';
            } else {
                // What is open within has taken its name along into the object.
                path += (path.empty() ? "" : ".") + (innermost ? name : container->get_ptr<const Json::object_t*>()->back().first);
            }
        }
        error = Error{std::move(what), on_one_short_line(std::move(path)), {}};
        return false;
    }

    // A member that stands twice, or nothing. Sorted: an object may have many members.
    static const std::string* twice(const Json::object_t& object) {
        std::vector<const std::string*> names;
        for (const auto& [name, value] : object) {
            names.push_back(&name);
        }
        sort_list(names, [](const auto* one, const auto* other) { return *one < *other; });
        const auto same = [](const auto* one, const auto* other) { return *one == *other; };
        const auto found = std::ranges::adjacent_find(names, same);
        return found == names.end() ? nullptr : *found;
    }

    Json* place(Json value) {
        if (open_.empty()) {
            root = std::move(value);
            return &root;
        }
        auto& [container, name] = open_.back();
        if (auto* list = container->get_ptr<Json::array_t*>()) {
            list->push_back(std::move(value));
            return &list->back();
        }
        auto& object = *container->get_ptr<Json::object_t*>();
        object.push_back({std::move(name), std::move(value)});
        return &object.back().second;
    }

    bool put(Json value) {
        if (++values_ > max_values) return refuse("The file contains more than " + std::to_string(max_values) + " values");
        place(std::move(value));
        return true;
    }

    bool open(Json container) {
        if (open_.size() >= max_depth) return refuse("Objects and lists are nested more than " + std::to_string(max_depth) + " deep");
        // A container that is open is the last of its parent, which does not grow before it is closed: the pointer stays good.
        if (++values_ > max_values) return refuse("The file contains more than " + std::to_string(max_values) + " values");
        open_.push_back({place(std::move(container)), {}});
        return true;
    }

    bool close() {
        const auto* object = open_.back().container->get_ptr<Json::object_t*>();
        if (const auto* name = object && object->size() > 1 ? twice(*object) : nullptr) {
            open_.back().name = *name;
            return refuse("A member appears twice in one object");
        }
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<Frame> open_;
    int values_ = 0;
};

std::optional<Error> check_encoding(std::string_view text) {
    const auto first = text.substr(0, 2);
    if (first == "\xFF\xFE" || first == "\xFE\xFF" || first.contains('\0')) {
        return Error{"The file is in UTF-16", {}, "Save it as UTF-8."};
    }
    // The library takes it for the end of the text.
    if (const auto offset = text.find('\0'); offset != std::string_view::npos) {
        return Error{"This is not well-formed JSON", line_and_column(text, offset), std::string(export_again)};
    }
    if (const auto offset = first_invalid_utf8(text)) {
        return Error{"The file contains bytes that are not UTF-8", line_and_column(text, *offset), "Save it as UTF-8."};
    }
    return {};
}

}

Result<Json> parse_json(std::string_view text) {
    if (text.size() > max_file_bytes) {
        return fail("The file is larger than " + std::to_string(max_file_bytes >> 20) + " MiB", {},
                    "A deal is never that large: choose another file.");
    }
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (trimmed(text).empty()) return fail("The file is empty", {}, std::string(export_again));
    if (auto problem = check_encoding(text)) return std::unexpected(std::move(*problem));
    TreeBuilder builder(text);
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
        return std::unexpected(builder.error.value_or(Error{"This is not well-formed JSON", {}, {}}));
    }
    return std::move(builder.root);
}

}
