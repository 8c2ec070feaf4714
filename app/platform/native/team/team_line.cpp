#include "app/platform/native/team/team_line.hpp"

#include "app/platform/native/team/team_calls.hpp"
#include "app/platform/native/team/team_status.hpp"
#include "app/platform/team_inbox.hpp"

#include <nats/nats.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace middleground {

namespace {

constexpr std::int64_t patience_ms = 5000; // until what was put is known to be stored
constexpr std::int64_t begin_ms = 2500;    // for other answers of the server
constexpr std::int64_t connect_ms = 3000;  // for each address
constexpr std::int64_t goodbye_ms = 500;
constexpr std::int64_t ping_ms = 20000;
constexpr int most_alone = 20; // tries of one put, while others are stored
constexpr int longer_ms = 25;  // by so much at most from try to try
constexpr std::int64_t heartbeat_ns = 2'000'000'000; // of the server, where nothing changes; without two of them libnats begins anew where it was

template <typename T, void (*destroy)(T*)>
struct Destroyer {
    void operator()(T* one) const { destroy(one); }
};
using Options = std::unique_ptr<natsOptions, Destroyer<natsOptions, natsOptions_Destroy>>;
using Acknowledged = std::unique_ptr<jsPubAck, Destroyer<jsPubAck, jsPubAck_Destroy>>;
using Info = std::unique_ptr<jsStreamInfo, Destroyer<jsStreamInfo, jsStreamInfo_Destroy>>;
using Message = std::unique_ptr<natsMsg, Destroyer<natsMsg, natsMsg_Destroy>>;

// `bytes` null: a mark that it was removed.
natsStatus make_message(natsMsg** made, const std::string& subject, const std::string* bytes) {
    const auto status = natsMsg_Create(made, subject.c_str(), nullptr, bytes ? bytes->data() : nullptr, bytes ? static_cast<int>(bytes->size()) : 0);
    return status == NATS_OK && !bytes ? natsMsgHeader_Set(*made, "KV-Operation", "DEL") : status;
}

}

std::optional<TeamFailure> TeamLine::open_connection() {
    natsOptions* made = nullptr;
    auto status = natsOptions_Create(&made);
    const Options options(made);
    std::vector<const char*> servers;
    for (const auto& address : address_.server.nats) {
        servers.push_back(address.c_str());
    }
    if (servers.empty()) return TeamFailure{TeamTrouble::nobody, "the team names no address for the desktop program"};
    const bool is_secure = std::ranges::any_of(address_.server.nats, [](const std::string& one) { return one.starts_with("tls://"); });
    const auto inbox = team_inbox(address_.login.user);
    const auto also = [&](natsStatus next) { status = status == NATS_OK ? next : status; };
    also(natsOptions_SetServers(made, servers.data(), static_cast<int>(servers.size())));
    if (!address_.login.user.empty()) also(natsOptions_SetUserInfo(made, address_.login.user.c_str(), address_.login.password.c_str()));
    if (is_secure) also(natsOptions_SetSecure(made, true));
    also(natsOptions_SetName(made, "Middleground"));
    also(natsOptions_SetCustomInboxPrefix(made, inbox.c_str()));
    also(natsOptions_SetNoEcho(made, true));          // what this says is for others
    also(natsOptions_SetAllowReconnect(made, false)); // all that the bucket holds is told again then: see NativeTeam
    also(natsOptions_SetTimeout(made, connect_ms));
    also(natsOptions_SetPingInterval(made, ping_ms));
    also(natsOptions_SetMaxPingsOut(made, 2));
    also(natsOptions_SetClosedCB(made, Calls::closed, this));
    also(natsOptions_SetErrorHandler(made, Calls::problem, this));
    if (status == NATS_OK) status = natsConnection_Connect(&connection_, made);
    if (status == NATS_OK) return std::nullopt;
    return failure_of(status, 0, TeamTrouble::nobody);
}

std::optional<TeamFailure> TeamLine::open_bucket() {
    jsOptions options;
    jsOptions_Init(&options);
    options.Wait = begin_ms;
    options.PublishAsync.AckHandler = Calls::answer;
    options.PublishAsync.AckHandlerClosure = this;
    options.PublishAsync.MaxPending = 1 << 20; // never stands still
    auto status = natsConnection_JetStream(&stream_context_, connection_, &options);
    if (status != NATS_OK) return failure_of(status, 0, TeamTrouble::other);
    const auto& server = address_.server;
    jsErrCode code{};
    // Twice: somebody else may make it at the same moment.
    for (int tries = 0; tries < 2; ++tries) {
        jsStreamInfo* info = nullptr;
        status = js_GetStreamInfo(&info, stream_context_, stream().c_str(), nullptr, &code);
        jsStreamInfo_Destroy(info);
        if (code != JSStreamNotFoundErr) break;
        kvConfig wanted;
        kvConfig_Init(&wanted);
        wanted.Bucket = server.bucket.c_str();
        wanted.History = 1;
        wanted.Replicas = server.replicas;
        kvStore* store = nullptr;
        status = js_CreateKeyValue(&store, stream_context_, &wanted);
        kvStore_Destroy(store);
        if (status == NATS_OK) break;
    }
    if (status == NATS_OK) return std::nullopt;
    return failure_of(status, code, TeamTrouble::other);
}

std::optional<TeamFailure> TeamLine::find_goal() {
    natsMsg* found = nullptr;
    jsErrCode code{};
    const auto status = js_GetLastMsg(&found, stream_context_, stream().c_str(), subject_of(">").c_str(), nullptr, &code);
    const Message last(found);
    if (status == NATS_OK) goal_ = natsMsg_GetSequence(found);
    if (status == NATS_OK || code == JSNoMessageFoundErr) return std::nullopt;
    return failure_of(status, code, TeamTrouble::other);
}

std::optional<TeamFailure> TeamLine::watch() {
    auto status = natsConnection_Subscribe(&heard_, connection_, here().c_str(), Calls::heard, this);
    if (status != NATS_OK) return failure_of(status, 0, TeamTrouble::other);
    listener_.tell(team::Up{});
    jsSubOptions options;
    jsSubOptions_Init(&options);
    const auto name = stream();
    options.Stream = name.c_str();
    options.Ordered = true;
    options.Config.DeliverPolicy = js_DeliverLastPerSubject;
    options.Config.Heartbeat = heartbeat_ns;
    jsErrCode code{};
    status = js_Subscribe(&values_, stream_context_, subject_of(">").c_str(), Calls::value, this, nullptr, &options, &code);
    if (status != NATS_OK) return failure_of(status, code, TeamTrouble::other);
    natsSubscription_SetPendingLimits(values_, -1, -1);
    jsConsumerInfo* info = nullptr;
    status = natsSubscription_GetConsumerInfo(&info, values_, nullptr, &code);
    if (status == NATS_OK && info->NumPending == 0 && info->Delivered.Consumer == 0) {
        is_at_end_ = true;
        if (goal_ == 0) become_caught_up();
    }
    jsConsumerInfo_Destroy(info);
    if (status != NATS_OK) return failure_of(status, code, TeamTrouble::other);
    return std::nullopt;
}

std::optional<TeamFailure> TeamLine::connect() {
    auto failure = open_connection();
    if (!failure) failure = open_bucket();
    if (!failure) failure = find_goal();
    if (!failure) failure = watch();
    return failure;
}

void TeamLine::ask_last(TeamJob job) {
    if (!caught_up_ || job.finds_removed || std::holds_alternative<team::Get>(job.order)) return;
    ask(std::move(job));
    natsConnection_FlushTimeout(connection_, goodbye_ms);
}

void TeamLine::end() {
    natsSubscription_Destroy(std::exchange(values_, nullptr));
    natsSubscription_Destroy(std::exchange(heard_, nullptr));
    jsCtx_Destroy(std::exchange(stream_context_, nullptr));
    natsConnection_Destroy(std::exchange(connection_, nullptr));
}

void TeamLine::ask(TeamJob job) {
    if (job.finds_removed) {
        find_removed(std::move(job));
    } else if (const auto* put = std::get_if<team::Put>(&job.order)) {
        const auto copy = *put;
        publish(std::move(job), copy.key, &copy.bytes, copy.revision);
    } else if (const auto* removal = std::get_if<team::Remove>(&job.order)) {
        const auto copy = *removal;
        if (copy.revision == 0) listener_.tell(team::Stale{copy.order}); // without a revision it would remove whatever is there
        else publish(std::move(job), copy.key, nullptr, copy.revision);
    } else if (const auto* get = std::get_if<team::Get>(&job.order)) {
        look(*get);
    } else if (const auto* say = std::get_if<team::Say>(&job.order)) {
        natsConnection_Publish(connection_, here().c_str(), say->bytes.data(), static_cast<int>(say->bytes.size()));
    }
}

void TeamLine::publish(TeamJob job, const std::string& key, const std::string* bytes, std::uint64_t revision) {
    if (address_.server.replicas > 1 && revision > 0) return publish_alone(std::move(job), key, bytes, revision);
    natsMsg* message = nullptr;
    auto status = make_message(&message, subject_of(key), bytes);
    jsPubOptions options;
    jsPubOptions_Init(&options);
    options.MaxWait = patience_ms;
    options.ExpectLastSubjectSeq = revision;
    options.ExpectNoMessage = revision == 0;
    if (status == NATS_OK) {
        {
            const std::lock_guard lock(mutex_);
            asked_[message] = job; // before it is sent: the answer may be quicker
        }
        auto* sent = message;
        status = js_PublishMsgAsync(stream_context_, &sent, &options);
        if (status == NATS_OK) return;
        const std::lock_guard lock(mutex_);
        asked_.erase(message);
    }
    natsMsg_Destroy(message);
    failed(std::move(job), failure_of(status, 0, TeamTrouble::other));
}

void TeamLine::reached(std::uint64_t sequence) {
    if (sequence > last_) last_ = sequence;
}

// Several nodes of a nats-server before 2.9.21 (Debian's) take all that are put over one revision at once, and all but one of them are lost: they look at
// the key when a put comes, not when it is stored (its issue 4320). What they look at then is the stream's last sequence: so that has to be one at which the
// key had this revision. One after the other, as each moves it.
void TeamLine::publish_alone(TeamJob job, const std::string& key, const std::string* bytes, std::uint64_t revision) {
    const auto number = order_number(job.order);
    std::minstd_rand chance(std::random_device{}());
    for (int tries = 0;; ++tries) {
        natsMsg* made = nullptr;
        auto status = make_message(&made, subject_of(key), bytes);
        const Message message(made);
        jsPubOptions options;
        jsPubOptions_Init(&options);
        options.MaxWait = patience_ms;
        options.ExpectLastSubjectSeq = revision;
        options.ExpectLastSeq = std::max(last_.load(), revision);
        jsPubAck* answer = nullptr;
        jsErrCode code{};
        if (status == NATS_OK) status = js_PublishMsg(&answer, stream_context_, made, &options, &code);
        const Acknowledged stored(answer);
        if (status == NATS_OK) {
            reached(stored->Sequence);
            return listener_.tell(team::Stored{number, stored->Sequence});
        }
        if (code != JSStreamWrongLastSequenceErr) return failed(std::move(job), failure_of(status, code, TeamTrouble::other));
        if (tries == most_alone) return listener_.tell(team::Stale{number});
        std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(0, tries * longer_ms)(chance)));
        jsStreamInfo* told = nullptr;
        status = js_GetStreamInfo(&told, stream_context_, stream().c_str(), nullptr, &code);
        const Info info(told);
        natsMsg* found = nullptr;
        if (status == NATS_OK) status = js_GetLastMsg(&found, stream_context_, stream().c_str(), subject_of(key).c_str(), nullptr, &code);
        const Message held(found);
        if (status != NATS_OK && code != JSNoMessageFoundErr) return failed(std::move(job), failure_of(status, code, TeamTrouble::other));
        if (status != NATS_OK || natsMsg_GetSequence(found) != revision) return listener_.tell(team::Stale{number});
        last_ = info->State.LastSeq; // another key was put meanwhile
    }
}

// Of who leads the stream, never of one that is behind.
void TeamLine::look(const team::Get& get) {
    natsMsg* found = nullptr;
    jsErrCode code{};
    const auto status = js_GetLastMsg(&found, stream_context_, stream().c_str(), subject_of(get.key).c_str(), nullptr, &code);
    const Message held(found);
    if (status == NATS_OK) {
        const bool removed = is_removal(found);
        listener_.tell(team::Value{get.key, removed ? std::string() : bytes_of(found), natsMsg_GetSequence(found), removed});
    } else if (code == JSNoMessageFoundErr || status == NATS_NOT_FOUND) {
        listener_.tell(team::Value{get.key, {}, 0, true});
    } else {
        const auto failure = failure_of(status, code, TeamTrouble::other);
        listener_.tell(team::Refused{get.order, team_error(failure.trouble, addresses(address_.server), failure.said)});
    }
}

void TeamLine::find_removed(TeamJob job) {
    const auto put = std::get<team::Put>(job.order);
    natsMsg* found = nullptr;
    jsErrCode code{};
    const auto status = js_GetLastMsg(&found, stream_context_, stream().c_str(), subject_of(put.key).c_str(), nullptr, &code);
    const Message held(found);
    if (status != NATS_OK || !is_removal(found)) {
        listener_.tell(team::Stale{put.order});
        return;
    }
    const auto revision = natsMsg_GetSequence(found);
    job.finds_removed = false;
    std::get<team::Put>(job.order).revision = revision; // so that the next answer is the last
    publish(std::move(job), put.key, &put.bytes, revision);
}

}
