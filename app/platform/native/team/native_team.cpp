#include "app/platform/native/team/native_team.hpp"

#include "app/platform/native/native_hold.hpp"
#include "app/platform/native/team/team_line.hpp"
#include "app/platform/native/team/team_status.hpp"

#include <nats/nats.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>

namespace middleground {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto shortest_pause = std::chrono::milliseconds(500);
constexpr int quick_tries = 10; // a new leader is chosen within seconds
constexpr auto longest_quick_pause = std::chrono::milliseconds(4000);
constexpr auto longest_pause = std::chrono::milliseconds(30000);
constexpr auto before_again = std::chrono::milliseconds(250); // an order that nobody heard
constexpr auto before_settling = std::chrono::seconds(1);
constexpr auto before_look = std::chrono::seconds(2);         // whether the other program has gone
constexpr auto at_the_end = std::chrono::seconds(2);
constexpr std::size_t lines_kept = 8; // the last calls of libnats for one that has ended come within moments, not minutes

struct Waiting {
    TeamJob job;
    Clock::time_point when;
};

// What the thread does. It has its own share in this: where it waits for a server that does not answer, the program does not wait for it at its end.
class TeamThread : public std::enable_shared_from_this<TeamThread> {
public:
    TeamThread(std::filesystem::path folder, std::function<void()> wake) : folder_(std::move(folder)), wake_(std::move(wake)) {}

    void open(const TeamAddress& address);
    void close();
    void ask(std::vector<team::Order> orders);
    std::vector<PlatformEvent> take_events() {
        const std::lock_guard lock(mutex_);
        return std::exchange(events_, {});
    }
    void end();

private:
    using Lock = std::unique_lock<std::mutex>;
    void run();
    bool wait_for_hold(Lock& lock);
    std::optional<bool> use_line(Lock& lock, int tries); // whether it was connected; nothing: something else is wanted meanwhile
    void serve(Lock& lock, TeamLine& line);
    TeamListener listener(std::uint64_t round);
    void tell(std::uint64_t round, PlatformEvent event);
    bool is_over(std::uint64_t round) const { return ends_ || round != round_; }

    const std::filesystem::path folder_;
    const std::function<void()> wake_;
    std::deque<std::unique_ptr<TeamLine>> lines_; // the thread's
    std::unique_ptr<StorageHold> hold_;           // likewise
    std::minstd_rand chance_{std::random_device{}()};
    std::mutex mutex_; // of all below
    std::condition_variable changed_;
    std::optional<TeamAddress> address_;
    std::deque<Waiting> jobs_;
    std::deque<Waiting> last_jobs_; // of what was closed: a goodbye still goes out, its answer is not waited for
    std::vector<PlatformEvent> events_;
    std::uint64_t round_ = 0; // of openings and closings, and of connections
    std::optional<TeamFailure> failure_;
    bool is_up_ = false;
    bool ends_ = false;
    bool has_ended_ = false;
    std::thread thread_;
};

void TeamThread::end() {
    Lock lock(mutex_);
    ends_ = true;
    ++round_;
    last_jobs_ = std::exchange(jobs_, {});
    changed_.notify_all();
    if (!thread_.joinable()) return;
    if (!changed_.wait_for(lock, at_the_end, [this] { return has_ended_; })) {
        static auto* const left = new std::vector<std::shared_ptr<TeamThread>>; // libnats may still call it: until the program is gone
        left->push_back(shared_from_this());
        thread_.detach();
        return;
    }
    lock.unlock();
    thread_.join();
    nats_CloseAndWait(std::chrono::milliseconds(at_the_end).count()); // its threads call nothing of this any more
}

void TeamThread::open(const TeamAddress& address) {
    {
        const std::lock_guard lock(mutex_);
        address_ = address;
        ++round_;
        jobs_.clear();
        last_jobs_.clear();
        events_.clear();
        is_up_ = false;
        if (!thread_.joinable()) thread_ = std::thread([self = shared_from_this()] { self->run(); });
    }
    changed_.notify_all();
}

void TeamThread::close() {
    {
        const std::lock_guard lock(mutex_);
        address_.reset();
        ++round_;
        last_jobs_ = std::exchange(jobs_, {});
        events_.clear();
        is_up_ = false;
    }
    changed_.notify_all();
}

void TeamThread::ask(std::vector<team::Order> orders) {
    {
        const std::lock_guard lock(mutex_);
        for (auto& order : orders) {
            if (is_up_) {
                jobs_.push_back({{std::move(order)}, {}});
            } else if (!std::holds_alternative<team::Say>(order)) {
                const auto where = address_ ? addresses(address_->server) : std::string();
                events_.emplace_back(event::TeamTold{team::Refused{order_number(order), team_error(TeamTrouble::lost, where, {})}});
            }
        }
    }
    changed_.notify_all();
    wake_(); // what was refused at once is an event, too
}

// From any thread.
void TeamThread::tell(std::uint64_t round, PlatformEvent event) {
    {
        const std::lock_guard lock(mutex_);
        if (is_over(round)) return;
        if (const auto* told = std::get_if<event::TeamTold>(&event); told && std::holds_alternative<team::Up>(told->told)) is_up_ = true;
        events_.push_back(std::move(event));
    }
    wake_();
}

TeamListener TeamThread::listener(std::uint64_t round) {
    return {[this, round](team::Told told) { tell(round, event::TeamTold{std::move(told)}); },
            [this, round](TeamFailure failure) {
                {
                    const std::lock_guard lock(mutex_);
                    if (is_over(round) || failure_) return; // the first says what it is
                    failure_ = std::move(failure);
                }
                changed_.notify_all();
            },
            [this, round](TeamJob job) {
                {
                    const std::lock_guard lock(mutex_);
                    if (is_over(round)) return;
                    const auto when = job.finds_removed ? Clock::time_point() : Clock::now() + before_again;
                    jobs_.push_back({std::move(job), when});
                }
                changed_.notify_all();
            }};
}

// False: what is wanted has changed meanwhile.
bool TeamThread::wait_for_hold(Lock& lock) {
    const auto round = round_;
    bool is_told = false;
    while (!is_over(round)) {
        if (!hold_) hold_ = hold_team(folder_);
        if (hold_) return true;
        if (!std::exchange(is_told, true)) {
            events_.emplace_back(event::TeamElsewhere{});
            wake_();
        }
        changed_.wait_for(lock, before_look, [&] { return is_over(round); });
    }
    return false;
}

// While it stands.
void TeamThread::serve(Lock& lock, TeamLine& line) {
    const auto round = round_;
    while (!is_over(round) && !failure_) {
        const auto now = Clock::now();
        const auto due = std::ranges::find_if(jobs_, [&](const Waiting& one) { return one.when <= now; });
        if (due != jobs_.end()) {
            auto job = std::move(due->job);
            jobs_.erase(due);
            lock.unlock();
            line.ask(std::move(job));
            lock.lock();
            continue;
        }
        auto until = Clock::now() + before_settling;
        for (const auto& one : jobs_) {
            until = std::min(until, one.when);
        }
        if (line.is_caught_up() && jobs_.empty()) {
            changed_.wait(lock);
        } else if (changed_.wait_until(lock, until) == std::cv_status::timeout && jobs_.empty()) {
            lock.unlock();
            line.settle();
            lock.lock();
        }
    }
}

std::optional<bool> TeamThread::use_line(Lock& lock, int tries) {
    const auto round = ++round_; // nothing of an earlier line is heard any more
    failure_.reset();
    lines_.push_back(std::make_unique<TeamLine>(*address_, listener(round)));
    auto& line = *lines_.back();
    const auto where = addresses(address_->server);
    lock.unlock();
    auto failure = line.connect();
    lock.lock();
    if (failure && !failure_) failure_ = std::move(failure);
    serve(lock, line);
    is_up_ = false;
    jobs_.clear();
    const bool is_meant = !is_over(round);
    const auto why = failure_.value_or(TeamFailure{TeamTrouble::lost, {}});
    const bool was_connected = line.is_caught_up();
    const auto after = is_meant ? ++round_ : round;
    auto last = std::exchange(last_jobs_, {});
    lock.unlock();
    for (auto& one : last) {
        line.ask_last(std::move(one.job));
    }
    line.end();
    lock.lock();
    if (lines_.size() > lines_kept) lines_.pop_front();
    if (is_over(after)) return std::nullopt;
    const bool for_good = is_for_good(why.trouble, was_connected ? 1 : tries);
    events_.emplace_back(event::TeamTold{team::Down{team_error(why.trouble, where, why.said), for_good}});
    if (for_good) address_.reset();
    wake_();
    return was_connected;
}

void TeamThread::run() {
    Lock lock(mutex_);
    int tries = 0;
    while (!ends_) {
        if (!address_) {
            hold_.reset();
            tries = 0;
            changed_.wait(lock, [this] { return ends_ || address_; });
            continue;
        }
        if (!wait_for_hold(lock)) continue;
        const auto was_connected = use_line(lock, tries + 1);
        if (!was_connected) {
            tries = 0;
            continue;
        }
        tries = *was_connected ? 1 : tries + 1;
        const auto round = round_;
        const auto longest = tries <= quick_tries ? longest_quick_pause : longest_pause;
        auto pause = std::min(longest, shortest_pause * (1 << std::min(tries - 1, 10)));
        pause = pause * std::uniform_int_distribution(75, 125)(chance_) / 100; // not everybody at once, when a server is there again
        changed_.wait_for(lock, pause, [&] { return is_over(round) || !address_; });
    }
    hold_.reset();
    has_ended_ = true;
    changed_.notify_all();
}

class LibnatsTeam final : public NativeTeam {
public:
    LibnatsTeam(std::filesystem::path folder, std::function<void()> wake) : thread_(std::make_shared<TeamThread>(std::move(folder), std::move(wake))) {}
    ~LibnatsTeam() override { thread_->end(); }

    void open(const TeamAddress& address) override { thread_->open(address); }
    void close() override { thread_->close(); }
    void ask(std::vector<team::Order> orders) override { thread_->ask(std::move(orders)); }
    std::vector<PlatformEvent> take_events() override { return thread_->take_events(); }

private:
    std::shared_ptr<TeamThread> thread_;
};

}

std::unique_ptr<NativeTeam> native_team(std::filesystem::path folder, std::function<void()> wake) {
    return std::make_unique<LibnatsTeam>(std::move(folder), std::move(wake));
}

}
