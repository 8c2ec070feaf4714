#pragma once

namespace middleground {

// By which column of a table, counted from 0; -1: as the rows come.
struct Sort {
    int column = -1;
    bool descending = false;
};

}
