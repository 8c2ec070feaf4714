#include "app/ui/widgets/date/date_field.hpp"

#include "app/ui/widgets/date/date_input.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/press.hpp"
#include "core/base/text.hpp"

#include <imgui_internal.h>

namespace middleground {

namespace {

Error too_early(Date day, Date today, const DateFieldOptions& options) {
    const auto earliest = short_date(*options.earliest, today);
    const auto because = options.earliest_is.empty() ? std::string() : ", when " + std::string(options.earliest_is);
    return {short_date(day, today) + " is before " + earliest + because, {}, "Type " + earliest + " or a later day."};
}

Error too_late(Date day, Date today, const DateFieldOptions& options) {
    const auto latest = *options.latest == today ? std::string("today") : short_date(*options.latest, today);
    const auto because = options.latest_is.empty() ? std::string() : ", when " + std::string(options.latest_is);
    return {short_date(day, today) + " is after " + latest + because, {}, "Type " + latest + " or an earlier day."};
}

std::optional<Error> refusal(Date day, Date today, const DateFieldOptions& options) {
    if (options.earliest && day < *options.earliest) {
        return too_early(day, today, options);
    }
    if (options.latest && day > *options.latest) {
        return too_late(day, today, options);
    }
    return {};
}

}

std::optional<DateReading> reading_of(std::string_view typed, Date today, const DateFieldOptions& options) {
    if (trimmed(typed).empty()) {
        return {};
    }
    auto reading = read_typed_date(typed, today, options.lean, options.period);
    if (const auto* both = std::get_if<AmbiguousDate>(&reading)) {
        const bool first = !refusal(both->first, today, options);
        const bool second = !refusal(both->second, today, options);
        if (first == second) {
            return reading;
        }
        reading = first ? both->first : both->second;
    }
    if (const auto* day = std::get_if<Date>(&reading)) {
        if (auto error = refusal(*day, today, options)) {
            return DateReading(std::move(*error));
        }
    }
    return reading;
}

Result<std::optional<Date>> day_of(std::string_view typed, Date today, const DateFieldOptions& options) {
    const auto reading = reading_of(typed, today, options);
    if (!reading) {
        return std::optional<Date>();
    }
    if (const auto* day = std::get_if<Date>(&*reading)) {
        return std::optional(*day);
    }
    if (const auto* error = std::get_if<Error>(&*reading)) {
        return std::unexpected(*error);
    }
    const auto& both = std::get<AmbiguousDate>(*reading);
    const auto first = short_date(both.first, today);
    const auto second = short_date(both.second, today);
    return fail('"' + std::string(trimmed(typed)) + "\" could be " + first + " or " + second, {}, "Choose one of them.");
}

namespace {

// Under the field. Two readings need no words: their buttons ask, and must not move when the field is left for them.
std::string message_of(std::string_view typed, Date today, const DateFieldOptions& options) {
    const auto reading = reading_of(typed, today, options);
    const auto* error = reading ? std::get_if<Error>(&*reading) : nullptr;
    return error ? error->message() : std::string();
}

}

FieldEvent date_field(const Ui& ui, std::string_view label, std::string& typed, Date today, const DateFieldOptions& options) {
    if (window_skips()) {
        return date_input(ui, label, {typed}, today, options).event;
    }
    const auto key = ImHashStr("says error", 0, field_id(label));
    const auto says_error = [&] { return ImGui::GetStateStorage()->GetBool(key); };
    const auto day = day_of(typed, today, options);
    if (day) {
        ImGui::GetStateStorage()->SetBool(key, false);
    }
    const auto words = !options.field.error.empty() ? std::string(options.field.error)
                       : !day && says_error()       ? message_of(typed, today, options)
                                                    : std::string();
    const auto input = date_input(ui, label, {typed, {}, words}, today, options);
    // What is wrong is said once the field is left, and until it is right.
    if (!input.busy && !day) {
        ImGui::GetStateStorage()->SetBool(key, true);
    }
    return input.event;
}

std::optional<std::optional<Date>> date_edit(const Ui& ui, std::string_view label, std::optional<Date> current, Date today,
                                             const DateFieldOptions& options) {
    const auto id = field_id(label);
    if (window_skips()) {
        takes_focus_now(id, options.field.focus);
        return std::nullopt;
    }
    const auto shown = current ? short_date(*current, today) : std::string();
    const auto found = ui.drafts.find(id);
    std::string text = found == ui.drafts.end() ? shown : found->second.text;
    std::string_view error = options.field.error;
    if (found != ui.drafts.end()) {
        found->second.last_frame = ImGui::GetFrameCount();
        error = found->second.error.empty() ? error : std::string_view(found->second.error);
    }
    // A refused text that was left goes with Esc, too.
    if (found != ui.drafts.end() && is_left_by_esc(id) && !found->second.error.empty()) {
        ui.drafts.erase(id);
        return std::nullopt;
    }
    const auto input = date_input(ui, label, {text, text == shown ? current : std::nullopt, error}, today, options);
    auto event = input.event;
    // Left without a word (the field was away when the focus went): what is typed still counts.
    if (event == FieldEvent::none && found != ui.drafts.end() && found->second.error.empty() && !input.busy) {
        event = FieldEvent::kept;
    }
    if (event == FieldEvent::none) {
        return std::nullopt;
    }
    const auto keep_draft = [&](std::string message) { ui.drafts[id] = {text, std::move(message), ImGui::GetFrameCount()}; };
    if (event == FieldEvent::cancelled || (event == FieldEvent::kept && text == shown)) {
        ui.drafts.erase(id);
        return std::nullopt;
    }
    const auto day = day_of(text, today, options);
    if (event == FieldEvent::changed) {
        // An error is taken back as soon as it is none; a new one waits until the field is left.
        keep_draft(day ? std::string() : std::string(found != ui.drafts.end() ? found->second.error : std::string()));
        return std::nullopt;
    }
    if (!day) {
        keep_draft(message_of(text, today, options));
        return std::nullopt;
    }
    ui.drafts.erase(id);
    if (*day == current) return std::nullopt; // written otherwise
    return *day;
}

std::optional<std::optional<Date>> date_edit(const Ui& ui, std::string_view label, std::optional<Date> current, Date today,
                                             const FieldOptions& options) {
    return date_edit(ui, label, current, today, DateFieldOptions{.field = options});
}

}
