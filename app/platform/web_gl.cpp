// SDL asks for OpenGL's functions by name only for questions that this program does not put to it. The real function would keep every
// function of WebGL in the page, which weighs more than all of web/.
extern "C" void* eglGetProcAddress(const char*) {
    return nullptr;
}
