# Language, warnings, sanitizers, and the build types: Debug for tests, Release for what people use.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1 -D_GLIBCXX_ASSERTIONS")
set(CMAKE_C_FLAGS_DEBUG "-O0 -g1")

find_program(CCACHE ccache)
if(CCACHE AND NOT EMSCRIPTEN AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# The same numbers on every machine: no fused multiply-add behind our back.
add_compile_options(-ffp-contract=off)

if(SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS")
    set(CMAKE_C_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer")
    add_link_options(-fsanitize=address,undefined)
endif()

option(WASM_TESTS "With Emscripten: the core's tests and benchmarks for Node instead of the page" OFF)
option(AS_PAGE "With WASM_TESTS: optimised as the page is, for benchmarks" OFF)
if(EMSCRIPTEN)
    if(WASM_TESTS)
        # Catch2 needs exceptions. The core is compiled as in the page, the rest so that it is soon there.
        set(CMAKE_CXX_FLAGS_RELEASE "-O1")
        if(AS_PAGE)
            set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
            set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
        endif()
        add_compile_options(-fwasm-exceptions)
        add_link_options(-fwasm-exceptions)
        set(PROGRAM OFF)
    else()
        set(TESTS OFF)
        # For size: what a visitor waits for is the download. A file that computes much asks for more itself.
        set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
        set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG -flto")
        add_compile_options(-fno-threadsafe-statics)
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
    endif()
endif()

# For our own code only; third-party code is compiled with -w.
add_library(middleground_flags INTERFACE)
target_compile_options(middleground_flags INTERFACE -Wall -Wextra -Wshadow -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms of GCC 12 over std::string (its bugs 105651 and 105562), in optimised builds only.
    target_compile_options(middleground_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
    # Clang blames us for what GCC 12's own std::stable_sort calls.
    target_compile_options(middleground_flags INTERFACE -Wno-deprecated-declarations)
endif()
if(WERROR)
    target_compile_options(middleground_flags INTERFACE -Werror)
endif()
if(SANITIZE)
    target_compile_options(middleground_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined)
endif()
