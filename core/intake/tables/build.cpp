#include "core/intake/tables/build.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/origin_values.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground::importing {

ExistingDeals::ExistingDeals(std::span<const Deal* const> deals) {
    for (const auto* deal : deals) {
        ids_.emplace(deal->id.text, true);
        if (deal->sample) continue;
        by_own_id_.try_emplace(deal->id.text, deal);
        if (deal->origin) {
            by_origin_.try_emplace(key_of_record(deal->origin->system, deal->origin->id), deal);
        } else {
            const auto [place, is_new] = by_names_.try_emplace(id_of_names(deal->account, deal->title), deal);
            if (!is_new) place->second = nullptr;
        }
    }
}

namespace {

// A table of our own about deals that were never imported: that they are known by it now is no change.
bool says_nothing_new(Deal deal, const Deal& present, const DealRecord& record) {
    if (present.origin || record.system != OriginSystem::other || record.id != present.id.text) return false;
    deal.origin.reset();
    for (auto& person : deal.stakeholders) {
        const auto* before = find(present, person.id);
        if (before && !before->origin) person.origin.reset();
    }
    return deal == present;
}

// What is there stays.
void take_tags(std::vector<Tag>& present, const std::vector<Tag>& said) {
    std::vector<OwnField> no_fields;
    fill_in_fields(present, no_fields, said, {});
}

// Of the other program, not made of the name or the address.
bool has_id(const PersonOrigin& origin) {
    return mail_addresses_in(origin.id).empty() && origin.id != heading_key(origin.name);
}

}

const Deal* ExistingDeals::find(OriginSystem system, std::string_view id) const {
    const auto found = by_origin_.find(key_of_record(system, id));
    return found == by_origin_.end() ? nullptr : found->second;
}

const Deal* ExistingDeals::find(const DealRecord& record) const {
    if (const auto* deal = find(record.system, record.id)) return deal;
    if (!record.is_row) return nullptr;
    // A table that this program wrote has the ids that deals have here.
    if (record.system == OriginSystem::other && is_id(record.id)) {
        if (const auto own = by_own_id_.find(record.id); own != by_own_id_.end()) return own->second;
    }
    const auto found = by_names_.find(id_of_names(record.account.value_or(""), record.title.value_or("")));
    return found == by_names_.end() ? nullptr : found->second;
}

bool DealBuilder::takes(std::string_view present, std::string& last, std::string_view value, const Source& source, std::string_view what, Empty empty) {
    if (value == present) {
        last = value;
        return false;
    }
    if (value.empty() && empty == Empty::says_nothing) {
        // Nobody empties a deal by leaving a cell out.
        if (last.empty()) return false;
        changes_.values_kept += 1;
        problems_.add(ProblemKind::note, source, {}, {"The file has nothing any more for " + std::string(what), {}, "What is here stays."});
        return false;
    }
    if (present == last || options_.overwrite) {
        last = value;
        return true;
    }
    // Edited by hand. Worth a word only if the other side changed as well.
    if (value != last) {
        const auto shown = value.empty() ? std::string("nothing") : '"' + clean_line(value, 60) + '"';
        problems_.add(ProblemKind::yours_stays, source, {},
                      {"You changed " + std::string(what) + ", but the file has " + shown,
                       {},
                       "Yours stays. To take the file's, replace what you changed by hand."});
    }
    return false;
}

Deal DealBuilder::started(const DealRecord& record) {
    Deal deal;
    do {
        deal.id = DealId::make(random_);
    } while (existing_.has_id(deal.id.text));
    existing_.add_id(deal.id.text);
    deal.created = today_;
    deal.opened = record.created && *record.created <= today_ ? *record.created : today_;
    // What is closed was open before.
    if (const auto text = outcome_text(record.outcome); !text.empty()) {
        deal.opened = std::min(record.created ? deal.opened : today_, *Date::parse(std::string_view(text).substr(text.size() - 10)));
    }
    deal.seller = options_.seller;
    deal.notes = record.notes;
    deal.origin = DealOrigin{};
    deal.origin->system = record.system;
    deal.origin->id = record.id;
    return deal;
}

void DealBuilder::take_facts(Deal& deal, const DealRecord& record, bool is_new) {
    auto& origin = *deal.origin;
    const auto& source = record.source;
    const auto take = [&](std::string& present, std::string& last, const Said& said, std::string_view what) {
        if (said && takes(present, last, *said, source, what)) present = *said;
    };
    take(deal.title, origin.title, record.title, "the title");
    auto account = record.account;
    if (!account && !record.account_id.empty()) {
        if (const auto* known = records_.account_of(record.system, record.account_id)) account = *known;
    }
    take(deal.account, origin.account, account, "the account");
    // Nobody named in the file: it is still the seller of these settings.
    if (record.seller && !(is_new && record.seller->empty())) {
        if (is_new) deal.seller.clear();
        take(deal.seller, origin.seller, record.seller, "the seller");
    }
    if (record.amount_said && takes(amount_text(deal.amount), origin.amount, amount_text(record.amount), source, "the amount")) {
        deal.amount = record.amount;
    }
    if (record.target_said &&
        takes(target_text(deal), origin.target, record.target ? record.target->iso() : std::string(), source, "the target date")) {
        deal.targets.push_back({is_new ? deal.created : today_, record.target, TargetReason::seller_target, {}});
    }
    if (record.outcome_said && takes(outcome_text(deal.outcome), origin.outcome, outcome_text(record.outcome), source, "the outcome", Empty::is_a_value)) {
        deal.outcome = record.outcome;
    }
}

void DealBuilder::build(const DealRecord& record) {
    const auto* present = existing_.find(record);
    if (!present && !record.is_row) return;
    const bool is_closed = !std::holds_alternative<Open>(record.outcome);
    if (!present && is_closed && options_.open_only) {
        changes_.closed_left_out += 1;
        return;
    }
    Deal deal = present ? *present : started(record);
    if (!deal.origin) {
        // Made by hand, and now known to be the same one: what is empty is filled in, the rest is yours.
        deal.origin = DealOrigin{};
        deal.origin->system = record.system;
        deal.origin->id = record.id;
    }
    const auto people_before = deal.stakeholders.size();
    if (record.is_row) {
        take_facts(deal, record, !present);
        take_tags(deal.tags, record.tags);
        take_fields(deal.fields, deal.origin->fields, record.fields, record.source, {});
    }
    take_people(deal, record);
    if (present && (deal == *present || says_nothing_new(deal, *present, record))) {
        changes_.unchanged += 1;
        return;
    }
    if (const auto errors = validate(deal, today_); !errors.empty() && (!present || validate(*present, today_).empty())) {
        changes_.rows_skipped += 1;
        problems_.add(ProblemKind::skipped, record.source, {}, {errors.front().what, {}, errors.front().remedy});
        return;
    }
    changes_.people_added += static_cast<int>(deal.stakeholders.size() - people_before);
    (present ? changes_.updated : changes_.added).push_back(std::move(deal));
}

void DealBuilder::take_people(Deal& deal, const DealRecord& record) {
    for (const auto& place : record.places) {
        take_person(deal, place);
    }
}

void DealBuilder::take_person(Deal& deal, const Place& place) {
    const auto& said = records_.people[static_cast<std::size_t>(place.person)];
    const auto email = id_of_address(said.email);
    const auto name = heading_key(*said.name);
    const auto id = !said.id.empty() ? said.id : !email.empty() ? email : name;
    auto& people = deal.stakeholders;
    auto found = std::ranges::find_if(people, [&](const Stakeholder& person) {
        // As a table of our own calls them.
        if (said.system == OriginSystem::other && said.id == deal.id.text + '-' + person.id.text) return true;
        return person.origin && person.origin->system == said.system && person.origin->id == id;
    });
    if (found == people.end()) {
        // Where the other program knows two under numbers of their own, one address does not make them one.
        const auto is_another = [&](const Stakeholder& person) {
            const bool both_known = !said.id.empty() && person.origin && person.origin->system == said.system && has_id(*person.origin);
            return both_known && heading_key(person.name) != name && heading_key(person.origin->name) != name;
        };
        found = std::ranges::find_if(people, [&](const Stakeholder& person) {
            if (!email.empty() && !is_another(person) && share_mail_address(said.email, person.contact)) return true;
            // By name, where that is all that one of both is known by: a table of deals names people whom another table has numbers for.
            const bool may_be = !person.origin || person.origin->id == name || (said.id.empty() && (email.empty() || person.contact.empty()));
            return may_be && !name.empty() && heading_key(person.name) == name;
        });
    }
    if (found == people.end()) {
        const bool was_removed = std::ranges::find(deal.origin->removed, id, &RemovedPerson::person) != deal.origin->removed.end();
        if (was_removed && !options_.overwrite) return;
        std::erase_if(deal.origin->removed, [&](const RemovedPerson& one) { return one.person == id; });
        if (people.size() == static_cast<std::size_t>(Limits::stakeholders)) {
            problems_.add(
                ProblemKind::left_out, place.source, {},
                {"The deal has " + std::to_string(Limits::stakeholders) + " people already", {}, "Leave out those who matter least."});
            return;
        }
        Stakeholder person;
        do {
            person.id = StakeholderId::make(random_);
        } while (find(deal, person.id));
        person.created = today_;
        people.push_back(std::move(person));
        found = people.end() - 1;
    }
    auto& person = *found;
    if (!person.origin) {
        person.origin = PersonOrigin{};
        person.origin->system = said.system;
        person.origin->id = id;
    }
    auto& origin = *person.origin;
    if (!said.id.empty() && origin.system == said.system) origin.id = said.id;
    const auto take = [&](std::string& present, std::string& last, const Said& value, std::string_view what) {
        if (value && takes(present, last, *value, said.source, std::string(what) + " of " + *said.name)) present = *value;
    };
    take(person.name, origin.name, said.name, "the name");
    take(person.title, origin.title, said.title, "the position");
    take(person.contact, origin.contact, said.contact, "the address");
    const auto present = values_of(person);
    if (said.function && takes(present.function, origin.function, *said.function, said.source, "the function of " + *said.name)) {
        person.function = from_key<Function>(*said.function).value_or(Function::other);
    }
    const auto& role_said = place.role.empty() ? said.role : place.role;
    const auto role = role_said == key_of(Role::influencer) ? std::string() : role_said;
    if (!role_said.empty() && takes(present.role, origin.role, role, place.source, "the role of " + *said.name, Empty::is_a_value)) {
        person.role = from_key<Role>(role_said).value_or(Role::influencer);
    }
    take_tags(person.tags, said.tags);
    take_fields(person.fields, origin.fields, said.fields, said.source, " of " + *said.name);
}

void DealBuilder::take_fields(std::vector<OwnField>& present, std::vector<SaidField>& last, const std::vector<OwnField>& said, const Source& source,
                              const std::string& of) {
    for (const auto& field : said) {
        const auto* there = find_field(present, field.name);
        const bool is_full = present.size() >= static_cast<std::size_t>(Limits::fields) || last.size() >= static_cast<std::size_t>(Limits::fields);
        if (!there && is_full) {
            problems_.add(ProblemKind::left_out, source, field.name, {"There are " + std::to_string(Limits::fields) + " fields of your own already", {}, "Take one out first."});
            continue;
        }
        auto said_last = std::ranges::find_if(last, [&](const SaidField& one) { return same_field(one.name, field.name); });
        if (said_last == last.end()) said_last = last.insert(last.end(), {field.name, {}});
        if (!takes(there ? there->value : std::string(), said_last->value, field.value, source, field.name + of)) continue;
        auto taken = field;
        if (there) {
            taken.name = there->name;
            taken.shared = there->shared;
        }
        present = with_field(std::move(present), field.name, std::move(taken));
    }
}

}
