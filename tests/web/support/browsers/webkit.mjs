// WebKitGTK's MiniBrowser through WebDriver. Each context is a browser of its own, started by a driver of its own within a session bus of its
// own; all of them show on one virtual screen. WebDriver knows nothing of scripts before those of the page, and of what the page says: so the
// page comes by way of a host here, which puts a script before its first one.
import assert from "node:assert/strict";
import { createServer as listener } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Gate } from "./gate.mjs";
import { end, openScreen, started } from "./processes.mjs";
import { downloadIn, RawPage } from "./raw.mjs";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
function freePort() {
    return new Promise((done) => {
        const server = listener().listen(0, "127.0.0.1", () => {
            const { port } = server.address();
            server.close(() => done(port));
        });
    });
}

export const launch = async () => new WebKit(await openScreen());

class WebKit {
    constructor(screen) {
        this.screen = screen;
    }
    async newContext(options) {
        const home = await mkdtemp(join(tmpdir(), "middleground-webkit-"));
        const port = await freePort();
        const env = { ...process.env, DISPLAY: this.screen.display, HOME: home, XDG_RUNTIME_DIR: home, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", GTK_A11Y: "none" };
        const driver = `http://127.0.0.1:${port}`;
        const child = await started("dbus-run-session", ["--", "WebKitWebDriver", `--port=${port}`], {
            env,
            ready: async (one, done) => {
                while (one.exitCode === null && !(await fetch(`${driver}/status`).catch(() => null))?.ok) await pause(30);
                if (one.exitCode === null) done(one);
            },
        });
        const gate = await new Gate().open(process.env.MIDDLEGROUND_URL);
        const context = new Context({ child, driver, gate, home, options, screen: this.screen });
        try {
            await context.begin();
        } catch (error) {
            await context.close();
            throw error;
        }
        return context;
    }
    async close() {
        await this.screen.close();
    }
}

class Context {
    #asked = Promise.resolve();
    #shown = null; // the window that is spoken to
    #desk = null; // a page that is none of the program

    constructor(given) {
        Object.assign(this, given);
    }
    // Another one than MIDDLEGROUND_URL.
    get address() {
        return this.gate.address;
    }
    async begin() {
        // The driver knows where its MiniBrowser is.
        const capabilities = { alwaysMatch: { unhandledPromptBehavior: "accept" } };
        const { sessionId } = await this.#send("POST", "/session", { capabilities });
        this.session = `/session/${sessionId}`;
        this.windows = await this.#send("GET", `${this.session}/window/handles`);
    }
    async #send(method, path, body) {
        const response = await fetch(this.driver + path, { method, body: body && JSON.stringify(body) });
        const { value } = await response.json();
        if (response.ok) return value;
        throw Object.assign(new Error(`WebKit: ${value.error} at ${method} ${path}: ${value.message}`), { kind: value.error });
    }
    // One after the other: which window is meant is said before.
    ask(window, method, path, body) {
        const answer = this.#asked.then(async () => {
            if (window !== this.#shown) await this.#send("POST", `${this.session}/window`, { handle: window });
            this.#shown = window;
            return this.#send(method, this.session + path, body);
        });
        this.#asked = answer.catch(() => {});
        return answer;
    }
    forget(window) {
        if (this.#shown === window) this.#shown = null;
        if (this.any === window) this.any = this.windows[0];
    }
    async spare() {
        this.windows.push((await this.ask(this.any, "POST", "/window/new", { type: "window" })).handle);
    }
    async newPage() {
        if (this.windows.length === 0) await this.spare();
        const handle = this.windows.shift();
        this.any = handle;
        const page = new Page(handle, this);
        await page.resize(this.options.viewport);
        return page;
    }
    async desk() {
        this.#desk ??= await this.newPage();
        return this.#desk;
    }
    async close() {
        if (this.session) await this.#send("DELETE", this.session).catch(() => {});
        await end(this.child);
        this.gate.close();
        await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
    }
}

// Of WebDriver's own letters for keys.
const codes = {
    Control: "\ue009", Shift: "\ue008", Alt: "\ue00a", Meta: "\ue03d", Enter: "\ue007", Tab: "\ue004", Escape: "\ue00c", Backspace: "\ue003", Delete: "\ue017",
    ArrowLeft: "\ue012", ArrowUp: "\ue013", ArrowRight: "\ue014", ArrowDown: "\ue015", F1: "\ue031", F5: "\ue035", F12: "\ue03c", Home: "\ue011", End: "\ue010", PageUp: "\ue00e", PageDown: "\ue00f", Space: " ",
};
const pressed = { down: "pointerDown", up: "pointerUp" };

class Page extends RawPage {
    #open = true;

    constructor(handle, context) {
        super(context.options);
        this.handle = handle;
        this.context = () => context;
    }
    ask(...what) {
        return this.context().ask(this.handle, ...what);
    }
    async goto(url) {
        await this.gather();
        await this.ask("POST", "/url", { url });
    }
    async addInitScript(act, argument) {
        this.context().gate.scripts.push(`(${act})(${JSON.stringify(argument ?? null)});`);
    }
    // What the page said, and whom it asked.
    async gather() {
        const { words, asked } = await this.evaluate(() => ({
            words: (window.wordsOfThePage ?? []).splice(0),
            asked: performance.getEntriesByType("resource").map(({ name }) => name),
        }));
        for (const { kind, text } of words) this.tell(kind, kind === "console" ? { type: () => "error", text: () => text } : { message: text });
        for (const url of asked) this.tell("request", { url: () => url });
    }
    async reload() {
        await this.gather();
        await this.ask("POST", "/refresh", {});
    }
    async evaluate(act, argument) {
        const script = `const [given, done] = arguments;
            (async () => { const value = await (${act})(given); return { value, none: value === undefined }; })().then(done, (error) => done({ error: String(error?.message ?? error) }));`;
        const { value, none, error } = await this.ask("POST", "/execute/async", { script, args: [argument ?? null] });
        if (error) throw new Error(error);
        return none ? undefined : value;
    }
    screenshot() {
        return this.ask("GET", "/screenshot").then((text) => Buffer.from(text, "base64"));
    }
    // The window has a bar besides the page.
    async resize({ width, height }) {
        const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
        let wanted = { width, height };
        for (let turn = 0; turn < 3; ++turn) {
            await this.ask("POST", "/window/rect", { x: 0, y: 0, ...wanted });
            for (let wait = 0; wait < 10; ++wait) {
                const [wide, high] = await inner();
                if (wide === width && high === height) return;
                await pause(20);
            }
            const [wide, high] = await inner();
            wanted = { width: wanted.width + width - wide, height: wanted.height + height - high };
        }
        const got = await inner();
        assert.deepEqual(got, [width, height], "the window has the size");
    }
    keys(steps) {
        const actions = steps.map(([what, key]) => ({ type: what === "down" ? "keyDown" : "keyUp", value: codes[key] ?? key }));
        return this.ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
    }
    pointer(steps) {
        const actions = steps.map(([what, x, y]) => (what === "move" ? { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) } : { type: pressed[what], button: 0 }));
        this.at = steps.findLast(([what]) => what === "move")?.slice(1) ?? this.at;
        return this.ask("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
    }
    // The driver moves its mouse when it is asked for a finger: what the page would hear of one is told it instead.
    tap(x, y) {
        return this.evaluate((at) => {
            const canvas = document.getElementById("canvas");
            const values = { pointerType: "touch", pointerId: 7, clientX: at[0], clientY: at[1], buttons: 1, bubbles: true, cancelable: true };
            canvas.dispatchEvent(new PointerEvent("pointerdown", values));
            canvas.dispatchEvent(new PointerEvent("pointerup", { ...values, buttons: 0 }));
            canvas.dispatchEvent(new Event("touchend", { bubbles: true, cancelable: true }));
        }, [x, y]);
    }
    wheel(deltaX, deltaY) {
        const [x, y] = (this.at ?? [10, 10]).map(Math.round);
        return this.ask("POST", "/actions", { actions: [{ type: "wheel", id: "wheel", actions: [{ type: "scroll", duration: 0, x, y, deltaX, deltaY }] }] });
    }
    // What would open the system's list of files keeps the field instead: it takes files only once it lies in the page.
    async waitForEvent(name) {
        if (name === "download") return downloadIn(this.context().home);
        if (name !== "filechooser") throw new Error(`${name} is not heard of`);
        await this.evaluate(() => {
            HTMLInputElement.prototype.click = function () {
                this.hidden = true;
                document.body.append(this);
                window.chosen = this;
            };
        });
        return {
            setFiles: async (...files) => {
                await this.waitForFunction(() => window.chosen !== undefined);
                const element = await this.ask("POST", "/execute/sync", { script: "const { chosen } = window; delete window.chosen; return chosen;", args: [] });
                await this.ask("POST", `/element/${Object.values(element)[0]}/value`, { text: files.flat().join("\n") });
            },
        };
    }
    // Elements of that role and name, as the browser computes them; told apart first by what is written there, which is quicker.
    async byRole(role, name) {
        const is = name instanceof RegExp ? (text) => name.test(text) : (text) => text === name;
        const script = `return [...document.querySelectorAll("body *")].map((one) => [one, one.getAttribute("aria-label") ?? one.textContent.trim(), one.labels?.[0]?.textContent ?? ""]);`;
        const found = [];
        for (const [reference, ...texts] of await this.ask("POST", "/execute/sync", { script, args: [] })) {
            if (!texts.some(is)) continue;
            const element = `/element/${Object.values(reference)[0]}`;
            if ((await this.ask("GET", `${element}/computedrole`)) !== role || !is(await this.ask("GET", `${element}/computedlabel`))) continue;
            found.push({ evaluate: (act) => this.ask("POST", "/execute/sync", { script: `(${act})(arguments[0]);`, args: [reference] }) });
        }
        return found;
    }
    // On a page of its own, as a person pastes it elsewhere.
    async #elsewhere(act) {
        const desk = await this.context().desk();
        await desk.bringToFront();
        await desk.evaluate(() => {
            document.body.innerHTML = "<textarea autofocus></textarea>";
            document.querySelector("textarea").focus();
        });
        const answer = await act(desk);
        await this.bringToFront();
        return answer;
    }
    clipboard() {
        return this.#elsewhere(async (desk) => {
            await desk.keyboard.press("Control+v");
            return desk.evaluate(() => document.querySelector("textarea").value);
        });
    }
    setClipboard(text) {
        return this.#elsewhere(async (desk) => {
            await desk.evaluate((value) => {
                document.querySelector("textarea").value = value;
                document.querySelector("textarea").select();
            }, text);
            await desk.keyboard.press("Control+c");
        });
    }
    async bringToFront() {
        await this.ask("GET", "/title");
    }
    isClosed() {
        return !this.#open;
    }
    async close() {
        // The last window takes the browser along.
        if (this.context().windows.length === 0) await this.context().spare();
        this.#open = false;
        await this.ask("DELETE", "/window");
        this.context().forget(this.handle);
    }
}
