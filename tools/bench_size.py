#!/usr/bin/env python3
"""bench_size.py ROOT MAP: how many bytes of the program each room of the tree has, from the linker's map.

Counted is what the linker kept, before Binaryen makes it smaller as a whole; templates and inline functions count for the first room that has
them, libraries by their name. Prints lines of {"name", "value", "unit"} for bench_table.mjs, largest first.
"""

import collections
import json
import pathlib
import re
import sys

# Address, offset, size, then what it is: "lib.a(object.o):(symbol)" for a piece of the program, the symbol alone for what is in a piece.
PIECE = re.compile(r"^\s*\S+\s+[0-9a-f]+\s+([0-9a-f]+)\s+(\S+?\.o\)?):\(")


def rooms_of(root):
    """The folder of each source by the name of its object, compiled alone or with its folder (tools/cmake/unity.cmake)."""
    rooms = {}
    for folder in ("core", "app"):
        for source in (root / folder).rglob("*.cpp"):
            room = source.parent.relative_to(root).as_posix()
            rooms[source.name + ".o"] = room
            rooms[f"unity_{room.replace('/', '_')}_cxx.cxx.o"] = room
    return rooms


def room_of(piece, rooms):
    name = re.search(r"([^/(]+\.o)\)?$", piece).group(1)
    if name in rooms and ("middleground" in piece or piece.startswith("CMakeFiles")):
        return "/".join(rooms[name].split("/")[:3])
    library = re.search(r"lib([\w+-]+?)(?:-noexcept|-mt|-ww)*\.a\(", piece)
    return f"library {library.group(1).removeprefix('third_party_')}" if library else "other"


def main():
    root, linked = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    rooms = rooms_of(root)
    sizes = collections.Counter()
    for line in linked.read_text(encoding="utf-8", errors="replace").split("\n"):
        if match := PIECE.match(line):
            sizes[room_of(match.group(2), rooms)] += int(match.group(1), 16)
    if not sizes:
        sys.exit(f"{linked}: no piece of a program in it; was it linked with -Map?")
    for room, size in sizes.most_common():
        print(json.dumps({"name": room, "value": size, "unit": "bytes"}))
    print(json.dumps({"name": "all", "value": sum(sizes.values()), "unit": "bytes"}))


if __name__ == "__main__":
    main()
