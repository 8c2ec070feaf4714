#include "app/session/drafts/log_draft_json.hpp"

#include "core/files/json_reader.hpp"
#include "core/files/json_writer.hpp"

namespace middleground {

namespace {

constexpr std::string_view marker = "middleground_log_draft";
constexpr int version = 1;
constexpr std::size_t most_bytes = 1u << 20;

}

using rows::row;
using rows::table_for;

template <>
const MemberTable& members_of<LogDraft::Answer>() {
    static constexpr Member members[]{
        row<&LogDraft::Answer::commitment>("commitment"),
        row<&LogDraft::Answer::kind>("answer").usually(CommitmentEventKind::asked),
        row<&LogDraft::Answer::due>("due"),
        row<&LogDraft::Answer::why>("why"),
        row<&LogDraft::Answer::not_before>("not_before"),
        row<&LogDraft::Answer::by_them>("by_them"),
    };
    static constexpr auto table = table_for<LogDraft::Answer>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDraft::Given>() {
    static constexpr Member members[]{
        row<&LogDraft::Given::what>("what"),
        row<&LogDraft::Given::to>("to"),
        row<&LogDraft::Given::outcome>("outcome"),
        row<&LogDraft::Given::keeps>("keeps"),
    };
    static constexpr auto table = table_for<LogDraft::Given>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDraft::ConcernAnswer>() {
    static constexpr Member members[]{
        row<&LogDraft::ConcernAnswer::concern>("concern"),
        row<&LogDraft::ConcernAnswer::kind>("answer").usually(ConcernEventKind::answered),
    };
    static constexpr auto table = table_for<LogDraft::ConcernAnswer>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDraft::Raised>() {
    static constexpr Member members[]{
        row<&LogDraft::Raised::text>("text"),
        row<&LogDraft::Raised::of>("of"),
        row<&LogDraft::Raised::kind>("kind").usually(ConcernKind::concern),
        row<&LogDraft::Raised::kind_chosen>("kind_chosen"),
    };
    static constexpr auto table = table_for<LogDraft::Raised>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDraft::Promise>() {
    static constexpr Member members[]{
        row<&LogDraft::Promise::what>("what"),
        row<&LogDraft::Promise::due>("due"),
        row<&LogDraft::Promise::to>("to"),
    };
    static constexpr auto table = table_for<LogDraft::Promise>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDraft>() {
    static constexpr Member members[]{
        row<&LogDraft::line>("line"),
        row<&LogDraft::line_state, &LogLineState::plain>("plain"),
        row<&LogDraft::line_state, &LogLineState::new_people>("line_new_people"),
        row<&LogDraft::kind>("kind").usually(InteractionKind::meeting),
        row<&LogDraft::direction>("direction").usually(Direction::mutual),
        row<&LogDraft::on>("on"),
        row<&LogDraft::people>("people"),
        row<&LogDraft::new_people>("new_people"),
        row<&LogDraft::summary>("summary"),
        row<&LogDraft::asks>("asks"),
        row<&LogDraft::answers>("answers"),
        row<&LogDraft::given>("given"),
        row<&LogDraft::concerns>("concerns"),
        row<&LogDraft::concern_answers>("concern_answers"),
        row<&LogDraft::raised>("raised"),
        row<&LogDraft::promises>("promises"),
        row<&LogDraft::next_commitment>("next_commitment"),
        row<&LogDraft::next_what>("next_what"),
        row<&LogDraft::next_on>("next_on"),
        row<&LogDraft::next_state>("next_state").usually(NextStepState::planned),
        row<&LogDraft::closes>("closes"),
        row<&LogDraft::answered>("answered"),
    };
    static constexpr MemberTable table{members}; // not all of it: how it is shown at the moment is not kept
    return table;
}

std::string write_log_draft(const LogDraft& draft) {
    auto inner = io::Json::object();
    if (draft.editing && !draft.editing->empty()) io::append(inner, "editing", draft.editing->text);
    // A flag is left out when it is false, and this one usually is not.
    if (!draft.moves_opened) io::append(inner, "keeps_opened", true);
    io::write_members(inner, members_of<LogDraft>(), &draft);
    auto file = io::Json::object();
    io::append(file, marker, version);
    io::append(file, "draft", std::move(inner));
    return io::write_json(file, io::JsonLayout::compact);
}

Result<LogDraft> read_log_draft(std::string_view text) {
    constexpr auto remedy = "Download it, or remove it to continue.";
    if (text.size() > most_bytes) return fail("The draft is too long", {}, remedy);
    const auto file = io::parse_json(text);
    if (!file) return std::unexpected(file.error());
    const auto* number = io::member(*file, marker);
    const auto* found = number ? number->get_ptr<const std::int64_t*>() : nullptr;
    if (!found) return fail("This is not a draft of a log entry", {}, remedy);
    if (*found != version) return fail("The draft was made by a newer version of the program", {}, "Load the newest version.");
    const auto* inner = io::member(*file, "draft");
    if (!inner) return fail("The draft is missing", "draft", remedy);
    io::Reading reading;
    const io::Place place{nullptr, "draft"};
    io::JsonReader reader(*inner, place, reading);
    LogDraft draft;
    InteractionId editing;
    reader.text("editing", editing.text);
    bool keeps_opened = false;
    reader.flag("keeps_opened", keeps_opened);
    reader.members(draft);
    if (reading.error) return std::unexpected(std::move(*reading.error));
    if (!editing.empty()) draft.editing = editing;
    draft.moves_opened = !keeps_opened;
    return draft;
}

}
