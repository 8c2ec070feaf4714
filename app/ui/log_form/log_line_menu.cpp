#include "app/ui/log_form/log_line_menu.hpp"

#include "app/ui/cards/parts.hpp"
#include "app/ui/widgets/field/option_list.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // popups by id

#include <algorithm>

namespace middleground {

namespace {

using Act = ChipChoice::Act;
using Choices = std::vector<ChipChoice>;

void add_kinds(Choices& choices, const LogDraft& draft) {
    for (const auto& name : names_of<InteractionKind>()) {
        choices.push_back({interaction_icon(name.value), std::string(name.label), name.value == draft.kind, Act::mean,
                           LogKind{name.value, draft.direction}});
    }
    for (const auto& name : names_of<Direction>()) {
        choices.push_back({nullptr, std::string(name.label), name.value == draft.direction, Act::mean, LogKind{draft.kind, name.value}});
    }
}

void add_people(Choices& choices, const Deal& deal, const std::vector<StakeholderId>& ids, const StakeholderId& chosen) {
    for (const auto& id : ids) {
        if (find(deal, id)) choices.push_back({icon::user, name_of(deal, id), id == chosen, Act::mean, LogPerson{id}});
    }
}

std::vector<StakeholderId> everybody(const Deal& deal) {
    std::vector<StakeholderId> ids;
    for (const auto& person : deal.stakeholders)
        ids.push_back(person.id);
    return ids;
}

void add_answers(Choices& choices, LogAsk ask) {
    const auto now = ask.answer;
    for (const auto answer :
         {CommitmentEventKind::asked, CommitmentEventKind::agreed, CommitmentEventKind::declined, CommitmentEventKind::kept}) {
        ask.answer = answer;
        choices.push_back({answer == CommitmentEventKind::declined ? icon::circle_x
                           : answer == CommitmentEventKind::asked  ? icon::message_circle_question_mark
                                                                   : icon::circle_check,
                           answer == CommitmentEventKind::asked ? std::string("Asked, no answer yet") : std::string(label_of(answer)),
                           answer == now, Act::mean, ask});
    }
}

// The same words as something else.
void add_senses(Choices& choices, const std::string& text, const LogMeaning& now) {
    const auto* next = std::get_if<LogNext>(&now);
    const auto* promise = std::get_if<LogPromise>(&now);
    const auto day = next ? next->on : promise ? promise->due : std::optional<LogDate>();
    const auto* concern = std::get_if<LogConcern>(&now);
    const auto add_concern = [&](ConcernKind kind, const char* mark) {
        choices.push_back({mark, std::string(label_of(kind)), concern && concern->kind == kind, Act::mean, LogConcern{text, {}, kind}});
    };
    add_concern(ConcernKind::concern, icon::circle_alert);
    add_concern(ConcernKind::question, icon::message_circle_question_mark);
    choices.push_back({icon::gift, "Gave", std::holds_alternative<LogGiven>(now), Act::mean, LogGiven{text}});
    choices.push_back({icon::heart_handshake, "We promise", promise != nullptr, Act::mean, LogPromise{text, {}, day}});
    choices.push_back({icon::circle_arrow_right, "Next step", next != nullptr, Act::mean, LogNext{text, {}, day}});
}

void add_days(Choices& choices, const LogMeaning& meaning, Date today) {
    const auto* date = day_in(meaning);
    if (!date || !date->other) return;
    for (const auto day : {date->day, *date->other})
        choices.push_back({icon::calendar, day_words(day, today), false, Act::mean, with_day(meaning, day)});
}

// Of an answer that says both by when and not before when, the line changes the first.
bool is_only_day(const LineChip& chip, const LogMeaning& meaning) {
    const auto* ask = std::get_if<LogAsk>(&meaning);
    return chip.kind == LineChip::Kind::not_before && ask && !ask->due;
}

struct ChoiceMaker {
    Choices& choices;
    const LogDraft& draft;
    const Deal& deal;

    void operator()(const LogKind&) const { add_kinds(choices, draft); }
    void operator()(const LogDay&) const {}
    void operator()(const LogPerson& person) const { add_people(choices, deal, everybody(deal), person.person); }
    void operator()(const LogPersonUnclear& unclear) const { add_people(choices, deal, unclear.people, {}); }
    void operator()(const LogNewPerson& person) const {
        add_people(choices, deal, person.like, {});
        const bool added = std::ranges::find(draft.new_people, person.name) != draft.new_people.end();
        choices.push_back({icon::user_plus, "Add " + person.name + " as a new person", added, Act::add_person, {}});
        for (const auto& id : everybody(deal)) {
            if (std::ranges::find(person.like, id) == person.like.end()) add_people(choices, deal, {id}, {});
        }
    }
    void operator()(const LogAsk& ask) const { add_answers(choices, ask); }
    void operator()(const LogConcern& concern) const { add_senses(choices, concern.text, concern); }
    void operator()(const LogGiven& given) const { add_senses(choices, given.text, given); }
    void operator()(const LogPromise& promise) const { add_senses(choices, promise.text, promise); }
    void operator()(const LogNext& next) const { add_senses(choices, next.what, next); }
};

}

const LogDate* day_in(const LogMeaning& meaning) {
    if (const auto* day = std::get_if<LogDay>(&meaning)) return &day->on;
    const auto shown = [](const std::optional<LogDate>& date) { return date ? &*date : nullptr; };
    if (const auto* ask = std::get_if<LogAsk>(&meaning)) return ask->due ? shown(ask->due) : shown(ask->not_before);
    if (const auto* promise = std::get_if<LogPromise>(&meaning)) return shown(promise->due);
    if (const auto* next = std::get_if<LogNext>(&meaning)) return shown(next->on);
    return nullptr;
}

LogMeaning with_day(LogMeaning meaning, Date day) {
    const auto put = [&](std::optional<LogDate>& date) {
        if (!date) date.emplace();
        date->day = day;
        date->other.reset();
    };
    if (auto* one = std::get_if<LogDay>(&meaning)) {
        one->on.day = day;
        one->on.other.reset();
    } else if (auto* ask = std::get_if<LogAsk>(&meaning)) {
        put(!ask->due && ask->not_before ? ask->not_before : ask->due);
    } else if (auto* promise = std::get_if<LogPromise>(&meaning)) {
        put(promise->due);
    } else if (auto* next = std::get_if<LogNext>(&meaning)) {
        put(next->on);
    }
    return meaning;
}

std::vector<ChipChoice> choices_of(const LineChip& chip, const LogDraft& draft, const Deal& deal, Date today) {
    Choices choices;
    const auto& parts = draft.line_state.read.parts;
    if (chip.part >= parts.size()) return choices;
    const auto& meaning = parts[chip.part].meaning;
    if (chip.kind == LineChip::Kind::day || chip.kind == LineChip::Kind::due || is_only_day(chip, meaning)) {
        add_days(choices, meaning, today);
        choices.push_back({icon::calendar, "Another day", false, Act::type_day, {}});
    } else if (chip.kind != LineChip::Kind::not_before) {
        std::visit(ChoiceMaker{choices, draft, deal}, meaning);
    }
    choices.push_back({icon::x, "Just words", false, Act::plain, {}});
    return choices;
}

std::optional<int> run_chip_list(const Ui& ui, ImGuiID popup, ImVec2 anchor_min, ImVec2 anchor_max,
                                 const std::vector<ChipChoice>& choices) {
    if (!ImGui::IsPopupOpen(popup, 0)) return {};
    float widest = anchor_max.x - anchor_min.x;
    for (const auto& choice : choices)
        widest = std::max(widest, text_size(ui, TextStyle::body, choice.label).x + ui.px(80));
    const int count = static_cast<int>(choices.size());
    std::optional<int> answer;
    const auto last = GImGui->LastItemData;
    if (begin_option_list(ui, popup, {anchor_min, {anchor_min.x + widest, anchor_max.y}, count}, ListFocus::takes)) {
        auto* storage = ImGui::GetStateStorage();
        const auto key = ImGui::GetID("highlighted");
        const bool appearing = ImGui::IsWindowAppearing();
        const auto chosen = std::ranges::find(choices, true, &ChipChoice::chosen);
        const int start = chosen == choices.end() ? 0 : static_cast<int>(chosen - choices.begin());
        const int before = appearing ? start : std::clamp(storage->GetInt(key), 0, count - 1);
        const int index = appearing ? before : moved_by_keys(before, count);
        int pointed = index;
        for (int i = 0; i < count; ++i) {
            const auto& choice = choices[static_cast<std::size_t>(i)];
            const auto highlight = i != index ? Highlight::no : index != before || appearing ? Highlight::scroll_to : Highlight::yes;
            const auto row = option_row(ui, i, {choice.label, choice.icon}, {highlight, choice.chosen});
            if (row.pointed) pointed = i;
            if (row.pressed) answer = i;
        }
        storage->SetInt(key, pointed);
        for (const auto choose : {ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space}) {
            if (appearing || !ImGui::IsKeyPressed(choose, false)) continue;
            answer = index;
            swallow_key(choose);
        }
        if (answer || ImGui::IsKeyPressed(ImGuiKey_Tab, false)) ImGui::CloseCurrentPopup();
        end_option_list();
    }
    GImGui->LastItemData = last;
    return answer;
}

}
