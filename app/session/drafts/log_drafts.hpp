#pragma once

#include "app/session/update/update.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Where drafts of a deal's log are stored. They are nobody else's: no file or link has them, only what the page writes after a crash.
// Two windows may each have one of the same deal: `place` counts from 1 to most_log_drafts.
inline constexpr int most_log_drafts = 9;
std::string draft_key(const DealId& id, int place = 1);
// Whose draft stands under the key, in whichever place; nothing: it is no draft's.
std::optional<DealId> deal_of_draft(std::string_view key);
// Stores the text in the first place that is free, or where the same text stands already. The answer is the place.
Result<int> store_draft(Platform& platform, const DealId& id, std::string_view text);

// What is stored beside the open deal, as view.log, not shown; of several the last. What it names that is gone from the deal is left out.
void load_log_draft(World world);
// Stores view.log beside the open deal, or removes what is stored when it says nothing. Another window's draft is neither written over nor
// removed. False when storage refused; view.error says why.
bool keep_log_draft(World world);
// As asked for by a view that has put the form away: keeps it and says so.
void put_log_draft_away(World world);
void drop_log_draft(World world);
// Takes all of a deal's out of storage, but for what cannot be read; and puts such texts beside a deal again. view.error says what could not.
std::vector<std::string> take_stored_drafts(Platform& platform, const DealId& id);
void put_drafts_back(World world, const DealId& id, const std::vector<std::string>& texts);

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
