# How the page's program is linked. The glue in web/ and app/platform/web/*.cpp name what they need of it here.

set(MIDDLEGROUND_EXPORTS _main _malloc _free)
set(MIDDLEGROUND_RUNTIME UTF8ToString stringToNewUTF8 HEAPU8)

# The readers' program: web/reader.js runs it in a worker. Nothing of it throws, so that it needs no exceptions; what fails in it all the same ends the worker only.
function(middleground_reader_options target)
    target_link_options(${target} PRIVATE
        -Oz ${LTO_FLAG}
        # A mail of 64 MB stands in memory a few times over; beyond that a file is refused rather than the device brought to a halt. Parts of mails lie in
        # each other, so that what reads them wants more than Emscripten's usual 64 KB of stack.
        -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB -sSTACK_SIZE=1MB -sMALLOC=emmalloc
        -sFILESYSTEM=0 -sENVIRONMENT=worker -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createReaders --no-entry
        -sEXPORTED_FUNCTIONS=_mg_read,_malloc,_free -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToNewUTF8,HEAPU8
        --js-library "${CMAKE_SOURCE_DIR}/app/platform/web/web_page.js"
        "$<$<CONFIG:Debug>:-sASSERTIONS=2>" "$<$<NOT:$<CONFIG:Debug>>:-sASSERTIONS=0>")
    set_target_properties(${target} PROPERTIES SUFFIX .js LINK_DEPENDS "${CMAKE_CURRENT_FUNCTION_LIST_FILE};${CMAKE_SOURCE_DIR}/app/platform/web/web_page.js")
endfunction()

function(middleground_web_options target)
    list(JOIN MIDDLEGROUND_EXPORTS "," exports)
    list(JOIN MIDDLEGROUND_RUNTIME "," runtime)
    target_link_options(${target} PRIVATE
        -Oz ${LTO_FLAG}
        # Names of functions and of data, by which tools/split_program.py knows what the first picture needs, and which it takes out.
        --profiling-funcs -Wl,--no-merge-data-segments
        # What is called in one place only would be made part of that place: then what is rarely needed could not be taken out of what always is.
        -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=40
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sMALLOC=emmalloc -sGL_ENABLE_GET_PROC_ADDRESS=0
        # Asking for every extension stops the page for tens of milliseconds; WebGL 2 has all that is drawn with.
        -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_TRACK_ERRORS=0 -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
        -sFILESYSTEM=0 -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createMiddleground
        -sEXPORTED_FUNCTIONS=${exports} -sEXPORTED_RUNTIME_METHODS=${runtime}
        # Which room has how many bytes (tools/bench size); optimised as a whole, all would be one piece.
        $<$<NOT:$<BOOL:${LTO}>>:-Wl,-Map=${CMAKE_BINARY_DIR}/${target}.map>
        --js-library "${CMAKE_SOURCE_DIR}/app/platform/web/web_page.js"
        "$<$<CONFIG:Debug>:-sASSERTIONS=2>" "$<$<NOT:$<CONFIG:Debug>>:-sASSERTIONS=0>")
    set_target_properties(${target} PROPERTIES SUFFIX .js LINK_DEPENDS "${CMAKE_CURRENT_FUNCTION_LIST_FILE};${CMAKE_SOURCE_DIR}/app/platform/web/web_page.js")
endfunction()
