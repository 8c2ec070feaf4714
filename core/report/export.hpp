#pragma once

#include "core/codec/csv.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/names.hpp"

#include <array>
#include <string>
#include <string_view>

namespace middleground {

enum class ExportFormat : std::uint8_t { json, csv, markdown, html, calendar };

struct ExportedFile {
    std::string bytes;
    std::string_view extension; // ".ics"
    std::string_view type;      // media type
};

// `form`: of tables.
ExportedFile export_deal(const Deal& deal, ExportFormat format, Date today, const io::CsvForm& form = {}); // internal: everything
ExportedFile export_plan(const BuyerPlan& plan, ExportFormat format, const io::CsvForm& form = {});        // buyer-safe

template <>
inline std::span<const EnumName<ExportFormat>> names_of<ExportFormat>() {
    using enum ExportFormat;
    static constexpr std::array<EnumName<ExportFormat>, 5> names{{{json, "json", "JSON"},
                                                                  {csv, "csv", "CSV"},
                                                                  {markdown, "md", "Markdown"},
                                                                  {html, "html", "Web page"},
                                                                  {calendar, "ics", "Calendar"}}};
    return names;
}

}
