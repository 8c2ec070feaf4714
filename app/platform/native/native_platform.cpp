#include "app/platform/native/native_platform.hpp"

#include "app/platform/native/native_entropy.hpp"
#include "app/platform/native/native_files.hpp"
#include "core/base/code_point.hpp"
#include "core/base/file_name.hpp"
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/readers/recognise.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/team/membership.hpp"

#include <SDL.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <random>

namespace middleground {

namespace fs = std::filesystem;

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

// Where a browser would put a download.
fs::path downloads() {
    std::error_code code;
    const fs::path home = environment("HOME");
    for (const auto& folder : {fs::path(environment("XDG_DOWNLOAD_DIR")), home / "Downloads", home}) {
        if (!folder.empty() && fs::is_directory(folder, code)) return folder;
    }
    return fs::current_path(code);
}

// "file:///home/elena/Next%20meeting.html"
std::string file_url(std::string_view path) {
    constexpr std::string_view plain = "/-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool kept =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || plain.find(c) != std::string_view::npos;
        if (kept) {
            url += c;
        } else {
            url += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return url;
}

// From any thread.
void wake_window() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

// A name that is not taken: "deal.json", "deal (2).json". A link that leads nowhere has taken its name, too.
fs::path free_name(const fs::path& folder, std::string_view name) {
    const fs::path wanted = folder / name;
    std::error_code code;
    auto path = wanted;
    for (int number = 2; fs::exists(fs::symlink_status(path, code)); ++number) {
        const auto end = " (" + std::to_string(number) + ')' + wanted.extension().string();
        const auto stem = wanted.stem().string();
        path = folder / (std::string(cut_to(stem, longest_file_name - end.size())) + end);
    }
    return path;
}

}

NativePlatform::NativePlatform() : storage_(NativeStorage::usual_folder()), reading_(wake_window) {
    storage_.close_to_others();
    if (const auto text = environment("MIDDLEGROUND_TODAY"); !text.empty()) {
        if (const auto day = Date::parse(text)) {
            fixed_today_ = *day;
        } else {
            events_.push_back(event::FileFailed{Error{"MIDDLEGROUND_TODAY is not a date", std::string(text), "Write it as 2026-05-31."}});
        }
    }
    if (const auto text = environment("MIDDLEGROUND_SEED"); !text.empty()) {
        std::uint64_t seed = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
        if (error == std::errc() && end == text.data() + text.size()) {
            if (storage_.keys().empty()) next_seed_ = seed;
        } else {
            events_.push_back(event::FileFailed{Error{"MIDDLEGROUND_SEED is not a number", std::string(text), "Use digits only."}});
        }
    }
}

std::string NativePlatform::storage_place() {
    auto path = storage_.folder().string();
    const auto home = environment("HOME");
    if (!home.empty() && path.starts_with(home)) path.replace(0, home.size(), "~");
    return "in " + path;
}

void NativePlatform::copy_text(std::string_view text) {
    events_.push_back(event::CopyDone{SDL_SetClipboardText(std::string(text).c_str()) == 0});
}

Result<std::string> NativePlatform::save_file(std::string_view name, std::string_view bytes, std::string_view) {
    const auto path = free_name(downloads(), name);
    if (auto written = write_file_atomically(path.string(), bytes); !written) return std::unexpected(written.error());
    return path.string();
}

Result<std::optional<std::string>> NativePlatform::print(std::string_view file_name, std::string_view html) {
    auto place = save_file(file_name, html, "text/html");
    if (!place) return std::unexpected(place.error());
    open_url(file_url(*place));
    return std::move(*place);
}

void NativePlatform::open_url(std::string_view url) {
    SDL_OpenURL(std::string(url).c_str());
}

std::string NativePlatform::link_base() {
    return std::string(environment("MIDDLEGROUND_BASE_URL"));
}

Date NativePlatform::today() {
    return fixed_today_ ? *fixed_today_ : clock_day();
}

Date NativePlatform::clock_day() {
    const auto now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Date::from_calendar(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

std::uint64_t NativePlatform::seed() {
    if (next_seed_) return (*next_seed_)++;
    std::random_device random;
    return static_cast<std::uint64_t>(random()) << 32 | random();
}

bool NativePlatform::entropy(std::span<unsigned char> bytes) {
    return draw_entropy(bytes);
}

std::int64_t NativePlatform::now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

namespace {

constexpr std::uint32_t largest_file = 64U << 20; // as web/files.js has it; what reads a file has limits of its own

// Deals and tables of them, which need no reader.
bool is_ours(const std::string& name, const std::string& bytes) {
    const auto ending = fs::path(name).extension();
    return ending == ".json" || ending == ".middleground" || readers::is_for_the_program(readers::recognise(bytes, name));
}

}

bool NativePlatform::is_mac() {
    return std::string_view(SDL_GetPlatform()) == "Mac OS X";
}

void NativePlatform::open(const std::string& file_or_link) {
    std::error_code code;
    if (!fs::exists(file_or_link, code) && (io::looks_like_any_link(file_or_link) || team::looks_like_invitation(file_or_link))) {
        events_.push_back(event::LinkOpened{file_or_link});
        return;
    }
    if (auto bytes = read_file(file_or_link, largest_file)) {
        auto name = fs::path(file_or_link).filename().string();
        if (is_ours(name, *bytes)) {
            events_.push_back(event::FileOpened{std::move(name), std::move(*bytes)});
        } else {
            reading_.add(std::move(name), std::move(*bytes), today());
        }
    } else {
        events_.push_back(event::FileFailed{bytes.error()});
    }
}

void NativePlatform::give(const std::string& text) {
    if (io::looks_like_link(text) || team::looks_like_invitation(text)) {
        events_.push_back(event::LinkOpened{text});
    } else if (is_worth_reading(text)) {
        const std::string name = "Pasted text";
        if (is_ours(name, text)) events_.push_back(event::FileOpened{name, text});
        else reading_.add(name, text, today());
    }
}

TeamLink* NativePlatform::team_link() {
    if (!team_) team_ = native_team(storage_.folder(), wake_window);
    return team_.get();
}

void NativePlatform::ask_team_server() {
    events_.push_back(event::TeamServerRead{fail("The desktop program has no page whose host could say where a team is", {}, "Open the invitation link, or give team.json to middleground team join.")});
}

std::vector<PlatformEvent> NativePlatform::take_events() {
    auto events = std::exchange(events_, {});
    const auto add = [&](std::vector<PlatformEvent> more) { events.insert(events.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); };
    add(reading_.take_events());
    if (team_) add(team_->take_events());
    return events;
}

void NativePlatform::look_for_changes() {
    events_.push_back(event::StorageChanged{});
}

}
