# The sources of one folder compiled as one: most of the time of a build is reading the same headers again. For builds from nothing; off by
# default, so that whoever works on one file compiles one file. An #include that is missing may go unseen here: the build with sanitizers
# compiles each source by itself.
option(UNITY "Compile each folder as one source" OFF)

# What is compiled with options of its own (flags.cmake) stays by itself.
function(by_folder target)
    if(NOT UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # A source that is included looks like a header to it, whose unnamed namespaces it warns of.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        file(RELATIVE_PATH path "${CMAKE_SOURCE_DIR}" "${source}")
        get_filename_component(folder "${path}" DIRECTORY)
        string(REPLACE "/" "_" group "${folder}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
    endforeach()
endfunction()
