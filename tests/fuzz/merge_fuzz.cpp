// Three copies of a deal, by the first byte:
//   J  as files, with a NUL between them
//   E  by edits: three bytes each, for the base up to the first FF, for mine up to the second, for theirs up to the third
// What is left chooses. The merged deal obeys the rules or an error says why not; a deal merged with itself is the same, and one that only
// one side changed is that side's.

#include "core/files/json.hpp"
#include "core/model/edit/edit.hpp"
#include "core/merge/merge.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/fuzz/require.hpp"

#include <set>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

const Date today = Date::from_days(20634);

struct Bytes {
    std::string_view left;

    std::uint32_t next() {
        if (left.empty()) return 0;
        const auto byte = static_cast<unsigned char>(left.front());
        left.remove_prefix(1);
        return byte;
    }
};

// A few of each kind, so that edits meet.
std::string id_text(char kind, std::uint32_t number) {
    return std::string(1, kind) + "0000" + std::string(1, static_cast<char>('0' + number % 5));
}
std::string words(std::uint32_t number) {
    return number % 4 == 0 ? std::string() : "Word " + std::to_string(number % 7);
}

Edit edit_of(std::uint32_t kind, std::uint32_t what, std::uint32_t how) {
    const StakeholderId person{id_text('p', what)};
    const StakeholderId other{id_text('p', how)};
    const CommitmentId commitment{id_text('c', what)};
    const CommitmentId later{id_text('c', how)};
    const InteractionId interaction{id_text('m', what)};
    const ConcernId concern{id_text('w', what)};
    const PromiseId promise{id_text('r', what)};
    const auto day = today - static_cast<std::int32_t>(how % 20);
    switch (kind % 18) {
    case 0: {
        edit::SetDeal set;
        set.title = words(how);
        if (what % 3 == 0) set.notes = words(what);
        if (what % 5 == 0) set.opened = day;
        return set;
    }
    case 1:
        return edit::SetTarget{{day, today + static_cast<std::int32_t>(what), {}, words(how)}};
    case 2:
        return edit::SetOutcome{how % 2 == 0 ? Outcome(Won{day}) : Outcome(NoDecision{day, words(what)})};
    case 3:
        return edit::SetAlternatives{{{words(what), {}, words(how), {}}, {words(how), {}, {}, {}}}};
    case 4: {
        Stakeholder put{.id = person, .created = today, .name = words(how)};
        put.influence = static_cast<int>(how % 101);
        return edit::PutStakeholder{put};
    }
    case 5:
        return edit::RemoveStakeholder{person};
    case 6:
        return edit::SetStance{person, {day, static_cast<Stance>(how % 6), words(how)}};
    case 7:
        return edit::SetInfluence{person, other, static_cast<int>(how * 4 % 1000), today};
    case 8: {
        Commitment put{.id = commitment, .created = today, .title = words(how), .decides = how % 7 == 0};
        if (how % 3 == 0) put.prerequisites = {later};
        if (how % 2 == 0) put.people = {other};
        if (how % 5 == 0) put.value_offered = {{other, words(how), {}}};
        return edit::PutCommitment{put};
    }
    case 9:
        return edit::RemoveCommitment{commitment};
    case 10:
        return edit::MoveCommitment{commitment, static_cast<int>(how % 5)};
    case 11:
        return edit::AddCommitmentEvent{
            commitment, {static_cast<CommitmentEventKind>(how % 10), today - static_cast<std::int32_t>(what % 9), {}, {}, words(how), {}}};
    case 12: {
        Interaction put{.id = interaction, .created = today, .on = day, .people = {other}, .summary = words(how)};
        if (how % 3 == 0) put.asks = {later};
        if (how % 4 == 0) put.next = NextStep{later, {}, {}};
        return edit::PutInteraction{put, {}};
    }
    case 13:
        return edit::RemoveInteraction{interaction};
    case 14:
        return edit::PutConcern{{concern, today, other, words(what + how), {{ConcernEventKind::raised, day, {}}}, {}}};
    case 15:
        return edit::AddConcernEvent{concern, {static_cast<ConcernEventKind>(how % 4), day, {}}};
    case 16:
        return edit::PutPromise{{promise, today, other, words(how), day, {{PromiseEventKind::made, day, {}}}, {}}};
    default:
        return how % 2 == 0 ? Edit(edit::RemoveConcern{concern}) : Edit(edit::RemovePromise{promise});
    }
}

Deal edited(Deal deal, Bytes& bytes) {
    constexpr std::uint32_t end = 0xff;
    while (!bytes.left.empty()) {
        const auto kind = bytes.next();
        if (kind == end) break;
        const auto what = bytes.next();
        if (auto next = apply(deal, edit_of(kind, what, bytes.next()), today)) deal = std::move(*next);
    }
    return deal;
}

void check_merge(const MergeInput& input, Bytes bytes) {
    const auto question = merge(input);
    std::set<MergePlace> places;
    std::vector<MergeChoice> choices;
    for (const auto& conflict : question.conflicts) {
        require(places.insert(conflict.place).second, "a question is asked once");
        require(conflict.choices.size() >= 2, "a question has two answers");
        choices.push_back({conflict.choices[bytes.next() % conflict.choices.size()], id_text('z', bytes.next())});
    }
    const auto deal = merged(input, choices, today);
    if (!deal) return require_words(deal.error());
    require(validate(*deal, today).empty(), "what is merged obeys the rules");
}

void check_all(const Deal& base, const Deal& mine, const Deal& theirs, Bytes bytes) {
    check_merge({&base, mine, theirs, today}, bytes);
    check_merge({nullptr, mine, theirs, today}, bytes);
    const auto same = merged({&base, mine, mine, today}, {}, today);
    require(same && *same == mine, "a deal merged with itself is the same");
    const auto only_theirs = merged({&base, base, theirs, today}, {}, today);
    require(only_theirs && same_content(*only_theirs, theirs), "what only one side changed is that side's");
}

std::optional<Deal> next_file(std::string_view& input) {
    const auto text = input.substr(0, input.find('\0'));
    input.remove_prefix(std::min(text.size() + 1, input.size()));
    auto deal = io::read_deal(text, today - 1);
    if (!deal) return {};
    return std::move(*deal);
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.empty()) return 0;
    const bool as_files = input.front() == 'J';
    input.remove_prefix(1);
    if (as_files) {
        const auto base = next_file(input);
        const auto mine = next_file(input);
        const auto theirs = next_file(input);
        if (base && mine && theirs) check_all(*base, *mine, *theirs, {input});
        return 0;
    }
    Deal first;
    first.id = {"d00001"};
    first.opened = first.created = today - 30;
    Bytes bytes{input};
    const auto base = edited(first, bytes);
    const auto mine = edited(base, bytes);
    const auto theirs = edited(base, bytes);
    check_all(base, mine, theirs, bytes);
    return 0;
}
