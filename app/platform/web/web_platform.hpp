#pragma once

#include "app/platform/platform.hpp"
#include "app/platform/web/web_charsets.hpp"
#include "app/platform/web/web_fonts.hpp"
#include "app/platform/web/web_team.hpp"

#include <utility>

namespace middleground {

// What the browser says about its user; told by the page at the start and whenever it changes.
struct WebEnvironment {
    bool dark = false;
    bool reduced_motion = false;
    bool touch = false;
};

// The page: data in local storage, files as downloads. The address may fix what tests need fixed: ?today=YYYY-MM-DD, which is said on
// the page, and ?seed=N, where that cannot give two things one id.
class WebPlatform final : public Platform {
public:
    WebPlatform();

    Result<std::optional<std::string>> read(std::string_view key) override;
    Result<void> write(std::string_view key, std::string_view text) override;
    Result<void> remove(std::string_view key) override;
    std::vector<std::string> keys() override;
    void keep_storage() override;
    bool ask_turn() override;
    StorageUsage usage() override;
    std::string storage_place() override { return "in this browser"; }

    void copy_text(std::string_view text) override;
    Result<std::string> save_file(std::string_view name, std::string_view bytes, std::string_view mime) override;
    Result<std::optional<std::string>> print(std::string_view file_name, std::string_view html) override;
    bool choose_file() override;
    void cancel_reading() override;
    void backup_file(BackupFileWish wish) override;
    void open_url(std::string_view url) override;
    std::string link_base() override;
    void clear_fragment() override;
    void reload() override;
    Offline offline() override;
    const io::Charsets& charsets() override { return charsets_; }
    SystemFonts* fonts() override { return &fonts_; }
    bool has_text_fields() override { return true; }
    TeamLink* team_link() override { return &team_; }
    void ask_team_server() override;
    bool has_team_part() override;

    Date today() override;
    bool is_day_given() override;
    std::uint64_t seed() override;
    bool entropy(std::span<unsigned char> bytes) override;
    std::int64_t now_ms() override;
    bool prefers_dark() override { return environment_.dark; }
    bool prefers_reduced_motion() override { return environment_.reduced_motion; }
    bool has_touch() override { return environment_.touch; }
    bool is_mac() override { return mac_; }

    std::vector<PlatformEvent> take_events() override { return std::exchange(events_, {}); }

    void add(PlatformEvent event) { events_.push_back(std::move(event)); }
    void refuse_letters(); // the page found that the browser does not say what it draws
    void set_environment(WebEnvironment environment) { environment_ = environment; }

private:
    static Date clock_day();

    WebFonts fonts_;
    WebCharsets charsets_;
    WebTeam team_;
    std::vector<PlatformEvent> events_;
    WebEnvironment environment_;
    std::optional<Date> fixed_today_;
    std::optional<std::uint64_t> next_seed_;
    std::string base_;
    bool mac_ = false;
};

}
