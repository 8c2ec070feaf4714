#include "app/session/update/update_import.hpp"

#include "app/session/imports.hpp"
#include "app/session/shipped.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/reading/written_table.hpp"
#include "core/model/own_fields/known_fields.hpp"

#include <algorithm>
#include <iterator>

namespace middleground {

bool is_table(std::string_view name, std::string_view bytes) {
    // Deals are text files too.
    const auto begin = bytes.find_first_not_of("\xef\xbb\xbf \t\r\n");
    const bool may_be_deal = begin != std::string_view::npos && bytes[begin] == '{';
    if (may_be_deal) return false;
    const auto lower = folded(name);
    for (const auto* ending : {".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls"}) {
        if (lower.ends_with(ending)) return true;
    }
    // What was pasted, and files of other names, are tables by what is in them.
    const bool ours = lower.ends_with(".json") || lower.ends_with(".middleground");
    return !ours && is_written_as_table(bytes);
}

std::uint64_t revision_of_deals(const Document& document) {
    return document.next_revision * 1000003u + document.entries.size();
}

void know_vocabularies(World world) {
    if (world.document.vocabularies.empty()) world.document.vocabularies = read_shipped_vocabularies(world.view.error);
}

static ImportSession& session_of(World world) {
    auto& document = world.document;
    if (!document.import) {
        know_vocabularies(world);
        ImportOptions options;
        options.currency = document.settings.currency;
        options.seller = document.settings.seller;
        options.words = document.settings.import_words;
        document.import = std::make_shared<ImportSession>(TableKnowledge{world.platform.charsets(), document.vocabularies}, std::move(options),
                                                          world.platform.today(), world.platform.seed());
        std::vector<const Deal*> deals;
        for (const auto& entry : document.entries) {
            deals.push_back(&entry.deal);
        }
        document.import->know(known_fields(document.settings.fields, deals).fields);
    }
    return *document.import;
}

static void show_last_table(World world) {
    world.view.imports.table = static_cast<int>(world.document.import->tables().size()) - 1;
    world.view.imports.records = false;
    // What is read of mails is about the deal that was open.
    if (!world.document.intake || screen_of(world.document) != Screen::imports) show(world, shown::Imports{});
    world.view.error.reset();
}

void add_table(World world, std::string_view name, std::string_view bytes) {
    session_of(world).add(std::string(name), std::string(bytes));
    show_last_table(world);
}

void add_sheets(World world, std::string_view name, std::vector<records::Sheet> sheets) {
    session_of(world).add(std::string(name), std::move(sheets));
    show_last_table(world);
}

void choose_sheet(World world, const action::ChooseSheet& action) {
    if (world.document.import) world.document.import->choose_sheet(action.table, action.sheet);
}

void map_table(World world, const action::MapTable& action) {
    if (world.document.import) world.document.import->map(action.table, action.mapping);
}

void choose_reading(World world, const action::ChooseReading& action) {
    if (world.document.import) world.document.import->choose(action.table, action.choices);
}

void remove_table(World world, int table) {
    if (!world.document.import) return;
    world.document.import->remove(table);
    world.view.imports.table = 0;
    if (world.document.import->tables().empty()) cancel_import(world);
}

void set_import_options(World world, const ImportOptions& options) {
    if (!world.document.import) return;
    // What a word means is asked once.
    if (world.document.import->options().words != options.words) {
        world.document.settings.import_words = options.words;
        world.document.settings_unsaved = true;
    }
    world.document.import->set(options);
}

void cancel_import(World world) {
    world.document.import.reset();
    if (world.document.intake) {
        world.view.imports.records = true;
        return;
    }
    show(world, come_back(*world.document.shown));
}

// Columns that became fields of one's own are fields from then on.
static void define_own_columns(Settings& settings, const std::vector<ImportSession::Table>& tables) {
    for (const auto& table : tables) {
        const auto owner = field_owner_of(table.mapping.kind);
        for (const auto& own : table.mapping.own) {
            const auto count = static_cast<std::size_t>(std::ranges::count(settings.fields, owner, &FieldDefinition::owner));
            if (own.name.empty() || find_field(settings.fields, owner, own.name) || count >= FieldDefinition::most) continue;
            settings.fields.push_back({own.name, owner, own.kind, {}, own.shared});
        }
    }
}

// Where the histories stand of the deals that it added or changed and that are in the list.
static void note_marks(const Document& document, WorkspaceStep& step) {
    auto added = step.added;
    sort_list(added);
    std::vector<DealId> changed;
    for (const auto& deal : step.changed) {
        changed.push_back(deal.id);
    }
    sort_list(changed);
    step.marks.clear();
    for (const auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        const bool is_new = std::ranges::binary_search(added, id);
        if (is_new || std::ranges::binary_search(changed, id)) step.marks.push_back({id, entry.history.mark(), is_new});
    }
    sort_list(step.marks, std::ranges::less{}, &WorkspaceStep::Mark::id);
}

void take_import(World world) {
    auto& document = world.document;
    // Another tab may have changed the deals since it was worked out: then it is worked out anew.
    if (!document.import || !document.import->changes() || !document.import->is_of(revision_of_deals(document))) return;
    define_own_columns(document.settings, document.import->tables());
    auto changes = document.import->take();
    document.import.reset();
    WorkspaceStep step{WorkspaceStep::Kind::imported, {}, {}, 0, nullptr, {}, {}, {}};
    std::vector<Entry> entries;
    const auto now = world.platform.now_ms();
    const auto added = static_cast<int>(changes.added.size());
    const auto updated = static_cast<int>(changes.updated.size());
    for (auto& deal : changes.added) {
        step.added.push_back(deal.id);
        auto& entry = entries.emplace_back();
        entry.deal = std::move(deal);
        touch(document, entry, now);
    }
    document.entries.insert(document.entries.begin(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    for (auto& deal : changes.updated) {
        auto* entry = find_entry(document, deal.id);
        if (!entry) continue;
        std::swap(entry->deal, deal);
        entry->deal.diary = deal.diary;
        touch(document, *entry, now);
        step.changed.push_back(std::move(deal));
    }
    step.what = added == 0 ? "Updated " + counted(updated, "deal", "deals")
                           : "Imported " + counted(added, "deal", "deals") + (updated == 0 ? "" : " and updated " + std::to_string(updated));
    document.settings_unsaved = true;
    world.view.drafts.clear();
    if (document.intake) {
        world.view.imports.records = true;
    } else {
        show(world, come_back(*document.shown));
    }
    world.view.deals.filter = "all";
    note_marks(document, step);
    auto what = step.what;
    document.undo_steps.push_back(std::move(step));
    document.redo_steps.clear();
    show_toast(world.view, world.platform, std::move(what), true);
}

void toggle_import(World world, WorkspaceStep& step) {
    auto& document = world.document;
    const auto now = world.platform.now_ms();
    if (step.held.empty()) {
        auto added = step.added;
        sort_list(added);
        std::vector<DealId> ids;
        for (auto& entry : document.entries) {
            const auto& id = entry.deal.id;
            if (std::ranges::binary_search(added, id) && take_out_of_storage(world, entry)) ids.push_back(id);
        }
        for (auto& one : take_out_of_list(world, std::move(ids))) {
            step.held.push_back(std::move(one.entry));
        }
    } else {
        put_back_at_top(world, step.held);
        step.added.clear();
        for (std::size_t i = 0; i < step.held.size(); ++i) {
            step.added.push_back(document.entries[i].deal.id);
        }
        step.held.clear();
    }
    for (auto& deal : step.changed) {
        if (auto* entry = find_entry(document, deal.id)) {
            std::swap(entry->deal, deal);
            entry->deal.diary = deal.diary;
            touch(document, *entry, now);
        }
    }
    note_marks(document, step);
    document.settings_unsaved = true;
    world.view.drafts.clear();
}

}
