#pragma once

#include "core/base/random.hpp"
#include "core/team/bucket.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

// A team's bucket and the way there, without a server: time is a number, chance is seeded. What goes wrong on the way is asked for.
namespace middleground::test {

// Of a hundred messages, each way.
struct Faults {
    int dropped = 0;
    int repeated = 0;
    int late = 0;               // by up to latest_ms, and so behind what was said after it
    std::int64_t latest_ms = 0;
    int ms = 5;                 // that every message takes
};

// What a server of NATS does with the orders of team/bucket.hpp.
class BucketDouble {
public:
    struct Held {
        std::string bytes;
        std::uint64_t revision = 0;
        bool removed = false;
    };

    static constexpr std::size_t unlimited = std::size_t{1} << 30;
    std::size_t most_bytes = unlimited; // of all values: then it is full
    std::map<std::string, Held> values;
    std::uint64_t last_revision = 0;
    std::uint64_t puts = 0;
    std::uint64_t bytes_in = 0;

    // The answer, and what all are told.
    struct Done {
        std::optional<team::Told> answer;
        std::optional<team::Value> news;
        std::optional<team::Heard> said;
    };
    Done take(const team::Order& order);
    // As a server that is not honest, or has lost something.
    void set(const std::string& key, std::string bytes);
    void lose(const std::string& key) { values.erase(key); }

private:
    std::optional<team::Told> refused(std::uint64_t order, const std::string& key, std::uint64_t revision) const;
};

// Connections of several clients to one bucket.
class Wire {
public:
    Wire(BucketDouble& bucket, std::size_t clients, std::uint64_t seed) : bucket_(bucket), ends_(clients), random_(seed) {}

    Faults faults;
    std::uint64_t messages = 0; // that arrived, both ways
    std::uint64_t bytes = 0;

    void connect(std::size_t client);
    // What is on its way is lost, also the answer to what has just been done.
    void cut(std::size_t client);
    bool is_connected(std::size_t client) const { return ends_[client].connection != 0; }

    void ask(std::size_t client, std::vector<team::Order> orders, std::int64_t now_ms);
    // What has arrived by now, in the order of its arrival.
    std::vector<team::Told> arrived(std::size_t client, std::int64_t now_ms);
    bool is_quiet() const;

private:
    template <class Message>
    struct OnTheWay {
        std::int64_t at_ms;
        std::uint64_t number; // among those of one moment
        std::uint64_t connection;
        Message message;
    };
    struct End {
        std::uint64_t connection = 0; // 0: none
        std::vector<OnTheWay<team::Told>> coming;
        std::vector<OnTheWay<team::Order>> going;
    };

    template <class Message>
    void post(std::vector<OnTheWay<Message>>& way, const Message& message, std::uint64_t connection, std::int64_t now_ms, bool may_fail);
    void serve(std::int64_t now_ms);
    bool chance(int of_a_hundred) { return of_a_hundred > 0 && static_cast<int>(random_.below(100)) < of_a_hundred; }

    BucketDouble& bucket_;
    std::vector<End> ends_;
    Random random_;
    std::uint64_t last_connection_ = 0;
    std::uint64_t last_number_ = 0;
    std::int64_t now_ms_ = 0;
};

}
