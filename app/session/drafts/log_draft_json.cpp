#include "app/session/drafts/log_draft_json.hpp"

#include "core/files/form/form.hpp"
#include "core/files/json_reader.hpp"
#include "core/files/json_writer.hpp"
#include "core/model/names.hpp"

namespace middleground {

namespace {

constexpr std::string_view marker = "middleground_log_draft";
constexpr int version = 1;
constexpr std::size_t most_bytes = 1u << 20;

}

namespace io {

template <typename Form>
void describe(Form& form, Described<Form, LogDraft::Answer>& answer) {
    form.reference("commitment", answer.commitment);
    form.choice("answer", answer.kind, CommitmentEventKind::asked);
    form.text("due", answer.due);
    form.text("why", answer.why);
}

template <typename Form>
void describe(Form& form, Described<Form, LogDraft::Given>& given) {
    form.text("what", given.what);
    form.reference("to", given.to);
    form.text("outcome", given.outcome);
}

template <typename Form>
void describe(Form& form, Described<Form, LogDraft::ConcernAnswer>& answer) {
    form.reference("concern", answer.concern);
    form.choice("answer", answer.kind, ConcernEventKind::answered);
}

template <typename Form>
void describe(Form& form, Described<Form, LogDraft::Raised>& raised) {
    form.text("text", raised.text);
    form.reference("of", raised.of);
}

template <typename Form>
void describe(Form& form, Described<Form, LogDraft::Promise>& promise) {
    form.text("what", promise.what);
    form.text("due", promise.due);
    form.reference("to", promise.to);
}

template <typename Form>
void describe(Form& form, Described<Form, LogDraft>& draft) {
    form.text("line", draft.line);
    form.texts("plain", draft.line_state.plain);
    form.texts("line_new_people", draft.line_state.new_people);
    form.choice("kind", draft.kind, InteractionKind::meeting);
    form.choice("direction", draft.direction, Direction::mutual);
    form.text("on", draft.on);
    form.references("people", draft.people);
    form.texts("new_people", draft.new_people);
    form.text("summary", draft.summary);
    form.references("asks", draft.asks);
    form.list("answers", draft.answers);
    form.list("given", draft.given);
    form.references("concerns", draft.concerns);
    form.list("concern_answers", draft.concern_answers);
    form.list("raised", draft.raised);
    form.list("promises", draft.promises);
    form.reference("next_commitment", draft.next_commitment);
    form.text("next_what", draft.next_what);
    form.text("next_on", draft.next_on);
    form.choice("next_state", draft.next_state, NextStepState::planned);
    form.references("closes", draft.closes);
    form.flag("answered", draft.answered);
}

}

std::string write_log_draft(const LogDraft& draft) {
    auto inner = io::Json::object();
    io::JsonWriter writer(inner, Date());
    if (draft.editing) writer.reference("editing", *draft.editing);
    // A flag is left out when it is false, and this one usually is not.
    writer.flag("keeps_opened", !draft.moves_opened);
    describe(writer, draft);
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
    reader.reference("editing", editing);
    bool keeps_opened = false;
    reader.flag("keeps_opened", keeps_opened);
    describe(reader, draft);
    if (reading.error) return std::unexpected(std::move(*reading.error));
    if (!editing.empty()) draft.editing = editing;
    draft.moves_opened = !keeps_opened;
    return draft;
}

}
