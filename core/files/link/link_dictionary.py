#!/usr/bin/env python3
"""Writes link_dictionary.hpp: the texts that a deal in a link most probably holds, the likeliest last (deflate points back with fewer bits
to what is near). Run from anywhere. The result is part of the link format: once the format is frozen (d1), never run this again."""

import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIKELIEST_LAST = ["rfp", "renewal-expansion", "small-quick", "enterprise", "ten-commitments"]
LIMIT = 32768 - 262  # deflate's window, less its longest look-ahead
END = "\xff"  # of a text in the packed form; one byte, not UTF-8

WORDS = """
https://www. .com .example @gmail.com +1 +44 +49 {"source":" {"url":" ":{" ":[" true false null
January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
competitor consultant implementation integration migration subscription licence maintenance support training
data protection agreement security questionnaire penetration test compliance audit certificate reference customer
service level agreement statement of work terms and conditions framework contract purchase order legal review
budget approval board meeting steering committee finance team procurement team IT department works council
return on investment payback within a year total cost of ownership cost of doing nothing business case figures
pilot phase proof of concept demo workshop kick-off call follow-up e-mail proposal quote offer price discount payment terms
rollout launch go live first week next week last week this month next month end of the month end of the quarter before the summer peak season
Build it ourselves Do nothing Keep the present system Stay as it is In-house team Spreadsheet
wants to know whether needs to see asked for said yes said no said that agreed to promised to send will send sent the waits for is waiting for
has to be before the after the because of the cannot does not do not has not been would like to could not there is no there are
worried about afraid that the takes too long too expensive too many no time for not enough people
Late deliveries manual work errors in the double entry of data no overview of the hours a week per month a year per cent
less time spent on fewer mistakes in one place for all without any extra work on time and within budget
two weeks three weeks four weeks six weeks three months six months 30 minutes 45 minutes 60 minutes 90 minutes half a day
with the from the about the for the and the that the to the in the on the of the by the at the it is was the will be can be
"""

TITLES = """Assistant|Consultant|Team lead|Project manager|Product manager|Account manager|Office manager|Plant manager|Controller|
Sales director|Marketing director|Marketing lead|HR director|Head of HR|Head of procurement|Lead buyer|Buyer|Legal counsel|General counsel|
Data protection officer|Security officer|CISO|Head of security|Administrator|Architect|Engineer|IT manager|IT director|Head of IT|CTO|CIO|
Operations manager|Operations director|Head of operations|COO|Head of finance|Finance director|CFO|Owner|Founder|Managing director|CEO"""


def playbook_texts(playbook):
    """In the order of the packed form, so that one match can run over several texts."""
    texts = [idea for step in playbook["steps"] for idea in step["value_ideas"]]
    for step in playbook["steps"]:
        texts += [step["id"], step["title"], step["ask"], step["done_when"]]
    return [playbook["id"], *texts]


def dictionary():
    texts = [" ".join(WORDS.split("\n")).strip(), *TITLES.replace("\n", "").split("|"), "EUR", "USD", "GBP"]
    for name in LIKELIEST_LAST:
        texts += playbook_texts(json.loads((ROOT / "assets/playbooks" / (name + ".json")).read_text(encoding="utf-8")))
    last_place = {text: place for place, text in enumerate(texts)}
    kept = [text for place, text in enumerate(texts) if last_place[text] == place or len(text) < 24]
    return b"".join(text.encode() + END.encode("latin-1") for text in kept)


def literal(data):
    """Pieces of at most 130 characters. Octal escapes end after three digits, unlike hexadecimal ones."""
    lines, line = [], ""
    for byte in data:
        char = chr(byte)
        piece = "\\" + char if char in '"\\' else char if 32 <= byte < 127 else f"\\{byte:03o}"
        if len(line) + len(piece) > 130:
            lines.append(line)
            line = ""
        line += piece
    return "\n".join(f'    "{line}"' for line in [*lines, line])


def main():
    data = dictionary()
    assert len(data) <= LIMIT, f"{len(data)} bytes are more than the {LIMIT} that deflate can point back to"
    text = f"""#pragma once

#include <string_view>

// Written by link_dictionary.py: part of the link format.
namespace middleground::io {{

// {len(data)} bytes; \\377 ends a text.
inline constexpr std::string_view link_dictionary =
{literal(data)};

}}
"""
    (pathlib.Path(__file__).parent / "link_dictionary.hpp").write_text(text, encoding="utf-8")


main()
