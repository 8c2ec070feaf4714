#include "core/report/export.hpp"

#include "core/codec/csv.hpp"
#include "core/files/json.hpp"
#include "core/report/calendar.hpp"
#include "core/report/deal_page.hpp"
#include "core/report/plan_page.hpp"
#include "core/report/tables.hpp"

namespace middleground {

namespace {

ExportedFile file_of(ExportFormat format, std::string bytes) {
    switch (format) {
    case ExportFormat::json:
        return {std::move(bytes), ".json", "application/json"};
    case ExportFormat::csv:
        return {std::move(bytes), ".csv", "text/csv"};
    case ExportFormat::markdown:
        return {std::move(bytes), ".md", "text/markdown"};
    case ExportFormat::html:
        return {std::move(bytes), ".html", "text/html"};
    case ExportFormat::calendar:
        break;
    }
    return {std::move(bytes), ".ics", "text/calendar"};
}

std::string text_of(const Deal& deal, ExportFormat format, Date today, const io::CsvForm& form) {
    switch (format) {
    case ExportFormat::json:
        return io::write_deal(deal);
    case ExportFormat::csv:
        return io::write_csv(deal_table(deal, form), form);
    case ExportFormat::markdown:
        return paper_markdown(deal_paper(deal, today));
    case ExportFormat::html:
        return paper_html(deal_paper(deal, today));
    case ExportFormat::calendar:
        break;
    }
    return deal_calendar(deal, today);
}

std::string text_of(const BuyerPlan& plan, ExportFormat format, const io::CsvForm& form) {
    switch (format) {
    case ExportFormat::json:
        return io::write_plan(plan);
    case ExportFormat::csv:
        return io::write_csv(plan_table(plan, form), form);
    case ExportFormat::markdown:
        return paper_markdown(plan_paper(plan));
    case ExportFormat::html:
        return paper_html(plan_paper(plan));
    case ExportFormat::calendar:
        break;
    }
    return plan_calendar(plan);
}

}

ExportedFile export_deal(const Deal& deal, ExportFormat format, Date today, const io::CsvForm& form) {
    return file_of(format, text_of(deal, format, today, form));
}

ExportedFile export_plan(const BuyerPlan& plan, ExportFormat format, const io::CsvForm& form) {
    return file_of(format, text_of(plan, format, form));
}

}
