#pragma once

#include <expected>
#include <string>
#include <utility>

namespace middleground {

// One clear message for one thing that went wrong: what happened, where, and what the reader can do about it.
// `where` and `remedy` may be empty. All three are complete sentences or phrases in plain words, UTF-8.
struct Error {
    std::string what;
    std::string where;
    std::string remedy;

    // "Not imported: line 14. Type the date as 2026-06-30."
    std::string message() const {
        std::string text = what;
        if (!where.empty()) {
            text += " (" + where + ")";
        }
        text += '.';
        if (!remedy.empty()) {
            text += ' ' + remedy;
        }
        return text;
    }

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string what, std::string where = {}, std::string remedy = {}) {
    return std::unexpected(Error{std::move(what), std::move(where), std::move(remedy)});
}

}
