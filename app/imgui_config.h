#pragma once

// Dear ImGui's compile-time settings; tools/cmake/dependencies.cmake names this file to it.

#define IMGUI_USE_WCHAR32 // emoji and the rest beyond 16 bits
#define ImDrawIdx unsigned int // long tables pass 65,536 vertices

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT // ours are inside the program
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS // the platform opens links
#define IMGUI_DISABLE_FILE_FUNCTIONS // no imgui.ini, no log files; storage is the platform's
