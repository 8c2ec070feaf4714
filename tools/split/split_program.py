#!/usr/bin/env python3
"""Divides the page's program in two: middleground.wasm, which draws the first picture, and middleground-rest.wasm, which follows.

split_program.py --program build/web --list tools/split/first_picture.txt --binaryen DIR --out build/web/split
split_program.py --program build/web --list tools/split/first_picture.txt --binaryen DIR --learn PROFILE…
                                   writes the list

The list has the names of all functions that run until the first picture is there, without parameters and template arguments.
- A function of ours, of Dear ImGui, SDL or the C library is in the first module when its name is in the list.
- One of the C++ library or of nlohmann/json, which there are many of under one name, must besides be called by what is in the first module;
  small ones that are called by nobody but through a table are in it, too, and larger ones that the list has by their whole names.
- The few that have no name, as those that the compiler made itself, are in the first module.
- The data files that LATER names come with the rest: only its functions read them.
A new function is in the rest until tools/first_picture writes the list anew; tests/web/start.test.mjs says when that is due.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import wasm_file

# Data of assets/ that nothing reads before the first picture (app/session/shipped.cpp).
LATER = re.compile(r"assets.*\d(playbooks_(?!ten_commitments)|wording_(?!en)|import_|log_)")
LIBRARY = re.compile(r"(std|nlohmann|__gnu_cxx)::")
SMALL = 100  # bytes of code
EDGE = re.compile(r'\s*"(.*)" -> "(.*)"; // call')

FEATURES = ["--all-features"]


def name_of(function):
    """middleground::Field::draw, of "bool middleground::Field<int>::draw(Ui const&) const"."""
    text = function.replace("(anonymous namespace)", "{}")
    for sign, word in (("operator()", "operator{call}"), ("operator->", "operator{arrow}"), ("operator<=>", "operator{order}"), ("operator<<", "operator{out}"),
                       ("operator>>", "operator{in}"), ("operator<=", "operator{le}"), ("operator>=", "operator{ge}"), ("operator<", "operator{lt}"), ("operator>", "operator{gt}")):
        text = text.replace(sign, word)
    depth = 0
    outside = []
    for letter in text:
        if letter in "<([":
            depth += 1
        elif letter in ">)]":
            depth -= 1
        elif depth == 0:
            outside.append(letter)
    text = re.sub(r"'lambda\d*'", "'lambda'", "".join(outside)).replace(" const", "").split(" requires")[0].strip()
    conversion = re.search(r"\S*operator .*", text)
    name = conversion[0] if conversion else text.split(" ")[-1]
    # Unlike functions of one name, which the linker or Binaryen numbered.
    return re.sub(r"(\.llvm)?(\.\d+)+$|_\d+$", "", name)


def is_library(name):
    return LIBRARY.match(name) is not None


class Program:
    def __init__(self, wasm, binaryen):
        self.binaryen = binaryen
        self.wasm = wasm
        module = wasm.read_bytes()
        named = wasm_file.names(module, wasm_file.FUNCTION_NAMES)
        if not named:
            sys.exit(f"split_program: {wasm} has no names of functions: it must be linked with --profiling-funcs")
        sizes = wasm_file.code_sizes(module)
        first = wasm_file.imported_functions(module)
        # Binaryen calls one without a name by its number among those that are not imported.
        self.size = {named.get(first + index, str(index)): size for index, size in enumerate(sizes)}
        self.calls = {}
        called = set()
        for line in self.run("wasm-opt", wasm, *FEATURES, "--print-call-graph").splitlines():
            if edge := EDGE.match(line):
                caller, callee = (wasm_file.plain(end) for end in edge.groups())
                if callee in self.size:
                    self.calls.setdefault(caller, set()).add(callee)
                    called.add(callee)
        self.called = called

    def run(self, tool, *arguments):
        done = subprocess.run([self.binaryen / tool, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"split_program: {tool} failed: {done.stderr.strip()[-2000:]}")
        return done.stdout

    def first_functions(self, listed):
        """Those that go into the first module."""
        kept = set()
        for function, size in self.size.items():
            name = name_of(function)
            if function.isdigit() or function in listed or (name in listed if not is_library(name) else function not in self.called and size <= SMALL):
                kept.add(function)
        waiting = list(kept)
        while waiting:
            for callee in self.calls.get(waiting.pop(), ()):
                name = name_of(callee)
                if callee not in kept and is_library(name) and name in listed:
                    kept.add(callee)
                    waiting.append(callee)
        return kept

    def split(self, kept, out):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            names = pathlib.Path(folder) / "keep"
            names.write_text("\n".join(sorted(map(wasm_file.escaped, kept))) + "\n")
            first, rest = pathlib.Path(folder) / "first.wasm", pathlib.Path(folder) / "rest.wasm"
            self.run("wasm-split", "--split", *FEATURES, self.wasm, f"--keep-funcs=@{names}", "--export-prefix=%", "-o1", first, "-o2", rest)
            modules = [wasm_file.without_names(path.read_bytes()) for path in (first, rest)]
        segments = wasm_file.data_segments(self.wasm.read_bytes())
        later = [one for one in segments if LATER.search(one.name)]
        modules[0] = wasm_file.with_data(modules[0], wasm_file.joined([one for one in segments if one not in later]))
        modules[1] = wasm_file.with_data(modules[1], later)
        for name, module in zip(("middleground.wasm", "middleground-rest.wasm"), modules):
            (out / name).write_bytes(module)
        (out / "middleground.js").write_bytes((self.wasm.parent / "middleground.js").read_bytes())
        return later

    def learn(self, profiles):
        with tempfile.TemporaryDirectory() as folder:
            merged = pathlib.Path(folder) / "all"
            self.run("wasm-split", "--merge-profiles", *profiles, "-o", merged)
            said = self.run("wasm-split", self.wasm, *FEATURES, f"--print-profile={merged}")
        ran = {wasm_file.plain(line[2:]) for line in said.splitlines() if line.startswith("+ ")}
        ran &= self.size.keys()
        listed = {name_of(function) for function in ran if not function.isdigit()}
        return listed | (ran - self.first_functions(listed))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for option in ("--program", "--list", "--binaryen"):
        parser.add_argument(option, type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--learn", nargs="+", type=pathlib.Path, metavar="PROFILE")
    parser.add_argument("--more", action="store_true", help="what the list has stays in it")
    args = parser.parse_args()
    try:
        program = Program(args.program / "middleground.wasm", args.binaryen)
        if args.learn:
            known = set(args.list.read_text().split("\n")) - {""} if args.more else set()
            args.list.write_text("\n".join(sorted(known | program.learn(args.learn))) + "\n")
        if args.out:
            kept = program.first_functions(set(args.list.read_text().split("\n")))
            later = program.split(kept, args.out)
            print(f"first module: {len(kept)} of {len(program.size)} functions, {sum(program.size[one] for one in kept):,} of {sum(program.size.values()):,} bytes"
                  f" of code; {sum(len(one.data) for one in later):,} bytes of data come with the rest")
    except wasm_file.WasmError as error:
        sys.exit(f"split_program: {args.program / 'middleground.wasm'}: {error}")


if __name__ == "__main__":
    main()
