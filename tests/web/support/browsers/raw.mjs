// What the tests ask of a page of any browser, in the words of playwright: the part that is the same for all that speak another protocol.
import assert from "node:assert/strict";
import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const patience_ms = 20000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class RawPage {
    #heard = new Map();
    #viewport;

    constructor({ viewport }) {
        this.#viewport = viewport;
        this.keyboard = {
            // "Control+Shift+z": all but the last are held.
            press: async (chord) => {
                const keys = chord === "+" ? ["+"] : chord.split(/\+(?=.)/);
                await this.keys([...keys.map((key) => ["down", key]), ...keys.toReversed().map((key) => ["up", key])]);
            },
            // As fast as the browser takes them, without waiting for one to be heard.
            type: (text) => this.keys([...text].flatMap((letter) => [["down", letter], ["up", letter]])),
            down: (key) => this.keys([["down", key]]),
            up: (key) => this.keys([["up", key]]),
            // Text without a key, as a screen keyboard has it.
            insertText: (text) => this.evaluate((words) => void document.execCommand("insertText", false, words), text),
        };
        this.mouse = {
            move: (x, y) => this.pointer([["move", x, y]]),
            down: () => this.pointer([["down"]]),
            up: () => this.pointer([["up"]]),
            click: (x, y) => this.pointer([["move", x, y], ["down"], ["up"]]),
            wheel: (x, y) => this.wheel(x, y),
        };
    }

    on(name, call) {
        this.#heard.set(name, [...(this.#heard.get(name) ?? []), call]);
    }
    tell(name, what) {
        for (const call of this.#heard.get(name) ?? []) call(what);
    }
    title() {
        return this.evaluate(() => document.title);
    }
    viewportSize() {
        return this.#viewport;
    }
    async setViewportSize(size) {
        this.#viewport = size;
        await this.resize(size);
    }
    waitForTimeout(ms) {
        return pause(ms);
    }
    async waitForFunction(look, argument, { timeout = patience_ms } = {}) {
        for (const end = performance.now() + timeout; ; await pause(25)) {
            if (await this.evaluate(look, argument)) return;
            assert.ok(performance.now() < end, `this does not come true within ${timeout} ms: ${look}`);
        }
    }
}

// The next file that is there as a whole.
export async function downloadIn(folder) {
    const names = () => readdir(folder).catch(() => []);
    const before = new Set(await names());
    for (const end = performance.now() + patience_ms; performance.now() < end; await pause(50)) {
        const now = await names();
        const fresh = now.find((name) => !before.has(name) && !/[.](part|wkdownload)$/.test(name) && !now.includes(`${name}.part`) && /\.[a-z]+$/.test(name));
        if (fresh) return { suggestedFilename: () => fresh, path: async () => join(folder, fresh), saveAs: (to) => copyFile(join(folder, fresh), to) };
    }
    throw new Error("nothing was downloaded");
}
