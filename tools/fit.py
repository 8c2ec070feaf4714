#!/usr/bin/env python3
"""Writes what the forecast has learned from real deals into data files: fit.py forecast FITTED SALVIRT DATE <PIPELINE, or fit.py bases PLAYBOOKS MONTH <BASES

forecast: FITTED (assets/forecast/fitted.json) gets the numbers that fit_forecast found in a pipeline (its JSON on standard input), and the moves for a
competitor and for a customer from SALVIRT, the table "B2B sales data" (M. Bohanec, CC-BY-4.0).
bases: each playbook in PLAYBOOKS (a folder) gets the base log-odds that fit_forecast found for it, and the month in which that was."""

import csv
import json
import math
import pathlib
import re
import sys


def fail(what):
    sys.exit(f"error: {what}")


def deals_of(path):
    """Each different deal once: the table has doubles."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    except OSError as error:
        fail(f"{path} cannot be read: {error.strerror}")
    unique = list({tuple(row.items()): row for row in rows}.values())
    missing = {"Competitors", "Client", "Status"} - set(rows[0] if rows else ())
    if missing:
        fail(f"{path} has no column {', '.join(sorted(missing))}")
    return unique


def move(deals, column, with_it, without):
    """Half the difference in log-odds of being won, to the nearest half: these are deals of one company, and such columns know of each other."""
    def share(value):
        those = [deal for deal in deals if deal[column] == value]
        if not those:
            fail(f'no deal has "{value}" in the column {column}')
        won = sum(deal["Status"] == "Won" for deal in those)
        return won, len(those)

    def log_odds(won, of):
        return math.log((won + 0.5) / (of - won + 0.5))

    there, elsewhere = share(with_it), share(without)
    half = (log_odds(*there) - log_odds(*elsewhere)) / 2
    said = f"{column}: of {there[1]} with {with_it} {100 * there[0] / there[1]:.0f} % won, of {elsewhere[1]} with {without} {100 * elsewhere[0] / elsewhere[1]:.0f} %"
    return round(half * 2) / 2, said


def write_forecast(target, salvirt, date):
    pipeline = json.load(sys.stdin)
    deals = deals_of(salvirt)
    competitor, by_competitor = move(deals, "Competitors", "Yes", "No")
    client, by_client = move(deals, "Client", "Current", "New")
    fitted = {
        "middleground_fitted": 1,
        "written": f"{date}, by tools/bench fit",
        "pipeline": {
            "origin": f"{pipeline['states']:,} states of deals of a European seller of software, followed for a year, {pipeline['won_percent']:.1f} % won: counts from an anonymised pipeline of 2017 to 2020 "
                      "(public repository MostafaEllabaan/BusinessIntelligence, Pipeline.csv). Least Brier score; stages taken as plans of ten commitments.",
            "brier": pipeline["brier"],
            "brier_of_base_rate": pipeline["brier_of_base_rate"],
            "numbers": pipeline["numbers"],
        },
        "salvirt": {
            "origin": f"{len(deals)} different deals between companies (M. Bohanec, B2B sales data, Salvirt, CC-BY-4.0). {by_competitor}; {by_client}. Half the difference in log-odds, to the nearest half.",
            "numbers": {"competitor": competitor, "current_client": client},
        },
    }
    pathlib.Path(target).write_text(json.dumps(fitted, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_bases(folder, month):
    for name, base in json.load(sys.stdin).items():
        path = pathlib.Path(folder) / f"{name}.json"
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(r'("base": \{"log_odds": )-?[0-9.]+(, "origin": "Fitted \()[^)]*\)', rf"\g<1>{base}\g<2>{month})", text)
        if count != 1:
            fail(f"{path} has no base that says when it was fitted")
        path.write_text(changed, encoding="utf-8")


def main(arguments):
    if len(arguments) == 4 and arguments[0] == "forecast":
        write_forecast(*arguments[1:])
    elif len(arguments) == 3 and arguments[0] == "bases":
        write_bases(*arguments[1:])
    else:
        fail(__doc__.splitlines()[0])


if __name__ == "__main__":
    main(sys.argv[1:])
