"""tools/assets/make_icons.py draws the icons that the manifest names, and refuses what it cannot draw."""
import json
import pathlib
import re
import struct
import sys
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "assets"))
import make_icons  # noqa: E402

SVG = (ROOT / "web" / "icon.svg").read_text(encoding="utf-8")
GROUND, WHITE = (0x4F, 0x45, 0xBF, 255), (255, 255, 255, 255)


class Image:
    """A PNG as these are written: RGBA, no filters."""

    def __init__(self, data):
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        chunks, at = {}, 8
        while at < len(data):
            (length,) = struct.unpack_from(">I", data, at)
            kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
            assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body), kind
            chunks[kind] = body
            at += length + 12
        self.width, self.height, depth, color = struct.unpack_from(">IIBB", chunks[b"IHDR"])
        assert (depth, color) == (8, 6) and b"IEND" in chunks
        self.rows = zlib.decompress(chunks[b"IDAT"])

    def at(self, x, y):
        """The pixel there, as parts of the width."""
        x, y = int(x * self.width), int(y * self.height)
        start = y * (1 + 4 * self.width) + 1 + 4 * x
        return tuple(self.rows[start : start + 4])


class MakeIconsTest(unittest.TestCase):
    def test_the_shapes_are_where_the_svg_has_them(self):
        for size in (192, 512):
            image = Image(make_icons.icon(SVG, size))
            self.assertEqual((image.width, image.height), (size, size))
            self.assertEqual(image.at(0, 0)[3], 0, "outside of the round corner")
            self.assertEqual(image.at(0.5, 0.1), GROUND)
            self.assertEqual(image.at(0.5, 0.5), GROUND, "within the ring")
            self.assertEqual(image.at(20 / 32, 0.5), WHITE, "on the ring")
            self.assertEqual(image.at(9 / 32, 0.5), tuple(round(part * 0.4 + 255 * 0.6) for part in GROUND[:3]) + (255,), "on a line")

    def test_edges_are_smooth(self):
        image = Image(make_icons.icon(SVG, 64))
        shades = {image.at(x / 64 + 1e-6, y / 64 + 1e-6)[3] for x in range(24) for y in range(24)}
        self.assertGreater(len(shades), 8)

    def test_a_maskable_icon_has_no_corner_and_keeps_to_the_middle(self):
        image = Image(make_icons.icon(SVG, 512, maskable=True))
        for x, y in ((0, 0), (0.999, 0), (0, 0.999), (0.999, 0.999)):
            self.assertEqual(image.at(x, y), GROUND)
        outside = [image.at(x / 128, y / 128) for x in range(128) for y in range(128) if (x - 64) ** 2 + (y - 64) ** 2 > (0.4 * 128) ** 2]
        self.assertEqual(set(outside), {GROUND})
        self.assertEqual(image.at(0.5 + 0.8 * 4 / 32, 0.5), WHITE)

    def test_what_cannot_be_drawn_is_refused(self):
        box = '<svg viewBox="0 0 32 32">{}</svg>'
        for shape, what in (
            ("<ellipse/>", "shape ellipse"),
            ('<path d="M0 0c1 1 2 2 3 3"/>', "path"),
            ('<rect width="3" height="3" transform="rotate(3)"/>', "transform of rect"),
            ('<circle r="3" fill="red"/>', "color red"),
            ('<path d="M7 16h5" stroke="#fff" fill="none"/>', "round ends"),
        ):
            with self.assertRaisesRegex(make_icons.IconError, what):
                make_icons.icon(box.format(shape), 16)
        with self.assertRaisesRegex(make_icons.IconError, "viewBox"):
            make_icons.icon("<svg/>", 16)

    def test_the_manifest_names_what_is_drawn(self):
        manifest = json.loads((ROOT / "web" / "middleground.webmanifest").read_text(encoding="utf-8"))
        drawn = make_icons.icons(SVG)
        named = {re.sub("@", "", icon["src"]): icon for icon in manifest["icons"]}
        self.assertEqual(set(named), {*drawn, "icon.svg"})
        for name, data in drawn.items():
            image = Image(data)
            self.assertEqual(named[name]["sizes"], f"{image.width}x{image.height}", name)


if __name__ == "__main__":
    unittest.main()
