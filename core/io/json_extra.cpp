#include "core/io/json_extra.hpp"

#include "core/io/json_tree.hpp"

namespace middleground::io {

bool is_compact_object(std::string_view text) {
    const auto tree = parse_json(text);
    return tree && tree->is_object() && !tree->empty() && write_json(*tree, JsonLayout::compact) == text;
}

}
