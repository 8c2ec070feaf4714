#pragma once

#include "core/files/json_reader.hpp"
#include "core/model/deal.hpp"

namespace middleground::io {

// A deal object of a file; nothing is checked but its form.
Deal deal_from_json(const Json& object, const Place& place, Reading& reading);
Json deal_to_json(const Deal& deal);

// The diary alone, beside a link, which has none.
Diary diary_from_json(const Json& list, Reading& reading);
Json diary_to_json(const Diary& diary);

// {"marker": version, "deal": {...}} and back: unknown members beside "deal" travel in the deal's `extra`, under "middleground".
Result<Deal> deal_from_file(Json file, std::string_view marker, Reading& reading);
Json deal_to_file(const Deal& deal);

}
