"""What tools/make_dist.py promises: names with hashes, references followed, the old page kept when the new one fails."""
import gzip
import hashlib
import json
import pathlib
import random
import re
import shutil
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
        self.write("program/middleground-rest.wasm", "what follows")
        self.write("program/middleground-files.wasm", "what looks at files")
        self.write("program/middleground-readers.js", 'read("middleground-readers.wasm");')
        self.write("program/middleground-readers.wasm", "what reads mails")
        self.write("web/reader.js", 'work("@@middleground-readers.js@@");')
        self.write("web/index.html", '<link href="@@style.css@@"><script src="@@glue.js@@"></script>')
        self.write("web/glue.js", 'start("@@middleground.js@@", "@@middleground.wasm@@");')
        self.write("web/style.css", "body { margin: 0 }")
        self.write("web/sw.js", 'const build = "@@build@@", files = "@@files@@", later = "@@later@@", team = "@@team@@";')
        self.write("web/team.js", 'connect("@@nats.js@@");')
        self.write("web/nats.js", "speak();")
        self.write("web/static/icons/app.svg", "<svg/>")
        self.write("web/_headers", "/*\n@@hashed@@\n")
        self.write("web/static/404.html", "<p>nothing here")

    def write(self, name, text):
        (self.base / name).write_text(text)

    def make(self, *more):
        command = [sys.executable, ROOT / "tools" / "make_dist.py"]
        for option, folder in (("web", "web"), ("program", "program"), ("readers", "program"), ("deps", "deps"), ("out", "dist")):
            command += [f"--{option}", self.base / folder]
        return subprocess.run([*command, *more], capture_output=True, text=True)

    def made(self):
        done = self.make()
        self.assertEqual(done.returncode, 0, done.stderr)
        dist = self.base / "dist"
        return {file.relative_to(dist).as_posix(): file for file in dist.rglob("*") if file.is_file() and file.suffix not in (".br", ".gz")}

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
        listed, later, team = (first.split('"')[place].split(" ") for place in (3, 5, 7))
        self.assertEqual(sorted(name.split(".")[0] for name in later), ["middleground-files", "middleground-readers", "middleground-readers", "reader"])
        self.assertEqual(sorted(name.split(".")[0] for name in team), ["nats", "team"])
        self.assertEqual(sorted(listed), sorted(set(files) - {"sw.js", "build.json", "_headers", "404.html", *later, *team}))
        self.write("web/index.html", "<p>another page")
        second = self.made()["sw.js"].read_text()
        self.assertNotEqual(first.split('"')[1], second.split('"')[1])

    def test_what_the_bundler_gives_is_what_the_page_imports(self):
        (self.base / "web/nats.js").unlink()
        self.write("bundle.mjs", 'process.stdout.write("speak(2);");')
        self.assertEqual(self.make("--bundler", self.base / "bundle.mjs").returncode, 0)
        files = [file.name for file in (self.base / "dist").iterdir()]
        self.assertEqual((self.base / "dist" / self.one(files, r"nats\.[0-9a-f]{12}\.js")).read_text(), "speak(2);")
        self.write("bundle.mjs", "throw new Error();")
        before = sorted(files)
        failed = self.make("--bundler", self.base / "bundle.mjs")
        self.assertEqual(failed.returncode, 1)
        self.assertIn("could not be bundled", failed.stderr)
        self.assertEqual(sorted(file.name for file in (self.base / "dist").iterdir()), before)

    def test_a_hash_is_the_beginning_of_the_contents_sha256_which_the_service_worker_checks(self):
        hashed = {name: file for name, file in self.made().items() if re.search(r"\.[0-9a-f]{12}\.", name)}
        self.assertEqual(len(hashed), 11)
        for name, file in hashed.items():
            self.assertEqual(name.split(".")[-2], hashlib.sha256(file.read_bytes()).hexdigest()[:12], name)

    @unittest.skipUnless(shutil.which("brotli"), "needs brotli")
    def test_a_program_that_is_larger_than_a_first_visit_may_fetch_is_refused_and_the_old_page_stays(self):
        self.assertEqual(self.make("--budget").returncode, 0)
        before = self.made()["build.json"].read_text()
        for name, size in (("middleground.wasm", 509_000), ("middleground-rest.wasm", 1_100_000)):
            (self.base / "program" / name).write_bytes(random.Random(1).randbytes(size + 2000))
            done = self.make("--budget")
            self.assertEqual(done.returncode, 1)
            self.assertIn("more than the budget", done.stderr)
            self.assertEqual((self.base / "dist" / "build.json").read_text(), before)
            self.write("program/" + name, "small")
        (self.base / "program" / "middleground-files.wasm").write_bytes(random.Random(1).randbytes(2_000_000))
        self.assertEqual(self.make("--budget").returncode, 0, "nobody fetches that at first")

    def test_the_host_is_told_to_keep_names_with_a_hash_and_no_others(self):
        files = self.made()
        rules = files["_headers"].read_text().splitlines()
        self.assertEqual(rules[0], "/*")
        self.assertEqual(sorted(rules[1::2]), sorted("/" + name for name in files if re.search(r"\.[0-9a-f]{12}\.", name)))
        self.assertEqual(set(rules[2::2]), {"  Cache-Control: public, max-age=31536000, immutable"})

    def test_icons_are_drawn_and_named_by_the_manifest(self):
        self.write("web/icon.svg", (ROOT / "web" / "icon.svg").read_text())
        self.write("web/page.webmanifest", '["@@icon.svg@@", "@@icon-192.png@@"]')
        files = self.made()
        drawn = self.one(files, r"icon-192\.[0-9a-f]{12}\.png")
        self.one(files, r"icon-512\.[0-9a-f]{12}\.png")
        self.one(files, r"icon-maskable\.[0-9a-f]{12}\.png")
        self.assertIn(drawn, json.loads(files["page.webmanifest"].read_text()))

    def test_an_icon_with_unknown_shapes_is_refused_and_keeps_the_old_page(self):
        self.made()
        self.write("web/icon.svg", '<svg viewBox="0 0 32 32"><ellipse/></svg>')
        done = self.make()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("shape ellipse", done.stderr)
        self.assertTrue((self.base / "dist" / "index.html").is_file())

    def test_what_is_packed_unpacks_to_the_same(self):
        self.write("web/glue.js", "long();" * 500)
        files = self.made()
        packed = list((self.base / "dist").rglob("*.gz"))
        self.assertTrue(any(file.name.startswith("glue.") for file in packed))
        for file in packed:
            self.assertEqual(gzip.decompress(file.read_bytes()), file.with_suffix("").read_bytes(), file.name)

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
