#pragma once

namespace middleground {

struct Context;

// The file that is kept up to date, where the system has such: choosing it, how it is with it, and doing without it.
void draw_backup_file(const Context& context);

}
