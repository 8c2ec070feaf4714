#pragma once

#include "core/model/playbook.hpp"

namespace middleground {

// The plan of a deal as a playbook: titles, signs, wordings, what waits for what and, of those who were asked or shall agree, functions and roles.
// Nothing else of the deal is in it, no name of a person and no note; the deal's title and account neither, but the titles of commitments are
// as they were written. Days and odds are those of the step that a commitment was planned from, in `from` (may be null); of others they are usual
// ones around the days that it took. A deal without a plan gives a playbook of the decision alone.
Playbook playbook_from_deal(const Deal& deal, const Playbook* from, std::string id, std::string title);

}
