# Headers that nearly every file of a target reads, compiled once for all of them: most of the time of a build for tests is reading headers.
# Off by default: whoever compiles one file without it, and without unity.cmake, finds an #include that is missing.
option(PRECOMPILE "Compile common headers once" OFF)

function(precompile target)
    if(PRECOMPILE)
        target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstdint> <map> <optional> <string> <string_view> <variant>
            <vector> ${ARGN})
    endif()
endfunction()
