#pragma once

#include "app/platform/native/fonts/native_fonts.hpp"
#include "app/platform/native/native_charsets.hpp"
#include "app/platform/native/native_hold.hpp"
#include "app/platform/native/native_reading.hpp"
#include "app/platform/native/native_storage.hpp"
#include "app/platform/native/team/native_team.hpp"
#include "app/platform/platform.hpp"

namespace middleground {

// The desktop: data in files, the system's clipboard and browser. The environment fixes what tests need fixed: MIDDLEGROUND_TODAY
// (YYYY-MM-DD), MIDDLEGROUND_SEED (a number; where nothing is stored yet, so that it never gives two things one id), MIDDLEGROUND_BASE_URL (the address that links are made with).
class NativePlatform final : public Platform {
public:
    NativePlatform();

    Result<std::optional<std::string>> read(std::string_view key) override { return storage_.read(key); }
    Result<void> write(std::string_view key, std::string_view text) override { return storage_.write(key, text); }
    Result<void> remove(std::string_view key) override { return storage_.remove(key); }
    std::vector<std::string> keys() override { return storage_.keys(); }
    std::unique_ptr<StorageHold> hold_storage() override { return hold_folder(storage_.folder()); }
    bool holds_surely() override { return true; }
    StorageUsage usage() override { return {storage_.used_bytes(), std::nullopt}; }
    std::string storage_place() override;
    std::string elsewhere() override { return "another window"; }

    void copy_text(std::string_view text) override;
    Result<std::string> save_file(std::string_view name, std::string_view bytes, std::string_view mime) override;
    Result<std::optional<std::string>> print(std::string_view file_name, std::string_view html) override;
    bool choose_file() override { return false; }
    void cancel_reading() override { reading_.cancel(); }
    void open_url(std::string_view url) override;
    std::string link_base() override;
    void clear_fragment() override {}

    const io::Charsets& charsets() override { return charsets_; }
    SystemFonts* fonts() override { return fonts_.get(); }
    TeamLink* team_link() override;
    void ask_team_server() override;

    Date today() override;
    bool is_day_given() override { return fixed_today_ && *fixed_today_ != clock_day(); }
    std::uint64_t seed() override;
    bool entropy(std::span<unsigned char> bytes) override;
    std::int64_t now_ms() override;
    bool prefers_dark() override { return false; } // there is no way to ask that all desktops share
    bool prefers_reduced_motion() override { return false; }
    bool has_touch() override { return touch_; }
    bool is_mac() override;

    std::vector<PlatformEvent> take_events() override;

    // A text that was dropped or pasted outside of a field: a link, or something to read.
    void give(const std::string& text);
    // Given on the command line or dropped on the window: a link, or the path of a file.
    void open(const std::string& file_or_link);
    // The program was in the background: another one may have written.
    void look_for_changes();
    void set_touch(bool touch) { touch_ = touch; }

private:
    static Date clock_day();

    NativeStorage storage_;
    NativeCharsets charsets_;
    std::vector<PlatformEvent> events_;
    NativeReading reading_;      // wakes the window
    std::optional<std::uint64_t> next_seed_;
    std::optional<Date> fixed_today_;
    bool touch_ = false;
    std::unique_ptr<SystemFonts> fonts_ = native_fonts();
    std::unique_ptr<NativeTeam> team_; // once it was asked for; wakes the window
};

}
