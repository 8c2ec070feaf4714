"""README's configuration in Debian's nginx: it starts with the very text that stands there, and answers as the page needs it."""
import gzip
import http.client
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

from hosting_test import ROOT, nginx

MODULE = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
HASHED = "page.0123456789ab"
WORDS = b"export const words = 'often the same';\n" * 100


class Nginx:
    """Runs as who starts it, on a free port, over a folder of its own; {name: bytes} is what it serves."""

    def __init__(self, files, brotli):
        self.holder = tempfile.TemporaryDirectory()
        base = pathlib.Path(self.holder.name)
        base.chmod(0o755)  # the workers are somebody else when root starts it
        (base / "dist").mkdir()
        for name, data in files.items():
            (base / "dist" / name).write_bytes(data)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        server = nginx().replace("listen 80;", f"listen 127.0.0.1:{self.port};").replace("/srv/middleground/dist", str(base / "dist"))
        if brotli:
            server = server.replace("# brotli_static on;", "brotli_static on;")
        shutil.copy("/etc/nginx/mime.types", base)
        paths = "".join(f"{kind}_temp_path {base}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (base / "nginx.conf").write_text(
            (f"load_module {MODULE};\n" if brotli else "")
            + f"daemon off; pid {base}/pid; error_log {base}/error.log; worker_processes 1;\n"
            + f"events {{}}\nhttp {{ access_log off; {paths}\n{server}}}\n"
        )
        command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(base), "-c", str(base / "nginx.conf"), "-e", str(base / "error.log")]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        for _ in range(100):
            if self.process.poll() is not None:
                raise AssertionError(self.process.stderr.read())
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError((base / "error.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()
        self.holder.cleanup()

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


class NginxTest(unittest.TestCase):
    @classmethod
    def start(cls, brotli=False):
        files = {
            "index.html": b"<p>the page",
            "404.html": (ROOT / "web" / "static" / "404.html").read_bytes(),
            "404.js": (ROOT / "web" / "static" / "404.js").read_bytes(),
            "sw.js": b"'worker'",
            "middleground.webmanifest": b"{}",
            "build.json": b"{}",
            "licences.txt": b"MIT",
            f"{HASHED}.js": WORDS,
            f"{HASHED}.js.gz": gzip.compress(WORDS),
            f"{HASHED}.js.br": b"as brotli has it",
            f"{HASHED}.css": b"p {}",
            f"{HASHED}.wasm": b"\0asm",
            f"{HASHED}.svg": b"<svg/>",
            f"{HASHED}.png": b"\x89PNG",
        }
        return Nginx(files, brotli)

    @classmethod
    def setUpClass(cls):
        cls.server = cls.start()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def test_every_file_has_its_type(self):
        for name, kind in {
            "": r"text/html; charset=utf-8",
            "sw.js": r"(text|application)/javascript; charset=utf-8",
            "middleground.webmanifest": r"application/manifest\+json",
            "build.json": r"application/json",
            "licences.txt": r"text/plain; charset=utf-8",
            f"{HASHED}.js": r"(text|application)/javascript; charset=utf-8",
            f"{HASHED}.css": r"text/css",
            f"{HASHED}.wasm": r"application/wasm",
            f"{HASHED}.svg": r"image/svg\+xml",
            f"{HASHED}.png": r"image/png",
        }.items():
            response, _ = self.server.ask("/" + name)
            self.assertEqual(response.status, 200, name)
            self.assertRegex(response.getheader("Content-Type"), f"^{kind}$", name)

    def test_names_with_a_hash_are_kept_and_all_others_asked_for_anew(self):
        for name in (f"{HASHED}.js", f"{HASHED}.wasm", f"{HASHED}.png"):
            self.assertEqual(self.server.ask("/" + name)[0].getheader("Cache-Control"), "public, max-age=31536000, immutable", name)
        for name in ("", "index.html", "sw.js", "middleground.webmanifest", "build.json", "404.js", "not-there"):
            self.assertEqual(self.server.ask("/" + name)[0].getheader("Cache-Control"), "no-cache", name)
        first, _ = self.server.ask("/")
        self.assertEqual(self.server.ask("/", **{"If-None-Match": first.getheader("ETag")})[0].status, 304)

    def test_every_answer_has_the_headers(self):
        for name in ("", f"{HASHED}.js", "not-there"):
            response, _ = self.server.ask("/" + name)
            self.assertEqual(response.getheader("Content-Security-Policy"), "frame-ancestors 'none'", name)
            self.assertEqual(response.getheader("Referrer-Policy"), "no-referrer", name)
            self.assertEqual(response.getheader("X-Content-Type-Options"), "nosniff", name)

    def test_a_link_whose_hash_became_part_of_the_path_gets_the_page_that_brings_it_home(self):
        short, longest = "%23d1.AbC-_9", "%2523d1." + "a" * 8000
        for path in ("/" + short, "/index.html" + short, "/" + longest, "/?" + short.replace("%23", "%2523"), "/nothing/here"):
            response, body = self.server.ask(path)
            found = path.startswith("/?")
            self.assertEqual(response.status, 200 if found else 404, path[:40])
            self.assertIn(b"<p>the page" if found else b'src="404.js"', body, path[:40])
        self.assertIn(b"location.replace", self.server.ask("/404.js")[1])

    def test_something_shared_without_a_service_worker_gets_a_page_too(self):
        response, body = self.server.ask("/share", "POST", **{"Content-Length": "0"})
        self.assertIn(response.status, (404, 405))
        self.assertIn(b"Open Middleground", body)

    def test_what_is_packed_is_sent_to_those_who_take_it(self):
        name = f"/{HASHED}.js"
        response, body = self.server.ask(name, **{"Accept-Encoding": "gzip, br"})
        self.assertEqual(response.getheader("Content-Encoding"), "gzip")
        self.assertRegex(response.getheader("Content-Type"), "javascript")
        self.assertIn("immutable", response.getheader("Cache-Control"))
        self.assertEqual(gzip.decompress(body), WORDS)
        response, body = self.server.ask(name)
        self.assertIsNone(response.getheader("Content-Encoding"))
        self.assertEqual(body, WORDS)
        self.assertRegex(response.getheader("Vary") or "", "Accept-Encoding")

    def test_brotli_goes_before_gzip_where_there_is_the_module(self):
        self.assertTrue(MODULE.is_file(), "the package libnginx-mod-http-brotli-static")
        server = self.start(brotli=True)
        self.addCleanup(server.stop)
        response, body = server.ask(f"/{HASHED}.js", **{"Accept-Encoding": "gzip, deflate, br"})
        self.assertEqual(response.getheader("Content-Encoding"), "br")
        self.assertEqual(body, b"as brotli has it")
        self.assertEqual(server.ask(f"/{HASHED}.js", **{"Accept-Encoding": "gzip"})[0].getheader("Content-Encoding"), "gzip")

    def test_the_text_is_used_as_it_stands(self):
        self.assertEqual(len(re.findall("listen 80;", nginx())), 1)
        self.assertEqual(len(re.findall("# brotli_static on;", nginx())), 1)


if __name__ == "__main__":
    unittest.main()
