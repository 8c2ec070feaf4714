#include "app/ui/log_form/log_form_parts.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "core/base/text.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground {

void draw_log_given(const LogForm& form) {
    const auto& ui = form.context.ui;
    auto& given = form.draft.given;
    if (given.empty()) given.emplace_back();
    form_row(form, "Gave", [&](float width) {
        const bool whom = asks_for_person(form);
        const float person_width = whom ? std::min(ui.px(150), width * 0.4f) : 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (i > 0) gap(ui, 6);
            const auto what = given[i].what;
            text_field(ui, numbered("Gave", i), given[i].what,
                       {.placeholder = "What they keep even if they never buy",
                        .width = width - (whom ? person_width + ui.px(8) : 0),
                        .max_bytes = Limits::long_text});
            if (given[i].what != what) given[i].keeps = {}; // it is something else now
            if (!whom) continue;
            same_line(ui);
            person_field(form, numbered("Gave to", i), given[i].to, "Everybody", person_width);
        }
        if (add_row_link(ui, "Something else", !trimmed(given.back().what).empty())) given.emplace_back();
    });
}

void draw_log_promises(const LogForm& form) {
    const auto& ui = form.context.ui;
    auto& promises = form.draft.promises;
    if (promises.empty()) promises.emplace_back();
    form_row(form, "We promise", [&](float width) {
        const float day_width = std::min(ui.px(140), width * 0.4f);
        for (std::size_t i = 0; i < promises.size(); ++i) {
            auto& promise = promises[i];
            if (i > 0) gap(ui, 6);
            text_field(ui, numbered("We promise", i), promise.what,
                       {.placeholder = "What you will do", .width = width - day_width - ui.px(8), .max_bytes = Limits::long_text});
            same_line(ui);
            day_field(form, numbered("Promised by", i), promise.due, DateDirection::future, "By when", day_width, PeriodDay::last);
            if (asks_for_person(form) && !trimmed(promise.what).empty()) {
                gap(ui, 6);
                person_field(form, numbered("Promised to", i), promise.to, "To everybody", std::min(width, ui.px(200)));
            }
        }
        if (add_row_link(ui, "Another promise", !trimmed(promises.back().what).empty())) promises.emplace_back();
    });
}

}
