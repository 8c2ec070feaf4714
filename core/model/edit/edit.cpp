#include "core/model/edit/edit.hpp"

#include "core/base/text.hpp"
#include "core/model/edit/edit_steps.hpp"
#include "core/model/validate/validation_report.hpp"

namespace middleground {

namespace edit_steps {

std::unexpected<Error> gone(std::string_view thing) {
    return fail("That " + std::string(thing) + " is no longer in the deal", {}, "Undo brings it back.");
}

std::string named(std::string_view name, std::string_view otherwise) {
    return validation::on_one_line(trimmed(name).empty() ? otherwise : trimmed(name));
}

Outcome change(Deal& deal, const edit::SetDeal& edit, Date) {
    const auto set = [](auto& member, const auto& value) {
        if (value) {
            member = *value;
        }
    };
    set(deal.title, edit.title);
    set(deal.account, edit.account);
    set(deal.amount, edit.amount);
    set(deal.seller, edit.seller);
    set(deal.opened, edit.opened);
    set(deal.process, edit.process);
    set(deal.expected_group_size, edit.expected_group_size);
    set(deal.notes, edit.notes);
    set(deal.playbook, edit.playbook);
    set(deal.planned_with, edit.planned_with);
    set(deal.tags, edit.tags);
    set(deal.links, edit.links);
    set(deal.lesson, edit.lesson);
    set(deal.client, edit.client);
    set(deal.own_base, edit.own_base);
    return {};
}

Outcome change(Deal& deal, const edit::SetTarget& edit, Date) {
    deal.targets.push_back(edit.event);
    return {};
}

Outcome change(Deal& deal, const edit::SetOutcome& edit, Date) {
    deal.outcome = edit.outcome;
    return {};
}

Outcome change(Deal& deal, const edit::StartPlan& edit, Date) {
    if (!deal.commitments.empty()) return fail("The deal already has a plan", {}, "Add commitments to it one by one.");
    deal.playbook = edit.playbook;
    deal.planned_with = edit.planned_with;
    deal.process = edit.process;
    deal.expected_group_size = edit.expected_group_size;
    deal.commitments = edit.commitments;
    return {};
}

Outcome change(Deal& deal, const edit::SetSnooze& edit, Date) {
    if (edit.until && *edit.until <= edit.on) {
        return fail("It cannot be put off until " + short_date(*edit.until, edit.on), {}, "Choose a day after today.");
    }
    std::erase_if(deal.snoozes, [&](const Snooze& one) { return one.what == edit.what || one.until <= edit.on; });
    if (edit.until) deal.snoozes.push_back({edit.what, *edit.until});
    return {};
}

Outcome change(Deal& deal, const edit::SetAlternatives& edit, Date) {
    deal.alternatives = edit.alternatives;
    return {};
}

}

namespace {

// The first problem that occurs more often than it did before. Counting matters: the same rule of the same thing may be broken twice.
const Error* first_new(std::vector<validation::Problem> before, const std::vector<validation::Problem>& after) {
    for (const auto& problem : after) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const auto& old) { return old.key == problem.key; });
        if (known == before.end()) {
            return &problem.error;
        }
        before.erase(known);
    }
    return nullptr;
}

}

template class OneOf<AnyEdit>;

Result<Deal> apply(Deal deal, const Edit& edit, Date today) {
    const auto before = deal;
    const auto changed = std::visit([&](const auto& one) { return edit_steps::change(deal, one, today); }, edit.any());
    if (!changed) {
        return std::unexpected(changed.error());
    }
    const auto problems = validation::problems_of(deal, today);
    if (!problems.empty()) {
        // A deal that was damaged already has to stay editable, or nobody could repair it.
        if (const auto* error = first_new(validation::problems_of(before, today), problems)) {
            return std::unexpected(*error);
        }
    }
    return deal;
}

}
