#include <GLES3/gl3.h>
#include <emscripten/html5.h>

// SDL asks for OpenGL's functions by name only for questions that this program does not put to it. The real function would keep every
// function of WebGL in the page, which weighs more than all of web/.
extern "C" void* eglGetProcAddress(const char*) {
    return nullptr;
}

// What Dear ImGui's backend gets for glGetIntegerv (tools/cmake/dependencies.cmake). It notes the state of OpenGL before each frame to put
// it back afterwards. Nobody else draws into our context, and each real question stops the page until the graphics process has done all
// that it was given: with them a frame took ten times as long.
extern "C" void middleground_gl_state(GLenum name, GLint* values) {
    switch (name) {
    case GL_MAX_TEXTURE_SIZE:
    case GL_MAJOR_VERSION:
    case GL_MINOR_VERSION:
        glGetIntegerv(name, values);
        break;
    case GL_VIEWPORT:
        values[0] = values[1] = 0;
        emscripten_get_canvas_element_size("#canvas", &values[2], &values[3]);
        break;
    case GL_SCISSOR_BOX:
        values[0] = values[1] = values[2] = values[3] = 0;
        break;
    case GL_ACTIVE_TEXTURE:
        *values = GL_TEXTURE0;
        break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
        *values = GL_FUNC_ADD;
        break;
    default: // bindings and blend factors, and the extensions, which it counts
        *values = 0;
    }
}
