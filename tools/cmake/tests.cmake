# core_tests, app_tests, one executable for each tests/fuzz/*_fuzz.cpp and tests/bench/*.cpp. A folder that is still empty makes no target.

file(GLOB support_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/support/*.cpp")
collect_sources(core_test_sources tests/core)
collect_sources(app_test_sources tests/app)
# Helpers that know the app live in tests/support/app.
collect_sources(app_support_sources tests/support/app)

# Under the sanitizers the tests themselves need not be quick, but soon compiled. Of an inline function the linker keeps the first copy that
# it sees: it has to be the library's, or all that the library calls of the standard library is the tests' slow one.
set(test_options "$<$<BOOL:${SANITIZE}>:-O0>")
function(inline_functions_of library target)
    if(SANITIZE)
        target_link_options(${target} BEFORE PRIVATE "LINKER:--whole-archive,$<TARGET_FILE:${library}>,--no-whole-archive")
    endif()
endfunction()

# With Emscripten the tests run under Node, with the very objects of the core that the page is made of. They themselves are soon compiled.
function(throws target)
    if(EMSCRIPTEN)
        set_target_properties(${target} PROPERTIES THROWS ON)
        target_compile_options(${target} PRIVATE -fwasm-exceptions -O1 -fno-lto)
    endif()
endfunction()
function(link_with_node target)
    throws(${target})
    if(EMSCRIPTEN)
        target_link_options(${target} PRIVATE -fwasm-exceptions -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
            -sSTACK_SIZE=4MB ${ARGN})
        set_target_properties(${target} PROPERTIES SUFFIX .cjs)
    endif()
endfunction()
if(EMSCRIPTEN)
    set(PRECOMPILE ON) # of the tests only: the page is there already
endif()
throws(third_party_catch2)

# The only file that knows where the checkout lies: what a compiler cache holds serves every checkout.
set_source_files_properties("${CMAKE_SOURCE_DIR}/tests/support/source_file.cpp" PROPERTIES
    COMPILE_DEFINITIONS "MIDDLEGROUND_SOURCE_ROOT=\"${CMAKE_SOURCE_DIR}\";MIDDLEGROUND_UNICODE_DIR=\"${UNICODE_DIR}\"")

if(TARGET middleground_core)
    if(support_sources)
        add_library(test_support STATIC ${support_sources})
        target_link_libraries(test_support PUBLIC middleground_readers middleground_core middleground_assets third_party_catch2 PRIVATE third_party_zlib)
        throws(test_support)
    else()
        add_library(test_support INTERFACE)
        target_link_libraries(test_support INTERFACE middleground_core middleground_assets third_party_catch2)
    endif()
    if(core_test_sources)
        add_executable(core_tests ${core_test_sources})
        # What the core wrote as JSON, the tests also read as JSON.
        target_link_libraries(core_tests PRIVATE test_support middleground_readers third_party_json)
        target_compile_options(core_tests PRIVATE ${test_options})
        precompile(core_tests <catch2/catch_test_macros.hpp> core/assessment.hpp)
        link_with_node(core_tests -O1 -fno-lto)
        inline_functions_of(middleground_core core_tests)
    endif()

    file(GLOB bench_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/bench/*.cpp")
    if(EMSCRIPTEN)
        # Drawing is measured in the browser (tools/bench_render.mjs).
        list(FILTER bench_sources EXCLUDE REGEX "/render_bench[.]cpp$")
    endif()
    if(NOT CMAKE_BUILD_TYPE STREQUAL Debug)
        foreach(source IN LISTS bench_sources)
            get_filename_component(name "${source}" NAME_WE)
            add_executable(${name} "${source}")
            target_link_libraries(${name} PRIVATE test_support)
            set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
            link_with_node(${name})
        endforeach()
        if(TARGET fit_forecast)
            target_sources(fit_forecast PRIVATE "${CMAKE_SOURCE_DIR}/tests/bench/curves/curves.cpp")
        endif()
        if(TARGET render_bench)
            target_link_libraries(render_bench PRIVATE middleground_ui middleground_raster)
        endif()
    endif()

    if(FUZZ)
        file(GLOB fuzz_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp")
        foreach(source IN LISTS fuzz_sources)
            get_filename_component(name "${source}" NAME_WE)
            add_executable(${name} "${source}")
            target_link_libraries(${name} PRIVATE middleground_core middleground_readers middleground_assets)
            target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        endforeach()
        target_sources(log_line_fuzz PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/log_line.cpp")
        foreach(name mail calendar cards contacts transcript action_plan workbook recognise)
            target_sources(${name}_fuzz PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/log_line.cpp" "${CMAKE_SOURCE_DIR}/tests/support/analysis.cpp")
        endforeach()
        target_sources(said_fuzz PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/said.cpp" "${CMAKE_SOURCE_DIR}/tests/support/analysis.cpp")
    endif()
endif()

if(NOT SYSTEM_FONTS)
    list(FILTER app_test_sources EXCLUDE REGEX "/native/fonts/")
endif()
if(TARGET middleground_ui AND app_test_sources AND NOT EMSCRIPTEN)
    # Of the desktop's platform only what needs no window.
    add_executable(app_tests ${app_test_sources} ${app_support_sources} "${CMAKE_SOURCE_DIR}/app/platform/native/native_charsets.cpp"
                   "${CMAKE_SOURCE_DIR}/app/platform/native/native_files.cpp"
                   "${CMAKE_SOURCE_DIR}/app/platform/native/native_hold.cpp" "${CMAKE_SOURCE_DIR}/app/platform/native/native_reading.cpp" "${CMAKE_SOURCE_DIR}/app/platform/native/native_storage.cpp")
    target_link_libraries(app_tests PRIVATE middleground_ui middleground_raster middleground_fonts test_support third_party_json)
    target_compile_options(app_tests PRIVATE ${test_options})
    precompile(app_tests <catch2/catch_test_macros.hpp> app/session/action.hpp app/session/forecasts.hpp app/session/view_state.hpp app/ui/context.hpp)
    inline_functions_of(middleground_core app_tests)
    # What tests/team/*.test.mjs drives: the desktop's way to a team's server, by lines of text.
    if(TEAM)
        add_executable(team_probe "${CMAKE_SOURCE_DIR}/tests/team/team_probe.cpp" "${CMAKE_SOURCE_DIR}/app/platform/native/native_hold.cpp"
                       "${CMAKE_SOURCE_DIR}/app/platform/team_trouble.cpp")
        target_link_libraries(team_probe PRIVATE middleground_team third_party_json)
    endif()
endif()
