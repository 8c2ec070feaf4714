"""What README says about hosting fits what is built: the nginx configuration there is read, not only printed."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def hosting():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split("## Hosting", 1)[1].split("\n## ", 1)[0]


def nginx():
    return re.search(r"```nginx\n(.*?)```", hosting(), re.DOTALL)[1]


class HostingTest(unittest.TestCase):
    def caching(self, name):
        """As nginx's map finds it: the first pattern that fits, else the default."""
        patterns = re.findall(r'^\s+"~(.+)"\s+"(.+)";$', nginx(), re.MULTILINE)
        default = re.search(r'default\s+"(.+)";', nginx())[1]
        return next((value for pattern, value in patterns if re.search(pattern, "/" + name)), default)

    def test_only_names_with_a_hash_are_cached_for_long(self):
        for name in ["page.0123456789ab.js", "middleground.0123456789ab.wasm", "style.abcdefabcdef.css"]:
            self.assertIn("immutable", self.caching(name), name)
        static = sorted(file.name for file in (ROOT / "web" / "static").iterdir())
        self.assertIn("404.js", static)
        for name in ["", "index.html", "sw.js", "middleground.webmanifest", "build.json", "licences.txt", *static]:
            self.assertEqual(self.caching(name), "no-cache", name)
            if name:
                self.assertIn(f"`{name}`", hosting())

    def test_what_is_not_there_is_answered_by_the_page_for_it(self):
        self.assertRegex(nginx(), r"error_page 404 .*/404\.html;")

    def test_no_other_page_may_show_this_one_within_it(self):
        self.assertRegex(nginx(), r"add_header Content-Security-Policy \"frame-ancestors 'none'\" always;")

    def test_headers_hold_for_every_file(self):
        # In a location, add_header would take those of the server away.
        self.assertNotIn("location", nginx())

    def test_hosts_that_read_headers_ask_anew_for_what_has_no_hash(self):
        rules, path = {}, None
        for line in (ROOT / "web" / "_headers").read_text(encoding="utf-8").splitlines():
            if line.startswith("/"):
                path = line
                rules[path] = {}
            elif line.startswith("  "):
                name, value = line.strip().split(": ", 1)
                rules[path][name] = value
        for name in ("/", "/index.html", "/sw.js", "/middleground.webmanifest"):
            self.assertEqual(rules[name]["Cache-Control"], "no-cache", name)
        self.assertNotIn("Cache-Control", rules["/*"], "rules that both fit would be joined")
        for name, value in rules["/*"].items():
            self.assertRegex(nginx(), rf'add_header {name} "?{value}"? always;')

    def test_the_workflow_builds_as_everybody_does_and_publishes_what_was_built(self):
        text = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
        self.assertIn("run: tools/build web\n", text)
        self.assertRegex(text, r"upload-pages-artifact@v\d+\s+with:\s+path: dist\n")
        self.assertIn("container: debian:12", text)

    def test_projects_that_share_an_origin_are_warned_of(self):
        self.assertRegex(hosting(), r"local storage.*origin")

    def test_the_pages_tell_no_host_where_a_reader_came_from(self):
        for page in ["web/index.html", "web/static/404.html"]:
            text = (ROOT / page).read_text(encoding="utf-8")
            referrer = text.find('<meta name="referrer" content="no-referrer">')
            first = min(place for place in (text.find("src="), text.find("<link ")) if place >= 0)
            self.assertGreater(referrer, 0, page)
            self.assertLess(referrer, first, f"{page}: before anything is loaded")


if __name__ == "__main__":
    unittest.main()
