#include "app/viewmodel/settings_data.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

std::string size_words(std::int64_t bytes) {
    constexpr std::int64_t kilobyte = 1024;
    constexpr std::int64_t megabyte = kilobyte * kilobyte;
    if (bytes < kilobyte) {
        return bytes <= 0 ? "0 KB" : "under 1 KB";
    }
    // A size that would round to 1024 KB is said in megabytes.
    if (bytes < megabyte - kilobyte / 2) {
        return std::to_string((bytes + kilobyte / 2) / kilobyte) + " KB";
    }
    const auto tenths = (bytes * 10 + megabyte / 2) / megabyte;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " MB";
}

std::string usage_words(const StorageUsage& usage, int deals) {
    auto text = size_words(usage.used);
    if (usage.capacity) {
        text += " of " + size_words(*usage.capacity);
    }
    return text + ", " + counted(deals, "deal", "deals");
}

std::optional<float> usage_share(const StorageUsage& usage) {
    if (!usage.capacity || *usage.capacity <= 0) {
        return {};
    }
    return std::clamp(static_cast<float>(static_cast<double>(usage.used) / static_cast<double>(*usage.capacity)), 0.0f, 1.0f);
}

std::string backup_words(const std::optional<Date>& last_backup, Date today) {
    if (!last_backup) {
        return "Never backed up";
    }
    return "Last backup " + short_date(*last_backup, today) + ", " + relative_days(*last_backup, today);
}

BackupReminder backup_reminder(const Document& document, Date today) {
    using Urgency = BackupReminder::Urgency;
    constexpr int plain_after = 7; // days
    constexpr int loud_after = 30;
    const auto& last = document.settings.last_backup;
    auto since = last.value_or(today);
    int changed = 0;
    for (const auto& entry : document.entries) {
        // What colleagues have, too, is not only here.
        if (entry.deal.sample || (last ? !entry.changed : entry.sharing != Sharing::alone)) continue;
        if (!last) since = std::min(since, entry.deal.created);
        ++changed;
    }
    if (changed == 0) return {};
    const auto days = today - since;
    auto words = last ? "Last backup " + relative_days(*last, today) + ", " + counted(changed, "deal", "deals") + " changed since"
                      : "Never backed up, " + counted(changed, "deal is", "deals are") + " only here";
    return {days < plain_after ? Urgency::quiet : days < loud_after ? Urgency::plain : Urgency::loud, std::move(words)};
}

std::optional<BackupFileWords> backup_file_words(const Document& document) {
    const auto& file = document.backup_file;
    if (file.state == BackupFile::State::failed) {
        return BackupFileWords{"The backup file was not written", file.name + (file.name.empty() ? "" : ": ") + file.why, "Try again"};
    }
    const bool waits = std::ranges::any_of(document.entries, [](const Entry& entry) { return entry.changed; });
    if (file.state != BackupFile::State::asks || !waits) return {};
    return BackupFileWords{"The backup file waits", "The browser wants you to allow " + file.name + " again.", "Allow"};
}

std::string_view offline_words(Offline offline) {
    switch (offline) {
    case Offline::unknown:
        return {};
    case Offline::kept:
        return "It opens without the network, too.";
    case Offline::not_kept:
        return "This browser cannot keep the program, so opening it needs the network.";
    }
    return {};
}

std::string settings_title(const Document& document, std::string_view storage_place, Date today) {
    if (document.entries.empty()) {
        return "No deals yet, they will be kept " + std::string(storage_place);
    }
    const auto& backup = document.settings.last_backup;
    return counted(static_cast<int>(document.entries.size()), "deal", "deals") + " kept " + std::string(storage_place) + ", " +
           (backup ? "last backup " + short_date(*backup, today) : "never backed up");
}

int archivable_count(const Document& document) {
    return static_cast<int>(std::ranges::count_if(
        document.entries, [](const Entry& entry) { return !entry.archived && !std::holds_alternative<Open>(entry.deal.outcome); }));
}

int sample_count(const Document& document) {
    return static_cast<int>(std::ranges::count_if(document.entries, [](const Entry& entry) { return entry.deal.sample; }));
}

std::vector<std::string> currency_choices(std::string_view current) {
    constexpr std::array usual{"EUR", "USD", "GBP", "CHF", "AED", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HKD", "HUF", "ILS",
                               "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "TRY", "ZAR"};
    std::vector<std::string> choices(usual.begin(), usual.end());
    if (!current.empty() && std::ranges::find(choices, current) == choices.end()) {
        choices.insert(choices.begin(), std::string(current));
    }
    return choices;
}

}
