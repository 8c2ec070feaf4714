#include "app/viewmodel/settings_data.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

}

TEST_CASE("sizes in words") {
    struct Case {
        std::int64_t bytes;
        const char* words;
    };
    for (const auto& [bytes, words] : {Case{0, "0 KB"}, Case{700, "under 1 KB"}, Case{1024, "1 KB"}, Case{312 * 1024, "312 KB"},
                                       Case{1024 * 1024 - 1, "1 MB"}, Case{5 * 1024 * 1024, "5 MB"}, Case{5033165, "4.8 MB"}}) {
        CAPTURE(bytes);
        CHECK(size_words(bytes) == words);
    }
}

TEST_CASE("how full the storage is") {
    CHECK(usage_words({312 * 1024, 5 * 1024 * 1024}, 14) == "312 KB of 5 MB, 14 deals");
    CHECK(usage_words({312 * 1024, {}}, 1) == "312 KB, 1 deal");
    CHECK_FALSE(usage_share({312, {}}).has_value());
    CHECK_FALSE(usage_share({312, 0}).has_value());
    CHECK(usage_share({50, 100}) == 0.5f);
    CHECK(usage_share({300, 100}) == 1.0f);
}

TEST_CASE("when the last backup was") {
    CHECK(backup_words({}, today) == "Never backed up");
    CHECK(backup_words(today - 13, today) == "Last backup 3 Jun, 13 days ago");
    Document document;
    CHECK(settings_title(document, "on this device", today) == "No deals yet, they will be kept on this device");
    document.entries.resize(2);
    document.entries[0].deal.sample = true;
    CHECK(settings_title(document, "on this device", today) == "2 deals kept on this device, never backed up");
    document.settings.last_backup = today - 13;
    CHECK(settings_title(document, "on this device", today) == "2 deals kept on this device, last backup 3 Jun");
    CHECK(sample_count(document) == 1);
}

TEST_CASE("a missing backup is said louder with time") {
    using Urgency = BackupReminder::Urgency;
    Document document;
    document.entries.resize(3);
    for (auto& entry : document.entries) {
        entry.deal.created = today - 10;
    }
    document.entries[0].deal.sample = true;
    CHECK(backup_reminder(document, today).words == "Never backed up, 2 deals are only here");
    CHECK(backup_reminder(document, today).urgency == Urgency::plain);
    CHECK(backup_reminder(document, today - 5).urgency == Urgency::quiet);
    document.settings.last_backup = today - 12;
    CHECK(backup_reminder(document, today).urgency == Urgency::none);
    document.entries[0].changed = true; // a sample, which does not count
    CHECK(backup_reminder(document, today).urgency == Urgency::none);
    document.entries[1].changed = true;
    CHECK(backup_reminder(document, today).words == "Last backup 12 days ago, 1 deal changed since");
    for (const auto& [days, urgency] : {std::pair(0, Urgency::quiet), std::pair(6, Urgency::quiet), std::pair(7, Urgency::plain), std::pair(29, Urgency::plain), std::pair(30, Urgency::loud)}) {
        CAPTURE(days);
        document.settings.last_backup = today - days;
        CHECK(backup_reminder(document, today).urgency == urgency);
    }
}

TEST_CASE("the backup file speaks up when something could not be written to it") {
    Document document;
    document.entries.resize(1);
    auto& file = document.backup_file;
    file.name = "mine.json";
    CHECK_FALSE(backup_file_words(document));
    file.state = BackupFile::State::asks;
    CHECK_FALSE(backup_file_words(document));
    document.entries[0].changed = true;
    REQUIRE(backup_file_words(document));
    CHECK(backup_file_words(document)->button == "Allow");
    file.state = BackupFile::State::failed;
    file.why = "no room";
    CHECK(backup_file_words(document)->text == "mine.json: no room");
    file.state = BackupFile::State::kept;
    CHECK_FALSE(backup_file_words(document));
}

TEST_CASE("the currency in use can always be chosen, and once") {
    CHECK(currency_choices("KES").front() == "KES");
    const auto choices = currency_choices("EUR");
    CHECK(std::ranges::count(choices, "EUR") == 1);
}
