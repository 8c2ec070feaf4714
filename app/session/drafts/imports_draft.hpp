#pragma once

namespace middleground {

struct ImportsDraft {
    int table = 0; // whose columns are shown
};

}
