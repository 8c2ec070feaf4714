# Third-party parts as targets third_party_*. Each comes from tools/setup's folder, or from a path given with -D.

if(DEFINED ENV{MIDDLEGROUND_DEPS})
    set(default_deps "$ENV{MIDDLEGROUND_DEPS}")
else()
    set(default_deps "${CMAKE_SOURCE_DIR}/.deps")
endif()
set(MIDDLEGROUND_DEPS "${default_deps}" CACHE PATH "Where tools/setup put third-party parts")
set(IMGUI_SOURCE_DIR "${MIDDLEGROUND_DEPS}/imgui" CACHE PATH "Dear ImGui 1.92 or newer")
set(SDL2_SOURCE_DIR "${MIDDLEGROUND_DEPS}/SDL2" CACHE PATH "SDL 2.32, for the web page; the desktop program takes the system's")
set(CATCH2_SOURCE_DIR "${MIDDLEGROUND_DEPS}/catch2" CACHE PATH "Catch2 3")
set(ZLIB_SOURCE_DIR "${MIDDLEGROUND_DEPS}/zlib" CACHE PATH "zlib 1.3")
set(QRCODEGEN_SOURCE_DIR "${MIDDLEGROUND_DEPS}/qrcodegen/c" CACHE PATH "The C library of QR Code generator 1.8")
set(SODIUM_SOURCE_DIR "${MIDDLEGROUND_DEPS}/sodium" CACHE PATH "libsodium 1.0.18 or newer")
set(PUGIXML_SOURCE_DIR "${MIDDLEGROUND_DEPS}/pugixml/src" CACHE PATH "The sources of pugixml 1.13 or newer")
set(JSON_INCLUDE_DIR "${MIDDLEGROUND_DEPS}/json" CACHE PATH "The folder that holds nlohmann/json.hpp")
set(LUCIDE_DIR "${MIDDLEGROUND_DEPS}/node/node_modules/lucide-static" CACHE PATH "The npm package lucide-static")
set(INTER_FONT_DIR "/usr/share/fonts/opentype/inter" CACHE PATH "The folder that holds Inter-Regular.otf")
set(UNICODE_DIR "/usr/share/unicode" CACHE PATH "The Unicode Character Database: the folder that holds UnicodeData.txt")

function(require_file file what)
    if(NOT EXISTS "${file}")
        message(FATAL_ERROR "${what} is missing: ${file}\nRun tools/setup, or give its folder with -D (see tools/cmake/dependencies.cmake).")
    endif()
endfunction()
require_file("${IMGUI_SOURCE_DIR}/imgui.h" "Dear ImGui")
require_file("${ZLIB_SOURCE_DIR}/zlib.h" "zlib")
require_file("${QRCODEGEN_SOURCE_DIR}/qrcodegen.h" "QR Code generator")
require_file("${SODIUM_SOURCE_DIR}/src/libsodium/include/sodium.h" "libsodium")
require_file("${PUGIXML_SOURCE_DIR}/pugixml.hpp" "pugixml")
require_file("${JSON_INCLUDE_DIR}/nlohmann/json.hpp" "nlohmann/json")

file(STRINGS "${IMGUI_SOURCE_DIR}/imgui.h" imgui_version_line REGEX "#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+$" imgui_version "${imgui_version_line}")
if(imgui_version LESS 19200)
    message(FATAL_ERROR "Dear ImGui ${imgui_version} is too old: 1.92 or newer is needed for fonts at any size.")
endif()

# zlib from the same source everywhere: a link is packed to the same bytes natively and in the page.
add_library(third_party_zlib STATIC)
foreach(part adler32 crc32 deflate inffast inflate inftrees trees zutil)
    target_sources(third_party_zlib PRIVATE "${ZLIB_SOURCE_DIR}/${part}.c")
endforeach()
target_include_directories(third_party_zlib SYSTEM PUBLIC "${ZLIB_SOURCE_DIR}")
target_compile_options(third_party_zlib PRIVATE -w $<$<BOOL:${SANITIZE}>:-fsanitize=address>)

# Of minizip, which comes with zlib, only unpacking.
set(minizip "${ZLIB_SOURCE_DIR}/contrib/minizip")
require_file("${minizip}/unzip.c" "minizip")
add_library(third_party_minizip STATIC "${minizip}/unzip.c" "${minizip}/ioapi.c")
target_include_directories(third_party_minizip SYSTEM PUBLIC "${minizip}")
target_compile_definitions(third_party_minizip PRIVATE NOUNCRYPT NOCRYPT USE_FILE32API)
target_compile_options(third_party_minizip PRIVATE -w $<$<BOOL:${SANITIZE}>:-fsanitize=address>)
target_link_libraries(third_party_minizip PUBLIC third_party_zlib)

add_library(third_party_pugixml STATIC "${PUGIXML_SOURCE_DIR}/pugixml.cpp")
target_include_directories(third_party_pugixml SYSTEM PUBLIC "${PUGIXML_SOURCE_DIR}")
target_compile_definitions(third_party_pugixml PUBLIC PUGIXML_NO_XPATH PUGIXML_NO_EXCEPTIONS)
target_compile_options(third_party_pugixml PRIVATE -w $<$<BOOL:${SANITIZE}>:-fsanitize=address>)

add_library(third_party_qrcodegen STATIC "${QRCODEGEN_SOURCE_DIR}/qrcodegen.c")
target_include_directories(third_party_qrcodegen SYSTEM PUBLIC "${QRCODEGEN_SOURCE_DIR}")
target_compile_options(third_party_qrcodegen PRIVATE -w $<$<BOOL:${SANITIZE}>:-fsanitize=address>)

# Of libsodium only Argon2id and XChaCha20-Poly1305, in portable C: the same everywhere, and a tenth of its size.
add_library(third_party_sodium STATIC "${CMAKE_SOURCE_DIR}/tools/cmake/sodium_rest.c")
foreach(part crypto_aead/xchacha20poly1305/sodium/aead_xchacha20poly1305 crypto_core/hchacha20/core_hchacha20
        crypto_generichash/blake2b/ref/blake2b-compress-ref crypto_generichash/blake2b/ref/blake2b-ref
        crypto_generichash/blake2b/ref/generichash_blake2b crypto_onetimeauth/poly1305/onetimeauth_poly1305
        crypto_onetimeauth/poly1305/donna/poly1305_donna crypto_pwhash/argon2/argon2 crypto_pwhash/argon2/argon2-core
        crypto_pwhash/argon2/argon2-fill-block-ref crypto_pwhash/argon2/blake2b-long crypto_stream/chacha20/stream_chacha20
        crypto_stream/chacha20/ref/chacha20_ref crypto_verify/sodium/verify sodium/utils)
    target_sources(third_party_sodium PRIVATE "${SODIUM_SOURCE_DIR}/src/libsodium/${part}.c")
endforeach()
target_include_directories(third_party_sodium SYSTEM PUBLIC "${SODIUM_SOURCE_DIR}/src/libsodium/include")
target_include_directories(third_party_sodium SYSTEM PRIVATE "${SODIUM_SOURCE_DIR}/src/libsodium/include/sodium")
target_include_directories(third_party_sodium SYSTEM INTERFACE "${SODIUM_SOURCE_DIR}/src/libsodium/crypto_pwhash/argon2")
target_compile_definitions(third_party_sodium PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 PUBLIC SODIUM_STATIC=1)
# Whoever opens a protected link waits for this; it is slow without the optimiser.
target_compile_options(third_party_sodium PRIVATE -w -O3 $<$<BOOL:${SANITIZE}>:-fsanitize=address>)

add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE "${JSON_INCLUDE_DIR}")

add_library(third_party_imgui STATIC
    "${IMGUI_SOURCE_DIR}/imgui.cpp" "${IMGUI_SOURCE_DIR}/imgui_draw.cpp" "${IMGUI_SOURCE_DIR}/imgui_tables.cpp"
    "${IMGUI_SOURCE_DIR}/imgui_widgets.cpp" "${IMGUI_SOURCE_DIR}/imgui_demo.cpp" "${IMGUI_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp")
target_include_directories(third_party_imgui SYSTEM PUBLIC "${IMGUI_SOURCE_DIR}" "${IMGUI_SOURCE_DIR}/misc/cpp")
target_include_directories(third_party_imgui PUBLIC "${CMAKE_SOURCE_DIR}")
target_compile_definitions(third_party_imgui PUBLIC IMGUI_USER_CONFIG="app/imgui_config.h")
target_compile_options(third_party_imgui PRIVATE -w $<$<BOOL:${SANITIZE}>:-fsanitize=address>)
set_source_files_properties("${IMGUI_SOURCE_DIR}/imgui.cpp" PROPERTIES OBJECT_DEPENDS "${CMAKE_SOURCE_DIR}/app/imgui_config.h")

if(PROGRAM)
    if(EMSCRIPTEN)
        include(sdl2_web)
        set(sdl2 third_party_sdl2)
    else()
        find_package(SDL2 REQUIRED)
        set(OpenGL_GL_PREFERENCE GLVND)
        find_package(OpenGL REQUIRED)
        set(sdl2 SDL2::SDL2)
        add_library(third_party_cli11 INTERFACE)
        find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
        target_include_directories(third_party_cli11 SYSTEM INTERFACE "${CLI11_INCLUDE_DIR}")
    endif()
    add_library(third_party_imgui_backends STATIC
        "${IMGUI_SOURCE_DIR}/backends/imgui_impl_sdl2.cpp" "${IMGUI_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
    target_include_directories(third_party_imgui_backends SYSTEM PUBLIC "${IMGUI_SOURCE_DIR}/backends")
    target_link_libraries(third_party_imgui_backends PUBLIC third_party_imgui ${sdl2} ${CMAKE_DL_LIBS})
    target_compile_options(third_party_imgui_backends PRIVATE -w)
    if(EMSCRIPTEN)
        target_compile_definitions(third_party_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
        # See app/platform/web/web_gl.cpp.
        set_source_files_properties("${IMGUI_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp" PROPERTIES
            COMPILE_DEFINITIONS glGetIntegerv=middleground_gl_state)
    endif()
endif()

# For letters that the program's own fonts have not; in a browser it does that.
option(SYSTEM_FONTS "The desktop program shows any script with the system's fonts (fontconfig, Raqm, FreeType); OFF: boxes" ON)
if(SYSTEM_FONTS AND NOT EMSCRIPTEN)
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
        pkg_check_modules(FONT_LIBRARIES QUIET IMPORTED_TARGET raqm freetype2 fontconfig)
    endif()
    if(NOT FONT_LIBRARIES_FOUND)
        message(FATAL_ERROR "raqm, freetype2 or fontconfig is missing, or pkg-config (Debian: libraqm-dev libfreetype-dev libfontconfig-dev pkg-config). Give -DSYSTEM_FONTS=OFF to build with boxes for letters beyond Latin, Greek and Cyrillic.")
    endif()
    add_library(third_party_fonts ALIAS PkgConfig::FONT_LIBRARIES)
endif()

# How the desktop program speaks with a team's server; the page does that with npm's @nats-io packages.
option(TEAM "The desktop program can be part of a team (libnats); OFF: it cannot" ON)
if(TEAM AND NOT EMSCRIPTEN)
    find_path(NATS_INCLUDE_DIR nats/nats.h)
    find_library(NATS_LIBRARY nats)
    if(NOT NATS_INCLUDE_DIR OR NOT NATS_LIBRARY)
        message(FATAL_ERROR "libnats 3.4 is missing (Debian: libnats-dev). Give -DTEAM=OFF to build a desktop program without teams.")
    endif()
    add_library(third_party_nats INTERFACE)
    target_include_directories(third_party_nats SYSTEM INTERFACE "${NATS_INCLUDE_DIR}")
    target_link_libraries(third_party_nats INTERFACE "${NATS_LIBRARY}")
endif()

if(TESTS)
    require_file("${CATCH2_SOURCE_DIR}/extras/catch_amalgamated.cpp" "Catch2")
    set(CATCH_CONFIG_DEFAULT_REPORTER console)
    set(CATCH_CONFIG_CONSOLE_WIDTH 140)
    configure_file("${CATCH2_SOURCE_DIR}/src/catch2/catch_user_config.hpp.in" "${CMAKE_BINARY_DIR}/catch2_config/catch2/catch_user_config.hpp")
    # One file instead of a hundred: quicker to build. The tests include the ordinary headers of the same version.
    add_library(third_party_catch2 STATIC "${CATCH2_SOURCE_DIR}/extras/catch_amalgamated.cpp")
    target_include_directories(third_party_catch2 SYSTEM PUBLIC "${CATCH2_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/catch2_config")
    target_compile_options(third_party_catch2 PRIVATE -w -O0)
endif()
