#include "app/platform/web/web_platform.hpp"

#include "app/platform/web/web_page.hpp"

#include <emscripten.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace middleground {

namespace {

// Chromium, Firefox and Safari allow 5 Mi UTF-16 units for the keys and values of one origin.
constexpr std::int64_t usual_capacity = 2 * 5 * 1024 * 1024;

// What the browser said, as the middle of our own sentence.
std::string inside_sentence(std::string words) {
    while (words.ends_with('.')) {
        words.pop_back();
    }
    return words;
}

// Takes over a text of the page.
std::optional<std::string> taken(char* text) {
    if (!text) return std::nullopt;
    std::string copy(text);
    std::free(text);
    return copy;
}

std::string terminated(std::string_view text) {
    return std::string(text);
}

Result<void> done_or(char* problem, const char* what, std::string_view key) {
    const auto why = taken(problem);
    if (!why) return {};
    if (*why == "full") {
        return fail("The browser's storage is full: the change is here, but not saved", std::string(key),
                    "Save the deal as a file, then remove deals that you no longer need.");
    }
    return fail(std::string(what) + ": " + inside_sentence(*why), std::string(key),
                "Allow this site to store data, or save the deal as a file before you close the page.");
}

}

WebPlatform::WebPlatform() : base_(taken(page_base_url()).value_or("")), mac_(page_is_mac() != 0) {
    if (const auto text = taken(page_query("today"))) {
        if (const auto day = Date::parse(*text)) {
            fixed_today_ = *day;
        } else {
            add(event::FileFailed{Error{"The day in the address is not a date", "?today=" + *text, "Write it as ?today=2026-05-31."}});
        }
    }
    if (const auto text = taken(page_query("seed"))) {
        std::uint64_t seed = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seed);
        if (error == std::errc() && end == text->data() + text->size()) {
            if (page_may_fix_ids() != 0) next_seed_ = seed;
        } else {
            add(event::FileFailed{Error{"The seed in the address is not a number", "?seed=" + *text, "Use digits only."}});
        }
    }
}

Result<std::optional<std::string>> WebPlatform::read(std::string_view key) {
    auto answer = taken(page_read(terminated(key).c_str()));
    if (!answer) return std::nullopt;
    const bool good = answer->starts_with('=');
    answer->erase(0, 1);
    if (good) return answer;
    return fail("The browser does not let this page store anything: " + inside_sentence(*answer), {},
                "Allow this site to store data, or save your deals as files before you close the page.");
}

Result<void> WebPlatform::write(std::string_view key, std::string_view text) {
    return done_or(page_write(terminated(key).c_str(), text.data(), static_cast<std::uint32_t>(text.size())),
                   "The browser did not store the change", key);
}

Result<void> WebPlatform::remove(std::string_view key) {
    return done_or(page_remove(terminated(key).c_str()), "The browser did not remove the deal", key);
}

std::vector<std::string> WebPlatform::keys() {
    std::vector<std::string> keys;
    const auto lines = taken(page_keys()).value_or("");
    for (std::size_t start = 0; start < lines.size();) {
        const auto end = std::min(lines.find('\n', start), lines.size());
        keys.push_back(lines.substr(start, end - start));
        start = end + 1;
    }
    return keys;
}

bool WebPlatform::ask_turn() {
    return page_ask_turn() != 0;
}

void WebPlatform::keep_storage() {
    page_keep_storage();
}

StorageUsage WebPlatform::usage() {
    return {static_cast<std::int64_t>(page_used_bytes()), usual_capacity};
}

void WebPlatform::copy_text(std::string_view text) {
    page_copy(terminated(text).c_str());
}

Result<std::string> WebPlatform::save_file(std::string_view name, std::string_view bytes, std::string_view mime) {
    const auto problem =
        page_save_file(terminated(name).c_str(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), terminated(mime).c_str());
    if (const auto why = taken(problem)) {
        return fail("The browser did not save the file: " + inside_sentence(*why), std::string(name), "Try again, or copy the link instead.");
    }
    return std::string(name);
}

Result<std::optional<std::string>> WebPlatform::print(std::string_view, std::string_view html) {
    page_print(terminated(html).c_str());
    return std::nullopt;
}

bool WebPlatform::choose_file() {
    page_choose_file();
    return true;
}

void WebPlatform::cancel_reading() {
    page_cancel_reading();
}

void WebPlatform::backup_file(BackupFileWish wish) {
    page_backup_file(static_cast<int>(wish));
}

void WebPlatform::open_url(std::string_view url) {
    page_open_url(terminated(url).c_str());
}

std::string WebPlatform::link_base() {
    return base_;
}

void WebPlatform::clear_fragment() {
    page_clear_fragment();
}

void WebPlatform::reload() {
    page_reload();
}

Offline WebPlatform::offline() {
    return static_cast<Offline>(page_offline());
}

bool WebPlatform::has_team_part() {
    return page_has_team_part() != 0;
}

void WebPlatform::ask_team_server() {
    page_team(static_cast<int>(TeamWish::ask_server), "", nullptr, 0, 0, 0);
}

void WebPlatform::refuse_letters() {
    add(event::LettersRefused{Error{"This browser does not let the page draw letters beyond Latin",
                                    "They are kept as they are; boxes stand for them on the screen",
                                    "Allow this site to read its canvas (Firefox asks for it beside the address, unless resistFingerprinting "
                                    "forbids it), then reload the page."}});
}

Date WebPlatform::today() {
    return fixed_today_ ? *fixed_today_ : clock_day();
}

bool WebPlatform::is_day_given() {
    return fixed_today_ && *fixed_today_ != clock_day();
}

Date WebPlatform::clock_day() {
    return Date::parse(taken(page_today()).value_or("")).value_or(Date{});
}

std::uint64_t WebPlatform::seed() {
    if (next_seed_) return (*next_seed_)++;
    std::uint64_t seed = 0;
    page_random(&seed, sizeof seed);
    return seed;
}

bool WebPlatform::entropy(std::span<unsigned char> bytes) {
    page_random(bytes.data(), static_cast<std::uint32_t>(bytes.size()));
    return true;
}

std::int64_t WebPlatform::now_ms() {
    return static_cast<std::int64_t>(emscripten_get_now());
}

}
