#include "app/platform/native/native_reading.hpp"

#include "app/platform/native/native_charsets.hpp"
#include "core/readers/read_file.hpp"

#include <ctime>
#include <new>
#include <utility>

namespace middleground {

namespace {

std::int32_t utc_minutes() {
    const auto now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return static_cast<std::int32_t>(local.tm_gmtoff / 60);
}

Result<records::FileRecords> read(std::string_view bytes, const std::string& name, Date today) {
    const NativeCharsets charsets;
    try {
        return readers::read_file(bytes, name, {today, &charsets, utc_minutes()});
    } catch (const std::bad_alloc&) {
        return fail("There is not enough memory for the file", name, "Nothing was changed. Give it in smaller parts.");
    }
}

}

NativeReading::~NativeReading() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void NativeReading::add(std::string name, std::string bytes, Date today) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(name), std::move(bytes), today});
        events_.emplace_back(event::Reading{waiting_.front().name, static_cast<int>(waiting_.size()) + (reads_ ? 1 : 0)});
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    }
    changed_.notify_all();
}

void NativeReading::cancel() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    ++round_;
    events_.emplace_back(event::Reading{});
}

std::vector<PlatformEvent> NativeReading::take_events() {
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
}

void NativeReading::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
        if (ends_) return;
        const auto file = std::move(waiting_.front());
        waiting_.pop_front();
        const auto round = round_;
        reads_ = true;
        lock.unlock();
        auto found = read(file.bytes, file.name, file.today);
        lock.lock();
        reads_ = false;
        if (round != round_) continue;
        events_.emplace_back(event::RecordsRead{std::move(found)});
        events_.emplace_back(waiting_.empty() ? event::Reading{} : event::Reading{waiting_.front().name, static_cast<int>(waiting_.size())});
        wake_();
    }
}

}
