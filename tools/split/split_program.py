#!/usr/bin/env python3
"""Divides the page's program in three: middleground.wasm, which draws the first picture, middleground-rest.wasm, which follows, and middleground-files.wasm,
which looks at files and works with teams, and comes with the first file or team (web/parts.js).

split_program.py --program build/web --list tools/split/first_picture.txt --gates tools/split/gates.txt --binaryen DIR --out build/web/split
split_program.py --program build/web --list tools/split/first_picture.txt --gates tools/split/gates.txt --binaryen DIR --learn PROFILE…
                                   writes the list

The list has the names of all functions that run until the first picture is there, without parameters and template arguments.
- A function of ours, of Dear ImGui, SDL or the C library is in the first module when its name is in the list.
- One of the C++ library, of nlohmann/json or of sort_list, which there are many of under one name, must besides be called by what is in the first module;
  small ones of the libraries that are called by nobody but through a table are in it, too, and others that the list has by their whole names.
- The few that have no name, as those that the compiler made itself, are in the first module.
- The data files that LATER names come with the rest: only its functions read them.
A new function is in the rest until tools/first_picture writes the list anew; tests/web/start.test.mjs says when that is due.

The gates are functions that the program calls only once the third module is there. That has them, and what can be reached through them alone: whatever else
calls, even once, stays in the rest. So nothing but a gate can be called before it is there. (What is called through a table counts as called by
everybody; small gates are none, since the linker makes one of two that are alike.) FILES names the data that is read in there only.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import wasm_file

# Data that nothing reads before the first picture (app/session/shipped.cpp), and data that is for tables only.
LATER = re.compile(r"assets.*\d(playbooks_(?!ten_commitments)|wording_(?!en)|log_)|\d+link_dictionary_text")
FILES = re.compile(r"assets.*\dimport_")
LIBRARY = re.compile(r"(std|nlohmann|__gnu_cxx)::|middleground::sort_list\b")
SMALL = 100  # bytes of code
EDGE = re.compile(r'\s*"(.*)" -> "(.*)"; // call')

FEATURES = ["--all-features"]
PARTS = ("middleground.wasm", "middleground-rest.wasm", "middleground-files.wasm")


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
            if function.isdigit() or function in listed or (name in listed if not is_library(name) else function not in self.called and size <= SMALL and not name.startswith("middleground::")):
                kept.add(function)
        waiting = list(kept)
        while waiting:
            for callee in self.calls.get(waiting.pop(), ()):
                name = name_of(callee)
                if callee not in kept and is_library(name) and name in listed:
                    kept.add(callee)
                    waiting.append(callee)
        return kept

    def is_gate(self, function, gates):
        """A gate is a name, or "Class::" for all that the class does."""
        name = name_of(function)
        return self.size[function] > SMALL and (name in gates or any(gate.endswith("::") and name.startswith(gate) for gate in gates))

    def file_functions(self, kept, gates):
        """Those that go into the third module."""
        closed = {function for function in self.size if function not in kept and self.is_gate(function, gates)}
        reached = {function for function in self.size if function in kept or function not in self.called and function not in closed}
        waiting = list(reached)
        while waiting:
            for callee in self.calls.get(waiting.pop(), ()):
                if callee not in reached and callee not in closed:
                    reached.add(callee)
                    waiting.append(callee)
        return self.size.keys() - reached

    def divided(self, module, kept, folder, options):
        """The module with these functions, and the one with the others."""
        names = folder / "keep"
        names.write_text("\n".join(sorted(map(wasm_file.escaped, kept))) + "\n")
        one, other = (folder / f"{len(list(folder.iterdir()))}{part}.wasm" for part in "ab")
        self.run("wasm-split", "--split", *FEATURES, module, f"--keep-funcs=@{names}", "--export-prefix=%", *options, "-o1", one, "-o2", other)
        return one, other

    def split(self, kept, files, out):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            rest = self.size.keys() - kept - files
            # Named, the modules would call what they share by whole names, too. Without names functions go by their numbers, which are the same.
            first, others = self.divided(self.wasm, kept, folder, [])
            named = self.divided(self.wasm, kept, folder, ["-g"])[1]
            names = wasm_file.names(named.read_bytes(), wasm_file.FUNCTION_NAMES)
            imported = wasm_file.imported_functions(named.read_bytes())
            numbers = {str(index - imported) for index, name in names.items() if index >= imported and name in rest}
            second, third = self.divided(others, numbers, folder, ["--import-namespace=secondary"])
            modules = [wasm_file.without_names(path.read_bytes()) for path in (first, second, third)]
        segments = wasm_file.data_segments(self.wasm.read_bytes())
        data = [[], [], []]
        for one in segments:
            data[2 if FILES.search(one.name) else 1 if LATER.search(one.name) else 0].append(one)
        data[0] = wasm_file.joined(data[0])
        for name, module, own in zip(PARTS, modules, data):
            (out / name).write_bytes(wasm_file.with_data(module, own))
        (out / "middleground.js").write_bytes((self.wasm.parent / "middleground.js").read_bytes())

    def learn(self, profiles):
        with tempfile.TemporaryDirectory() as folder:
            merged = pathlib.Path(folder) / "all"
            self.run("wasm-split", "--merge-profiles", *profiles, "-o", merged)
            said = self.run("wasm-split", self.wasm, *FEATURES, f"--print-profile={merged}")
        ran = {wasm_file.plain(line[2:]) for line in said.splitlines() if line.startswith("+ ")}
        ran &= self.size.keys()
        listed = {name_of(function) for function in ran if not function.isdigit()}
        return listed | (ran - self.first_functions(listed))


def gates_in(path):
    """One a line; what follows a # is said to who reads it."""
    lines = (line.split("#")[0].strip() for line in path.read_text().split("\n"))
    return {"middleground::" + line for line in lines if line}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for option in ("--program", "--list", "--gates", "--binaryen"):
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
            files = program.file_functions(kept, gates_in(args.gates))
            program.split(kept, files, args.out)
            parts = (("first module", kept), ("with files", files))
            print("; ".join(f"{what}: {len(part)} functions, {sum(program.size[one] for one in part):,} bytes" for what, part in parts)
                  + f"; of {len(program.size)}, {sum(program.size.values()):,}")
    except wasm_file.WasmError as error:
        sys.exit(f"split_program: {args.program / 'middleground.wasm'}: {error}")


if __name__ == "__main__":
    main()
