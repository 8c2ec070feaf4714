# Packages of the machine's own Debian: what is missing, and how to get it.

packages_for() {
    local common="python3 python3-fonttools fonts-inter unicode-data nlohmann-json3-dev cmake ninja-build ccache dpkg-dev ca-certificates debian-archive-keyring"
    local native="g++ libsdl2-dev libgl-dev libcli11-dev pkg-config libraqm-dev libfreetype-dev libfontconfig-dev libnats-dev"
    local web="clang-19 lld-19 llvm-19 brotli"
    # What the C++ tests draw with.
    local fonts="fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
    local test="clang-19 lld-19 llvm-19 libclang-rt-19-dev chromium firefox-esr webkit2gtk-driver dbus dbus-daemon xvfb xauth xdotool x11-xkb-utils libgl1-mesa-dri nginx libnginx-mod-http-brotli-static nats-server"
    case $1 in
    native) echo "$common $native" ;;
    quick) echo "$common $native $fonts" ;;
    web) echo "$common $web" ;;
    test) echo "$common $native $web $test $fonts" ;;
    esac
    # Node from elsewhere conflicts with Debian's npm: leave it alone when it is there.
    if ! have node || ! have npm || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ]; then
        echo "nodejs npm"
    fi
}

missing_packages() {
    local package
    for package in $1; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        fail "these packages are missing and need root to install: $missing. Run as root, or install them yourself: apt-get install $missing"
    fi
}

install_packages() {
    install_listed "$(packages_for "$1" | tr '\n' ' ')"
}

install_listed() { # "PACKAGE PACKAGE…"
    local wanted=$1 missing
    # One quick question for all; only when the answer is no, which ones.
    # shellcheck disable=SC2086
    if [ "$(dpkg-query -W -f='${db:Status-Status}\n' $wanted 2>/dev/null | grep -c '^installed$')" = "$(echo $wanted | wc -w)" ]; then
        return 0
    fi
    missing=$(missing_packages "$wanted")
    [ -n "$missing" ] || return 0
    say "installing: $missing"
    # A foreign source that fails to update is no reason to stop: what counts is whether the packages come.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 update >&2 || say "note: apt-get update reported a problem"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends $missing >&2 ||
        fail "apt-get could not install: $missing"
}
