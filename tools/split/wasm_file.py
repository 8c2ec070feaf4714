"""What tools/split needs of the format of WebAssembly modules: sections, the names in them, segments of data."""
import re
from dataclasses import dataclass

TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
FUNCTION_NAMES, DATA_NAMES = 1, 9
HEADER = b"\0asm\1\0\0\0"


class WasmError(Exception):
    pass


class Reader:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def number(self):
        """An unsigned LEB128."""
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed(self):
        start = self.at
        value = self.number()
        bits = 7 * (self.at - start)
        return value - (1 << bits) if value >> (bits - 1) & 1 else value

    def take(self, length):
        self.at += length
        return self.data[self.at - length : self.at]

    def text(self):
        return self.take(self.number()).decode()

    @property
    def ends(self):
        return self.at >= len(self.data)


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out + bytes([value]))


def signed(value):
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out + bytes([value & 127]))


def sections(module):
    """[(id, content)]"""
    if not module.startswith(HEADER):
        raise WasmError("this is not a WebAssembly module")
    reader = Reader(module, len(HEADER))
    found = []
    while not reader.ends:
        kind = reader.take(1)[0]
        found.append((kind, reader.take(reader.number())))
    return found


def module_of(parts):
    return HEADER + b"".join(bytes([kind]) + number(len(content)) + content for kind, content in parts)


def is_custom(part, name):
    return part[0] == 0 and Reader(part[1]).text() == name


def without_names(module):
    return module_of([part for part in sections(module) if part[0] != 0])


def names(module, kind):
    """{index: name} of one kind of things."""
    for part in sections(module):
        if not is_custom(part, "name"):
            continue
        reader = Reader(part[1])
        reader.text()
        while not reader.ends:
            this = reader.take(1)[0]
            inner = Reader(reader.take(reader.number()))
            if this == kind:
                return {inner.number(): inner.text() for _ in range(inner.number())}
    return {}


def imported_functions(module):
    """How many there are: they come before the module's own in the numbering."""
    count = 0
    for kind, content in sections(module):
        reader = Reader(content)
        for _ in range(reader.number() if kind == IMPORT else 0):
            reader.text(), reader.text()
            what = reader.take(1)[0]
            if what == 0:  # a function
                count += 1
                reader.number()
            elif what == 3:  # a global
                reader.take(2)
            else:  # a table or a memory
                reader.take(1 if what == 1 else 0)
                limits = reader.number()
                reader.number()
                if limits & 1:
                    reader.number()
    return count


def code_sizes(module):
    """Bytes of each function's code, in order."""
    for kind, content in sections(module):
        if kind == CODE:
            reader = Reader(content)
            sizes = []
            for _ in range(reader.number()):
                sizes.append(reader.number())
                reader.take(sizes[-1])
            return sizes
    return []


@dataclass
class Segment:
    at: int  # address
    data: bytes
    name: str = ""


def data_segments(module):
    named = names(module, DATA_NAMES)
    for kind, content in sections(module):
        if kind != DATA:
            continue
        reader = Reader(content)
        found = []
        for index in range(reader.number()):
            if reader.number() != 0 or reader.take(1) != b"\x41":
                raise WasmError(f"data segment {index} has no constant address in the first memory")
            at = reader.signed()
            if reader.take(1) != b"\x0b":
                raise WasmError(f"the address of data segment {index} is computed")
            found.append(Segment(at, reader.take(reader.number()), named.get(index, "")))
        return found
    return []


def joined(segments, gap=16):
    """Segments that follow each other closely become one."""
    done = []
    for one in sorted(segments, key=lambda segment: segment.at):
        last = done[-1] if done else None
        space = one.at - last.at - len(last.data) if last else -1
        if last and 0 <= space <= gap:
            last.data += bytes(space) + one.data
        else:
            done.append(Segment(one.at, one.data, one.name))
    return done


def with_data(module, segments):
    """The module with these segments in place of its own."""
    content = number(len(segments)) + b"".join(
        b"\0\x41" + signed(one.at) + b"\x0b" + number(len(one.data)) + one.data for one in segments
    )
    # Their count is wanted only by code that copies segments itself, of which data_segments has found none.
    parts = [part for part in sections(module) if part[0] not in (DATA, DATA_COUNT)]
    if segments:
        after_code = next((at + 1 for at, part in enumerate(parts) if part[0] == CODE), len(parts))
        parts.insert(after_code, (DATA, content))
    return module_of(parts)


ESCAPED = re.compile(r"\\([0-9a-f]{2})")
NOT_PLAIN = re.compile(rb"[^0-9A-Za-z!#$%&'*+\-./:<=>?@^_`|~]")


def plain(name):
    """A name as Binaryen prints it, without its escapes."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)


def escaped(name):
    """As Binaryen reads it."""
    return NOT_PLAIN.sub(lambda match: b"\\%02x" % match[0][0], name.encode()).decode()
