#!/usr/bin/env python3
"""Gathers the page: make_dist.py --web web --program build/web/split --readers build/web --deps .deps --out dist [--minifier tools/minify.mjs]

- Files of web/, the icons drawn from icon.svg (assets/make_icons.py) and the program (middleground.js, middleground.wasm and what follows it, middleground-rest.wasm and -files.wasm; the readers, middleground-readers.js and .wasm) get a
  hash in their names: glue.js -> glue.<hash>.js. It is the beginning of the content's SHA-256, which the service worker checks.
- In files of web/, @@glue.js@@ stands for the hashed name of glue.js.
- *.html, sw.js, *.webmanifest and _headers keep their names, since others know them; there @@build@@ stands for the hash of the whole
  build, @@files@@ for the names of all files that a page without a network needs, with a space between them, @@later@@ for those that read and look at files, which are kept
  once they were used, @@team@@ for those of the way to a team, likewise, and @@hashed@@ for the rules of _headers by which names with a hash are cached for ever.
- web/static/ is copied as it is. What a host sends in place of a file (404.*) is not among @@files@@.
- Brotli and gzip beside what gains by it, for hosts that send such files as they are.
- With a bundler (bundle_nats.mjs), what it gives is nats.js.
- With a minifier, scripts go through it first: it gets and gives {name: text} as JSON.
dist/ is replaced only when the new one is complete.
"""
import argparse
import gzip
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent / "assets"))
import make_icons  # noqa: E402

REFERENCE = re.compile(r"@@([A-Za-z0-9_.-]+)@@")
TEXT = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".webmanifest"}
PROGRAM = ("middleground.js", "middleground.wasm", "middleground-rest.wasm", "middleground-files.wasm")
READERS = ("middleground-readers.js", "middleground-readers.wasm")
# Fetched when they are first wanted: by a file, by a team.
LATER = {"later": (*READERS, "reader.js", "middleground-files.wasm"), "team": ("nats.js", "team.js", "team_door.js", "team_line.js", "team_trouble.js")}
GLUE = {"middleground.js": "middleground.wasm", "middleground-readers.js": "middleground-readers.wasm"}
# What a first visit may fetch of the program, packed with brotli, in bytes; the names as above. The first picture waits for the one; the whole was promised to
# be at most 1,098,000, 25 KB more than before there were intake, Today and playbooks of one's own: this is what it is now and a little room. Who needs more
# finds it first (README.md, "How the page starts").
BUDGET = {
    "before the first picture": (490_000, ("middleground.wasm",)),
    "of a first visit": (1_066_000, ("middleground.wasm", "middleground-rest.wasm")),
}
PACKED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"}


def keeps_name(name):
    return name.endswith((".html", ".webmanifest")) or name in ("sw.js", "_headers")


def is_for_page(name):
    return not name.startswith("404.") and name not in ("sw.js", "_headers")


def digest(data):
    return hashlib.sha256(data).hexdigest()[:12]


def hashed_name(name, data):
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{digest(data)}{dot}{suffix}"


class Page:
    def __init__(self, web, program, readers, minifier=None, bundler=None):
        self.sources = {}
        for file in sorted(web.iterdir()):
            if file.is_file() and not file.name.startswith("."):
                self.sources[file.name] = file.read_bytes()
        if "index.html" not in self.sources:
            sys.exit(f"make_dist: {web}/index.html is missing")
        self.program = {name: (program / name).read_bytes() for name in PROGRAM}
        self.program.update({name: (readers / name).read_bytes() for name in READERS})
        self.sources.update(self.program)
        if "icon.svg" in self.sources:
            self.add_icons()
        if minifier:
            self.minify(minifier)
        if bundler:
            self.sources["nats.js"] = self.bundle(bundler)
        self.names = {}  # source name -> name in dist
        self.files = {}  # name in dist -> bytes
        self.pending = []

    def add_icons(self):
        try:
            self.sources.update(make_icons.icons(self.sources["icon.svg"].decode()))
        except make_icons.IconError as error:
            sys.exit(f"make_dist: icon.svg has what tools/assets/make_icons.py does not know: {error}")

    def bundle(self, bundler):
        done = subprocess.run(["node", str(bundler)], stdout=subprocess.PIPE)
        if done.returncode != 0 or not done.stdout:
            sys.exit("make_dist: what speaks with NATS could not be bundled")
        return done.stdout

    def minify(self, minifier):
        scripts = {name: data.decode() for name, data in self.sources.items() if name.endswith(".js")}
        done = subprocess.run(["node", str(minifier)], input=json.dumps(scripts).encode(), stdout=subprocess.PIPE)
        smaller = json.loads(done.stdout) if done.returncode == 0 else {}
        if smaller.keys() != scripts.keys():
            sys.exit("make_dist: the scripts could not be made smaller")
        self.sources.update((name, text.encode()) for name, text in smaller.items())

    def resolve(self, name):
        """The hashed name of a source file; what it refers to is named first."""
        if name in self.names:
            return self.names[name]
        if name not in self.sources:
            sys.exit(f"make_dist: {self.pending[-1]} refers to @@{name}@@, which is not in web/")
        if keeps_name(name):
            return name
        if name in self.pending:
            sys.exit(f"make_dist: {' -> '.join(self.pending + [name])} refer to each other: a hash cannot hold itself")
        self.pending.append(name)
        data = self.sources[name]
        if name in GLUE:
            wasm = self.resolve(GLUE[name])
            if data.count(GLUE[name].encode()) == 0:
                sys.exit(f"make_dist: {name} does not name {GLUE[name]}")
            data = data.replace(GLUE[name].encode(), wasm.encode())
        elif pathlib.PurePath(name).suffix in TEXT:
            data = REFERENCE.sub(lambda match: self.resolve(match[1]), data.decode()).encode()
        self.pending.pop()
        self.names[name] = hashed_name(name, data)
        self.files[self.names[name]] = data
        return self.names[name]

    def gather(self, static):
        for name in self.sources:
            if not keeps_name(name):
                self.resolve(name)
        for file in sorted(static.rglob("*")) if static.is_dir() else []:
            if file.is_file():
                self.files[file.relative_to(static).as_posix()] = file.read_bytes()
        self.files["licences.txt"] = b""  # its place in the list; see main
        kept = sorted(name for name in self.sources if keeps_name(name))
        later = {kind: sorted(self.names[name] for name in names if name in self.names) for kind, names in LATER.items()}
        offline = sorted(name for name in [*self.files, *kept] if is_for_page(name) and not any(name in names for names in later.values()))
        everything = [*(name.encode() + self.files[name] for name in sorted(self.files)), *(self.sources[name] for name in kept)]
        special = {
            "build": digest(b"\0".join(everything)),
            "files": " ".join(offline),
            **{kind: " ".join(names) for kind, names in later.items()},
            "hashed": "\n".join(f"/{name}\n  Cache-Control: public, max-age=31536000, immutable" for name in sorted(self.names.values())),
        }
        for name in kept:
            self.pending = [name]
            text = self.sources[name].decode()
            self.files[name] = REFERENCE.sub(lambda match: special[match[1]] if match[1] in special else self.resolve(match[1]), text).encode()
        return special["build"]


def licence_in(path):
    """The text of a licence: of the whole file, or of the comment at the top of a source."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".h":
        text = "\n".join(re.sub(r"^ ?\* ?", "", line) for line in text[text.index("/*") + 2 : text.index("*/")].split("\n"))
    return text.strip()


def licences(deps):
    """What the licences of the parts inside the page ask for: their texts."""
    ours = pathlib.Path(__file__).resolve().parent.parent / "LICENSE"
    parts = [
        ("Middleground", ours),
        ("Dear ImGui", deps / "imgui" / "LICENSE.txt"),
        ("SDL", deps / "SDL2" / "LICENSE.txt"),
        ("zlib", deps / "zlib" / "LICENSE"),
        ("QR Code generator", deps / "qrcodegen" / "c" / "qrcodegen.h"),
        ("minizip", deps / "zlib" / "contrib" / "minizip" / "MiniZip64_info.txt"),
        ("pugixml", deps / "pugixml" / "LICENSE.md"),
        ("libsodium", deps / "sodium" / "LICENSE"),
        ("JSON for Modern C++", pathlib.Path("/usr/share/doc/nlohmann-json3-dev/copyright")),
        ("Inter", pathlib.Path("/usr/share/doc/fonts-inter/copyright")),
        ("Tables made of the Unicode Character Database", pathlib.Path("/usr/share/doc/unicode-data/copyright")),
        ("NATS client for JavaScript (nats-core, jetstream, kv, nkeys, nuid), of the page's way to a team", deps / "node" / "node_modules" / "@nats-io" / "nats-core" / "LICENSE"),
        ("TweetNaCl.js, of the same", deps / "node" / "node_modules" / "tweetnacl" / "LICENSE"),
        ("Lucide", deps / "node" / "node_modules" / "lucide-static" / "LICENSE"),
        ("musl", deps / "emscripten" / "usr" / "share" / "emscripten" / "system" / "lib" / "libc" / "musl" / "COPYRIGHT"),
    ]
    texts = [(name, licence_in(path)) for name, path in parts if path.is_file()]
    # Emscripten's is the same licence as ours, with another name on it.
    texts.append(("Emscripten", re.sub(r"Copyright .*", "Copyright (c) 2010 The Emscripten Authors", ours.read_text(encoding="utf-8").strip(), count=1)))
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}\n" for name, text in texts).encode()


def pack(new, old, files):
    """Brotli and gzip beside what gains by it. A name with a hash that was packed before is not packed again."""
    brotli = shutil.which("brotli")
    for name, data in files.items():
        if pathlib.PurePath(name).suffix not in PACKED or len(data) < 512:
            continue
        (new / (name + ".gz")).write_bytes(gzip.compress(data, mtime=0))
        before = old / (name + ".br")
        if re.search(r"\.[0-9a-f]{12}\.", name) and before.is_file():
            shutil.copyfile(before, new / (name + ".br"))
        elif brotli:
            subprocess.run([brotli, "-q", "11", "-k", "-f", str(new / name)], check=True)


def over_budget(packed):
    """What is larger than it may be, in words; `packed`: the bytes of each file of the program."""
    for what, (most, names) in BUDGET.items():
        size = sum(packed[name] for name in names)
        if size > most:
            yield f"the program {what} is {size:,} bytes packed, {size - most:,} more than the budget in tools/make_dist.py: {' and '.join(names)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for option in ("--web", "--program", "--readers", "--deps", "--out"):
        parser.add_argument(option, type=pathlib.Path, required=True)
    parser.add_argument("--minifier", type=pathlib.Path)
    parser.add_argument("--bundler", type=pathlib.Path)
    parser.add_argument("--budget", action="store_true", help="fails when a first visit would fetch more than BUDGET")
    args = parser.parse_args()

    page = Page(args.web, args.program, args.readers, args.minifier, args.bundler)
    build = page.gather(args.web / "static")
    page.files["licences.txt"] = licences(args.deps)

    new = args.out.with_name(args.out.name + ".new")
    gone = args.out.with_name(args.out.name + ".old")
    for folder in (new, gone):
        shutil.rmtree(folder, ignore_errors=True)
    for name, data in page.files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(data)
    pack(new, args.out, page.files)

    def size(name):
        packed = new / (name + ".br")
        return {"bytes": len(page.files[name]), **({"brotli": packed.stat().st_size} if packed.is_file() else {})}

    if args.budget:
        for problem in over_budget({name: size(page.names[name]).get("brotli", 0) for name in PROGRAM}):
            sys.exit(f"make_dist: {problem}")
    listing = {"build": build, "files": {name: size(name) for name in sorted(page.files)}}
    (new / "build.json").write_text(json.dumps(listing, indent=1) + "\n")
    if args.out.exists():
        args.out.rename(gone)
    new.rename(args.out)
    shutil.rmtree(gone, ignore_errors=True)
    for name, sizes in listing["files"].items():
        if re.match(r"middleground\b(?!.webmanifest)", name):
            print(f"dist/{name}: {sizes['bytes']} bytes, {sizes.get('brotli', '?')} packed")


if __name__ == "__main__":
    main()
