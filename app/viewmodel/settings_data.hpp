#pragma once

#include "app/session/document.hpp"
#include "app/platform/platform.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// "312 KB", "4.8 MB": thousands are 1024; below 1 KB "under 1 KB".
std::string size_words(std::int64_t bytes);
// "312 KB of 5 MB, 14 deals"; without a capacity "312 KB, 14 deals".
std::string usage_words(const StorageUsage& usage, int deals);
// 0..1 of the capacity; nothing when there is none.
std::optional<float> usage_share(const StorageUsage& usage);
// "Last backup 3 Jun, 13 days ago"; says so when there was none.
std::string backup_words(const std::optional<Date>& last_backup, Date today);
// How much there is that no backup has: the user's own deals that changed since. It is said louder with time.
struct BackupReminder {
    enum class Urgency : std::uint8_t { none, quiet, plain, loud };
    Urgency urgency = Urgency::none;
    std::string words; // "Last backup 12 days ago, 3 deals changed since"
};
BackupReminder backup_reminder(const Document& document, Date today);
// What is wrong with the backup file, for a band and for Settings; nothing while it is well, or asks but has nothing to write.
struct BackupFileWords {
    std::string strong;
    std::string text;
    std::string button;
};
std::optional<BackupFileWords> backup_file_words(const Document& document);
// "It opens without the network, too."; empty while that is not known.
std::string_view offline_words(Offline offline);
// "14 deals, kept on this device, last backup 3 Jun".
std::string settings_title(const Document& document, std::string_view storage_place, Date today);
int sample_count(const Document& document);
// Closed deals that are not archived yet.
int archivable_count(const Document& document);
// The usual currencies by code; the one in use is among them.
std::vector<std::string> currency_choices(std::string_view current);

}
