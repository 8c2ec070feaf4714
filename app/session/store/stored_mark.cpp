#include "app/session/store/stored_mark.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace middleground {

namespace {

constexpr std::size_t most_writers = 12;
constexpr std::string_view begin_of_mark = ",\n  \"written\": {\"of\": \"";
constexpr std::string_view by = "\", \"by\": {";
constexpr std::string_view end_of_mark = "}}\n}\n";

std::string sum_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u; // FNV-1a, 64 bits
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    }
    std::string sum;
    for (int shift = 60; shift >= 0; shift -= 4) {
        sum += "0123456789abcdef"[hash >> shift & 0xf];
    }
    return sum;
}

bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

std::optional<StoredMark::Writer> take_writer(std::string_view& text) {
    StoredMark::Writer writer;
    if (!take(text, "\"")) return {};
    const auto end = text.find('"');
    if (end == std::string_view::npos) return {};
    writer.id = text.substr(0, end);
    text.remove_prefix(end);
    if (!take(text, "\": ")) return {};
    const auto [after, error] = std::from_chars(text.data(), text.data() + text.size(), writer.number);
    if (error != std::errc()) return {};
    text.remove_prefix(static_cast<std::size_t>(after - text.data()));
    return writer;
}

}

std::uint64_t StoredMark::number_of(std::string_view id) const {
    const auto found = std::ranges::find(writers, id, &Writer::id);
    return found == writers.end() ? 0 : found->number;
}

void StoredMark::add(std::string_view id, std::uint64_t number) {
    std::erase_if(writers, [&](const Writer& writer) { return writer.id == id; });
    if (writers.size() >= most_writers) writers.erase(writers.begin());
    writers.push_back({std::string(id), number});
}

std::string with_mark(std::string_view text, const StoredMark& mark) {
    const auto brace = text.rfind('}');
    if (brace == std::string_view::npos) return std::string(text);
    const auto body = text.substr(0, text.find_last_not_of(" \t\r\n", brace == 0 ? 0 : brace - 1) + 1);
    std::string marked(body);
    marked += begin_of_mark;
    marked += sum_of(body);
    marked += by;
    for (const auto& writer : mark.writers) {
        if (&writer != &mark.writers.front()) marked += ", ";
        marked += '"' + writer.id + "\": " + std::to_string(writer.number);
    }
    marked += end_of_mark;
    return marked;
}

std::optional<StoredMark> mark_of(std::string_view text) {
    const auto begin = text.rfind(begin_of_mark);
    if (begin == std::string_view::npos || !text.ends_with(end_of_mark)) return {};
    auto rest = text.substr(begin + begin_of_mark.size());
    if (!take(rest, sum_of(text.substr(0, begin))) || !take(rest, by)) return {};
    StoredMark mark;
    while (rest != end_of_mark) {
        if (!mark.writers.empty() && !take(rest, ", ")) return {};
        auto writer = take_writer(rest);
        if (!writer) return {};
        mark.writers.push_back(std::move(*writer));
    }
    return mark;
}

}
