#pragma once

#include "app/values/sort.hpp"

namespace middleground {

struct PeopleDraft {
    Sort sort;
};

}
