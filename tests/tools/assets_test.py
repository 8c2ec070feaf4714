"""The scripts that put fonts and data files into the program."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class MakeAssetsTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.base = pathlib.Path(holder.name)
        (self.base / "fonts").mkdir()
        for name in ("regular.otf", "medium.otf", "semibold.otf", "icons.ttf"):
            (self.base / "fonts" / name).write_bytes(bytes(range(256)))

    def make(self):
        command = [sys.executable, ROOT / "tools/assets/make_assets.py", "--assets", self.base / "assets", "--fonts", self.base / "fonts",
                   "--source", self.base / "assets.cpp", "--header", self.base / "generated/assets.hpp"]
        return subprocess.run(command, capture_output=True, text=True)

    def run_program(self, body):
        (self.base / "main.cpp").write_text('#include "generated/assets.hpp"\n#include <iostream>\nusing namespace middleground;\nint main() {\n' + body + "\n}\n")
        command = ["g++", "-std=c++23", f"-I{self.base}", self.base / "assets.cpp", self.base / "main.cpp", "-o", self.base / "program"]
        subprocess.run(command, check=True)
        return subprocess.run([self.base / "program"], capture_output=True, check=True).stdout

    def test_bytes_come_out_as_they_went_in(self):
        text = {"name": "a \"quoted\" ?? 日本\\n", "steps": [1, 2]}
        (self.base / "assets/playbooks").mkdir(parents=True)
        (self.base / "assets/playbooks/ten-steps.json").write_text(json.dumps(text, indent=4))
        self.assertEqual(self.make().returncode, 0)
        out = self.run_program("for (auto asset : assets::playbooks()) std::cout << asset.name << '|' << asset.bytes << '|';\nstd::cout << assets::font_icons();")
        name, data, font = out.split(b"|", 2)
        self.assertEqual(name, b"ten-steps")
        self.assertEqual(data.decode(), json.dumps(text, ensure_ascii=False, separators=(",", ":")))
        self.assertEqual(font, bytes(range(256)))

    def test_folders_may_be_empty(self):
        self.assertEqual(self.make().returncode, 0)
        self.assertEqual(self.run_program("std::cout << assets::playbooks().size() + assets::samples().size() + assets::wording().size();"), b"0")

    def test_a_damaged_file_is_named(self):
        (self.base / "assets/samples").mkdir(parents=True)
        (self.base / "assets/samples/bad.json").write_text('{"name": ')
        done = self.make()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("bad.json", done.stderr)


if __name__ == "__main__":
    unittest.main()
