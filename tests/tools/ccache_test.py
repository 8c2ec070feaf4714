"""ccache as tools/common.sh sets it up: a header of which only a comment changed gets a precompiled header of its own."""

import os
import pathlib
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What CMake has ninja run for a target with a precompiled header, by g++.
PRECOMPILE = "ccache g++ -MD -MT p -MF p.d -x c++-header -include p.hxx -o p.hxx.gch -c p.hxx.cxx"
COMPILE = "ccache g++ -MD -MT use -MF use.d -Winvalid-pch -include p.hxx -o use.o -c use.cpp"


class PrecompiledHeaders(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("p.hxx", '#include "noun.hpp"\n')
        self.write("p.hxx.cxx", "")

    def write(self, name, text):
        pathlib.Path(self.folder.name, name).write_text(text, encoding="utf-8")

    def build(self, comment, value, settings):
        """Compiles a header and a source that reads it twice. Returns what the compiler said."""
        self.write("noun.hpp", f"#pragma once\n// {comment}\nstruct Noun {{ int member; }};\n")
        self.write("use.cpp", f'#include "noun.hpp"\nint use = Noun{{{value}}}.member;\n')
        # ccache does not trust files that are as new as its own start.
        then = time.time() - 10
        for name in os.listdir(self.folder.name):
            if os.path.isfile(os.path.join(self.folder.name, name)):
                os.utime(os.path.join(self.folder.name, name), (then, then))
        script = f'. "{ROOT}/tools/common.sh"; {settings} cd "{self.folder.name}"; rm -f p.hxx.gch; {PRECOMPILE} && {COMPILE}'
        environment = {**os.environ, "CCACHE_DIR": os.path.join(self.folder.name, "cache")}
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=environment).stderr

    def both(self, settings):
        return self.build("before", 1, settings) + self.build("afterwards", 2, settings)

    def test_a_comment_that_changed_does_not_bring_back_the_header_of_before(self):
        self.assertEqual(self.both(""), "")

    def test_what_an_older_checkout_left_in_the_cache_is_not_used(self):
        self.both("unset CCACHE_DEPEND CCACHE_NAMESPACE;")
        self.assertEqual(self.build("afterwards", 3, ""), "")


if __name__ == "__main__":
    unittest.main()
