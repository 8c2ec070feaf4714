// The desktop program in a real window beside pages, on a display of its own (tests/desktop/run drives it alone). Keys come from xdotool, pixels from
// the file in which Xvfb keeps them, results from the files that the program writes.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const later = (ms) => new Promise((done) => setTimeout(done, ms));
const patience_ms = 60000; // what takes longer than this on a slow machine, by way of servers that are started again, does not come
const still_looks = 6;
const between_looks_ms = 25;

// A screen that nobody else has: Xvfb chooses the number.
async function startDisplay(t) {
    const folder = await mkdtemp(join(tmpdir(), "middleground-display-"));
    const server = spawn("Xvfb", ["-displayfd", "3", "-fbdir", folder, "-screen", "0", "1280x840x24", "-noreset", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const ended = once(server, "exit");
    t.after(async () => {
        server.kill("SIGKILL");
        await ended;
        await rm(folder, { recursive: true, force: true });
    });
    const [number] = await Promise.race([once(server.stdio[3], "data"), ended.then(() => assert.fail("Xvfb does not start"))]);
    return { name: `:${String(number).trim()}`, picture: async () => createHash("sha256").update(await readFile(join(folder, "Xvfb_screen0"))).digest("hex") };
}

// Where the program keeps what it has, and its command line there.
export class Place {
    static async fresh(t, today) {
        const place = new Place();
        place.folder = await mkdtemp(join(tmpdir(), "middleground-place-"));
        place.data = join(place.folder, "data");
        place.program = process.env.MIDDLEGROUND_PROGRAM;
        assert.ok(place.program, "MIDDLEGROUND_PROGRAM must be the desktop program: tools/test sets it");
        place.environment = { ...process.env, HOME: place.folder, MIDDLEGROUND_DATA: place.data, MIDDLEGROUND_TODAY: today };
        t.after(() => rm(place.folder, { recursive: true, force: true }));
        return place;
    }
    // What it printed; `lines` are given on standard input.
    async command(given, lines = []) {
        const child = run(this.program, given, { env: this.environment });
        child.child.stdin.on("error", () => {}); // it may have ended without reading
        child.child.stdin.end(lines.map((line) => `${line}\n`).join(""));
        return (await child).stdout;
    }
    // Every deal that is stored.
    async deals() {
        const names = await readdir(join(this.data, "deal")).catch(() => []);
        const texts = await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => readFile(join(this.data, "deal", name), "utf8").catch(() => null)));
        return texts.filter((text) => text !== null).map((text) => JSON.parse(text).deal);
    }
    // What is half typed, as it is stored.
    async drafts() {
        const names = await readdir(join(this.data, "draft"), { recursive: true }).catch(() => []);
        return (await Promise.all(names.map((name) => readFile(join(this.data, "draft", name), "utf8").catch(() => "")))).join("\n");
    }
}

export class Window {
    static async open(t, place) {
        const window = new Window();
        window.place = place;
        window.display = await startDisplay(t);
        window.environment = { ...place.environment, DISPLAY: window.display.name, SDL_VIDEODRIVER: "x11" };
        window.said = "";
        window.process = spawn(place.program, ["--render", "cpu"], { env: window.environment, stdio: ["ignore", "ignore", "pipe"] });
        window.process.stderr.on("data", (words) => (window.said += words));
        window.ended = once(window.process, "exit");
        t.after(async () => {
            window.process.kill("SIGKILL");
            await window.ended;
        });
        await window.until(async () => (window.id = (await window.#xdotool("search", "--onlyvisible", "--pid", String(window.process.pid), "--name", "Middleground").catch(() => "")).split("\n")[0]), "a window");
        await window.still();
        await window.#xdotool("windowfocus", "--sync", window.id);
        await window.still();
        return window;
    }
    async #xdotool(...given) {
        return (await run("xdotool", given, { env: this.environment })).stdout;
    }
    // Until `look` finds something.
    async until(look, what) {
        for (const end = Date.now() + patience_ms; ; await later(between_looks_ms)) {
            const found = await look();
            if (found) return found;
            assert.equal(this.process.exitCode, null, `the program ended: ${this.said}`);
            if (Date.now() > end) assert.fail(`in vain: ${typeof what === "function" ? await what() : what}`);
        }
    }
    // Until it sleeps, having drawn all there is: one that waits for the processor only does not sleep.
    async still() {
        let before = "";
        let same = 0;
        await this.until(async () => {
            const sleeps = (await readFile(`/proc/${this.process.pid}/stat`, "utf8")).split(") ").at(-1)[0] === "S";
            const now = sleeps ? await this.display.picture() : "";
            same = sleeps && now === before ? same + 1 : 0;
            before = now;
            return same >= still_looks;
        }, "the picture stands still");
    }
    // Until what is done has changed the picture, and nothing more is drawn.
    async #seen(what, act) {
        const before = await this.display.picture();
        await act();
        await this.until(async () => (await this.display.picture()) !== before, () => `${what} changes what is seen`);
        await this.still();
    }
    // Each of them shows.
    async press(...keys) {
        for (const key of keys) await this.#seen(key, () => this.#xdotool("key", "--delay", "60", key));
    }
    async type(text) {
        await this.#seen(text, () => this.#xdotool("type", "--delay", "30", text));
    }
    // What stands over the window: of an open deal its account, or its title where it has none.
    async name() {
        return (await this.#xdotool("getwindowname", this.id)).trim().replace(/^\(\d+\) /, "");
    }
    async isCalled(words) {
        await this.until(async () => (await this.name()) === `${words} - Middleground`, async () => `the window is called ${words}, not ${await this.name()}`);
    }
    // By the list of commands and places.
    async command(words) {
        await this.press("ctrl+k");
        await this.type(words);
        await this.press("Return");
    }
    // As when the session ends; what it says of trouble would be in the message.
    async close() {
        this.process.kill("SIGTERM");
        const [code] = await this.ended;
        assert.deepEqual([code, this.said], [0, ""]);
    }
}
