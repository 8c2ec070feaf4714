#pragma once

#include "core/files/json_reader.hpp"
#include "core/model/playbook.hpp"

// Playbooks are only read: JsonReader has what these need beside form.hpp.
namespace middleground::io {

inline void describe(JsonReader& form, PlaybookStep& step) {
    const auto needed = [&](std::string_view name, std::string& value) {
        Id<PlaybookStep> word;
        form.id(name, word);
        value = std::move(word.text);
    };
    needed("id", step.id);
    needed("title", step.title);
    form.text("buyer_title", step.buyer_title);
    form.text("what", step.what);
    form.text("why", step.why);
    form.text("done_when", step.done_when);
    form.choices("functions", step.functions);
    form.choices("roles", step.roles);
    form.texts("value_ideas", step.value_ideas);
    form.text("ask", step.ask);
    form.texts("prerequisites", step.prerequisites);
    form.group("days", [&](JsonReader& days) {
        days.whole("min", step.days_min, 0);
        days.whole("mode", step.days_mode, 0);
        days.whole("max", step.days_max, 0);
    });
    form.group("odds", [&](JsonReader& odds) {
        odds.number("a", step.odds_a);
        odds.number("b", step.odds_b);
    });
    form.text("origin", step.origin);
    form.flag("decides", step.decides);
}

inline void describe(JsonReader& form, Playbook& playbook) {
    Id<Playbook> id;
    form.id("id", id);
    playbook.id = std::move(id.text);
    form.text("title", playbook.title);
    form.text("what", playbook.what);
    form.text("origin", playbook.origin);
    form.choice("process", playbook.process, Process::seller_led);
    form.whole("expected_group_size", playbook.expected_group_size, 7);
    form.whole("cadence_days", playbook.cadence_days, 14);
    form.list("steps", playbook.steps);
}

}
