#include "core/report/plan_page.hpp"

#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"

namespace middleground {

namespace {

void add_fields(PaperItem& item, const std::vector<PlanField>& fields, Date made_on) {
    for (const auto& field : fields) {
        add_fact(item, field.name, value_words(field, made_on));
    }
}

void add_words(std::string& text, std::string_view more, std::string_view between = ", ") {
    if (more.empty()) return;
    if (!text.empty()) text += between;
    text += more;
}

}

std::string full_date(Date date) {
    return short_date(date, {});
}

std::string heading_words(const PlanStep& step) {
    if (!step.done_when.empty()) return step.done_when;
    return text_or(step.title, untitled_step);
}

std::string state_words(const PlanStep& step) {
    std::string words(label_of(step.state));
    if (step.since) words += " on " + full_date(*step.since);
    if (step.due && step.state != SharedState::done) add_words(words, "due " + full_date(*step.due));
    return words;
}

std::string owner_words(const BuyerPlan& plan, const PlanStep& step) {
    const auto* owner = owner_of(plan, step);
    std::string words = owner ? owner->name : std::string();
    add_words(words, plan.seller, " with ");
    return words;
}

std::string step_words(const BuyerPlan& plan, const PlanStep& step) {
    std::string words = step.done_when.empty() ? std::string() : step.title;
    add_words(words, owner_words(plan, step), ": ");
    return words;
}

std::string made_words(const BuyerPlan& plan) {
    return "Made" + (plan.seller.empty() ? std::string() : " by " + plan.seller) + " on " + full_date(plan.made_on);
}

std::string progress_words(const BuyerPlan& plan) {
    const auto steps = static_cast<int>(plan.steps.size());
    if (steps == 0) return "No steps yet";
    return std::to_string(done_count(plan)) + " of " + std::to_string(steps) + (steps == 1 ? " step done" : " steps done");
}

std::string event_words(const BuyerPlan& plan) {
    if (!plan.event) return {};
    auto words = plan.event->what;
    if (plan.event->date) add_words(words, full_date(*plan.event->date));
    return words.empty() ? words : "In time for: " + words;
}

std::string part_of(const PlanPerson& person) {
    auto part = person.title;
    if (person.function != Function::other) add_words(part, label_of(person.function));
    return part;
}

Paper plan_paper(const BuyerPlan& plan) {
    Paper paper;
    paper.title = plan_heading;
    if (!plan.account.empty()) paper.intro.push_back(plan.account);
    if (auto event = event_words(plan); !event.empty()) paper.intro.push_back(std::move(event));
    paper.quiet = made_words(plan) + ". " + progress_words(plan) + ".";

    PaperSection steps{"Steps", {}, "No steps yet.", false};
    for (const auto& step : plan.steps) {
        PaperItem item{std::to_string(steps.items.size() + 1) + ". " + heading_words(step), state_words(step), {}};
        add_fact(item, {}, step_words(plan, step));
        for (const auto& value : step.value) {
            add_fact(item, "What you get", value.what);
        }
        steps.items.push_back(std::move(item));
    }
    paper.sections.push_back(std::move(steps));

    PaperSection people{"Who takes part", {}, "Nobody is named yet.", true};
    for (const auto& person : plan.people) {
        PaperItem item{text_or(person.name, unnamed_outside), part_of(person), {}};
        add_fields(item, person.fields, plan.made_on);
        people.items.push_back(std::move(item));
    }
    paper.sections.push_back(std::move(people));
    if (!plan.fields.empty()) {
        PaperSection facts{"To know", {}, {}, false};
        add_fields(facts.items.emplace_back(), plan.fields, plan.made_on);
        paper.sections.push_back(std::move(facts));
    }
    return paper;
}

}
