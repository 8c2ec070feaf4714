#pragma once

#include "core/model/names.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace middleground {

// The names of any one enum, by number, so that one piece of code reads and writes the values of all of them.
class AnyNames {
public:
    template <typename E>
    explicit AnyNames(std::span<const EnumName<E>> names)
        : names_(reinterpret_cast<const std::byte*>(names.data())), count_(names.size()) {
        static_assert(sizeof(E) == 1 && sizeof(EnumName<E>) == sizeof(Name) && std::is_standard_layout_v<EnumName<E>>);
    }

    std::size_t size() const { return count_; }
    std::uint8_t number(std::size_t place) const { return *reinterpret_cast<const std::uint8_t*>(at(place)); }
    std::string_view key(std::size_t place) const { return text(at(place) + offsetof(Name, key)); }
    std::string_view label(std::size_t place) const { return text(at(place) + offsetof(Name, label)); }

    // Empty when no value has that number.
    std::string_view key_of(std::uint8_t number) const;
    std::string_view label_of(std::uint8_t number) const;
    // -1 when no value has that key.
    int number_of(std::string_view key) const;
    bool has(std::uint64_t number) const;

private:
    using Name = EnumName<std::uint8_t>;

    // Where each name begins: an EnumName<E> of whichever enum, laid out as Name is.
    const std::byte* at(std::size_t place) const { return names_ + place * sizeof(Name); }
    static std::string_view text(const std::byte* where) { return *reinterpret_cast<const std::string_view*>(where); }

    const std::byte* names_;
    std::size_t count_;
};

template <typename E>
AnyNames any_names() {
    return AnyNames(names_of<E>());
}

}
