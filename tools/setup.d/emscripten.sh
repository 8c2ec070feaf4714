# Emscripten 3.1.69 of Debian 13 beside Debian 12's clang-19: unpacked into $deps/emscripten, with the C library it wants.

emcc_on_path_is_new_enough() {
    have emcc || return 1
    local version
    version=$(emcc -dumpversion 2>/dev/null) || return 1
    dpkg --compare-versions "$version" ge 3.1.60
}

need_emscripten() {
    if emcc_on_path_is_new_enough; then
        note_version emscripten "$(emcc -dumpversion)" "on PATH"
        return 0
    fi
    local packages="emscripten binaryen libc6 libstdc++6 libgcc-s1" prefix=$deps/emscripten new=$deps/emscripten.new
    local work=$deps/apt/downloads/emscripten from="3.1.69 in trixie, layout 2, for $prefix"
    is_complete "$prefix" "$from" && return 0
    prepare_private_apt
    say "fetching Emscripten (240 MB)"
    rm -rf "$work" "$new" && mkdir -p "$work" "$new"
    # shellcheck disable=SC2086
    (cd "$work" && apt-get "${apt_private[@]}" download $(printf '%s/trixie ' $packages) >&2) || fail "Emscripten could not be fetched"
    say "unpacking Emscripten"
    local package
    for package in "$work"/*.deb; do
        note_version "$(dpkg-deb -f "$package" Package)" "$(dpkg-deb -f "$package" Version)" "package of trixie"
        dpkg -x "$package" "$new"
    done
    # Nobody needs its own tests and documents here.
    rm -rf "$new/usr/share/emscripten/test" "$new/usr/share/emscripten/docs" "$new/usr/share/doc" "$new/usr/share/man" "$work"
    wrap_binaryen "$new" "$prefix"
    configure_emscripten "$new" "$prefix"
    echo "$from" >"$new/.from"
    rm -rf "$prefix"
    mv "$new" "$prefix"
    check_emscripten
}

# Trixie's programs want a newer C library than Debian 12 has: each is started through the one unpacked beside it.
wrap_binaryen() { # WHERE-NOW WHERE-LATER
    local tool name
    mkdir -p "$1/binaryen/bin"
    for tool in "$1"/usr/bin/wasm*; do
        name=$(basename "$tool")
        printf '#!/bin/sh\nexec "%s/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "%s/usr/lib/x86_64-linux-gnu" "%s/usr/bin/%s" "$@"\n' \
            "$2" "$2" "$2" "$name" >"$1/binaryen/bin/$name"
        chmod +x "$1/binaryen/bin/$name"
    done
}

configure_emscripten() { # WHERE-NOW WHERE-LATER
    local llvm
    llvm=$(dirname "$(readlink -f "$(command -v clang-19)")")
    cat >"$1/emscripten.config" <<END
LLVM_ROOT = '$llvm'
BINARYEN_ROOT = '$2/binaryen'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
CACHE = '$2/usr/share/emscripten/cache'
END
    cat >"$1/environment.sh" <<END
export EM_CONFIG='$2/emscripten.config'
export PATH='$2/usr/share/emscripten':"\$PATH"
END
    mkdir -p "$1/usr/share/emscripten/node_modules"
    cp -r "$deps/node/node_modules/acorn" "$1/usr/share/emscripten/node_modules/"
}

check_emscripten() (
    use_emscripten
    emcc -dumpversion >/dev/null || fail "the unpacked Emscripten does not run"
)
