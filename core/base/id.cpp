#include "core/base/id.hpp"

namespace middleground {

bool is_id(std::string_view text) {
    return text.size() == id_length && text.find_first_not_of(id_alphabet) == std::string_view::npos;
}

std::string make_id_text(Random& random) {
    std::string text;
    auto bits = random.next();
    for (int i = 0; i < id_length; ++i) {
        text += id_alphabet[bits & 31];
        bits >>= 5;
    }
    return text;
}

}
