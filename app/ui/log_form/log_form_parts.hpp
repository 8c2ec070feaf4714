#pragma once

#include "app/session/drafts/log_draft.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "core/base/typed/typed_date.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The rows of the log form. Each draws itself over the width that is left and changes the draft.

struct LogForm {
    const Context& context;
    LogDraft& draft;
    bool stacked = false; // captions stand above what they name instead of beside it
};

void draw_log_basics(const LogForm& form);   // what, when, with, in a line; log_form_basics.cpp
void draw_log_asks(const LogForm& form);     // asked for, with the answers; log_form_asks.cpp
void draw_log_concerns(const LogForm& form); // raised, and what became of known ones; log_form_concerns.cpp
void draw_log_given(const LogForm& form);    // log_form_promises.cpp
void draw_log_promises(const LogForm& form); // log_form_promises.cpp
void draw_log_next(const LogForm& form);     // next step, and planned ones that this was; log_form_next.cpp
void draw_log_effects(const LogForm& form);  // what saving would change; log_effects.cpp

// A caption with what `draw` puts beside or below it; `draw` gets the width it has.
void form_row(const LogForm& form, std::string_view caption, const std::function<void(float width)>& draw);
// A field for a day that is kept as it was typed.
void day_field(const LogForm& form, std::string_view label, std::string& typed, DateDirection lean, std::string_view when_empty,
               float width, PeriodDay period = PeriodDay::first);

struct PersonThere {
    StakeholderId id;
    std::string name;
};
// Who took part, those that saving adds last.
std::vector<PersonThere> people_there(const LogForm& form);
// One of them or, as the first choice, nobody in particular. Nothing is drawn while fewer than two are there.
bool asks_for_person(const LogForm& form);
void person_field(const LogForm& form, std::string_view label, StakeholderId& person, std::string_view nobody, float width);

// Picks several things of the deal by name. With `on_new`, Enter on words that name none of them puts the words there.
struct Pickable {
    std::string_view id;
    std::string label;
};
bool pick_several(const Ui& ui, std::string_view label, const std::vector<Pickable>& list, std::vector<std::string>& ids,
                  std::string& query, const FieldOptions& options, std::string* on_new = nullptr);

// A link that adds one more row, while the last one says something.
bool add_row_link(const Ui& ui, std::string_view label, bool shown);
// "Concern raised", "Concern raised 2"
std::string numbered(std::string_view label, std::size_t index);

}
