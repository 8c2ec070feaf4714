#pragma once

#include "core/base/error.hpp"
#include "core/model/playbook.hpp"

#include <string>

namespace middleground::cli {

// "ten-commitments, enterprise and ...": the ids of those that come with the program.
std::string playbook_names();
// A playbook by its id, out of a file, or of a link. Of a file without an edition it is one of one's own in its first.
Result<Playbook> load_playbook(const std::string& name);
// Neither the id of one, nor a link, nor the name of a file that is there.
bool is_no_playbook(const std::string& name);

}
