#include "app/platform/render/quiet_x.hpp"

#include <SDL.h>

#include <string_view>

namespace middleground {

#ifdef __EMSCRIPTEN__

QuietX::QuietX() = default;
QuietX::~QuietX() = default;

#else

namespace {

// int (*)(Display*, XErrorEvent*) of Xlib, which SDL has loaded: the program itself is not linked with it.
using Handler = int (*)(void*, void*);
using SetHandler = Handler (*)(Handler);

int ignore(void*, void*) {
    return 0;
}

SetHandler set_handler(void* library) {
    return library ? reinterpret_cast<SetHandler>(SDL_LoadFunction(library, "XSetErrorHandler")) : nullptr;
}

}

QuietX::QuietX() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (!driver || std::string_view(driver) != "x11") return;
    library_ = SDL_LoadObject("libX11.so.6");
    if (const auto set = set_handler(library_)) before_ = reinterpret_cast<void*>(set(ignore));
}

QuietX::~QuietX() {
    SDL_PumpEvents(); // answers that are still on their way
    if (const auto set = set_handler(library_)) set(reinterpret_cast<Handler>(before_));
    if (library_) SDL_UnloadObject(library_);
}

#endif

}
