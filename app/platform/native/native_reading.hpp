#pragma once

#include "app/platform/platform.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace middleground {

// Reads files with core/readers, one after the other, in a thread of its own: a mailbox may take seconds, and the window answers meanwhile. The thread begins
// with the first file.
class NativeReading {
public:
    // `wake` is called in that thread whenever there are events.
    explicit NativeReading(std::function<void()> wake) : wake_(std::move(wake)) {}
    ~NativeReading(); // waits for the file that is being read
    NativeReading(const NativeReading&) = delete;
    NativeReading& operator=(const NativeReading&) = delete;

    void add(std::string name, std::string bytes, Date today);
    // Of the file that is being read nothing comes any more.
    void cancel();
    // RecordsRead for each file, in the order in which they were added, and Reading.
    std::vector<PlatformEvent> take_events();

private:
    struct File {
        std::string name;
        std::string bytes;
        Date today;
    };
    void run();

    std::function<void()> wake_;
    std::mutex mutex_; // of all below
    std::condition_variable changed_;
    std::deque<File> waiting_;
    std::vector<PlatformEvent> events_;
    std::uint64_t round_ = 0; // how often it was cancelled
    bool reads_ = false;
    bool ends_ = false;
    std::thread thread_;
};

}
