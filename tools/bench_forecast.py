#!/usr/bin/env python3
"""bench_forecast.py MODEL NATIVE WASM: the model of forecast_bench played by NumPy, and how many times faster the others are.

MODEL is what `forecast_bench --model` wrote (a fresh deal: nothing is kept, refused or agreed), NATIVE and WASM what forecast_bench printed. All
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
        self.keeps_below = table("keeps_below", np.uint64)
        self.days = table("days", np.int32)
        self.no_from = np.array(model["no_from"], dtype=np.uint64)
        self.pause = np.array(model["pause"], dtype=np.int32)
        self.again = np.array(model["again"], dtype=np.uint64)
        self.patience = np.array(model["patience"], dtype=np.int64)
        self.most_tries = model["most_tries"]
        self.hazard = model["hazard"]
        self.hazard_before = model["hazard_before"]
        self.horizon = model["horizon"]


def play(model, futures, random):
    done = np.full((model.count, futures), NEVER, dtype=np.int32)
    lost = np.full(futures, NEVER, dtype=np.int32)
    for place in range(model.count):
        begin = np.zeros(futures, dtype=np.int32)
        for other in model.waits[place]:
            np.maximum(begin, done[other], out=begin)
        open_ = np.flatnonzero(begin < lost)
        day = begin[open_]
        chance = model.keeps_below[place][random.integers(0, model.rows, open_.size, dtype=np.uint8)]
        for number in range(model.most_tries):
            day = day + model.days[place][random.integers(0, model.rows, open_.size, dtype=np.uint8)]
            answer = random.integers(0, 1 << 32, open_.size, dtype=np.uint32)
            kept = answer < (chance * model.again[number] >> np.uint64(16))
            done[place, open_[kept]] = day[kept]
            refused = ~kept & (answer >= model.no_from[place]) if number + 1 < model.most_tries else ~kept
            lost[open_[refused]] = np.minimum(lost[open_[refused]], day[refused])
            again = ~(kept | refused)
            open_ = open_[again]
            if open_.size == 0:
                break
            chance = chance[again]
            day = day[again] + model.pause[random.integers(0, model.rows, open_.size, dtype=np.uint8)]
    first = done.min(axis=0).astype(np.int64)
    patience = model.patience[random.integers(0, model.patience.size, futures, dtype=np.uint16)]
    before = patience < model.hazard_before * first
    ends = np.where(before, patience // model.hazard_before, first + np.maximum(0, patience - model.hazard_before * first) // model.hazard)
    np.minimum(ends, model.horizon, out=ends)
    won = done[-1] <= ends
    gone = ~won & (lost <= ends)
    return won.sum(), gone.sum()


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
        won, gone = play(model, FUTURES, random)
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
    print(json.dumps({"name": "as WebAssembly in Node, times as fast as NumPy", "value": best / wasm[name], "unit": "x", "goal": ">= 3"}))


main()
