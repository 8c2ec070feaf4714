#include "core/model/members/any_names.hpp"

namespace middleground {

std::string_view AnyNames::key_of(std::uint8_t number) const {
    for (std::size_t i = 0; i < count_; ++i) {
        if (this->number(i) == number) return key(i);
    }
    return {};
}

std::string_view AnyNames::label_of(std::uint8_t number) const {
    for (std::size_t i = 0; i < count_; ++i) {
        if (this->number(i) == number) return label(i);
    }
    return {};
}

int AnyNames::number_of(std::string_view key) const {
    for (std::size_t i = 0; i < count_; ++i) {
        if (this->key(i) == key) return number(i);
    }
    return -1;
}

bool AnyNames::has(std::uint64_t number) const {
    for (std::size_t i = 0; i < count_; ++i) {
        if (this->number(i) == number) return true;
    }
    return false;
}

}
