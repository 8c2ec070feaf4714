#include "core/report/json/state_json.hpp"

#include "core/analysis/names.hpp"
#include "core/files/json_state.hpp"
#include "core/report/json/json_numbers.hpp"

namespace middleground {

namespace {

using io::append;
using io::Json;

template <typename Tag>
Json ids_of(const std::vector<Id<Tag>>& ids) {
    auto list = Json::array();
    for (const auto& id : ids) {
        list.push_back(id.text);
    }
    return list;
}

// {"stakeholder": "k3..."}: the kind is the name.
struct SubjectWriter {
    Json& object;

    void operator()(const StakeholderId& id) const { append(object, "stakeholder", id.text); }
    void operator()(const CommitmentId& id) const { append(object, "commitment", id.text); }
    void operator()(const InteractionId& id) const { append(object, "interaction", id.text); }
    void operator()(const ConcernId& id) const { append(object, "concern", id.text); }
    void operator()(const PromiseId& id) const { append(object, "promise", id.text); }
    void operator()(Function function) const { append(object, "function", std::string(key_of(function))); }
};

Json subject_to_json(const Subject& subject) {
    auto object = Json::object();
    std::visit(SubjectWriter{object}, subject);
    return object;
}

Json evidence_to_json(const std::vector<Evidence>& evidence) {
    auto list = Json::array();
    for (const auto& one : evidence) {
        auto object = subject_to_json(one.subject);
        if (one.on) append(object, "on", one.on->iso());
        list.push_back(std::move(object));
    }
    return list;
}

Json consensus_to_json(const Consensus& consensus) {
    auto people = Json::array();
    for (const auto& person : consensus.people) {
        auto object = Json::object();
        append(object, "stakeholder", person.id.text);
        append(object, "stated", rounded(person.stated));
        append(object, "opinion", rounded(person.opinion));
        append(object, "would_agree", person.would_agree);
        append(object, "gain", rounded(person.gain));
        append(object, "gain_agree", person.gain_agree);
        append(object, "heard", person.heard);
        people.push_back(std::move(object));
    }
    auto functions = Json::array();
    for (const auto function : consensus.never_heard) {
        functions.push_back(std::string(key_of(function)));
    }
    auto conflicts = Json::array();
    for (const auto& conflict : consensus.conflicts) {
        conflicts.push_back(Json::array({conflict.first.text, conflict.second.text}));
    }
    auto object = Json::object();
    append(object, "index", rounded(consensus.index));
    append(object, "would_agree", consensus.would_agree);
    append(object, "of", consensus.of);
    append(object, "unnamed", consensus.unnamed);
    append(object, "reached", consensus.reached);
    append(object, "never_heard_functions", std::move(functions));
    append(object, "conflicts", std::move(conflicts));
    append(object, "people", std::move(people));
    return object;
}

Json balance_to_json(const Balance& balance) {
    auto signals = Json::array();
    for (const auto& signal : balance.signals) {
        auto object = Json::object();
        append(object, "id", std::string(signal.id));
        append(object, "kind", std::string(key_of(signal.side)));
        append(object, "points", rounded(signal.points));
        append(object, "stakeholders", ids_of(signal.people));
        append(object, "evidence", evidence_to_json(signal.evidence));
        append(object, "why", signal.why);
        append(object, "remedy", signal.remedy);
        signals.push_back(std::move(object));
    }
    auto people = Json::array();
    for (const auto& person : balance.people) {
        auto object = Json::object();
        append(object, "stakeholder", person.id.text);
        append(object, "push", rounded(person.score.push));
        append(object, "passivity", rounded(person.score.passive));
        people.push_back(std::move(object));
    }
    auto object = Json::object();
    append(object, "push", rounded(balance.score.push));
    append(object, "passivity", rounded(balance.score.passive));
    append(object, "needle", rounded(balance.score.needle()));
    append(object, "middle_ground", balance.score.is_middle_ground());
    append(object, "signals", std::move(signals));
    append(object, "people", std::move(people));
    return object;
}

Json next_to_json(const NextAsks& asks) {
    auto list = Json::array();
    for (const auto& ask : asks.list) {
        auto object = Json::object();
        append(object, "action", std::string(key_of(ask.action)));
        append(object, "class", std::string(key_of(ask.order)));
        if (!ask.commitment.empty()) append(object, "commitment", ask.commitment.text);
        if (!ask.concern.empty()) append(object, "concern", ask.concern.text);
        if (!ask.promise.empty()) append(object, "promise", ask.promise.text);
        if (!ask.interaction.empty()) append(object, "interaction", ask.interaction.text);
        if (ask.day) append(object, "day", ask.day->iso());
        append(object, "stakeholders", ids_of(ask.whom));
        append(object, "title", ask.title);
        append(object, "why", ask.why);
        append(object, "offer", ask.offer);
        append(object, "wording", ask.wording);
        append(object, "avoid", ask.avoid);
        append(object, "score", rounded(ask.score));
        append(object, "gain", rounded(ask.gain));
        append(object, "evidence", evidence_to_json(ask.evidence));
        list.push_back(std::move(object));
    }
    return list;
}

Json findings_to_json(const std::vector<Finding>& findings) {
    auto list = Json::array();
    for (const auto& finding : findings) {
        auto about = Json::array();
        for (const auto& subject : finding.about) {
            about.push_back(subject_to_json(subject));
        }
        auto object = Json::object();
        append(object, "id", std::string(finding.id));
        append(object, "severity", std::string(key_of(finding.severity)));
        append(object, "about", std::move(about));
        append(object, "what", finding.what);
        append(object, "why", finding.why);
        append(object, "remedy", finding.remedy);
        list.push_back(std::move(object));
    }
    return list;
}

}

std::string write_state(const Deal& deal, const Assessment& assessment, Date today) {
    auto state = io::state_to_json(deal, today);
    append(state, "consensus", consensus_to_json(assessment.consensus));
    append(state, "balance", balance_to_json(assessment.balance));
    append(state, "next", next_to_json(assessment.next));
    if (assessment.next.list.empty()) append(state, "nothing_because", assessment.next.nothing_because);
    append(state, "findings", findings_to_json(assessment.findings));
    return write_json(state, io::JsonLayout::indented);
}

}
