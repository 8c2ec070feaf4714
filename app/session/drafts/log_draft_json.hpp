#pragma once

#include "app/session/drafts/log_draft.hpp"
#include "core/base/error.hpp"

#include <string>
#include <string_view>

namespace middleground {

// A draft as it is stored: {"middleground_log_draft": 1, "draft": {...}}. What only the screen knows (whether the form is shown, what is
// half typed to search) is not in it.
std::string write_log_draft(const LogDraft& draft);
// Total: whatever the bytes are, a draft that is not shown, or what is wrong with them. Members that are not known are left out; texts are
// as long as fields take them.
Result<LogDraft> read_log_draft(std::string_view text);

}
