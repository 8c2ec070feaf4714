"""A function of app/session is defined in the file of its header's name: whoever reads the header knows where to look."""

import re

DECLARED = re.compile(r"^(?!using|template|inline|constexpr|extern|friend|struct|class|enum|namespace|return)[A-Za-z_][\w:<>, *&]*?[ *&](\w+)\([^;{}]*\);$", re.M)


def without_comments(text: str) -> str:
    return re.sub(r"//[^\n]*", "", text)


def homeless(header: str, source: str) -> list[str]:
    """Names of functions that the text of a header declares, and that of its source file does not define."""
    source = without_comments(source)
    names = [match.group(1) for match in DECLARED.finditer(re.sub(r"[ \t]+$", "", without_comments(header), flags=re.M))]
    return [name for name in names if not re.search(r"^[A-Za-z_][^\n;=]*[ *&]" + name + r"\([^;]*?\) \{", source, re.M)]


def self_test() -> list[str]:
    header = "struct Deal {\n    int size(); // how many\n};\nint open(Deal deal,\n         int at);\nDeal* close(Deal& deal); // says so\ninline int twice(int x) { return 2 * x; }\n"
    cases = [
        ("int open(Deal deal, int at) {\n}\nDeal* close(Deal& deal) {\n}\n", []),
        ("int open(Deal deal,\n         int at) {\n}\n", ["close"]),
        ("void other() {\n    open({}, 1);\n    // Deal* close(Deal& deal) {\n}\n", ["open", "close"]),
    ]
    return [f"self-test: homes: {homeless(header, source)} instead of {wanted}" for source, wanted in cases if homeless(header, source) != wanted]
