#!/usr/bin/env python3
"""Turns what was fitted to real deals into constants: make_fitted.py --fitted assets/forecast/fitted.json --header FILE"""
import argparse
import json
import pathlib
import re
import sys


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fitted", type=pathlib.Path, required=True)
    parser.add_argument("--header", type=pathlib.Path, required=True)
    given = parser.parse_args()
    fitted = json.loads(given.fitted.read_text(encoding="utf-8"))
    lines = ["#pragma once", "", f"// Made by tools/assets/make_fitted.py from {given.fitted.name}: what real deals told of the forecast's numbers.",
             "namespace middleground::fitted_numbers {", ""]
    for source in ("pipeline", "salvirt"):
        for name, value in fitted[source]["numbers"].items():
            if not re.fullmatch("[a-z_]+", name) or isinstance(value, bool) or not isinstance(value, (int, float)):
                sys.exit(f"error: {given.fitted}: {name} = {value!r} is no number with a name")
            lines.append(f"inline constexpr double {name} = {value!r}; // {source}")
    lines += ["", "}", ""]
    given.header.parent.mkdir(parents=True, exist_ok=True)
    given.header.write_text("\n".join(lines), encoding="utf-8")


main()
