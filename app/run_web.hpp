#pragma once

namespace middleground {

// Sets the program up and gives control back to the browser, which calls it for every frame and event from then on. The exit code; on
// failure the page shows what is on stderr.
int run_web();

}
