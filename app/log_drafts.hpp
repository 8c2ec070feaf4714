#pragma once

#include "app/update.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// Where the draft of a deal's log is stored. It is nobody else's: no file, link or backup has it.
std::string draft_key(const DealId& id);

// What is stored beside the open deal, as view.log, not shown. What it names that is gone from the deal is left out.
void load_log_draft(World world);
// Stores view.log beside the open deal, or removes what is stored when it says nothing. False when storage refused; view.error says why.
bool keep_log_draft(World world);
// As asked for by a view that has put the form away: keeps it and says so.
void put_log_draft_away(World world);
void drop_log_draft(World world);
void remove_stored_draft(Platform& platform, const DealId& id);

// Notices that the form's words changed and says when they have to be stored, so that a page that goes away takes nothing with it.
class LogDraftWatch {
public:
    // Once a frame.
    void look(const Document& document, const ViewState& view, std::int64_t now_ms);
    // Milliseconds until the draft has to be stored; nothing: it is.
    std::optional<std::int64_t> due_in_ms(std::int64_t now_ms) const;
    void stored() {
        unsaved_since_ms_.reset();
        failed_ = false;
    }
    // Storage refused it: the form has it, and it is tried again when the form's words change or `now` is asked for.
    void failed() {
        unsaved_since_ms_.reset();
        failed_ = true;
    }
    bool has_failed() const { return failed_; }

private:
    DealId of_;
    std::string known_; // as it would be stored
    std::optional<std::int64_t> unsaved_since_ms_;
    bool failed_ = false;
};

}
