#pragma once

#include "core/calibration/history_model.hpp"

#include <string>

namespace middleground {

// What a history says as JSON, as FORMATS.md has it under "Calibration".
std::string write_history(const HistoryModel& model, const HistorySettings& settings);

}
