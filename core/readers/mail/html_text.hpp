#pragma once

#include <string>
#include <string_view>

namespace middleground::readers {

// The words of a page of HTML as lines of text, as somebody reads them: scripts, styles, comments and what is not shown left out, a line for each
// paragraph, row and <br>, entities as letters. What stands in <blockquote> begins with "> ", as in mail of plain text; so does what Gmail, Outlook,
// Yahoo and Apple mark as quoted. Any bytes, in time that grows with the length; nothing is fetched.
std::string html_text(std::string_view html);

// The letters that an entity stands for, at '&'; `length` is what it takes. Empty: it is none.
std::string entity_at(std::string_view text, std::size_t at, std::size_t& length);

}
