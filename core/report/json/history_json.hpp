#pragma once

#include "core/calibration/history_base.hpp"

#include <string>

namespace middleground {

// What a history says as JSON, as FORMATS.md has it under "Calibration"; with what a deal begins with, if one was asked about.
std::string write_history(const HistoryModel& model, const HistorySettings& settings, const ExplainedBase* base = nullptr);

}
