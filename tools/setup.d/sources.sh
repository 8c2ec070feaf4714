# Sources and programs of newer Debian releases, fetched by apt (which checks the signatures) with a private
# configuration below $deps/apt: the machine's own apt configuration stays as it is.

apt_private=("-q")
apt_updated=no

debian_mirror() {
    local codename mirror
    # shellcheck disable=SC1091
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk -v codename="$codename" '$1 == codename && $2 == "main" { print $3; exit }')
    [ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk '$1 ~ /^(bookworm|trixie|forky|stable|testing|sid|unstable)$/ && $2 == "main" { print $3; exit }')
    [ -n "$mirror" ] || fail "no Debian mirror in this machine's apt sources. Give the sources by path instead: see 'Other systems' in README.md"
    echo "$mirror"
}

prepare_private_apt() {
    [ "$apt_updated" = no ] || return 0
    local apt=$deps/apt
    rm -rf "$apt/parts"
    mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/downloads"
    printf 'Types: deb deb-src\nURIs: %s\nSuites: trixie forky\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
        "$(debian_mirror)" >"$apt/parts/newer.sources"
    apt_private=(-q -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$apt/parts" -o "Dir::State::Lists=$apt/lists"
        -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Retries=3)
    say "reading the package lists of newer Debian releases"
    apt-get "${apt_private[@]}" update >&2 || fail "the package lists of Debian trixie and forky could not be read"
    apt_updated=yes
}

# note_version NAME VERSION ORIGIN: one line for each part in versions.txt.
note_version() {
    touch "$deps/versions.txt"
    { grep -v "^$1 " "$deps/versions.txt" || [ $? = 1 ]; printf '%s %s (%s)\n' "$1" "$2" "$3"; } | sort >"$deps/versions.txt.new"
    mv "$deps/versions.txt.new" "$deps/versions.txt"
}

# is_complete FOLDER WHAT: the folder was unpacked whole, from WHAT.
is_complete() { [ -f "$1/.from" ] && [ "$(cat "$1/.from")" = "$2" ]; }

download_source() { # PACKAGE SUITE [tar]: leaves the source package, or only what its authors published, in the current folder
    local what=--download-only
    [ "${3:-}" != tar ] || what=--tar-only
    apt-get "${apt_private[@]}" source "$what" "$1/$2" >&2 && return 0
    # A mirror may list a security update that it does not have (yet): the version before it will do.
    local version
    for version in $(apt-cache "${apt_private[@]}" madison "$1" | awk -F' *[|] *' '/ Sources$/ { print $2 }'); do
        rm -f -- *
        say "$1 of $2 is not to be had, trying $version"
        apt-get "${apt_private[@]}" source "$what" "$1=$version" >&2 && return 0
    done
    return 1
}

# need_source FOLDER PACKAGE SUITE [tar]: unpacks a Debian source package as $deps/FOLDER; with `tar` without Debian's changes, which a mirror
# may lack.
need_source() {
    local folder=$1 package=$2 suite=$3 only=${4:-} work
    is_complete "$deps/$folder" "$package/$suite" && return 0
    prepare_private_apt
    work=$deps/apt/downloads/$package
    rm -rf "$work" "$deps/$folder.new"
    mkdir -p "$work"
    say "fetching the source of $package"
    (cd "$work" && download_source "$package" "$suite" "$only") || fail "the source package $package could not be fetched"
    # apt has checked the signed lists and the hashes in them; the maintainers' own keys need not be here.
    if [ "$only" = tar ]; then
        (mkdir "$deps/$folder.new" && tar -xf "$work"/*.orig.tar.* -C "$deps/$folder.new" --strip-components=1) || fail "the source package $package could not be unpacked"
        note_version "$folder" "$(basename "$work"/*.orig.tar.* | sed 's/.*_//; s/[.]orig.*//')" "authors' part of the source package $package"
    else
        (cd "$work" && dpkg-source --no-check --no-copy -x ./*.dsc "$deps/$folder.new" >/dev/null) || fail "the source package $package could not be unpacked"
        note_version "$folder" "$(sed -n 's/^Version: //p' "$work"/*.dsc | head -n 1)" "source package $package"
    fi
    echo "$package/$suite" >"$deps/$folder.new/.from"
    rm -rf "${deps:?}/$folder" "$work"
    mv "$deps/$folder.new" "$deps/$folder"
}

need_imgui() {
    need_source imgui imgui forky
    local version
    version=$(sed -n 's/^#define IMGUI_VERSION  *"\(.*\)"/\1/p' "$deps/imgui/imgui.h")
    dpkg --compare-versions "$version" ge 1.92 ||
        fail "Dear ImGui $version came, but 1.92 or newer is needed (fonts at any size). Give one by path: -DIMGUI_SOURCE_DIR="
    [ "$version" = 1.92.2b ] || say "note: Dear ImGui $version came; this program was tested with 1.92.2b"
}

# The headers in a folder of their own: /usr/include must never be on a cross compiler's path.
need_json() {
    local version
    version=$(dpkg-query -W -f='${Version}' nlohmann-json3-dev)
    is_complete "$deps/json" "$version" && return 0
    rm -rf "$deps/json.new" && mkdir -p "$deps/json.new"
    cp -r /usr/include/nlohmann "$deps/json.new/"
    echo "$version" >"$deps/json.new/.from"
    rm -rf "$deps/json" && mv "$deps/json.new" "$deps/json"
    note_version json "$version" "package nlohmann-json3-dev"
}

need_node_modules() {
    local wanted
    wanted=$(cat "$root/tools/package.json" "$root/tools/package-lock.json" | sha256sum | cut -c1-16)
    is_complete "$deps/node" "$wanted" && return 0
    say "fetching node modules"
    rm -rf "$deps/node.new" && mkdir -p "$deps/node.new"
    cp "$root/tools/package.json" "$root/tools/package-lock.json" "$root/tools/.npmrc" "$deps/node.new/"
    (cd "$deps/node.new" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
        fail "npm could not fetch what tools/package.json names"
    echo "$wanted" >"$deps/node.new/.from"
    rm -rf "$deps/node" && mv "$deps/node.new" "$deps/node"
    local name
    for name in lucide-static playwright-core puppeteer-core acorn axe-core ical.js jsqr terser esbuild @nats-io/nats-core @nats-io/jetstream @nats-io/kv; do
        note_version "$name" "$(node -p "require('$deps/node/node_modules/$name/package.json').version")" npm
    done
}
