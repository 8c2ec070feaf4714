#!/usr/bin/env python3
"""Turns data files and fonts into C++: make_assets.py --assets assets --fonts DIR --source FILE.cpp --header FILE.hpp

JSON is minified: the program reads it, people read the files in assets/.
"""
import argparse
import json
import pathlib
import sys


HEADER = """\
#pragma once

#include <span>
#include <string_view>

// The data files of assets/ and the fonts, inside the program. Made by tools/assets/make_assets.py.
namespace middleground::assets {

struct Asset {
    std::string_view name; // the file's name without ".json"
    std::string_view bytes;
};

std::span<const Asset> playbooks();
std::span<const Asset> samples();
std::span<const Asset> wording();
std::span<const Asset> import_tables();
std::span<const Asset> log_words();

std::string_view font_regular();
std::string_view font_medium();
std::string_view font_semibold();
std::string_view font_icons();

}
"""


def literal(data):
    """A string literal of any bytes; octal escapes end by themselves after three digits."""
    out = []
    line = []
    for byte in data:
        char = chr(byte)
        line.append(char if 32 <= byte < 127 and char not in '"\\?' else f"\\{byte:03o}")
        if len(line) >= 120:
            out.append('"' + "".join(line) + '"')
            line = []
    out.append('"' + "".join(line) + '"')
    return "\n    ".join(out)


def minified(path):
    try:
        return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":")).encode()
    except ValueError as error:
        sys.exit(f"{path}: {error}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assets", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--header", type=pathlib.Path, required=True)
    parser.add_argument("--list", help="changes when a file comes or goes; makes the build call again")
    args = parser.parse_args()

    out = ['#include "generated/assets.hpp"', "", "#include <array>", "", "namespace middleground::assets {", "", "namespace {", ""]
    functions = []
    for folder, function in (("playbooks", "playbooks"), ("samples", "samples"), ("wording", "wording"), ("import", "import_tables"),
                             ("log", "log_words")):
        files = sorted((args.assets / folder).glob("*.json"))
        names = []
        for file in files:
            data = minified(file)
            name = f"{folder}_{file.stem.replace('-', '_')}"
            out += [f"constexpr char {name}[] = {literal(data)};", ""]
            names.append(f'Asset {{ "{file.stem}", {{ {name}, {len(data)} }} }}')
        out += [f"constexpr std::array<Asset, {len(names)}> all_{folder} {{ {', '.join(names)} }};", ""]
        functions.append(f"std::span<const Asset> {function}()\n{{\n    return all_{folder};\n}}\n")
    for name, file in (("regular", "regular.otf"), ("medium", "medium.otf"), ("semibold", "semibold.otf"), ("icons", "icons.ttf")):
        data = (args.fonts / file).read_bytes()
        out += [f"constexpr char font_{name}_bytes[] = {literal(data)};", ""]
        functions.append(f"std::string_view font_{name}()\n{{\n    return {{ font_{name}_bytes, {len(data)} }};\n}}\n")
    out += ["}", ""] + functions + ["}", ""]
    args.header.parent.mkdir(parents=True, exist_ok=True)
    args.header.write_text(HEADER, encoding="utf-8")
    args.source.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
