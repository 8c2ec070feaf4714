#include "core/intake/tables/recognise.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/intake/tables/column_content.hpp"
#include "core/intake/tables/last_words.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Several columns of one table may say these; the first that is not empty counts.
bool may_repeat(ImportField field) {
    using enum ImportField;
    return field == closed_on || field == email || field == phone || field == contacts || field == contact_ids || field == tags ||
           field == own_field;
}

bool is_about_a_person(ImportField field) {
    using enum ImportField;
    return field == person_id || field == person_name || field == first_name || field == last_name || field == job_title ||
           field == department || field == email || field == phone || field == role;
}

// Says that the rows are deals, and not just things with a name.
bool is_of_deals_only(ImportField field) {
    using enum ImportField;
    return field == amount || field == stage || field == close_date || field == closed_on || field == is_won || field == reason;
}

std::vector<HeadingKeys> keys_of(const TextTable& table, std::span<const ImportVocabulary> vocabularies) {
    const auto nouns = noun_keys_of(vocabularies);
    std::vector<HeadingKeys> keys;
    for (const auto& heading : table.columns) {
        keys.push_back(heading_keys(heading, nouns));
    }
    return keys;
}

// How a layout would read the columns. Only headings that are there count.
struct Fit {
    std::vector<std::optional<ImportField>> fields;
    int score = 0;
    int of_deals_only = 0; // columns
};

enum class Closeness : std::uint8_t { whole, without_brackets, without_noun };

bool is_called(const HeadingKeys& keys, const std::string& key, Closeness closeness) {
    if (closeness == Closeness::whole) return keys.whole == key;
    const auto& shorter = closeness == Closeness::without_brackets ? keys.plain : keys.bare;
    return std::ranges::find(shorter, key) != shorter.end();
}

// The keys of a layout's headings, column by column.
using LayoutKeys = std::vector<std::vector<std::string>>;

void fit_columns(Fit& fit, const std::vector<HeadingKeys>& keys, const ImportLayout& layout, const LayoutKeys& known, Closeness closeness) {
    const int for_a_field = closeness == Closeness::without_noun ? 1 : 2;
    constexpr int for_a_sign = 1; // a column that only tells what kind of table it is
    for (std::size_t of = 0; of < layout.columns.size(); ++of) {
        const auto& column = layout.columns[of];
        bool taken = column.field != ImportField::nothing && std::ranges::find(fit.fields, column.field) != fit.fields.end();
        for (const auto& key : known[of]) {
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (fit.fields[i] || !is_called(keys[i], key, closeness)) continue;
                if (column.field == ImportField::nothing) {
                    fit.fields[i] = ImportField::nothing;
                    // All that is known of activities are signs.
                    fit.score += layout.kind == ImportKind::activities ? for_a_field : for_a_sign;
                } else if (!taken || may_repeat(column.field)) {
                    fit.fields[i] = column.field;
                    // In a table of deals people are beside the point.
                    const bool aside = layout.kind == ImportKind::deals && is_about_a_person(column.field);
                    // Every program has tags: they tell nothing of which it is.
                    fit.score += taken || column.field == ImportField::tags ? 0 : aside ? for_a_sign : for_a_field;
                    const bool has_noun = !keys[i].bare.empty() && (column.field == ImportField::title || column.field == ImportField::deal_id);
                    fit.of_deals_only += layout.kind == ImportKind::deals && (is_of_deals_only(column.field) || has_noun || key == "deal" || key == "opportunity") ? 1 : 0;
                    taken = true;
                }
            }
        }
    }
}

// Of layouts that fit equally: "Opportunity Name" and "Deal - Title" are headings of three programs; the others share theirs with sheets of nobody in particular.
int claim_of(OriginSystem system) {
    switch (system) {
    case OriginSystem::salesforce:
    case OriginSystem::hubspot:
    case OriginSystem::pipedrive:
        return 2;
    case OriginSystem::other:
        return 1;
    default:
        return 0;
    }
}

Fit fit_of(const std::vector<HeadingKeys>& keys, const ImportLayout& layout) {
    Fit fit{std::vector<std::optional<ImportField>>(keys.size()), 0, 0};
    LayoutKeys known;
    for (const auto& column : layout.columns) {
        auto& of = known.emplace_back();
        for (const auto& heading : column.headings) {
            of.push_back(heading_key(heading));
            // "estagio": databases name their columns without accents.
            if (std::ranges::any_of(heading, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
                if (auto plain = heading_key(plain_letters(heading)); !plain.empty() && plain != of.back()) of.push_back(std::move(plain));
            }
        }
    }
    fit_columns(fit, keys, layout, known, Closeness::whole);
    fit_columns(fit, keys, layout, known, Closeness::without_brackets);
    if (layout.kind == ImportKind::deals) fit_columns(fit, keys, layout, known, Closeness::without_noun);
    return fit;
}

bool has(const std::vector<ImportField>& fields, ImportField field) {
    return std::ranges::find(fields, field) != fields.end();
}

std::vector<ImportField> plain(const Fit& fit) {
    std::vector<ImportField> fields;
    for (const auto& field : fit.fields) {
        fields.push_back(field.value_or(ImportField::nothing));
    }
    return fields;
}

// Columns that nobody spoke for yet get the meaning that another layout of that kind knows.
void complete(Fit& fit, const std::vector<HeadingKeys>& keys, const ImportLayout& layout) {
    const auto other = fit_of(keys, layout);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (fit.fields[i] || !other.fields[i] || *other.fields[i] == ImportField::nothing) continue;
        const bool taken = std::ranges::find(fit.fields, other.fields[i]) != fit.fields.end();
        if (!taken || may_repeat(*other.fields[i])) fit.fields[i] = other.fields[i];
    }
}

}

std::vector<ImportField> fields_of(const TextTable& table, std::span<const ImportVocabulary> vocabularies, OriginSystem system,
                                   ImportKind kind) {
    const auto keys = keys_of(table, vocabularies);
    Fit best{std::vector<std::optional<ImportField>>(keys.size()), -1, 0};
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (layout.kind != kind || layout.system != system) continue;
            if (auto fit = fit_of(keys, layout); fit.score > best.score) best = std::move(fit);
        }
    }
    for (const auto wanted : {system, OriginSystem::other}) {
        for (const auto& vocabulary : vocabularies) {
            for (const auto& layout : vocabulary.layouts) {
                if (layout.kind == kind && layout.system == wanted) complete(best, keys, layout);
            }
        }
    }
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (layout.kind == kind) complete(best, keys, layout);
        }
    }
    if (kind == ImportKind::deals) complete_by_last_words(best.fields, table, vocabularies);
    return plain(best);
}

TableMapping recognise(const FileTable& file, std::span<const ImportVocabulary> vocabularies, std::optional<OriginSystem> wanted) {
    const auto& table = file.table;
    TableMapping best;
    best.system = wanted.value_or(OriginSystem::other);
    if (file.heading_line == 0) {
        best.fields = fields_by_content(table, vocabularies);
        best.by_content = true;
        return best;
    }
    const auto keys = keys_of(table, vocabularies);
    int best_score = 0;
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (wanted && layout.system != *wanted) continue;
            const auto fit = fit_of(keys, layout);
            TableMapping mapping;
            mapping.system = layout.system;
            mapping.kind = layout.kind;
            mapping.fields = plain(fit);
            mapping.recognised = layout.kind != ImportKind::deals || fit.of_deals_only > 0;
            // Lists of customers and deals are known though they may lack what makes them useful.
            // What people and deals have alike speaks for people where nothing else speaks for deals.
            const int doubt = layout.kind == ImportKind::deals && fit.of_deals_only == 0 && fit.score > 4 ? 3 : 0;
            const int score = fit.score == 0 ? 0 : 4 * fit.score + claim_of(layout.system) - doubt;
            constexpr int enough_to_tell = 4; // headings like "Company" and "Status" alone say nothing
            const bool is_other = layout.kind == ImportKind::accounts || layout.kind == ImportKind::activities;
            const bool is_known = (is_other && fit.score >= enough_to_tell) || fit.of_deals_only > 0;
            const bool whole = is_known || !missing_fields_in(mapping);
            if (score > best_score && whole) {
                best_score = score;
                best = mapping;
            }
        }
    }
    // Names with the numbers of customers are customers, unless something speaks for deals.
    if (best.kind == ImportKind::deals && !best.recognised && !has(best.fields, ImportField::deal_id)) {
        for (const auto& vocabulary : vocabularies) {
            for (const auto& layout : vocabulary.layouts) {
                if (layout.kind != ImportKind::accounts || (wanted && layout.system != *wanted) || best.kind == ImportKind::accounts) continue;
                TableMapping mapping;
                mapping.system = layout.system;
                mapping.kind = layout.kind;
                mapping.fields = plain(fit_of(keys, layout));
                mapping.recognised = true;
                if (!missing_fields_in(mapping)) best = mapping;
            }
        }
    }
    best.fields = fields_of(table, vocabularies, best.system, best.kind);
    mend_by_content(best, table);
    if (best.kind == ImportKind::deals) best.recognised = best.recognised || std::ranges::any_of(best.fields, is_of_deals_only);
    return best;
}

std::vector<ImportField> fields_for(ImportKind kind) {
    using enum ImportField;
    switch (kind) {
    case ImportKind::deals:
        return {nothing, title,     account,     amount,     currency,   stage,       status,  close_date,  closed_on, created, changed, seller,    reason,
                notes,   deal_id,   account_id,  is_won,     is_closed,  contacts,    contact_ids, person_id, person_name, first_name, last_name,
                job_title, department, email,    phone,      role,       tags,        own_field};
    case ImportKind::people:
        return {nothing, person_name, first_name, last_name, job_title, department, email, phone, role, account, person_id, account_id, deal_ids, tags, own_field};
    case ImportKind::roles:
        return {nothing, deal_id, person_id, role, person_name, first_name, last_name, job_title, department, email, phone, tags, own_field};
    case ImportKind::activities:
        return {nothing};
    case ImportKind::accounts:
        break;
    }
    return {nothing, account_id, account};
}

TableMapping with_field(TableMapping mapping, int column, ImportField field) {
    if (field != ImportField::nothing && !may_repeat(field)) std::ranges::replace(mapping.fields, field, ImportField::nothing);
    mapping.fields[static_cast<std::size_t>(column)] = field;
    return mapping;
}

std::optional<std::string> missing_fields_in(const TableMapping& mapping) {
    using enum ImportField;
    const auto& fields = mapping.fields;
    const bool has_person = has(fields, person_name) || has(fields, last_name) || has(fields, first_name) || has(fields, email);
    switch (mapping.kind) {
    case ImportKind::deals:
        // Databases leave the names to other tables: then the ID is the name.
        if (!has(fields, title) && !has(fields, account) && !has(fields, deal_id)) return "Say which column has the title of the deal, or the account";
        break;
    case ImportKind::people:
        if (!has_person) return "Say which column has the name of the person";
        break;
    case ImportKind::roles:
        if (!has(fields, deal_id)) return "Say which column has the ID of the deal";
        if (!has(fields, person_id) && !has_person) return "Say which column has the ID of the person";
        break;
    case ImportKind::accounts:
        if (!has(fields, account_id) || !has(fields, account)) {
            return "These are companies, not deals. Only with an ID that a table of deals names can they be used: say which columns have the ID and the name, "
                   "or what the rows are";
        }
        break;
    case ImportKind::activities:
        return "These are tasks and activities, not deals, and nothing of them can be taken. Leave this file out, or say what its rows are";
    }
    return {};
}

std::optional<std::string> missing_in(const TableMapping& mapping) {
    if (auto missing = missing_fields_in(mapping)) return missing;
    if (mapping.by_content) return "It has no headings. Say that the columns mean what they were taken for, or what they mean";
    if (mapping.recognised) return {};
    return "Nothing in its headings says that the rows are deals. Say what they are, and what the columns mean";
}

}
