#pragma once

#include "app/platform/platform.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace middleground::test {

// What several tabs of one browser share.
struct MemoryStorage {
    std::map<std::string, std::string, std::less<>> texts;
    std::size_t capacity = 1u << 30; // bytes of keys and texts; a write beyond it fails
    bool refuses = false;            // nothing can be read or written

    std::size_t used() const {
        std::size_t sum = 0;
        for (const auto& [key, text] : texts)
            sum += key.size() + text.size();
        return sum;
    }
};

// A platform without a window: storage in memory, which can be shared, full, or refused; a clock that stands until it is moved.
class MemoryPlatform : public Platform {
public:
    explicit MemoryPlatform(std::shared_ptr<MemoryStorage> shared = std::make_shared<MemoryStorage>(), std::uint64_t first_seed = 1)
        : storage(std::move(shared)), next_seed(first_seed) {}

    Result<std::optional<std::string>> read(std::string_view key) override {
        if (storage->refuses) return fail("Storage is refused");
        const auto found = storage->texts.find(key);
        return found == storage->texts.end() ? std::optional<std::string>() : std::optional(found->second);
    }
    Result<void> write(std::string_view key, std::string_view text) override {
        if (storage->refuses) return fail("Storage is refused");
        const auto found = storage->texts.find(key);
        const auto before = found == storage->texts.end() ? 0 : key.size() + found->second.size();
        if (storage->used() - before + key.size() + text.size() > storage->capacity) return fail("Storage is full");
        storage->texts[std::string(key)] = std::string(text);
        ++writes;
        return {};
    }
    Result<void> remove(std::string_view key) override {
        if (storage->refuses) return fail("Storage is refused");
        if (const auto found = storage->texts.find(key); found != storage->texts.end()) storage->texts.erase(found);
        return {};
    }
    std::vector<std::string> keys() override {
        std::vector<std::string> keys;
        for (const auto& [key, text] : storage->texts)
            keys.push_back(key);
        return keys;
    }
    void keep_storage() override { ++asked_to_keep; }
    StorageUsage usage() override { return {static_cast<std::int64_t>(storage->used()), static_cast<std::int64_t>(storage->capacity)}; }
    std::string storage_place() override { return "in memory"; }

    void copy_text(std::string_view text) override { copied = text; }
    Result<std::string> save_file(std::string_view name, std::string_view bytes, std::string_view) override {
        files[std::string(name)] = std::string(bytes);
        return std::string(name);
    }
    Result<std::optional<std::string>> print(std::string_view file_name, std::string_view html) override {
        printed[std::string(file_name)] = std::string(html);
        return std::nullopt;
    }
    bool choose_file() override { return false; }
    void backup_file(BackupFileWish wish) override { backup_file_wish = wish; }
    void reload() override { ++reloads; }
    Offline offline() override { return works_offline; }
    void open_url(std::string_view) override {}
    std::string link_base() override { return "https://example.org/"; }
    void clear_fragment() override { fragment_cleared = true; }

    Date today() override { return day; }
    std::uint64_t seed() override { return next_seed++; }
    bool entropy(std::span<unsigned char> bytes) override {
        for (auto& byte : bytes) {
            byte = next_entropy++;
        }
        return !no_entropy;
    }
    std::int64_t now_ms() override { return clock_ms; }
    bool prefers_dark() override { return false; }
    bool prefers_reduced_motion() override { return true; }
    bool has_touch() override { return false; }
    bool is_mac() override { return false; }
    std::vector<PlatformEvent> take_events() override { return std::exchange(events, {}); }

    std::shared_ptr<MemoryStorage> storage;
    std::map<std::string, std::string> files;
    std::map<std::string, std::string> printed;
    std::string copied;
    Date day = Date::from_calendar(2026, 6, 16).value();
    std::vector<PlatformEvent> events;
    std::int64_t clock_ms = 1000;
    std::uint64_t next_seed;
    unsigned char next_entropy = 0;
    bool no_entropy = false;
    int writes = 0;
    bool fragment_cleared = false;
    int asked_to_keep = 0;
    int reloads = 0;
    std::optional<BackupFileWish> backup_file_wish;
    Offline works_offline = Offline::unknown;
};

}
