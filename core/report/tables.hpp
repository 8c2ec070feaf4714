#pragma once

#include "core/base/text_table.hpp"
#include "core/codec/csv.hpp"
#include "core/model/buyer_plan.hpp"

#include <span>

namespace middleground {

// Tables for spreadsheets: days as 2026-06-30, amounts and numbers as the form writes them, fields of one's own in columns of their names.

// One row for the deal, then for each person and each commitment; the first column says which.
TextTable deal_table(const Deal& deal, const io::CsvForm& form = {});
TextTable plan_table(const BuyerPlan& plan, const io::CsvForm& form = {});

// One row a deal, and one a person of these deals: an import reads both, knows the deals again by their ids, and changes nothing.
TextTable deals_table(std::span<const Deal* const> deals, const io::CsvForm& form = {});
TextTable people_table(std::span<const Deal* const> deals, const io::CsvForm& form = {});

}
