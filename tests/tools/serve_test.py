"""tools/serve answers as a good host would."""
import http.client
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HASHED = "middleground.0123456789ab.wasm"


class ServeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        base = pathlib.Path(holder.name)
        cls.folder = base / "dist"
        cls.folder.mkdir()
        (base / "secret.txt").write_text("outside")
        (cls.folder / "index.html").write_text("<p>home")
        (cls.folder / "404.html").write_text("<p>lost")
        (cls.folder / HASHED).write_text("wasm")
        (cls.folder / (HASHED + ".br")).write_text("packed")
        cls.server, cls.port = cls.start("--port", "0")

    @classmethod
    def start(cls, *args):
        server = subprocess.Popen([sys.executable, ROOT / "tools" / "serve", "--folder", cls.folder, *args], stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(server.stdout.close)
        cls.addClassCleanup(server.wait)
        cls.addClassCleanup(server.terminate)
        line = server.stdout.readline()
        return server, int(re.fullmatch(r"http://localhost:(\d+)/\n", line)[1])

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        self.addCleanup(connection.close)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()

    def test_the_page_is_asked_for_anew_each_time(self):
        status, headers, body = self.get("/")
        self.assertEqual((status, body), (200, "<p>home"))
        self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(headers["Cache-Control"], "no-cache")

    def test_a_name_with_a_hash_is_kept_for_long(self):
        status, headers, body = self.get("/" + HASHED + "?x=1")
        self.assertEqual((status, body), (200, "wasm"))
        self.assertEqual(headers["Content-Type"], "application/wasm")
        self.assertIn("immutable", headers["Cache-Control"])
        self.assertNotIn("Content-Encoding", headers)

    def test_brotli_only_for_those_who_accept_it(self):
        _, headers, body = self.get("/" + HASHED, Accept_Encoding="gzip, br;q=1.0")
        self.assertEqual((headers["Content-Encoding"], body), ("br", "packed"))
        self.assertEqual(headers["Content-Type"], "application/wasm")

    def test_what_is_not_there_answers_404_with_the_page_for_it(self):
        for path in ("/nothing", "/../secret.txt", "/%23d1.abc", "/%23d1." + "x" * 5000, "/" + "x/" * 3000):
            with self.subTest(path[:20]):
                status, headers, body = self.get(path)
                self.assertEqual((status, body), (404, "<p>lost"))
                self.assertEqual(headers["Cache-Control"], "no-cache")

    def test_a_port_in_use_moves_on_to_the_next(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            wanted = taken.getsockname()[1]
            _, port = self.start("--port", str(wanted))
            self.assertGreater(port, wanted)


if __name__ == "__main__":
    unittest.main()
