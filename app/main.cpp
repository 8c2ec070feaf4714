#ifdef __EMSCRIPTEN__

#include "app/run_web.hpp"

int main() {
    return middleground::run_web();
}

#else

#include "app/cli/cli.hpp"
#include "app/run_native.hpp"

int main(int argc, char** argv) {
    const auto launch = middleground::run_cli(argc, argv);
    if (const auto* exit_code = std::get_if<int>(&launch)) return *exit_code;
    const auto& window = std::get<middleground::Launch>(launch);
    return middleground::run_native(window.open, window.drawing);
}

#endif
