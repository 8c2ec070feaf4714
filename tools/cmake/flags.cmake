# Language, warnings, sanitizers, and the build types: Debug for tests, Release for what people use.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# The tests compute for minutes: what -O1 costs to compile it gives back several times the first time they run.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -D_GLIBCXX_ASSERTIONS")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")

find_program(CCACHE ccache)
if(CCACHE AND NOT EMSCRIPTEN AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# The same numbers on every machine: no fused multiply-add behind our back.
add_compile_options(-ffp-contract=off)

if(SANITIZE)
    add_compile_options(-fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

if(EMSCRIPTEN)
    # For size: what a visitor waits for is the download. What computes much is named below. Without LTO the program links in
    # seconds instead of a minute and is 3 % larger: for whoever works on a page.
    option(LTO "Optimise the page's program as a whole" ON)
    if(LTO)
        set(LTO_FLAG -flto)
    else()
        set(LTO_FLAG "")
    endif()
    set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG ${LTO_FLAG}")
    set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG ${LTO_FLAG}")
    # What every browser with WebGL 2 has: without the first, each number cut to a whole one is checked by hand before.
    add_compile_options(-mnontrapping-fptoint -mbulk-memory -fno-threadsafe-statics)
    # Catch2 throws: targets with the property THROWS run under Node only.
    foreach(option no-exceptions no-rtti)
        add_compile_options($<$<AND:$<COMPILE_LANGUAGE:CXX>,$<NOT:$<BOOL:$<TARGET_PROPERTY:THROWS>>>>:-f${option}>)
    endforeach()
endif()

# Those of the sources that people wait for: compiled for speed on the page too. Elsewhere everything is.
set(for_speed
    core/analysis/consensus.cpp core/analysis/wording.cpp
    core/base/id.cpp core/base/text.cpp
    core/forecast/forecast.cpp core/forecast/prepared_deal.cpp core/forecast/simulation.cpp core/forecast/simulation_end.cpp core/forecast/lanes.cpp
    core/intake/tables/cells.cpp core/intake/tables/import_changes.cpp core/intake/tables/amounts.cpp
    core/intake/tables/reading/cell_text.cpp core/intake/tables/reading/record_splitter.cpp core/intake/tables/reading/table_reader.cpp
    core/model/commitment.cpp core/model/deal.cpp core/model/plan/plan.cpp core/model/plan/prerequisites.cpp core/model/words/table_date.cpp)
if(EMSCRIPTEN)
    foreach(source IN LISTS for_speed)
        if(NOT EXISTS "${CMAKE_SOURCE_DIR}/${source}")
            message(FATAL_ERROR "${source} is gone: change the list in ${CMAKE_CURRENT_LIST_FILE}")
        endif()
        set_source_files_properties("${CMAKE_SOURCE_DIR}/${source}" PROPERTIES COMPILE_OPTIONS -O2)
    endforeach()
    # Tests, which have run-time types, derive from its class.
    set_source_files_properties("${CMAKE_SOURCE_DIR}/core/codec/charset.cpp" PROPERTIES COMPILE_OPTIONS -frtti)
    # Futures side by side: every browser with WebGL 2 has vectors of 128 bits, too.
    set_source_files_properties("${CMAKE_SOURCE_DIR}/core/forecast/lanes.cpp" PROPERTIES COMPILE_OPTIONS "-O2;-msimd128")
endif()

# For our own code only; third-party code is compiled with -w.
add_library(middleground_flags INTERFACE)
target_compile_options(middleground_flags INTERFACE -Wall -Wextra -Wshadow -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms of GCC 12 over std::string (its bugs 105651, 105562, 105329 and 107852), in optimised builds only.
    target_compile_options(middleground_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds)
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
