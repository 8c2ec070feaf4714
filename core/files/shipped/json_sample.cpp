#include "core/files/check.hpp"
#include "core/files/json.hpp"
#include "core/files/json_deal.hpp"
#include "core/files/json_file.hpp"

namespace middleground::io {

Result<Deal> read_sample(std::string_view text, Date today) {
    auto file = open_file(text, FileKind::sample);
    if (!file) return std::unexpected(file.error());
    Reading reading;
    reading.day_zero = today;
    auto deal = deal_from_file(std::move(*file), marker_of(FileKind::sample), reading);
    if (!deal) return deal;
    if (auto valid = check(*deal, today); !valid) return std::unexpected(valid.error());
    return deal;
}

}
