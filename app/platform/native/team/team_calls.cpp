// What libnats calls back, in threads of its own.
#include "app/platform/native/team/team_calls.hpp"
#include "app/platform/native/team/team_status.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace middleground {

namespace {

constexpr int most_tries = 20;
constexpr int most_settling = 5;

}

void TeamLine::Calls::closed(natsConnection*, void* line) {
    static_cast<TeamLine*>(line)->listener_.fail({TeamTrouble::lost, {}});
}

void TeamLine::Calls::problem(natsConnection* connection, natsSubscription*, natsStatus status, void* line) {
    if (status != NATS_NOT_PERMITTED) return; // libnats mends it, or the connection ends
    const char* said = nullptr;
    natsConnection_GetLastError(connection, &said);
    static_cast<TeamLine*>(line)->take_refusal(said ? said : "");
}

void TeamLine::Calls::value(natsConnection*, natsSubscription*, natsMsg* message, void* line) {
    static_cast<TeamLine*>(line)->take_value(message);
    natsMsg_Destroy(message);
}

void TeamLine::Calls::heard(natsConnection*, natsSubscription*, natsMsg* message, void* line) {
    static_cast<TeamLine*>(line)->listener_.tell(team::Heard{bytes_of(message)});
    natsMsg_Destroy(message);
}

void TeamLine::Calls::answer(jsCtx*, natsMsg* message, jsPubAck* stored, jsPubAckErr* error, void* line) {
    static_cast<TeamLine*>(line)->take_answer(message, stored ? &stored->Sequence : nullptr, error ? error->Err : NATS_OK, error ? error->ErrCode : 0,
                                              error ? error->ErrText : nullptr);
    natsMsg_Destroy(message);
}

// The last that was written may have been taken out of the stream by hand: then it never comes as far.
void TeamLine::settle() {
    settled_ = is_at_end_ ? settled_ + 1 : 0;
    if (settled_ > most_settling) become_caught_up();
}

void TeamLine::become_caught_up() {
    if (!caught_up_.exchange(true)) listener_.tell(team::CaughtUp{});
}

void TeamLine::take_value(natsMsg* message) {
    jsMsgMetaData* about = nullptr;
    if (natsMsg_GetMetaData(&about, message) != NATS_OK) return;
    reached(about->Sequence.Stream);
    const std::string_view subject = natsMsg_GetSubject(message);
    const bool removed = is_removal(message);
    const auto start = subject_of({}).size();
    if (subject.size() > start) listener_.tell(team::Value{std::string(subject.substr(start)), removed ? std::string() : bytes_of(message), about->Sequence.Stream, removed});
    is_at_end_ = about->NumPending == 0;
    if (is_at_end_ && about->Sequence.Stream >= goal_) become_caught_up();
    jsMsgMetaData_Destroy(about);
}

void TeamLine::failed(TeamJob job, TeamFailure failure) {
    if (failure.trouble == TeamTrouble::slow || failure.trouble == TeamTrouble::lost) {
        listener_.fail(std::move(failure)); // only what the bucket then holds says whether it was done
    } else if (failure.trouble == TeamTrouble::no_part && job.tries < most_tries) {
        ++job.tries; // nobody has heard it, as while a leader is chosen
        listener_.again(std::move(job));
    } else {
        listener_.tell(team::Refused{order_number(job.order), team_error(failure.trouble, addresses(address_.server), failure.said)});
    }
}

void TeamLine::take_answer(natsMsg* message, const std::uint64_t* stored, int error, int code, const char* text) {
    TeamJob job;
    {
        const std::lock_guard lock(mutex_);
        const auto found = asked_.find(message);
        if (found == asked_.end()) return;
        job = std::move(found->second);
        asked_.erase(found);
    }
    const auto number = order_number(job.order);
    if (stored) {
        reached(*stored);
        listener_.tell(team::Stored{number, *stored});
    } else if (code == JSStreamWrongLastSequenceErr) {
        const auto* put = std::get_if<team::Put>(&job.order);
        if (put && put->revision == 0) {
            job.finds_removed = true;
            listener_.again(std::move(job));
        } else {
            listener_.tell(team::Stale{number});
        }
    } else {
        auto failure = failure_of(error, code, TeamTrouble::other);
        if (text && *text) failure.said = text;
        failed(std::move(job), std::move(failure));
    }
}

// A right that is missing: of one key, or of all.
void TeamLine::take_refusal(const std::string& said) {
    const auto begin = said.find('"');
    const auto subject = begin == std::string::npos ? std::string() : said.substr(begin + 1, said.find('"', begin + 1) - begin - 1);
    std::vector<std::uint64_t> numbers;
    if (subject.starts_with(subject_of({}))) {
        const std::lock_guard lock(mutex_);
        for (auto one = asked_.begin(); one != asked_.end();) {
            const bool is_meant = subject == subject_of(order_key(one->second.order));
            if (is_meant) numbers.push_back(order_number(one->second.order));
            one = is_meant ? asked_.erase(one) : std::next(one);
        }
    } else {
        listener_.fail({TeamTrouble::no_rights, said});
    }
    for (const auto number : numbers) {
        listener_.tell(team::Refused{number, team_error(TeamTrouble::no_rights, addresses(address_.server), said)});
    }
}

}
