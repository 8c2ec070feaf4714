#include "app/session/intake/update_intake.hpp"

#include "app/session/history/update_history.hpp"
#include "app/session/imports.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_list.hpp"
#include "app/session/update/update_list_edits.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

OurSide our_side(const Document& document) {
    return {document.settings.seller, document.settings.own_addresses};
}

IntakeSession& begun(World world) {
    auto& intake = world.document.intake;
    if (!intake) {
        Deal fresh;
        fresh.id = DealId::make(world.random);
        fresh.created = fresh.opened = world.platform.today();
        fresh.seller = world.document.settings.seller;
        intake = std::make_shared<IntakeSession>(std::move(fresh), world.platform.seed());
        world.view.imports.file = 0;
        world.view.imports.all_files = world.view.imports.all_rows = false;
    }
    return *intake;
}

// The one open deal in which somebody of them is known by their address; empty: none, or several.
DealId deal_that_knows(const Document& document, const IntakeSession& intake) {
    const auto addresses = addresses_in(intake.files());
    DealId found;
    for (const auto& entry : document.entries) {
        if (entry.archived || !is_open(entry.deal.outcome)) continue;
        const bool knows = std::ranges::any_of(entry.deal.stakeholders, [&](const Stakeholder& person) {
            const auto own = mail_addresses_in(person.contact);
            return std::ranges::any_of(own, [&](const std::string& address) { return std::ranges::binary_search(addresses, address); });
        });
        if (!knows) continue;
        if (!found.empty()) return {};
        found = entry.deal.id;
    }
    return found;
}

// One for all files that could not be read, when nothing else is there to be shown.
Error joined_error(const std::vector<Error>& errors) {
    if (errors.size() == 1) return errors.front();
    std::string where;
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(errors.size(), most); ++i) {
        where += (i == 0 ? "" : "; ") + (errors[i].where.empty() ? "" : errors[i].where + ": ") + errors[i].what;
    }
    if (errors.size() > most) where += "; and " + std::to_string(errors.size() - most) + " more";
    const bool alike = std::ranges::all_of(errors, [&](const Error& error) { return error.remedy == errors.front().remedy; });
    return {counted(static_cast<int>(errors.size()), "file", "files") + " cannot be read", where, alike ? errors.front().remedy : "Drop one of them alone to see what can be done about it."};
}

void show_intake(World world) {
    auto& document = world.document;
    const auto open = open_id(document);
    if (open.empty()) {
        document.intake->guess(deal_that_knows(document, *document.intake));
    } else {
        document.intake->guess(open);
    }
    world.view.imports.records = true;
    world.view.error.reset();
    world.view.toast.reset(); // it would lie over the button
    if (screen_of(document) != Screen::imports) show(world, shown::Imports{open.empty() ? Behind() : Behind(open)});
}

void leave(World world) {
    world.document.intake.reset();
    world.view.imports.worded.reset();
    world.view.imports.records = false;
    // Tables that came with them wait.
    if (!world.document.import) show(world, come_back(*world.document.shown));
}

std::string words_for(std::size_t taken, std::size_t files) {
    return "Took " + counted(static_cast<int>(taken), "change", "changes") + " from " + counted(static_cast<int>(files), "file", "files");
}

void say_refused(World world, const std::vector<ProposalNote>& refused) {
    if (refused.empty()) return;
    auto error = refused.front().error;
    if (refused.size() > 1) error.what = counted(static_cast<int>(refused.size()), "change was", "changes were") + " not taken. The first: " + error.what;
    world.view.error = std::move(error);
}

}

void take_records(World world, Result<records::FileRecords> read) {
    if (!read) {
        begun(world).refuse(std::move(read.error()));
        return;
    }
    const bool any = has_records(*read);
    if (world.view.history.open && !read->sheets.empty()) {
        know_vocabularies(world);
        ImportSession table(TableKnowledge{world.platform.charsets(), world.document.vocabularies}, {}, world.platform.today(), 0);
        table.add(read->name, std::move(read->sheets));
        take_history(world, read->name, *table.tables().front().bytes);
    } else if (any) {
        begun(world).add(std::move(*read));
    } else if (!read->sheets.empty()) {
        add_sheets(world, read->name, std::move(read->sheets));
    } else if (read->left_out.empty()) {
        begun(world).refuse({"Nothing in the file can be read", read->name, "Open it in the program that made it, and look whether anything is in it."});
    } else {
        const auto& left = read->left_out.front();
        begun(world).refuse({left.what, read->name + (left.where.empty() ? "" : ", " + left.where), left.remedy});
    }
}

void hear_of_reading(World world, const std::string& name, int files) {
    auto& reading = world.view.imports.reading;
    if (files > 0) {
        reading = ReadingNow{name, files, reading ? reading->since_ms : world.platform.now_ms()};
        return;
    }
    reading.reset();
    auto& intake = world.document.intake;
    if (!intake) return;
    if (!intake->files().empty()) return show_intake(world);
    world.view.error = joined_error(intake->refused());
    intake.reset();
}

void plan_intake(World world) {
    auto& document = world.document;
    if (!document.intake || document.intake->files().empty()) return;
    auto& intake = *document.intake;
    const auto* entry = find_entry(document, intake.deal());
    if (!entry && !intake.deal().empty()) intake.choose({}); // it was removed meanwhile
    intake.plan(entry ? &entry->deal : nullptr, entry ? entry->revision : 0, our_side(document), {document.log_words, document.wording}, world.platform.today());
}

void choose_intake_deal(World world, const DealId& id) {
    if (world.document.intake) world.document.intake->choose(id);
}

void name_intake_deal(World world, const std::string& account) {
    if (world.document.intake) world.document.intake->name_fresh(account);
}

void choose_proposals(World world, const action::ChooseProposals& action) {
    if (!world.document.intake || !world.document.intake->proposals()) return;
    auto places = action.places;
    for (std::uint32_t i = 0; action.places.empty() && i < world.document.intake->proposals()->list.size(); ++i) {
        places.push_back(i);
    }
    world.document.intake->choose(places, action.chosen);
}

void word_proposal(World world, const action::WordProposal& action) {
    if (world.document.intake) world.document.intake->set_text(action.place, action.text);
}

void date_proposal(World world, const action::DateProposal& action) {
    if (world.document.intake) world.document.intake->set_day(action.place, action.day);
}

void remove_records(World world, int file) {
    if (!world.document.intake) return;
    world.document.intake->remove(file);
    world.view.imports.file = 0;
    if (world.document.intake->files().empty()) leave(world);
}

void use_as_table(World world, int file) {
    if (!world.document.intake) return;
    auto removed = world.document.intake->remove(file);
    if (!removed || removed->sheets.empty()) return;
    add_sheets(world, removed->name, std::move(removed->sheets));
    if (world.document.intake->files().empty()) world.document.intake.reset();
}

void set_own_addresses(World world, const std::string& text) {
    auto addresses = mail_addresses_in(text);
    if (addresses.size() > Settings::most_own_addresses) addresses.resize(Settings::most_own_addresses);
    world.document.settings.own_addresses = std::move(addresses);
    world.document.settings_unsaved = true;
}

void take_proposals(World world) {
    plan_intake(world);
    auto& document = world.document;
    if (!document.intake || !document.intake->proposals()) return;
    const auto session = document.intake; // until all is done
    const auto chosen = session->chosen();
    const auto today = world.platform.today();
    auto* entry = find_entry(document, session->deal());
    auto taken = take(entry ? entry->deal : session->fresh(), session->worded(), chosen, today);
    say_refused(world, taken.refused);
    if (taken.taken.empty()) return;
    if (taken.refused.empty()) world.view.error.reset();
    auto words = words_for(taken.taken.size(), session->files().size());
    auto id = taken.deal.id;
    if (entry) {
        entry->archived = false;
        entry->history.record(std::move(entry->deal), words, {}, world.platform.now_ms());
        entry->deal = std::move(taken.deal);
        touch(document, *entry, world.platform.now_ms());
        forget_list_edits(document, id);
    } else {
        if (trimmed(taken.deal.title).empty()) taken.deal.title = "New deal";
        words = "Started " + display_name(taken.deal) + ": " + words_for(taken.taken.size(), session->files().size());
        add_entry(world, std::move(taken.deal), words);
    }
    world.view.drafts.clear();
    leave(world);
    // Where its undo is, too.
    if (document.import) {
        show(world, shown::Imports{id});
    } else {
        open_deal(world, id, Screen::deal);
    }
    show_toast(world.view, world.platform, std::move(words), true);
}

void cancel_intake(World world) {
    leave(world);
}

}
