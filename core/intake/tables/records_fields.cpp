// Tags and fields of the seller's own, in rows.
#include "core/intake/tables/records.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/own_columns.hpp"
#include "core/model/limits.hpp"

#include <algorithm>

namespace middleground::importing {

namespace {

bool add_tag(std::vector<Tag>& tags, const Tag& tag) {
    const bool is_there = std::ranges::any_of(tags, [&](const Tag& one) { return folded(one.name) == folded(tag.name); });
    if (is_there || tags.size() == static_cast<std::size_t>(Limits::tags)) return false;
    tags.push_back(tag);
    return true;
}

}

bool fill_in_fields(std::vector<Tag>& tags, std::vector<OwnField>& fields, const std::vector<Tag>& other_tags, const std::vector<OwnField>& other_fields) {
    bool any = false;
    for (const auto& tag : other_tags) {
        any = add_tag(tags, tag) || any;
    }
    for (const auto& field : other_fields) {
        if (find_field(fields, field.name)) continue;
        fields.push_back(field);
        any = true;
    }
    return any;
}

std::vector<Tag> RowReader::tags_of(const Row& row) const {
    std::vector<Tag> tags;
    const auto& mapped = tables_[static_cast<std::size_t>(table_)].mapping.fields;
    for (std::size_t column = 0; column < mapped.size() && column < row.size(); ++column) {
        if (mapped[column] != ImportField::tags) continue;
        // Commas part them only where no semicolon does.
        const auto cell = std::string_view(row[column]);
        const auto parts = cell.contains(';') || cell.contains('\n') ? parts_of(cell) : ids_in(cell);
        for (const auto part : parts) {
            if (auto name = clean_line(part, Limits::short_text); !name.empty()) add_tag(tags, {std::move(name)});
        }
    }
    return tags;
}

std::vector<OwnField> RowReader::own_fields_of(const Row& row, Source source) {
    std::vector<OwnField> fields;
    const auto& given = tables_[static_cast<std::size_t>(table_)];
    const auto& mapping = given.mapping;
    for (std::size_t column = 0; column < mapping.own.size() && column < row.size(); ++column) {
        const auto& own = mapping.own[column];
        if (mapping.fields[column] != ImportField::own_field || own.name.empty() || find_field(fields, own.name)) continue;
        const bool in_doubt = decimals_.in_doubt && own.kind == FieldKind::number && decimal_hint(row[column]) == DecimalHint::either;
        auto value = in_doubt ? fail('"' + clean_line(row[column], 40) + "\" can be read in two ways", {}, "Choose the decimal sign.")
                              : own_cell(row[column], own.kind, dates_.columns[column], decimals_.sign);
        if (!value) {
            problems_.add(ProblemKind::left_out, source, given.file->table.columns[column], std::move(value.error()));
            continue;
        }
        if (value->empty()) continue;
        if (fields.size() == static_cast<std::size_t>(Limits::fields)) {
            problems_.add(ProblemKind::left_out, source, given.file->table.columns[column],
                          {"There are " + std::to_string(Limits::fields) + " fields of your own already", {}, "Leave out the columns that matter least."});
            break;
        }
        fields.push_back({own.name, own.kind, std::move(*value), own.shared});
    }
    return fields;
}

}
