#!/usr/bin/env python3
"""Checks the rooms of the tree by reading #include lines, as README.md and the folder names promise. Six rules, named in what is printed:

  rooms     core/base <- core/model <- core/{merge, analysis, forecast, calibration, intake, files}; those never include each other. core/codec
            knows core/base only, and only intake, readers, files and report include it. core/readers make core/records of bytes and are a library of
            their own: only the command line, the desktop's platform and the page's worker (app/platform/reader) include them. core/intake/proposals join records, intake and analysis. core/assessment and core/outlook join
            analysis, forecast and diary; core/agenda stands on analysis and the diary; core/report stands on top; core/team shares deals, of which nothing in core knows. core <- app/session <- app/viewmodel <- app/ui <-
            the edge (app/*.cpp). In app/ui: letters know core/base and the
            system's fonts; widgets know letters and plain values; cards know widgets; dialogs (closing, log_form, asking, doubles, team) know cards; a page never includes another page; shell
            and palette put them together. app/cli knows core, session and viewmodel, never ui.
  pixels    session and viewmodel include no Dear ImGui, SDL or icons.
  platform  core knows no window, clock, file system or chance; __EMSCRIPTEN__ and its headers only at the edge and in app/platform/;
            nlohmann/json only in core/codec/json* and core/files/json*.
  size      at most 30 files in a folder, 300 lines in a file.
  tests     the unit tests lie as the tree does, and each names the source that it tests: by its own name, or by including its header.
  homes     what a header of app/session declares is defined in the .cpp of the same name (homes.py).

Usage: check.py [root]. Prints file:line for each breach, then "N passed, N failed"; exit status 1 when something failed.
Runs its self-test first: made-up breaches have to be caught, and made-up clean lines let through.
"""

import re
import sys
from pathlib import Path

import homes

SOURCES = {".cpp", ".hpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
IMPORT = re.compile(r"^\s*(?:export\s+)?import\b")
PLATFORM_MACRO = re.compile(r"\b(?:__EMSCRIPTEN__|EMSCRIPTEN|__wasm__|__wasm32__)\b")

FORBIDDEN_IN_CORE = re.compile(
    r"imgui|(^|/)SDL|emscripten|GLES|(^|/)GL/|OpenGL"
    r"|^filesystem$|^chrono$|^ctime$|^time\.h$|^sys/time\.h$|^random$|^thread$|^mutex$|^future$|^unistd\.h$|^dirent\.h$|^fstream$"
)
FORBIDDEN_NAMES_IN_CORE = re.compile(r"\b(?:random_device|system_clock|steady_clock|high_resolution_clock|gettimeofday|clock_gettime|getenv)\b|\bstd::time\b")

PIXELS = re.compile(r"imgui|(^|/)SDL|^generated/icons")

# layer -> layers of the project whose headers it may include; its own is always allowed
CORE = {"core/base", "core/records", "core/intake/proposals", "core/model", "core/merge", "core/analysis", "core/agenda", "core/forecast", "core/calibration", "core/diary",
        "core/intake", "core/codec", "core/files",
        "core/assessment", "core/report", "core/team"}
ALLOWED = {
    "core/base": set(),
    "core/model": {"core/base"},
    "core/merge": {"core/base", "core/model"},
    "core/analysis": {"core/base", "core/model"},
    "core/forecast": {"core/base", "core/model"},
    "core/calibration": {"core/base", "core/model"},
    "core/diary": {"core/base", "core/model", "core/forecast"},
    "core/agenda": {"core/base", "core/model", "core/analysis", "core/diary", "core/forecast"},
    "core/codec": {"core/base"},
    "core/records": {"core/base", "core/codec"},
    "core/readers": {"core/base", "core/codec", "core/records", "core/intake"},
    "core/intake": {"core/base", "core/model", "core/codec"},
    "core/intake/proposals": {"core/base", "core/model", "core/records", "core/intake", "core/analysis"},
    "core/files": {"core/base", "core/model", "core/codec"},
    "core/assessment": {"core/base", "core/model", "core/analysis", "core/forecast", "core/diary"},
    "core/team": {"core/base", "core/model", "core/merge", "core/codec", "core/files"},
    "core/report": CORE - {"core/team", "core/intake", "core/intake/proposals", "core/records", "core/report"},
    "app/values": set(),
    "app/ui/letters": {"core/base", "app/platform"},
    "app/ui/theme": {"core/base", "app/ui/letters"},
    "app/ui/widgets": {"core/base", "app/values", "app/ui/theme", "app/ui/letters"},
    "app/platform": {"core/base", "core/codec", "core/files", "core/records", "core/team"},
    "app/platform/reader": {"core/base", "core/codec", "core/records", "core/readers", "app/platform", "app/platform/web"},
    "app/platform/render": {"core/base", "core/codec", "app/platform", "app/platform/web"},
    "app/platform/native": {"core/base", "core/codec", "core/files", "core/records", "core/team", "core/readers", "app/platform"},
    "app/platform/web": {"core/base", "core/codec", "core/files", "core/records", "core/team", "app/platform"},
    "app/session": CORE | {"app/values", "app/platform"},
    "app/viewmodel": CORE | {"app/values", "app/platform"},  # and SHOWN_OF_SESSION
    "app/cli": CORE | {"core/readers", "app/session", "app/viewmodel", "app/platform", "app/platform/native"},
    "app/edge": CORE | {"app/values", "app/session", "app/viewmodel", "app/cli", "app/platform", "app/platform/render", "app/platform/native",
                        "app/platform/web"},  # and everything in app/ui
}
# What pages, cards, dialogs and the frame of the window share. A page never includes another page.
UI = CORE | {"app/values", "app/viewmodel", "app/platform", "app/ui/theme", "app/ui/letters", "app/ui/widgets"}  # and SHOWN_OF_SESSION
DIALOGS = {"app/ui/closing", "app/ui/log_form", "app/ui/asking", "app/ui/doubles", "app/ui/team"}
PAGES = {f"app/ui/{page}" for page in ("deal", "details", "deals", "commitments", "people", "log", "forecast", "brief", "share", "merge", "intake",
                                       "playbooks", "diary", "settings", "today", "week")}
FRAME = {"app/ui/shell", "app/ui/palette"}
ALLOWED["app/ui"] = UI  # context.hpp, pages.hpp
ALLOWED["app/ui/cards"] = UI | {"app/ui"}
ALLOWED |= {room: UI | {"app/ui", "app/ui/cards"} | DIALOGS for room in DIALOGS | PAGES}
ALLOWED |= {room: UI | {"app/ui", "app/ui/cards"} | DIALOGS | PAGES | FRAME for room in FRAME}
ALLOWED["app/edge"] |= {"app/ui", "app/ui/theme", "app/ui/letters", "app/ui/widgets", "app/ui/cards"} | DIALOGS | PAGES | FRAME

# What is shown of the session: the state and the actions that may be asked for, not the machinery.
SHOWN_OF_SESSION = re.compile(r"app/session/((history/history_guess|intake/intake_session|action|screen|shown|view_state|derived|document|forecasts|own_odds|base_chances|imports|monthly_amounts|team/team_session|team/team_action)|drafts/.*|diary/own_record|store/stored)\.hpp")
SEES_SHOWN = DIALOGS | PAGES | FRAME | {"app/viewmodel", "app/ui", "app/ui/cards"}
MOST_FILES = 30
MOST_LINES = 300


def layer_of(path: str) -> str | None:
    """The layer of a file of the tree, or None when the rules do not speak about it (tests, tools)."""
    parts = path.split("/")
    if parts[0] == "core":
        if len(parts) == 2:
            return "core/assessment" if parts[1].startswith(("assessment", "outlook")) else "core/?"
        # What stands on intake and analysis both.
        return "core/intake/proposals" if parts[1:3] == ["intake", "proposals"] else f"core/{parts[1]}"
    if parts[0] == "app":
        if len(parts) == 2:
            return "app/edge"
        if len(parts) == 3 and parts[1] == "ui" and parts[2].startswith(("theme.", "fonts.")):
            return "app/ui/theme"
        # A folder of its own in app/ui and app/platform; elsewhere those below belong to the room.
        return "/".join(parts[:3]) if len(parts) > 3 and parts[1] in {"ui", "platform"} else f"app/{parts[1]}"
    return None


def without_comments(text: str) -> str:
    """The same lines with comments blanked. A // inside a string may go too: nothing that we look for stands behind one."""
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def breaches_of(path: str, text: str) -> list[tuple[int, str]]:
    """(line, what is wrong) for each breach in one file."""
    found = []
    layer = layer_of(path)
    if layer is None:
        return found
    if layer not in ALLOWED:
        return [(1, f"{layer} is no layer; add it to ALLOWED in tests/layering/check.py with what it may include")]
    in_core = layer.startswith("core/")
    may_know_platform = layer == "app/edge" or layer.startswith("app/platform")
    for number, line in enumerate(without_comments(text).split("\n"), 1):
        if not may_know_platform and line.lstrip().startswith("#") and PLATFORM_MACRO.search(line):
            found.append((number, "platform: asked for outside the edge and app/platform/"))
        if in_core and (match := FORBIDDEN_NAMES_IN_CORE.search(line)):
            found.append((number, f"platform: core names {match.group(0)}; today and seed are arguments"))
        if IMPORT.match(line) and "<" in line:
            found.append((number, "rooms: modules hide their room; write an #include"))
        match = INCLUDE.match(line)
        if not match:
            if re.match(r"\s*#\s*include\b", line):
                found.append((number, "rooms: an include that cannot be read; write the header's name in it"))
            continue
        quote, header = match.groups()
        if "nlohmann" in header and not re.fullmatch(r"core/(codec|files)/json[a-z_]*\.(cpp|hpp)", path):
            found.append((number, f"platform: {header} outside core/codec/json* and core/files/json*"))
        if in_core and FORBIDDEN_IN_CORE.search(header):
            found.append((number, f"platform: core includes {header}"))
        if "emscripten" in header and not may_know_platform and not in_core:
            found.append((number, f"platform: {header} outside the edge and app/platform/"))
        if layer in {"app/session", "app/viewmodel", "app/values"} and PIXELS.search(header):
            found.append((number, f"pixels: {layer} includes {header}"))
        if header.startswith(".") or "/../" in header:
            found.append((number, f"rooms: {header} is not written from the root of the repository"))
            continue
        if header.split("/")[0] in {"tests", "tools"}:
            found.append((number, f"rooms: {header} belongs to the tests"))
            continue
        other = layer_of(header)
        if other is None:
            if quote == '"' and "/" not in header and not header.startswith(("imgui", "SDL", "im")):
                found.append((number, f"rooms: {header} is not written from the root of the repository"))
            continue
        if other == "app/session" and layer in SEES_SHOWN:
            if not SHOWN_OF_SESSION.fullmatch(header):
                found.append((number, f"rooms: {layer} includes {header}; it gets state and asks for actions"))
        elif other != layer and other not in ALLOWED[layer] and header != "app/imgui_config.h":
            found.append((number, f"rooms: {layer} includes {header}"))
    return found


def too_long(path: str, text: str) -> list[str]:
    lines = text.count("\n")
    return [f"{path}: size: {lines} lines; {MOST_LINES} are what one reads in one go"] if lines > MOST_LINES else []


def too_full(folder: str, count: int) -> list[str]:
    return [f"{folder}: size: {count} files; {MOST_FILES} are what one can know"] if count > MOST_FILES else []


def names_no_source(path: str, text: str, sources: set[str]) -> list[str]:
    """What is wrong with the place of a unit test; `sources` are the paths of core and app."""
    room = path.removeprefix("tests/").rpartition("/")[0]
    own = {source for source in sources if source.rpartition("/")[0] == room}
    if not own:
        return [f"{path}: tests: there is no folder {room} with sources"]
    name = path.rpartition("/")[2].removesuffix("_test.cpp")
    stems = {source.rpartition("/")[2].rpartition(".")[0] for source in own}
    included = {match.group(2) for line in text.split("\n") if (match := INCLUDE.match(line))}
    if included & own or any(name == stem or name.startswith(stem + "_") for stem in stems):
        return []
    return [f"{path}: tests: names no source of {room}: call it by one, or include the header that it tests"]


BAD = [
    ("core/base/date.cpp", '#include "core/model/deal.hpp"'),
    ("core/model/deal.hpp", '#include "core/files/json.hpp"'),
    ("core/model/deal.hpp", '#include "core/analysis/balance.hpp"'),
    ("core/analysis/balance.cpp", '#include "core/forecast/forecast.hpp"'),
    ("core/forecast/forecast.cpp", '#include "core/analysis/consensus.hpp"'),
    ("core/files/json.cpp", '#include "core/analysis/findings.hpp"'),
    ("core/files/json.cpp", '#include "core/merge/merge.hpp"'),
    ("core/codec/csv.cpp", '#include "core/model/deal.hpp"'),
    ("core/codec/json_tree.cpp", '#include "core/files/json.hpp"'),
    ("core/calibration/history_model.cpp", '#include "core/forecast/forecast.hpp"'),
    ("core/merge/merge.cpp", '#include "core/analysis/consensus.hpp"'),
    ("core/intake/tables/import_changes.cpp", '#include "core/files/json.hpp"'),
    ("core/assessment.cpp", '#include "core/files/json.hpp"'),
    ("core/report/export.cpp", '#include "core/team/team.hpp"'),
    ("core/team/team.cpp", '#include "core/analysis/findings.hpp"'),
    ("core/model/deal.cpp", '#include "app/session/action.hpp"'),
    ("core/model/deal.cpp", "#include <imgui.h>"),
    ("core/model/deal.cpp", "  #  include <SDL2/SDL.h>"),
    ("core/files/json.cpp", "#include <filesystem>"),
    ("core/base/date.cpp", "#include <chrono>"),
    ("core/base/random.hpp", "std::random_device device;"),
    ("core/base/random.hpp", "auto now = std::chrono::steady_clock::now();"),
    ("core/base/id.cpp", "#include <emscripten.h>"),
    ("core/base/id.cpp", "#ifdef __EMSCRIPTEN__"),
    ("core/model/deal.cpp", "#include <nlohmann/json.hpp>"),
    ("core/codec/csv_import.cpp", "#include <nlohmann/json.hpp>"),
    ("app/session/update/update.cpp", "#include <nlohmann/json_fwd.hpp>"),
    ("core/extra/thing.cpp", "int x;"),
    ("core/helpers.cpp", "int x;"),
    ("app/ui/widgets/field/field.hpp", '#include "core/model/deal.hpp"'),
    ("app/ui/widgets/field/field.cpp", '#include "app/ui/deal/deal_cards.hpp"'),
    ("app/ui/widgets/controls.cpp", '#include "app/session/action.hpp"'),
    ("app/ui/cards/parts.cpp", '#include "app/ui/log_form/log_form.hpp"'),
    ("app/ui/cards/parts.cpp", '#include "app/ui/people/people_map.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/ui/people/people_map.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/ui/shell/shell.hpp"'),
    ("app/ui/log_form/log_form.cpp", '#include "app/ui/deal/deal_cards.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/session/update/update.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/session/store/store.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/platform/native/native_files.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/window.hpp"'),
    ("app/viewmodel/deals_data.cpp", '#include "app/ui/context.hpp"'),
    ("app/viewmodel/deals_data.cpp", '#include "app/session/update/update.hpp"'),
    ("app/viewmodel/deals_data.cpp", "#include <imgui.h>"),
    ("app/viewmodel/deals_data.cpp", '#include "generated/icons.hpp"'),
    ("app/session/update/update.cpp", "#include <imgui_internal.h>"),
    ("app/session/update/update.cpp", '#include "app/viewmodel/deals_data.hpp"'),
    ("app/session/document.hpp", '#include "app/ui/widgets/ui.hpp"'),
    ("app/session/update/update.cpp", '#include "app/window.hpp"'),
    ("app/session/update/update.cpp", "#ifdef __EMSCRIPTEN__"),
    ("app/session/update/update.cpp", "#include <nlohmann/json_fwd.hpp>"),
    ("app/session/store/store.cpp", "#include <emscripten/emscripten.h>"),
    ("app/cli/cli.cpp", '#include "app/ui/context.hpp"'),
    ("app/platform/web/web_platform.cpp", '#include "app/app.hpp"'),
    ("app/platform/web/web_platform.cpp", '#include "app/session/update/update.hpp"'),
    ("app/platform/web/web_platform.cpp", '#include "app/platform/native/native_files.hpp"'),
    ("app/ui/deal/deal.cpp", "#if defined(__EMSCRIPTEN__)"),
    ("app/unheard/thing.cpp", "int x;"),
    ("core/model/deal.cpp", '#include "../io/json.hpp"'),
    ("core/model/deal.cpp", '#include "deal.hpp"'),
    ("core/model/deal.cpp", "#include HEADER"),
    ("core/model/deal.cpp", '/* a\n comment */ int y;\n#include "core/files/json.hpp" // why'),
    ("core/model/deal.cpp", '#include "tests/support/random_deal.hpp"'),
]

GOOD = [
    ("core/base/date.cpp", '#include "core/base/date.hpp"\n#include <array>'),
    ("core/model/deal.cpp", '#include "core/base/date.hpp"'),
    ("core/analysis/balance.cpp", '#include "core/model/plan/plan.hpp"'),
    ("core/assessment.cpp", '#include "core/analysis/balance.hpp"\n#include "core/forecast/forecast.hpp"'),
    ("core/files/json.cpp", "#include <nlohmann/json.hpp>"),
    ("core/files/json_read.cpp", "#include <nlohmann/json.hpp>"),
    ("core/model/deal.cpp", '// #include "core/files/json.hpp"'),
    ("core/model/deal.cpp", '/*\n#include "core/files/json.hpp"\n*/'),
    ("core/model/deal.cpp", "// never a random_device here"),
    ("app/ui/widgets/field/field.cpp", '#include "core/base/text.hpp"\n#include <imgui.h>\n#include "app/ui/theme.hpp"\n#include "app/values/sort.hpp"'),
    ("app/ui/deal/deal.cpp", '#include "app/session/action.hpp"\n#include "app/ui/widgets/ui.hpp"\n#include "app/ui/asking/ask_move.hpp"\n#include "app/ui/pages.hpp"'),
    ("app/ui/palette/commands.cpp", '#include "app/ui/people/people_map.hpp"\n#include "app/ui/shell/shell.hpp"'),
    ("app/viewmodel/log_edits.hpp", '#include "app/session/drafts/log_draft.hpp"'),
    ("app/main.cpp", '#ifdef __EMSCRIPTEN__\n#include <emscripten.h>\n#endif\n#include "app/app.hpp"'),
    ("app/platform/web/web_gl.cpp", "#include <emscripten.h>"),
    ("tests/core/model/deal_test.cpp", '#include "core/model/deal.hpp"\n#include <chrono>'),
]


def self_test() -> list[str]:
    wrong = []
    for path, text in BAD:
        found = breaches_of(path, text)
        if not found:
            wrong.append(f"self-test: not caught: {path}: {text!r}")
    for path, text in GOOD:
        for line, what in breaches_of(path, text):
            wrong.append(f"self-test: caught wrongly: {path}:{line}: {what}")
    if too_full("core/base", MOST_FILES) or not too_full("core/base", MOST_FILES + 1):
        wrong.append("self-test: a folder that is too full is not told from one that is not")
    if too_long("core/base/text.cpp", "\n" * MOST_LINES) or not too_long("core/base/text.cpp", "\n" * (MOST_LINES + 1)):
        wrong.append("self-test: a file that is too long is not told from one that is not")
    sources = {"core/base/date.hpp", "core/model/deal.cpp"}
    for path, text, right in [("tests/core/base/date_test.cpp", "", True), ("tests/core/base/date_typed_test.cpp", "", True),
                              ("tests/core/base/days_test.cpp", '#include "core/base/date.hpp"', True),
                              ("tests/core/base/days_test.cpp", '#include "core/model/deal.hpp"', False),
                              ("tests/core/model/date_test.cpp", '#include "core/base/date.hpp"', False),
                              ("tests/core/dates/date_test.cpp", '#include "core/base/date.hpp"', False)]:
        if bool(names_no_source(path, text, sources)) == right:
            wrong.append(f"self-test: a test that names {'a' if right else 'no'} source is taken for the other: {path}")
    at = breaches_of(*next(row for row in BAD if row[1].startswith("/*")))
    if at != [(3, "rooms: core/model includes core/files/json.hpp")]:
        wrong.append(f"self-test: wrong place or words: {at}")
    return wrong


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    passed = failed = 0
    wrong = self_test() + homes.self_test()
    for line in wrong:
        print(line)
    failed += len(wrong)
    passed += len(BAD) + len(GOOD) + 12 - len(wrong)
    files = sorted(p for folder in ("core", "app") for p in (root / folder).rglob("*") if p.suffix in SOURCES)
    if not files:
        print(f"{root}: there is no core/ or app/ to read")
        failed += 1
    for file in files:
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        breaches = [f"{path}:{line}: {what}" for line, what in breaches_of(path, text)] + too_long(path, text)
        if path.startswith("app/session/") and path.endswith(".hpp"):
            source = file.with_suffix(".cpp")
            away = homes.homeless(text, source.read_text(encoding="utf-8") if source.exists() else "")
            breaches += [f"{path}: homes: {name} is not defined in the file of that name" for name in away]
        for breach in breaches:
            print(breach)
        failed += len(breaches)
        passed += 0 if breaches else 1
    folders = sorted(p for folder in ("core", "app") for p in [root / folder, *(root / folder).rglob("*")] if p.is_dir())
    for folder in folders:
        full = too_full(folder.relative_to(root).as_posix(), sum(1 for p in folder.iterdir() if p.is_file()))
        for line in full:
            print(line)
        failed += len(full)
        passed += 0 if full else 1
    sources = {file.relative_to(root).as_posix() for file in files}
    tests = sorted(p for folder in ("core", "app") for p in (root / "tests" / folder).rglob("*_test.cpp"))
    for test in tests:
        lost = names_no_source(test.relative_to(root).as_posix(), test.read_text(encoding="utf-8"), sources)
        for line in lost:
            print(line)
        failed += len(lost)
        passed += 0 if lost else 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
