#include "app/session/update/fields/update_fields.hpp"

#include "app/session/store/store.hpp"
#include "app/session/update/update_list_edits.hpp"
#include "core/base/text.hpp"
#include "core/model/own_fields/own_fields.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The deal with the field renamed wherever it can be. How often it was left as it is, too.
int renamed_in(Deal& deal, const action::RenameField& action, Date today, int& kept) {
    int renamed = 0;
    const auto rename = [&](const StakeholderId& person, const std::vector<OwnField>& fields) {
        const auto* field = find_field(fields, action.from);
        if (!field) return;
        auto changed = *field;
        changed.name = action.to;
        auto next = apply(deal, edit::SetField{person, action.from, std::move(changed)}, today);
        ++(next ? renamed : kept);
        if (next) deal = std::move(*next);
    };
    if (action.owner == FieldOwner::deal) {
        rename({}, std::vector(deal.fields));
        return renamed;
    }
    const auto people = deal.stakeholders;
    for (const auto& person : people) {
        rename(person.id, person.fields);
    }
    return renamed;
}

}

void rename_field(World world, const action::RenameField& action) {
    auto& document = world.document;
    auto& defined = document.settings.fields;
    const auto to = std::string(trimmed(action.to));
    if (to.empty()) {
        world.view.error = Error{"A field needs a name", {}, "Type one."};
        return;
    }
    const auto* other = find_field(defined, action.owner, to);
    if (other && !same_field(action.from, to)) {
        world.view.error = Error{"There is a field \"" + other->name + "\" already", {}, "Choose another name."};
        return;
    }
    const auto rename = action::RenameField{action.owner, action.from, to};
    const auto now = world.platform.now_ms();
    int deals = 0;
    int kept = 0;
    for (auto& entry : document.entries) {
        auto deal = entry.deal;
        if (renamed_in(deal, rename, world.platform.today(), kept) == 0) continue;
        deals += 1;
        entry.history.record(std::move(entry.deal), "Renamed " + action.from + ": " + to, {}, now);
        entry.deal = std::move(deal);
        touch(document, entry, now);
        forget_list_edits(document, entry.deal.id);
    }
    for (auto& field : defined) {
        if (field.owner == action.owner && same_field(field.name, action.from)) field.name = to;
    }
    const auto column = "field " + action.from;
    std::ranges::replace(document.settings.deal_columns, column, "field " + to);
    for (auto& filter : document.settings.filters) {
        if (action.owner == FieldOwner::deal && filter.sort == column) filter.sort = "field " + to;
        for (auto& mark : filter.marks) {
            if (action.owner == FieldOwner::deal && same_field(mark.field, action.from)) mark.field = to;
        }
    }
    document.settings_unsaved = true;
    world.view.error.reset();
    auto words = "Renamed " + action.from + ": " + to + (deals > 0 ? ", in " + counted(deals, "deal", "deals") : std::string());
    if (kept > 0) words += ". " + counted(kept, "value", "values") + " kept the old name, for there is one of the new name";
    show_toast(world.view, world.platform, std::move(words), false);
}

}
