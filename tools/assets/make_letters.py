#!/usr/bin/env python3
"""Turns the Unicode Character Database into the small tables of core/base/letters: make_letters.py --unicode DIR --header FILE

DIR is what Debian's package unicode-data installs. A table is a sequence of runs over all code points, each with a length and a class; the
lengths are one array of bytes (seven bits a byte, low ones first, the eighth says that more follow), the classes another: so they pack best.
"""
import argparse
import pathlib
import sys

END = 0x110000
# As enum class in core/base/letters/clusters.cpp. Hangul syllables are told apart by arithmetic there.
CLUSTER_CLASSES = ["other", "control", "extend", "joiner", "regional", "prepend", "spacing", "leading", "vowel", "trailing", "pictograph",
                   "consonant", "linker", "cr", "lf", "nonjoiner"]
BREAK_PROPERTY = {"CR": "cr", "LF": "lf", "Control": "control", "Extend": "extend", "ZWJ": "joiner", "Regional_Indicator": "regional",
                  "Prepend": "prepend", "SpacingMark": "spacing", "L": "leading", "V": "vowel", "T": "trailing"}
# The scripts whose conjuncts are one cluster (GB9c); their viramas link. Older versions of the database do not list them as such.
CONJUNCT_SCRIPTS = {"Devanagari", "Bengali", "Gujarati", "Oriya", "Telugu", "Malayalam"}


def ranges(path):
    """(first, last, value) of each line "0000..0010 ; value # remark"."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) < 2:
            continue
        first, _, last = fields[0].partition("..")
        yield int(first, 16), int(last or first, 16), fields[1]


def cluster_classes(folder):
    classes = ["other"] * END
    for first, last, value in ranges(folder / "auxiliary" / "GraphemeBreakProperty.txt"):
        if value in BREAK_PROPERTY:
            classes[first:last + 1] = [BREAK_PROPERTY[value]] * (last + 1 - first)
    for first, last, value in ranges(folder / "emoji" / "emoji-data.txt"):
        if value == "Extended_Pictographic":
            classes[first:last + 1] = ["pictograph"] * (last + 1 - first)
    scripts = {}
    for first, last, value in ranges(folder / "Scripts.txt"):
        if value in CONJUNCT_SCRIPTS:
            scripts.update(dict.fromkeys(range(first, last + 1), value))
    for first, last, value in ranges(folder / "IndicSyllabicCategory.txt"):
        for code in range(first, last + 1):
            if code in scripts and value in ("Consonant", "Virama"):
                classes[code] = "consonant" if value == "Consonant" else "linker"
    classes[0x200C] = "nonjoiner"  # extends, but parts a conjunct
    return [CLUSTER_CLASSES.index(name) for name in classes]


def runs(values):
    """(length, value) of each run but the last, which goes on for ever."""
    found = []
    start = 0
    for code in range(1, END):
        if values[code] != values[start]:
            found.append((code - start, values[start]))
            start = code
    found.append((0, values[start]))
    return found


def seven_bits(number):
    out = []
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return out + [number]


def array(name, numbers):
    lines = [f"inline constexpr std::array<std::uint8_t, {len(numbers)}> {name}{{"]
    lines += ["    " + ", ".join(str(number) for number in numbers[i:i + 32]) + "," for i in range(0, len(numbers), 32)]
    return lines + ["};", ""]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unicode", type=pathlib.Path, required=True)
    parser.add_argument("--header", type=pathlib.Path, required=True)
    args = parser.parse_args()
    try:
        clusters = runs(cluster_classes(args.unicode))
    except OSError as error:
        sys.exit(f"make_letters: {error.filename}: {error.strerror} (Debian's package unicode-data)")
    out = ["#pragma once", "", "// Made by tools/assets/make_letters.py from the Unicode Character Database.", "#include <array>",
           "#include <cstdint>", "", "namespace middleground::letters {", ""]
    out += array("cluster_lengths", [byte for length, _ in clusters for byte in seven_bits(length)])
    out += array("cluster_classes", [value for _, value in clusters])
    out += ["}", ""]
    args.header.parent.mkdir(parents=True, exist_ok=True)
    args.header.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
