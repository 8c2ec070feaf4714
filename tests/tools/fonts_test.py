"""The fonts that tools/assets/make_fonts.py cuts: tabular digits, every character and icon that the program writes."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPS = pathlib.Path(os.environ.get("MIDDLEGROUND_DEPS", ROOT / ".deps"))
INTER = pathlib.Path("/usr/share/fonts/opentype/inter")


def make(folder, icons):
    (folder / "icons.txt").write_text("\n".join(icons))
    command = [sys.executable, ROOT / "tools/assets/make_fonts.py", "--inter", INTER, "--lucide", DEPS / "node/node_modules/lucide-static",
               "--icons", folder / "icons.txt", "--fonts", folder, "--header", folder / "icons.hpp"]
    return subprocess.run(command, capture_output=True, text=True)


class MakeFontsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        cls.icons = (ROOT / "assets/icons.txt").read_text().split()
        done = make(cls.folder, cls.icons)
        if done.returncode:
            raise AssertionError(done.stderr)

    def test_digits_are_all_as_wide_as_each_other(self):
        for name in ("regular", "medium", "semibold"):
            font = TTFont(self.folder / f"{name}.otf")
            widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
            self.assertEqual(len(widths), 1, f"{name}: {widths}")

    def test_the_characters_that_texts_are_made_of_are_there(self):
        wanted = "Az~ÀÿŁžơƯẠễỹ–—‘’“”„…\u00a0\u2009€₿→←±×÷≤≥−✓"
        for name in ("regular", "medium", "semibold"):
            known = TTFont(self.folder / f"{name}.otf").getBestCmap()
            self.assertEqual([char for char in wanted if ord(char) not in known], [], name)

    def test_other_scripts_are_left_to_the_system(self):
        known = TTFont(self.folder / "regular.otf").getBestCmap()
        self.assertEqual([char for char in "ΑωЯё日א" if ord(char) in known], [])

    def test_every_icon_has_a_name_in_the_header_and_a_drawing_in_the_font(self):
        header = (self.folder / "icons.hpp").read_text()
        named = dict(re.findall(r'const char\* (\w+) = "\\u([0-9a-f]{4})"', header))
        self.assertEqual(sorted(named), sorted(name.replace("-", "_") for name in self.icons))
        known = TTFont(self.folder / "icons.ttf").getBestCmap()
        self.assertEqual([name for name, code in named.items() if int(code, 16) not in known], [])

    def test_an_unknown_icon_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            done = make(pathlib.Path(folder), ["circle-check", "no-such-icon"])
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no-such-icon", done.stderr)


if __name__ == "__main__":
    unittest.main()
