// The desktop program's command line, to compare with what the page says of the same deal.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today } from "./page.mjs";

export function desktop(t) {
    const program = process.env.MIDDLEGROUND_PROGRAM;
    assert.ok(program, "MIDDLEGROUND_PROGRAM must be the desktop program: tools/test sets it");
    const folder = mkdtempSync(join(tmpdir(), "middleground-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const run = (...given) => execFileSync(program, [...given, "--today", today], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    // What a command prints as JSON about a deal as state() gives it.
    const onDesktop = (deal, command, ...given) => {
        const file = join(folder, "deal.json");
        writeFileSync(file, JSON.stringify({ middleground: 1, deal }));
        return JSON.parse(run(command, file, ...given));
    };
    return { folder, run, onDesktop };
}
