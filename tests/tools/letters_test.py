"""tools/assets/make_letters.py: the tables of Unicode."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "tools" / "assets" / "make_letters.py"
UNICODE = pathlib.Path("/usr/share/unicode")


def run(unicode, headers):
    return subprocess.run([sys.executable, SCRIPT, "--unicode", unicode, "--headers", headers], capture_output=True, text=True)


class Letters(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_the_same_tables_every_time_and_small(self):
        for name in ("one", "two"):
            result = run(UNICODE, self.folder / name)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
        for header, most in (("clusters.hpp", 2500), ("folding.hpp", 6500)):
            text = (self.folder / "one" / header).read_text(encoding="utf-8")
            self.assertEqual(text, (self.folder / "two" / header).read_text(encoding="utf-8"))
            # Every byte goes over the line to whoever opens the page.
            self.assertLess(text.count(","), most)
            self.assertGreater(text.count(","), most / 2)

    def test_a_missing_database_names_the_package(self):
        result = run(self.folder, self.folder / "headers")
        self.assertEqual(result.returncode, 1)
        self.assertIn("unicode-data", result.stderr)
        self.assertNotIn("Traceback", result.stderr)


if __name__ == "__main__":
    unittest.main()
