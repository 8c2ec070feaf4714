"""What tools/make_dist.py promises: names with hashes, references followed, the old page kept when the new one fails."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class MakeDistTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.base = pathlib.Path(holder.name)
        for folder in ("web/static/icons", "program", "deps"):
            (self.base / folder).mkdir(parents=True)
        self.write("program/middleground.js", 'load("middleground.wasm");')
        self.write("program/middleground.wasm", "first program")
        self.write("web/index.html", '<link href="@@style.css@@"><script src="@@glue.js@@"></script>')
        self.write("web/glue.js", 'start("@@middleground.js@@", "@@middleground.wasm@@");')
        self.write("web/style.css", "body { margin: 0 }")
        self.write("web/sw.js", 'const build = "@@build@@", files = @@files@@;')
        self.write("web/static/icons/app.svg", "<svg/>")

    def write(self, name, text):
        (self.base / name).write_text(text)

    def make(self):
        command = [sys.executable, ROOT / "tools" / "make_dist.py"]
        for option, folder in (("web", "web"), ("program", "program"), ("deps", "deps"), ("out", "dist")):
            command += [f"--{option}", self.base / folder]
        return subprocess.run(command, capture_output=True, text=True)

    def made(self):
        done = self.make()
        self.assertEqual(done.returncode, 0, done.stderr)
        dist = self.base / "dist"
        return {file.relative_to(dist).as_posix(): file for file in dist.rglob("*") if file.is_file() and file.suffix != ".br"}

    def one(self, files, pattern):
        found = [name for name in files if re.fullmatch(pattern, name)]
        self.assertEqual(len(found), 1, f"{pattern} in {sorted(files)}")
        return found[0]

    def test_every_reference_is_a_file_that_exists(self):
        files = self.made()
        wasm = self.one(files, r"middleground\.[0-9a-f]{12}\.wasm")
        program = self.one(files, r"middleground\.[0-9a-f]{12}\.js")
        glue = self.one(files, r"glue\.[0-9a-f]{12}\.js")
        style = self.one(files, r"style\.[0-9a-f]{12}\.css")
        self.assertEqual(files[program].read_text(), f'load("{wasm}");')
        self.assertEqual(files[glue].read_text(), f'start("{program}", "{wasm}");')
        self.assertEqual(files["index.html"].read_text(), f'<link href="{style}"><script src="{glue}"></script>')
        self.assertIn("icons/app.svg", files)

    def test_a_changed_program_changes_every_name_that_leads_to_it(self):
        before = set(self.made())
        self.write("program/middleground.wasm", "second program")
        after = set(self.made())
        gone = sorted(name.split(".")[0] + "." + name.split(".")[-1] for name in before - after)
        self.assertEqual(gone, ["glue.js", "middleground.js", "middleground.wasm"])

    def test_the_service_worker_gets_every_file_and_a_build_that_follows_the_contents(self):
        files = self.made()
        first = files["sw.js"].read_text()
        listed = json.loads(first[first.index("["):first.rindex("]") + 1])
        self.assertEqual(sorted(listed), sorted(set(files) - {"sw.js", "build.json"}))
        self.write("web/index.html", "<p>another page")
        second = self.made()["sw.js"].read_text()
        self.assertNotEqual(first.split('"')[1], second.split('"')[1])

    def test_the_same_input_gives_the_same_page(self):
        first = {name: file.read_bytes() for name, file in self.made().items()}
        second = {name: file.read_bytes() for name, file in self.made().items()}
        self.assertEqual(first, second)

    def test_a_reference_to_nothing_names_both_files_and_keeps_the_old_page(self):
        before = {name: file.read_bytes() for name, file in self.made().items()}
        self.write("web/glue.js", "@@missing.css@@")
        done = self.make()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("glue.js refers to @@missing.css@@", done.stderr)
        self.assertEqual(before, {name: (self.base / "dist" / name).read_bytes() for name in before})

    def test_files_that_refer_to_each_other_are_refused(self):
        self.write("web/style.css", "@@glue.js@@")
        self.write("web/glue.js", "@@style.css@@")
        done = self.make()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("refer to each other", done.stderr)

    def test_build_json_tells_the_sizes(self):
        files = self.made()
        listing = json.loads(files["build.json"].read_text())["files"]
        self.assertEqual(set(listing), set(files) - {"build.json"})
        for name, sizes in listing.items():
            self.assertEqual(sizes["bytes"], files[name].stat().st_size, name)


if __name__ == "__main__":
    unittest.main()
