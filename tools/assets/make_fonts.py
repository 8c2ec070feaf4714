#!/usr/bin/env python3
"""Subsets the fonts and writes the header with the icons' names.

make_fonts.py --inter DIR --lucide DIR --icons assets/icons.txt --fonts DIR --header FILE
Writes regular.otf, medium.otf, semibold.otf and icons.ttf to the --fonts folder.
Inter's digits are exchanged for its tabular ones, because nothing can switch a font feature on at run time.
"""
import argparse
import json
import logging
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin with its punctuation, signs and arrows. Letters of other scripts are the system's (app/ui/letters).
TEXT = [
    (0x20, 0x7E), (0xA0, 0x17F),
    (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9),  # Vietnamese
    (0x218, 0x21B), (0x1E9E, 0x1E9E),  # Romanian, capital sharp s
    (0x2009, 0x200A), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F), (0x2030, 0x2030), (0x2039, 0x203A),
    (0x20A0, 0x20BF),  # currency
    (0x2116, 0x2116), (0x2122, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x2713, 0x2713),
]
KEYWORDS = {"auto", "delete", "export", "import", "module", "new", "register", "signed", "switch", "union"}


def options():
    wanted = subset.Options()
    wanted.layout_features = []
    wanted.hinting = False
    wanted.desubroutinize = True  # larger, but packs smaller
    wanted.name_IDs = []
    wanted.notdef_outline = True
    wanted.glyph_names = False
    wanted.legacy_kern = False
    wanted.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta", "BASE", "MATH"]
    return wanted


def tabular_digits(font):
    """Lets the digits' code points show the glyphs that the feature tnum would put there."""
    exchange = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for sub in table.LookupList.Lookup[index].SubTable:
                sub = getattr(sub, "ExtSubTable", sub)
                exchange.update(getattr(sub, "mapping", {}))
    if not exchange:
        sys.exit("make_fonts: this Inter has no tabular figures")
    for cmap in font["cmap"].tables:
        for code, glyph in list(cmap.cmap.items()):
            if 0x30 <= code <= 0x39 and glyph in exchange:
                cmap.cmap[code] = exchange[glyph]
    # The weights between the drawn ones differ by a rounding error; columns of figures should not.
    digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
    width = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])


def cut(font, codes, path):
    subsetter = subset.Subsetter(options())
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.save(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inter", type=pathlib.Path, required=True)
    parser.add_argument("--lucide", type=pathlib.Path, required=True)
    parser.add_argument("--icons", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--header", type=pathlib.Path, required=True)
    args = parser.parse_args()
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # the icon font has two bytes too many, which harm nobody
    args.fonts.mkdir(parents=True, exist_ok=True)
    args.header.parent.mkdir(parents=True, exist_ok=True)

    codes = [code for low, high in TEXT for code in range(low, high + 1)]
    for weight in ("Regular", "Medium", "SemiBold"):
        path = args.inter / f"Inter-{weight}.otf"
        if not path.exists():
            sys.exit(f"make_fonts: {path} is missing (Debian's package fonts-inter)")
        font = TTFont(path)
        tabular_digits(font)
        cut(font, codes, args.fonts / f"{weight.lower()}.otf")

    known = json.loads((args.lucide / "font" / "info.json").read_text())
    names = sorted(set(args.icons.read_text().split()))
    missing = [name for name in names if name not in known]
    if missing:
        sys.exit(f"make_fonts: no such icon in {args.icons}: {', '.join(missing)}")
    points = {name: int(known[name]["encodedCode"].lstrip("\\"), 16) for name in names}
    cut(TTFont(args.lucide / "font" / "lucide.ttf"), points.values(), args.fonts / "icons.ttf")

    lines = ["#pragma once", "", "// Made by tools/assets/make_fonts.py from assets/icons.txt.", "namespace middleground::icon {", ""]
    for name, point in points.items():
        word = name.replace("-", "_")
        word += "_" if word in KEYWORDS else ""
        lines.append(f'inline constexpr const char* {word} = "\\u{point:04x}";')
    lines += ["", "}", ""]
    args.header.write_text("\n".join(lines))


if __name__ == "__main__":
    main()
