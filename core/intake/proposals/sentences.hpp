#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The sentences of what somebody wrote or said: between full stops, marks and lines' ends, without the marks of lists; lines that a mail program broke
// are put together. Those too short or too long to be one are left out, and of a long text only the first are there. Each is on one line.
std::vector<std::string> sentences_of(std::string_view text);

int words_in(std::string_view sentence);
// "How are you?" and the like: nothing to keep.
bool is_small_talk(std::string_view sentence);
// Whether somebody asks the reader to do something: "Could you ...", "please".
bool asks_for_something(std::string_view sentence);
// "Agreed to it" of "We have agreed to it": as the log says it of them.
std::string without_we(std::string_view sentence);
// "Effort" of "I am worried about the effort".
std::string concern_in(std::string_view text);
// "Sizing sheet" of "You the sizing sheet", as it is left of "I will send you the sizing sheet".
std::string promise_in(std::string_view text);

}
