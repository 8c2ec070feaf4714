#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <utility>
#include <variant>

namespace middleground {

// One of many alternatives, which many files make and pass on. What copies, moves and ends it is compiled once, where
// `template class OneOf<AnyEdit>;` stands, and not again in each of those files, where it was more code than the file itself.
//   In a header:  using AnyEdit = std::variant<edit::A, edit::B>;
//                 extern template class OneOf<AnyEdit>;
//                 struct Edit : OneOf<AnyEdit> { using OneOf::OneOf; };
template <class Variant> class OneOf;

template <class... Alternatives> class OneOf<std::variant<Alternatives...>> {
public:
    using Any = std::variant<Alternatives...>;

    template <class One>
        requires(std::same_as<One, Alternatives> || ...)
    OneOf(One one) : OneOf(index_of<One>(), &one) {}
    OneOf(const OneOf& other);
    OneOf(OneOf&& other) noexcept;
    OneOf& operator=(const OneOf& other);
    OneOf& operator=(OneOf&& other) noexcept;
    ~OneOf();

    const Any& any() const { return any_; }

private:
    // Moves from `one`, which is the alternative with that index.
    OneOf(std::size_t index, void* one);

    template <class One> static constexpr std::size_t index_of() {
        std::size_t index = 0;
        (void)((std::same_as<One, Alternatives> || (++index, false)) || ...);
        return index;
    }
    template <class One> static Any moved(void* one) { return Any(std::move(*static_cast<One*>(one))); }

    Any any_;
};

template <class... Alternatives>
OneOf<std::variant<Alternatives...>>::OneOf(std::size_t index, void* one)
    : any_(std::array<Any (*)(void*), sizeof...(Alternatives)>{&moved<Alternatives>...}[index](one)) {}
template <class... Alternatives> OneOf<std::variant<Alternatives...>>::OneOf(const OneOf& other) = default;
template <class... Alternatives> OneOf<std::variant<Alternatives...>>::OneOf(OneOf&& other) noexcept = default;
template <class... Alternatives>
OneOf<std::variant<Alternatives...>>& OneOf<std::variant<Alternatives...>>::operator=(const OneOf& other) = default;
template <class... Alternatives>
OneOf<std::variant<Alternatives...>>& OneOf<std::variant<Alternatives...>>::operator=(OneOf&& other) noexcept = default;
template <class... Alternatives> OneOf<std::variant<Alternatives...>>::~OneOf() = default;

}
