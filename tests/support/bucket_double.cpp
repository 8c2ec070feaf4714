#include "tests/support/bucket_double.hpp"

#include <algorithm>
#include <utility>

namespace middleground::test {

namespace {

template <class... Functions>
struct Each : Functions... {
    using Functions::operator()...;
};

std::size_t size_of(const team::Told& told) {
    if (const auto* value = std::get_if<team::Value>(&told)) return value->bytes.size() + value->key.size();
    if (const auto* heard = std::get_if<team::Heard>(&told)) return heard->bytes.size();
    return 16;
}

std::size_t size_of(const team::Order& order) {
    if (const auto* put = std::get_if<team::Put>(&order)) return put->bytes.size() + put->key.size();
    if (const auto* say = std::get_if<team::Say>(&order)) return say->bytes.size();
    return 40;
}

}

std::optional<team::Told> BucketDouble::refused(std::uint64_t order, const std::string& key, std::uint64_t revision) const {
    const auto found = values.find(key);
    const auto is_free = found == values.end() || found->second.removed;
    if (revision == 0 && is_free) return {};
    if (found == values.end() || found->second.revision != revision) return team::Stale{order};
    return {};
}

BucketDouble::Done BucketDouble::take(const team::Order& any) {
    static const std::map<std::string, Held> none;
    Done done;
    std::visit(Each{[&](const team::Put& put) {
                        ++puts;
                        bytes_in += put.bytes.size();
                        done.answer = refused(put.order, put.key, put.revision);
                        if (done.answer) return;
                        std::size_t held = put.bytes.size();
                        for (const auto& [key, value] : most_bytes < unlimited ? values : none) {
                            held += key == put.key ? 0 : value.bytes.size();
                        }
                        if (held > most_bytes) {
                            done.answer = team::Refused{put.order, {"the bucket is full", {}, "Ask whoever runs the server for more room."}};
                            return;
                        }
                        values[put.key] = {put.bytes, ++last_revision, false};
                        done.answer = team::Stored{put.order, last_revision};
                        done.news = team::Value{put.key, put.bytes, last_revision, false};
                    },
                    [&](const team::Get& get) {
                        const auto found = values.find(get.key);
                        done.answer = found == values.end()
                                          ? team::Value{get.key, {}, 0, true}
                                          : team::Value{get.key, found->second.bytes, found->second.revision, found->second.removed};
                    },
                    [&](const team::Remove& remove) {
                        done.answer = refused(remove.order, remove.key, remove.revision);
                        if (done.answer) return;
                        values[remove.key] = {{}, ++last_revision, true};
                        done.answer = team::Stored{remove.order, last_revision};
                        done.news = team::Value{remove.key, {}, last_revision, true};
                    },
                    [&](const team::Say& say) { done.said = team::Heard{say.bytes}; }},
               any);
    return done;
}

void BucketDouble::set(const std::string& key, std::string bytes) {
    values[key] = {std::move(bytes), ++last_revision, false};
}

template <class Message>
void Wire::post(std::vector<OnTheWay<Message>>& way, const Message& message, std::uint64_t connection, std::int64_t now_ms, bool may_fail) {
    if (may_fail && chance(faults.dropped)) return;
    const int times = may_fail && chance(faults.repeated) ? 2 : 1;
    for (int i = 0; i < times; ++i) {
        auto at = now_ms + faults.ms;
        if (may_fail && chance(faults.late)) at += random_.below(static_cast<std::uint32_t>(faults.latest_ms + 1));
        way.push_back({at, ++last_number_, connection, message});
    }
}

void Wire::connect(std::size_t client) {
    auto& end = ends_[client];
    end.coming.clear();
    end.connection = ++last_connection_;
    post(end.coming, team::Told(team::Up{}), end.connection, now_ms_, false);
    for (const auto& [key, held] : bucket_.values) {
        post(end.coming, team::Told(team::Value{key, held.bytes, held.revision, held.removed}), end.connection, now_ms_, true);
    }
    post(end.coming, team::Told(team::CaughtUp{}), end.connection, now_ms_, false);
}

void Wire::cut(std::size_t client) {
    auto& end = ends_[client];
    if (end.connection == 0) return;
    end.connection = 0;
    end.coming.clear(); // what goes there may still arrive
    post(end.coming, team::Told(team::Down{{"The connection to the team's server is lost", {}, {}}, false}), 0, now_ms_, false);
}

void Wire::ask(std::size_t client, std::vector<team::Order> orders, std::int64_t now_ms) {
    now_ms_ = now_ms;
    auto& end = ends_[client];
    if (end.connection == 0) return;
    for (const auto& order : orders) {
        post(end.going, order, end.connection, now_ms, true);
    }
}

void Wire::serve(std::int64_t now_ms) {
    struct Due {
        std::int64_t at_ms;
        std::uint64_t number;
        std::size_t client;
        std::uint64_t connection;
        team::Order order;
    };
    std::vector<Due> due;
    for (std::size_t client = 0; client < ends_.size(); ++client) {
        auto& going = ends_[client].going;
        for (auto& one : going) {
            if (one.at_ms <= now_ms) due.push_back({one.at_ms, one.number, client, one.connection, std::move(one.message)});
        }
        std::erase_if(going, [&](const auto& one) { return one.at_ms <= now_ms; });
    }
    std::ranges::sort(due, [](const Due& a, const Due& b) { return std::pair(a.at_ms, a.number) < std::pair(b.at_ms, b.number); });
    for (const auto& one : due) {
        ++messages;
        bytes += size_of(one.order);
        const auto done = bucket_.take(one.order);
        auto& end = ends_[one.client];
        if (done.answer && end.connection == one.connection) post(end.coming, *done.answer, end.connection, one.at_ms, true);
        for (std::size_t client = 0; client < ends_.size(); ++client) {
            auto& other = ends_[client];
            if (other.connection == 0) continue;
            if (done.news) post(other.coming, team::Told(*done.news), other.connection, one.at_ms, true);
            if (done.said) post(other.coming, team::Told(*done.said), other.connection, one.at_ms, true);
        }
    }
}

std::vector<team::Told> Wire::arrived(std::size_t client, std::int64_t now_ms) {
    now_ms_ = now_ms;
    serve(now_ms);
    auto& coming = ends_[client].coming;
    std::ranges::sort(coming, [](const auto& a, const auto& b) { return std::pair(a.at_ms, a.number) < std::pair(b.at_ms, b.number); });
    std::vector<team::Told> told;
    while (!coming.empty() && coming.front().at_ms <= now_ms) {
        ++messages;
        bytes += size_of(coming.front().message);
        told.push_back(std::move(coming.front().message));
        coming.erase(coming.begin());
    }
    return told;
}

bool Wire::is_quiet() const {
    return std::ranges::all_of(ends_, [](const End& end) { return end.coming.empty() && end.going.empty(); });
}

}
