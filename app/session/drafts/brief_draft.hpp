#pragma once

#include "core/analysis/brief_subject.hpp"

namespace middleground {

struct BriefDraft {
    BriefSubject subject; // what it is for
};

}
