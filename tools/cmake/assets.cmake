# Data files and fonts inside the program: generated/assets.hpp and generated/icons.hpp, target middleground_assets; and what
# core/base/letters knows of Unicode, generated/clusters.hpp and generated/folding.hpp, target letters_tables; and what the forecast learned
# from real deals, generated/fitted.hpp, target fitted_numbers.
require_file("${LUCIDE_DIR}/font/lucide.ttf" "The icon font (npm package lucide-static)")
require_file("${INTER_FONT_DIR}/Inter-Regular.otf" "The font Inter")
require_file("${UNICODE_DIR}/auxiliary/GraphemeBreakProperty.txt" "The Unicode Character Database (Debian: unicode-data)")

set(generated "${CMAKE_BINARY_DIR}/generated")
set(fonts_script "${CMAKE_SOURCE_DIR}/tools/assets/make_fonts.py")
set(assets_script "${CMAKE_SOURCE_DIR}/tools/assets/make_assets.py")
set(letters_script "${CMAKE_SOURCE_DIR}/tools/assets/make_letters.py")

# The system's python3 has Debian's fontTools; another one may come first on PATH.
if(NOT PYTHON_WITH_FONTTOOLS)
    foreach(candidate python3 /usr/bin/python3)
        execute_process(COMMAND ${candidate} -c "import fontTools" RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
        if(status STREQUAL "0")
            set(PYTHON_WITH_FONTTOOLS ${candidate} CACHE STRING "A python3 that can import fontTools")
            break()
        endif()
    endforeach()
endif()
if(NOT PYTHON_WITH_FONTTOOLS)
    message(FATAL_ERROR "No python3 that can import fontTools: install it (Debian: python3-fonttools), or give -DPYTHON_WITH_FONTTOOLS=")
endif()

set(font_files "${generated}/fonts/regular.otf" "${generated}/fonts/medium.otf" "${generated}/fonts/semibold.otf" "${generated}/fonts/icons.ttf")
add_custom_command(
    OUTPUT ${font_files} "${generated}/generated/icons.hpp"
    COMMAND ${PYTHON_WITH_FONTTOOLS} "${fonts_script}" --inter "${INTER_FONT_DIR}" --lucide "${LUCIDE_DIR}"
            --icons "${CMAKE_SOURCE_DIR}/assets/icons.txt" --fonts "${generated}/fonts" --header "${generated}/generated/icons.hpp"
    DEPENDS "${fonts_script}" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
    COMMENT "Cutting the fonts" VERBATIM)

file(GLOB data_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/playbooks/*.json" "${CMAKE_SOURCE_DIR}/assets/samples/*.json"
    "${CMAKE_SOURCE_DIR}/assets/wording/*.json" "${CMAKE_SOURCE_DIR}/assets/import/*.json" "${CMAKE_SOURCE_DIR}/assets/log/*.json")
# The list of files is an argument of its own so that one that goes away is noticed too.
string(SHA1 data_list "${data_files}")
add_custom_command(
    OUTPUT "${generated}/assets.cpp" "${generated}/generated/assets.hpp"
    COMMAND ${PYTHON_WITH_FONTTOOLS} "${assets_script}" --assets "${CMAKE_SOURCE_DIR}/assets" --fonts "${generated}/fonts"
            --source "${generated}/assets.cpp" --header "${generated}/generated/assets.hpp" --list ${data_list}
    DEPENDS "${assets_script}" ${font_files} ${data_files}
    COMMENT "Packing data files and fonts" VERBATIM)

add_custom_target(generated_headers DEPENDS "${generated}/generated/icons.hpp" "${generated}/generated/assets.hpp")
add_library(middleground_assets STATIC "${generated}/assets.cpp")
target_include_directories(middleground_assets PUBLIC "${generated}")
target_compile_options(middleground_assets PRIVATE -w)
add_dependencies(middleground_assets generated_headers)

set(letters_headers_list "${generated}/letters/generated/clusters.hpp" "${generated}/letters/generated/folding.hpp"
    "${generated}/letters/generated/emoji.hpp")
add_custom_command(
    OUTPUT ${letters_headers_list}
    COMMAND ${PYTHON_WITH_FONTTOOLS} "${letters_script}" --unicode "${UNICODE_DIR}" --headers "${generated}/letters/generated"
    DEPENDS "${letters_script}" "${UNICODE_DIR}/auxiliary/GraphemeBreakProperty.txt"
    COMMENT "Making tables of letters" VERBATIM)
add_custom_target(letters_headers DEPENDS ${letters_headers_list})
add_library(letters_tables INTERFACE)
target_include_directories(letters_tables INTERFACE "${generated}/letters")
add_dependencies(letters_tables letters_headers)

set(fitted_script "${CMAKE_SOURCE_DIR}/tools/assets/make_fitted.py")
set(fitted_data "${CMAKE_SOURCE_DIR}/assets/forecast/fitted.json")
add_custom_command(
    OUTPUT "${generated}/fitted/generated/fitted.hpp"
    COMMAND ${PYTHON_WITH_FONTTOOLS} "${fitted_script}" --fitted "${fitted_data}" --header "${generated}/fitted/generated/fitted.hpp"
    DEPENDS "${fitted_script}" "${fitted_data}"
    COMMENT "Making constants of what was fitted" VERBATIM)
add_custom_target(fitted_header DEPENDS "${generated}/fitted/generated/fitted.hpp")
add_library(fitted_numbers INTERFACE)
target_include_directories(fitted_numbers INTERFACE "${generated}/fitted")
add_dependencies(fitted_numbers fitted_header)
