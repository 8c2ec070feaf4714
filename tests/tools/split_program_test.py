"""What tools/split promises: names without what the compiler adds, and modules that hold what they held, in parts."""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "split"))
import split_program  # noqa: E402
import wasm_file  # noqa: E402


def section(kind, content):
    return bytes([kind]) + wasm_file.number(len(content)) + content


def text(words):
    return wasm_file.number(len(words)) + words.encode()


def segment(at, data):
    return b"\0\x41" + wasm_file.signed(at) + b"\x0b" + wasm_file.number(len(data)) + data


def module():
    """One imported function, two of its own of which the second has no name, three pieces of data."""
    imports = section(wasm_file.IMPORT, b"\1" + text("env") + text("f") + b"\0\0")
    code = section(wasm_file.CODE, b"\2\2\0\x0b\3\0\1\x0b")
    data = section(wasm_file.DATA, b"\3" + segment(1000, b"abc") + segment(1008, b"de") + segment(70000, b"far"))
    functions = b"\1" + wasm_file.number(1) + text("ours::draw(int)")
    pieces = b"\3\0" + text(".rodata.a") + b"\1" + text(".rodata.b") + b"\2" + text(".rodata.c")
    names = text("name") + section(wasm_file.FUNCTION_NAMES, functions) + section(wasm_file.DATA_NAMES, pieces)
    return wasm_file.HEADER + imports + code + data + section(0, names)


class NameTest(unittest.TestCase):
    def test_a_name_has_neither_parameters_nor_template_arguments_nor_a_result(self):
        for function, name in (
            ("main", "main"),
            ("middleground::draw_deals(middleground::Context const&)", "middleground::draw_deals"),
            ("bool middleground::Field<int>::draw(Ui const&) const", "middleground::Field::draw"),
            ("middleground::(anonymous namespace)::Builder::add(int)", "middleground::{}::Builder::add"),
            ("middleground::in_words(Input const&)::$_1::operator()(int) const", "middleground::in_words::$_1::operator{call}"),
            ("auto middleground::f(int)::'lambda0'(void*)::operator()<int>(int) const", "middleground::f::'lambda'::operator{call}"),
            ("bool std::__2::operator<=>[abi:nn180100]<char>(char, char)", "std::__2::operator{order}"),
            ("void std::__2::sort<middleground::Id<Tag>*, (Kind)1>(middleground::Id<Tag>*)", "std::__2::sort"),
            ("middleground::words_of(int)_13355", "middleground::words_of"),
            ("stbtt__find_table.12", "stbtt__find_table"),
        ):
            self.assertEqual(split_program.name_of(function), name)

    def test_only_data_that_nothing_reads_at_first_comes_later(self):
        begin = ".rodata._ZN12middleground6assets12_GLOBAL__N_1"
        for name, later in (("20playbooks_enterpriseE", True), ("25playbooks_ten_commitmentsE", False), ("10wording_deE", True), ("10wording_enE", False),
                            ("9import_frE.2", False), ("6log_enE", True), ("15samples_passiveE", False), ("19font_semibold_bytesE", False)):
            self.assertEqual(split_program.LATER.search(begin + name) is not None, later, name)
            self.assertEqual(split_program.FILES.search(begin + name) is not None, "import" in name, name)
        self.assertIsNotNone(split_program.LATER.search(".rodata._ZN12middleground2io20link_dictionary_textE"))


def program(sizes, calls):
    """As one that was read: {function: bytes of code}, {caller: callees}."""
    made = split_program.Program.__new__(split_program.Program)
    made.size = sizes
    made.calls = calls
    made.called = {callee for callees in calls.values() for callee in callees}
    return made


class DoorTest(unittest.TestCase):
    gates = {"middleground::take_records", "middleground::Session::"}

    def test_behind_the_gates_is_what_can_be_reached_through_them_alone(self):
        calls = {
            "main": {"middleground::take_records(int)", "middleground::shared(int)", "middleground::Session::work()"},
            "middleground::take_records(int)": {"middleground::propose(int)", "middleground::shared(int)", "middleground::first()"},
            "middleground::propose(int)": {"std::__2::sort<int>(int)"},
            "middleground::in_a_table()": {"middleground::also_there(int)"},
            "middleground::Session::work()": {"middleground::also_there(int)", "middleground::read(int)"},
        }
        functions = {one for pair in calls.items() for one in (pair[0], *pair[1])}
        made = program({one: 500 for one in functions}, calls)
        behind = made.file_functions({"middleground::first()"}, self.gates)
        self.assertEqual(behind, {"middleground::take_records(int)", "middleground::propose(int)", "std::__2::sort<int>(int)", "middleground::Session::work()", "middleground::read(int)"})

    def test_a_small_gate_and_one_that_the_first_picture_needs_stay_open(self):
        calls = {"main": {"middleground::take_records(int)", "middleground::Session::begin()"}, "middleground::take_records(int)": {"middleground::propose()"}}
        sizes = {"main": 9, "middleground::take_records(int)": 40, "middleground::Session::begin()": 500, "middleground::propose()": 500}
        self.assertEqual(program(sizes, calls).file_functions({"middleground::Session::begin()"}, self.gates), set())

    def test_the_gates_are_functions_that_are_declared_to_stay_so(self):
        for gate in split_program.gates_in(ROOT / "tools" / "split" / "gates.txt"):
            name = gate.removeprefix("middleground::")
            if name.endswith("::"):
                continue
            files = [file for room in ("app", "core") for file in (ROOT / room).rglob("*.[hc]pp")]
            found = [file for file in files if re.search(rf"\[\[gnu::noinline\]\] [^\n;(]*\b{name}\(", file.read_text())]
            self.assertEqual(len(found), 1, name)


class ModuleTest(unittest.TestCase):
    def test_numbers_come_back(self):
        for value in (0, 1, 63, 64, 127, 128, 70000, 2**31 - 1):
            self.assertEqual(wasm_file.Reader(wasm_file.number(value)).number(), value)
            for one in (value, -value):
                self.assertEqual(wasm_file.Reader(wasm_file.signed(one)).signed(), one)

    def test_names_sizes_and_data_are_read(self):
        self.assertEqual(wasm_file.names(module(), wasm_file.FUNCTION_NAMES), {1: "ours::draw(int)"})
        self.assertEqual(wasm_file.imported_functions(module()), 1)
        self.assertEqual(wasm_file.code_sizes(module()), [2, 3])
        self.assertEqual([(one.at, one.data, one.name) for one in wasm_file.data_segments(module())],
                         [(1000, b"abc", ".rodata.a"), (1008, b"de", ".rodata.b"), (70000, b"far", ".rodata.c")])

    def test_data_that_lies_close_becomes_one_piece_and_stays_where_it_is(self):
        joined = wasm_file.joined(wasm_file.data_segments(module()))
        self.assertEqual([(one.at, one.data) for one in joined], [(1000, b"abc\0\0\0\0\0de"), (70000, b"far")])
        made = wasm_file.with_data(wasm_file.without_names(module()), joined)
        self.assertEqual([(one.at, one.data) for one in wasm_file.data_segments(made)], [(1000, b"abc\0\0\0\0\0de"), (70000, b"far")])
        self.assertEqual(wasm_file.code_sizes(made), [2, 3])
        self.assertEqual(wasm_file.names(made, wasm_file.FUNCTION_NAMES), {})

    def test_what_is_no_module_is_refused(self):
        with self.assertRaises(wasm_file.WasmError):
            wasm_file.sections(b"<h1>Not found</h1>")

    def test_binaryens_names_go_there_and_back(self):
        name = "f(int, A<b> const&)[abi:x] {lambda}"
        self.assertRegex(wasm_file.escaped(name), r"^[^ ,()\[\]{}]+$")
        self.assertEqual(wasm_file.plain(wasm_file.escaped(name)), name)


if __name__ == "__main__":
    unittest.main()
