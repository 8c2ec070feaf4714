#!/usr/bin/env python3
"""Turns the Unicode Character Database into the small tables of core/base/letters: make_letters.py --unicode DIR --headers DIR

DIR is what Debian's package unicode-data installs. Written are clusters.hpp, folding.hpp and, for the desktop program, emoji.hpp. The first
two are runs of code points, and what is said of a run stands in several arrays of bytes, because like packs best beside like. A number is
written seven bits a byte, low ones first, the eighth says that more follow.
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


# What people type for a letter that the database takes for another.
ALIKE = {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ĸ": "k",
         "÷": " ", "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-",
         "、": " ", "。": " ", "・": " ",  # they part words
         "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ٱ": "ا",
         **{chr(first + digit): str(digit) for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for digit in range(10)}}
# Marks on letters that people leave out, and what cannot be seen. Vowels of Indic scripts, Thai and others are no such marks.
LEFT_OUT = [(0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A),
            (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x8D3, 0x8E1),
            (0x8E3, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
            (0xAD, 0xAD), (0x61C, 0x61C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F),
            (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF)]
NUKTA = "7"  # the combining class of the dot below a letter of Indic scripts
# Nobody searches for these by other names, or core/base/letters/plain_letters.cpp composes them; the table is a third of the size without.
AS_IT_IS = [(0x1D00, 0x1DBF), (0x2190, 0x23FF), (0x2E80, 0x2FDF), (0x3041, 0x3098), (0x309B, 0x309F), (0x30F7, 0x30FA), (0x30FC, 0x30FF),
            (0x3131, 0x318E), (0x3200, 0x3230), (0x3233, 0x33FF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFB50, 0xFDFF), (0xFE10, 0xFE1F), (0xFE30, 0xFE6F),
            (0xFFA0, 0xFFDC), (0x10000, 0x1D3FF), (0x1D800, 0xE00FF), (0xE01F0, END)]
KATAKANA = (0x30A1, 0x30F6)
TO_HIRAGANA = -0x60


def within(code, these):
    return any(first <= code <= last for first, last in these)


def folding(folder):
    """{code point: the code points that stand for it in a search}, of those that are not themselves."""
    parts = {}
    left_out = {code for first, last in LEFT_OUT for code in range(first, last + 1)}
    for line in (folder / "UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        code, _, _, combining, _, decomposition, *_ = line.split(";")
        if decomposition:
            parts[int(code, 16)] = [int(part, 16) for part in decomposition.split() if not part.startswith("<")]
        if combining == NUKTA:
            left_out.add(int(code, 16))
    for line in (folder / "CaseFolding.txt").read_text(encoding="utf-8").splitlines():
        code, status, small, *_ = [field.strip() for field in line.partition("#")[0].split(";")] + ["", ""]
        if status in ("C", "F"):
            parts.setdefault(int(code, 16), [int(part, 16) for part in small.split()])
    parts.update({ord(letter): [ord(part) for part in plain] for letter, plain in ALIKE.items()})
    parts.update({code: [code + TO_HIRAGANA] for code in range(KATAKANA[0], KATAKANA[1] + 1)})

    def plain(code):
        if code in left_out:
            return []
        if code not in parts or within(code, AS_IT_IS):
            return [code]
        return [last for part in parts[code] for last in plain(part)]

    # ASCII folds in the program, which has to be quick with it.
    table = {code: [part + 32 if 65 <= part <= 90 else part for part in plain(code)] for code in range(0x80, END)}
    return {code: target for code, target in table.items() if target != [code]}


def folding_streams(table):
    """Runs of code points `step` apart (1 or 2), whose targets are alike but for the first or last one, which grows by 0, 1 or 2."""
    streams = {name: [] for name in ("gaps", "counts", "kinds", "sizes", "targets")}
    codes = sorted(table)
    at = previous = last_target = 0
    while at < len(codes):
        code = codes[at]
        target = table[code]
        best = (1, 0)
        for kind in range(12 if len(target) > 1 else 6 if target else 1):
            step, growth, place = kind % 2 + 1, kind // 2 % 3, -1 if kind < 6 else 0
            count = 1
            while at + count < len(codes) and codes[at + count] == code + count * step:
                wanted = list(target)
                if wanted:
                    wanted[place] += growth * count
                if table[codes[at + count]] != wanted:
                    break
                count += 1
            if count > best[0]:
                best = (count, kind)
        count, kind = best
        streams["gaps"] += seven_bits(code - previous)
        streams["counts"] += seven_bits(count)
        streams["kinds"].append(kind)
        streams["sizes"].append(len(target))
        for part in target:
            difference = part - last_target
            streams["targets"] += seven_bits(2 * difference if difference >= 0 else -2 * difference - 1)
            last_target = part
        at += count
        previous = codes[at - 1]
    return streams


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


def emoji_presentation(folder):
    """(first, last) of what is a picture in colours unless it is asked to be text; for the desktop program only."""
    found = []
    for first, last, value in sorted(ranges(folder / "emoji" / "emoji-data.txt")):
        if value != "Emoji_Presentation":
            continue
        if found and found[-1][1] + 1 == first:
            first = found.pop()[0]
        found.append((first, last))
    return found


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


def emoji_lines(pairs):
    rows = [f"    {{{{{first:#x}, {last:#x}}}}}," for first, last in pairs]
    return [f"inline constexpr std::array<std::array<char32_t, 2>, {len(pairs)}> emoji_presentation{{{{", *rows, "}};", ""]


def header(arrays, lines=()):
    out = ["#pragma once", "", "// Made by tools/assets/make_letters.py from the Unicode Character Database.", "#include <array>",
           "#include <cstdint>", "", "namespace middleground::letters {", ""]
    for name, numbers in arrays.items():
        out += array(name, numbers)
    return "\n".join([*out, *lines, "}", ""])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unicode", type=pathlib.Path, required=True)
    parser.add_argument("--headers", type=pathlib.Path, required=True)
    args = parser.parse_args()
    try:
        clusters = runs(cluster_classes(args.unicode))
        folded = folding_streams(folding(args.unicode))
        emoji = emoji_presentation(args.unicode)
    except OSError as error:
        sys.exit(f"make_letters: {error.filename}: {error.strerror} (Debian's package unicode-data)")
    args.headers.mkdir(parents=True, exist_ok=True)
    (args.headers / "clusters.hpp").write_text(header({"cluster_lengths": [byte for length, _ in clusters for byte in seven_bits(length)],
                                                       "cluster_classes": [value for _, value in clusters]}), encoding="utf-8")
    (args.headers / "folding.hpp").write_text(header({f"folding_{name}": numbers for name, numbers in folded.items()}), encoding="utf-8")
    (args.headers / "emoji.hpp").write_text(header({}, emoji_lines(emoji)), encoding="utf-8")


if __name__ == "__main__":
    main()
