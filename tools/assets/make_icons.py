#!/usr/bin/env python3
"""Draws the icons that an installed page needs as PNG, from the shapes of one SVG: make_icons.py web/icon.svg FOLDER

Knows what such an icon is made of: rounded rectangles, circles, and paths of horizontal lines, filled or stroked with round ends. What it
does not know is refused, so that no icon silently lacks a part.
"""
import argparse
import math
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as xml
import zlib

TILE = 8  # pixels: what lies far from an edge is filled by the tile
INHERITED = {"fill": "#000", "stroke": "none", "stroke-width": "1", "stroke-linecap": "butt", "opacity": "1"}
KNOWN = {*INHERITED, "viewBox", "width", "height", "rx", "cx", "cy", "r", "d"}


class IconError(Exception):
    pass


def color_of(text):
    """#rgb or #rrggbb; None for none."""
    if text == "none":
        return None
    if not re.fullmatch(r"#([0-9a-f]{3}|[0-9a-f]{6})", text):
        raise IconError(f"color {text}")
    digits = text[1:] if len(text) == 7 else "".join(2 * digit for digit in text[1:])
    return tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))


# Signed distances: how far a point lies from the edge, negative inside.


def to_rectangle(width, height, radius):
    def distance(x, y):
        dx, dy = abs(x - width / 2) - width / 2 + radius, abs(y - height / 2) - height / 2 + radius
        return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius

    return distance


def to_circle(cx, cy, radius):
    return lambda x, y: math.hypot(x - cx, y - cy) - radius


def to_lines(path):
    """Of "M7 16h5M20 16h5"."""
    parts = re.findall(r"M(-?[\d.]+) (-?[\d.]+)h([\d.]+)", path)
    if "".join(f"M{x} {y}h{length}" for x, y, length in parts) != path:
        raise IconError(f"path {path}")
    lines = [tuple(map(float, part)) for part in parts]
    return lambda px, py: min(math.hypot(px - min(max(px, x), x + length), py - y) for x, y, length in lines)


def outline_of(tag, attributes):
    number = lambda name: float(attributes.get(name, 0))
    if tag == "rect":
        return to_rectangle(number("width"), number("height"), number("rx"))
    if tag == "circle":
        return to_circle(number("cx"), number("cy"), number("r"))
    if tag == "path":
        return to_lines(attributes["d"])
    raise IconError(f"shape {tag}")


def stroked(outline, width):
    return lambda x, y: abs(outline(x, y)) - width / 2


def shapes_of(element, above=INHERITED):
    """(distance, color, opacity) of each shape, the lowest first."""
    tag = element.tag.rpartition("}")[2]
    if unknown := set(element.attrib) - KNOWN:
        raise IconError(f"{min(unknown)} of {tag}")
    style = {name: element.get(name, above[name]) for name in INHERITED}
    if tag in ("svg", "g"):
        return [shape for child in element for shape in shapes_of(child, style)]
    outline = outline_of(tag, element.attrib)
    shapes = []
    if color := color_of(style["fill"]):
        shapes.append((outline, color, float(style["opacity"])))
    if color := color_of(style["stroke"]):
        if tag == "path" and style["stroke-linecap"] != "round":
            raise IconError("line without round ends")
        shapes.append((stroked(outline, float(style["stroke-width"])), color, float(style["opacity"])))
    return shapes


def draw(pixels, size, shape, scale, offset):
    """One shape over what is there, its edges smooth over one pixel."""
    distance, color, opacity = shape

    def paint(x, y, cover):
        at = 4 * (y * size + x)
        over, under = cover * opacity, pixels[at + 3] / 255
        alpha = over + under * (1 - over)
        for i in range(3):
            pixels[at + i] = round((color[i] * over + pixels[at + i] * under * (1 - over)) / alpha)
        pixels[at + 3] = round(alpha * 255)

    for top in range(0, size, TILE):
        for left in range(0, size, TILE):
            middle = TILE / 2
            away = scale * distance((left + middle - offset) / scale, (top + middle - offset) / scale)
            if away > TILE:
                continue
            whole = away < -TILE
            for y in range(top, min(top + TILE, size)):
                for x in range(left, min(left + TILE, size)):
                    cover = 1 if whole else 0.5 - scale * distance((x + 0.5 - offset) / scale, (y + 0.5 - offset) / scale)
                    if cover > 0:
                        paint(x, y, min(cover, 1))


def png(pixels, size):
    """RGBA, 8 bits each."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(pixels[4 * size * y : 4 * size * (y + 1)]) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def icon(svg, size, maskable=False):
    """The icon as PNG. Maskable: the first shape, the ground, fills the picture, and the rest keeps to the circle that every mask leaves."""
    root = xml.fromstring(svg)
    box = [float(number) for number in root.get("viewBox", "").split()]
    if len(box) != 4 or box[:2] != [0, 0] or box[2] != box[3]:
        raise IconError("viewBox")
    shapes = shapes_of(root)
    pixels = bytearray(4 * size * size)
    scale = size / box[2]
    offset = 0.0
    if maskable:
        ground = shapes.pop(0)[1]
        pixels[:] = bytes([*ground, 255]) * (size * size)
        offset = size * 0.1
        scale *= 0.8
    for shape in shapes:
        draw(pixels, size, shape, scale, offset)
    return png(pixels, size)


def icons(svg):
    """{name: bytes} of every icon that web/middleground.webmanifest names, but for the SVG itself."""
    return {"icon-192.png": icon(svg, 192), "icon-512.png": icon(svg, 512), "icon-maskable.png": icon(svg, 512, maskable=True)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("svg", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    try:
        made = icons(args.svg.read_text(encoding="utf-8"))
    except IconError as error:
        sys.exit(f"make_icons: {args.svg} has what is not known here: {error}")
    args.out.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (args.out / name).write_bytes(data)


if __name__ == "__main__":
    main()
