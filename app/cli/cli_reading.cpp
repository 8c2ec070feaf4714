#include "app/cli/cli_reading.hpp"

#include "app/cli/cli_files.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/column_reading.hpp"
#include "core/intake/tables/reading/table_names.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground::cli {

void say_reading(const std::string& name, const FileTable& file, const TableMapping& mapping, const std::string& currency) {
    say(name + ": " + std::string(label_of(mapping.kind)) + " from " +
        (mapping.system == OriginSystem::other ? "another program" : std::string(label_of(mapping.system))) + ", " +
        counted(static_cast<int>(file.table.rows.size()), "row", "rows") + "; " + encoding_name(file.encoding) + "; " + separator_name(file.separator) + ", " +
        (file.heading_line == 0 ? "no headings" : "headings in line " + std::to_string(file.heading_line)) + '.');
    for (const auto& column : column_readings(file, mapping)) {
        std::string values;
        for (const auto& value : column.values) values += (values.empty() ? "" : " | ") + value;
        const auto field = column.field == ImportField::nothing ? std::string("left out")
                           : column.field == ImportField::own_field  ? "own field " + column.own.name
                                                                     : std::string(label_of(column.field));
        const auto unread = column.unread == 0 ? std::string() : " (" + std::to_string(column.unread) + " of " + std::to_string(column.filled) + " cannot be read)";
        say("  " + column.heading + " -> " + field + unread + ": " + (values.empty() ? "empty" : values));
    }
    const auto has = [&](ImportField field) { return std::ranges::find(mapping.fields, field) != mapping.fields.end(); };
    if (has(ImportField::amount) && !has(ImportField::currency)) say("  Amounts that do not say their currency are taken as " + currency + "; --currency says another.");
}

}
