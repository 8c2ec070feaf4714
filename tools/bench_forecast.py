#!/usr/bin/env python3
"""bench_forecast.py MODEL NATIVE WASM: the model of forecast_bench played by NumPy, and how many times faster the others are.

MODEL is what `forecast_bench --model` wrote (a fresh deal: nothing is kept, refused, agreed or dated), NATIVE and WASM what forecast_bench printed. All
futures at once, column by column; only the tries that are still open are played on. Fails when the chances differ by more than four standard errors."""

import json
import sys
import time

import numpy as np

FUTURES = 100_000
NEVER = 1 << 20


class Model:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        self.count = model["deciding"] + 1
        self.rows = model["rows"]
        first = model["first_waits"]
        self.waits = [model["waits_for"][first[i]:first[i + 1]] for i in range(self.count)]
        table = lambda name, kind: np.array(model[name], dtype=kind).reshape(-1, self.rows)
        self.keeps_below = table("keeps_below", np.uint32)
        both = table("days", np.uint32)
        self.days = (both & 0xffff).astype(np.int32)
        self.calendar_days = (both >> 16).astype(np.int32)
        self.unseen_below = table("unseen_below", np.uint32)
        self.unseen_days = table("unseen_days", np.int32)
        self.no_from = np.array(model["no_from"], dtype=np.uint32)
        self.pause = np.array(model["pause"], dtype=np.int32)
        self.pace = np.array(model["pace"], dtype=np.int32)
        self.again = np.array(model["again"], dtype=np.uint32)
        self.patience = np.array(model["patience"], dtype=np.int64)
        for name in "most_tries", "hazard", "hazard_before", "horizon", "alive_below", "dead_lost", "gate_below", "quiet_days":
            setattr(self, name, model[name])


def play(model, futures, random):
    """Won and lost futures, and the days on which those are won."""
    row = lambda size: random.integers(0, model.rows, size, dtype=np.uint8)
    draw = lambda size: random.integers(0, 1 << 32, size, dtype=np.uint32)
    alive = draw(futures) < model.alive_below
    living = int(alive.sum())
    gone = int((draw(futures - living) < model.dead_lost).sum())
    pace = model.pace[row(living)]
    passes = draw(living) < model.gate_below
    start = np.full(living, model.quiet_days, dtype=np.int32)
    for below, days in zip(model.unseen_below, model.unseen_days):
        passes &= (draw(living) >> 16) < below[row(living)]
        start += days[row(living)]
    done = np.full((model.count, living), NEVER, dtype=np.int32)
    dates = np.full((model.count, living), NEVER, dtype=np.int32)
    lost = np.full(living, NEVER, dtype=np.int32)
    for place in range(model.count):
        begin = start.copy()
        date = np.zeros(living, dtype=np.int32)
        for other in model.waits[place]:
            np.maximum(begin, done[other], out=begin)
            np.maximum(date, dates[other], out=date)
        open_ = np.flatnonzero(begin < lost)
        day = begin[open_]
        on = date[open_]
        may = passes[open_] if place + 1 == model.count else np.ones(open_.size, dtype=bool)
        slow = pace[open_]
        chance = model.keeps_below[place][row(open_.size)]
        for number in range(model.most_tries):
            which = row(open_.size)
            day = day + model.days[place][which]
            on = on + (model.calendar_days[place][which] * slow >> 8)
            answer = draw(open_.size)
            kept = may & ((answer >> 16) < (chance * model.again[number] >> 16))
            done[place, open_[kept]] = day[kept]
            dates[place, open_[kept]] = on[kept]
            refused = ~kept & ((answer >= model.no_from[place]) | ~may) if number + 1 < model.most_tries else ~kept
            lost[open_[refused]] = np.minimum(lost[open_[refused]], day[refused])
            again = ~(kept | refused)
            open_ = open_[again]
            if open_.size == 0:
                break
            chance, may, slow = chance[again], may[again], slow[again]
            pause = model.pause[row(open_.size)]
            day = day[again] + pause
            on = on[again] + (pause * slow >> 8)
    first = done.min(axis=0).astype(np.int64)
    patience = model.patience[random.integers(0, model.patience.size, living, dtype=np.uint16)]

    def in_time(days):
        before = np.minimum(first, days)
        return (days <= model.horizon) & (model.hazard_before * before + model.hazard * (days - before) <= patience)

    won = in_time(done[-1])
    gone += int((~won & in_time(lost)).sum())
    return int(won.sum()), gone, np.minimum(dates[-1][won], model.horizon)


def figures(path):
    with open(path, encoding="utf-8") as file:
        return {row["name"]: row["value"] for row in map(json.loads, file)}


def main():
    model = Model(sys.argv[1])
    native, wasm = figures(sys.argv[2]), figures(sys.argv[3])
    best = float("inf")
    for run in range(9):
        random = np.random.Generator(np.random.PCG64(run))
        start = time.perf_counter()
        won, gone, _ = play(model, FUTURES, random)
        best = min(best, (time.perf_counter() - start) * 1000)
    for name, count in ("share won", won), ("share lost", gone):
        share = count / FUTURES
        error = (2 * share * (1 - share) / FUTURES) ** 0.5
        if abs(share - native[name] / 100) > 4 * error:
            sys.exit(f"NumPy plays another model: {name} {share:.4f}, natively {native[name] / 100:.4f}")
        print(json.dumps({"name": f"NumPy: {name}", "value": 100 * share, "unit": "%"}))
    print(json.dumps({"name": "NumPy: 100,000 futures, outcomes", "value": best, "unit": "ms"}))
    name = "100,000 futures, outcomes"
    print(json.dumps({"name": "natively, times as fast as NumPy", "value": best / native[name], "unit": "x", "goal": ">= 8"}))
    print(json.dumps({"name": "as WebAssembly in Node, times as fast as NumPy", "value": best / wasm[name], "unit": "x", "goal": ">= 4"}))


main()
