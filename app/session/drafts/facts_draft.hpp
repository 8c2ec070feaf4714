#pragma once

#include <optional>
#include <string>

namespace middleground {

// A link to a document that is being added or changed.
struct LinkDraft {
    int index = -1; // in the deal's list; -1: a new one
    bool just_opened = true;
    std::string title;
    std::string url;
    std::string error;
};

// The day on which the ask that is shown happened, when that was not today.
struct AskDayDraft {
    std::string on;         // as typed
    std::string not_before; // the same, of an answer
    std::string error;
};

// Half done changes of the open deal's own facts.
struct FactsDraft {
    bool target_open = false;               // the editor that the target in the header opens
    bool targets_shown = false;             // every day that was wanted so far, not only the first
    std::optional<std::string> alternative; // a new one's name as typed
    std::optional<LinkDraft> link;
    std::optional<AskDayDraft> ask_day;
    std::string tag_query;
    std::string currency; // for an amount that is not there yet; empty: the usual one
};

}
