# Shared by the scripts of tools/: where things are and how to speak. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=${MIDDLEGROUND_DEPS:-$root/.deps}
export MIDDLEGROUND_DEPS=$deps

# Progress goes to stderr: stdout belongs to results (a URL, data, the closing line of the tests).
say() { printf '%s\n' "$*" >&2; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Without the sloppiness ccache passes by whatever reads a precompiled header. With the base folder what one checkout has compiled serves
# the next, in whichever folder that lies. Depend mode and a namespace of our own: otherwise a header of which only a comment changed gets
# the precompiled header of before, which g++ then takes for another file ("redefinition of" everything in it; ccache's issues 1615, 1686).
export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 CCACHE_NAMESPACE=middleground

jobs=$(nproc 2>/dev/null || echo 2)

# fontTools belongs to the system's python3 here; another one may come first on PATH.
find_python() {
    local candidate
    for candidate in python3 /usr/bin/python3; do
        if "$candidate" -c 'import fontTools' >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Makes emcc and em++ available, relocated or already on PATH, and sets `emscripten_cmake` to the toolchain file.
use_emscripten() {
    # shellcheck disable=SC1091
    if [ -f "$deps/emscripten/environment.sh" ]; then . "$deps/emscripten/environment.sh"; fi
    have emcc || fail "emcc is missing: run tools/setup web"
    if have ccache; then EM_COMPILER_WRAPPER=$(command -v ccache) && export EM_COMPILER_WRAPPER; fi
    local real
    real=$(dirname "$(readlink -f "$(command -v emcc)")")
    emscripten_cmake=${EMSCRIPTEN_CMAKE:-$real/cmake/Modules/Platform/Emscripten.cmake}
    [ -f "$emscripten_cmake" ] || fail "no Emscripten.cmake beside $(command -v emcc): set EMSCRIPTEN_CMAKE to its path"
}

# configure FOLDER ARGUMENTS…: runs CMake when the folder is new or the arguments changed; Ninja sees to everything else.
configure() {
    local folder=$root/build/$1 arguments
    shift
    arguments="$root $deps $*"
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.arguments" 2>/dev/null)" != "$arguments" ]; then
        cmake --fresh -S "$root" -B "$folder" -G Ninja -DMIDDLEGROUND_DEPS="$deps" "$@" >&2 || fail "CMake could not configure $folder"
        printf '%s' "$arguments" >"$folder/.arguments"
    fi
}

# configure_web [quick]: the page, and where Catch2 is the core's tests and benchmarks for Node besides, all of the same objects. Quick: in a
# folder of its own, without optimising the program as a whole; a change is on the page in seconds instead of a minute.
configure_web() {
    use_emscripten
    local tests=OFF folder=web lto=ON
    [ ! -d "$deps/catch2" ] || tests=ON
    if [ "${1:-}" = quick ]; then
        tests=OFF folder=web-quick lto=OFF
    fi
    configure $folder -DCMAKE_BUILD_TYPE=Release -DUNITY=ON -DLTO=$lto -DTESTS=$tests "-DCMAKE_TOOLCHAIN_FILE=$emscripten_cmake"
}

# compile FOLDER TARGETS…: progress and errors go to stderr.
compile() {
    local folder=$root/build/$1
    shift
    ninja -C "$folder" -j "$jobs" "$@" >&2
}

# split_program FOLDER ARGUMENTS…: divides the page's program that was built there (tools/split/split_program.py).
split_program() {
    local folder=$root/build/$1 out=$root/build/$1/split
    shift
    python3 "$root/tools/split/split_program.py" --program "$folder" --list "$root/tools/split/first_picture.txt" --gates "$root/tools/split/gates.txt" \
        --binaryen "$(em-config BINARYEN_ROOT)/bin" --out "$out" "$@" >&2 || fail "the program could not be divided"
}
