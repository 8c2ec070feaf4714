// Drives the page as a person would: by the words on the screen, with mouse and keyboard. Every test gets a fresh browser profile, and
// ends with what must hold for all: no error was said, nothing came from another origin, something was drawn.
import assert from "node:assert/strict";
import { after, before } from "node:test";

export const address = process.env.MIDDLEGROUND_URL;
assert.ok(address && process.env.NODE_PATH, "MIDDLEGROUND_URL must be the address of the page, NODE_PATH where playwright-core is: tools/test sets them");
// How pages are drawn unless a test says otherwise.
const usual = process.env.MIDDLEGROUND_RENDER ?? "cpu";
// One day for all tests, so that dates in the samples stand still.
export const today = "2026-06-16";

// MIDDLEGROUND_SLOWED=6: as on a machine so many times slower, and typed letter by letter (Chromium only). What a test finds then, a person may, too.
const slowed = Number(process.env.MIDDLEGROUND_SLOWED ?? 1);

// "chromium", "firefox" or "webkit", each a file of browsers/.
export const browserName = process.env.MIDDLEGROUND_BROWSER ?? "chromium";
export const { launch } = await import(`./browsers/${browserName}.mjs`);
let browser;
before(async () => {
    browser = await launch();
});
after(() => browser?.close());

// A profile of its own: storage, clipboard permission and all. Pages opened in it share them, as tabs do.
export class Profile {
    constructor(context, at) {
        this.context = context;
        this.address = at;
        this.pages = [];
    }
    // Without service workers, which would keep from one page of a profile to the next what tests have answered otherwise (offline.test.mjs
    // has them). `at`: the address of another host of the page.
    static async fresh(t, { browser: own = browser, at, ...options } = {}) {
        // Few pixels: the processor draws them all. Tests of what is drawn give a ratio of their own.
        const context = await own.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.25, acceptDownloads: true, serviceWorkers: "block", ...options });
        const profile = new Profile(context, at ?? context.address ?? address);
        t.after(async () => {
            try {
                for (const page of profile.pages) await page.check();
            } finally {
                await context.close();
            }
        });
        return profile;
    }
    // `path`: what follows the address, as "?seed=2#d0...". `before` runs with the raw page before it loads. `render`: how it is drawn; "" lets
    // the page choose.
    async open(path = `?today=${today}&seed=1`, { before: prepare, expectErrors = [], render = usual } = {}) {
        const page = new Page(await this.context.newPage(), expectErrors, this);
        this.pages.push(page);
        await prepare?.(page.raw);
        if (slowed > 1) await (await this.context.newCDPSession(page.raw)).send("Emulation.setCPUThrottlingRate", { rate: slowed });
        await page.raw.goto(new URL(drawnBy(render, path), this.address).href);
        await page.started();
        if ((await page.query("render")) === "gl") page.drawing = "graphics card";
        return page;
    }
}

// The address with what it says of drawing, unless it says that itself or is one that a mail program mangled.
export function drawnBy(render, path) {
    if (!render || /[?&]render=|%23/.test(path) || !/^[?#]|^$/.test(path)) return path;
    return path.startsWith("?") ? `?render=${render}&${path.slice(1)}` : `?render=${render}${path}`;
}

export async function openPage(t, path, options = {}) {
    return (await Profile.fresh(t, options.context)).open(path, options);
}

const patience_ms = 20000 * Math.sqrt(slowed); // what takes longer than this on a slow machine does not come
const quiet_frames = 3; // what the browser answers later, as a clipboard does, still gets in
const quiet_ms = 60; // what one tab tells another takes longer
const double_click_ms = 400; // the program's is 300, from frame to frame
const double_click_reach = 12; // pixels, more than the program's

export class Page {
    constructor(raw, expectErrors, profile) {
        this.raw = raw;
        this.profile = profile;
        this.problems = [];
        this.checked = true;
        this.drawing = "processor"; // what draws it in the end
        const note = (text) => {
            if (!expectErrors.some((pattern) => pattern.test(text))) this.problems.push(text);
        };
        raw.on("console", (message) => {
            if (["error", "warning"].includes(message.type()) && !/GPU stall|GL Driver Message|Service Worker registration blocked by Playwright/.test(message.text())) note(`console: ${message.text()}`);
        });
        raw.on("pageerror", (error) => note(`error: ${error.message}`));
        raw.on("request", (request) => {
            const url = new URL(request.url());
            if (!["blob:", "data:"].includes(url.protocol) && url.origin !== new URL(profile?.address ?? address).origin) note(`request to ${url.origin}`);
            // By XMLHttpRequest comes what is called before it is there (web/parts.js): nothing of this part may be.
            if (request.resourceType?.() === "xhr" && /middleground-files/.test(url.pathname)) note("the part for files was called before it was there");
        });
    }

    async started() {
        await this.raw.waitForFunction(() => window.middleground?.frames() > 0);
        await this.settled();
    }
    // Until nothing more is drawn.
    settled() {
        const alone = !(this.profile?.pages.length > 1);
        return this.raw.evaluate(
            async ({ frames, wait }) => {
                let before = -1;
                for (let same = 0; same < frames; ) {
                    const now = window.middleground.frames();
                    same = now === before && window.middleground.idle() ? same + 1 : 0;
                    before = now;
                    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), wait));
                }
            },
            alone ? { frames: quiet_frames, wait: 0 } : { frames: 2, wait: quiet_ms },
        );
    }
    // Of the address.
    query(name) {
        return this.raw.evaluate((of) => new URLSearchParams(location.search).get(of), name);
    }
    frames() {
        return this.raw.evaluate(() => window.middleground.frames());
    }
    state() {
        return this.raw.evaluate(() => window.middleground.state());
    }
    items() {
        return this.raw.evaluate(() => window.middleground.items());
    }
    // The nth item with this label (or one that matches the pattern), and of this role if given; undefined when there is none.
    async find(label, { role, nth = 0 } = {}) {
        const same = (item) => (label instanceof RegExp ? label.test(item.label) : item.label === label) && (!role || item.role === role);
        return (await this.items()).filter(same)[nth];
    }
    // Until `look` finds something; undefined when it does not. What comes from a file, a worker or another tab takes its time.
    async until(look) {
        for (const end = performance.now() + patience_ms; ; ) {
            const found = await look();
            if (found || performance.now() > end) return found;
            await this.raw.waitForTimeout(50);
        }
    }
    // The item, as soon as it is there.
    async see(label, options) {
        const found = await this.until(() => this.find(label, options));
        if (!found) {
            const there = (await this.items()).map((item) => `${item.role} "${item.label}"`).join(", ");
            assert.fail(`${label} is not on the screen: ${there}`);
        }
        return found;
    }
    // Until no such item is there any more.
    async gone(label, options) {
        assert.ok(await this.until(async () => !(await this.find(label, options))), `${label} is still on the screen`);
    }
    // Until the words on the screen match.
    async reads(pattern) {
        if (!(await this.until(async () => pattern.test(await this.words())))) assert.match(await this.words(), pattern);
    }
    // What a message lies over is not pressed. It is drawn last, but for its own button.
    async isUnderMessage({ x, y }, label) {
        const last = (await this.items()).filter((item) => item.label !== "Undo last").at(-1);
        if (last?.role !== "status" || label === last.label || label === "Undo last") return false;
        const [left, top, width, height] = last.rect;
        return x >= left && x <= left + width && y >= top && y <= top + height;
    }
    // Middle of an item, brought into view with the wheel when it is below or above the fold.
    async place(label, options) {
        const { height } = this.raw.viewportSize();
        for (let turn = 0; turn < 40; ++turn) {
            const { rect } = await this.see(label, options);
            const [x, y] = [rect[0] + rect[2] / 2, rect[1] + rect[3] / 2];
            if (await this.isUnderMessage({ x, y }, label)) {
                await this.raw.waitForTimeout(500); // it goes by itself
                continue;
            }
            if (y > 0 && y < height) return { x, y };
            await this.raw.mouse.move(x, height / 2);
            await this.raw.mouse.wheel(0, y < 0 ? -200 : 200);
            await this.settled();
        }
        assert.fail(`${label} does not come into view`);
    }
    // As a person does who presses where something else has appeared since the last press: sooner it counts as the second half of a double
    // click (second_press.hpp). To be called before the press.
    async pauseBefore({ x, y }) {
        const last = this.lastPress;
        const left_ms = last && Math.hypot(x - last.x, y - last.y) < double_click_reach ? last.at + double_click_ms - performance.now() : 0;
        if (left_ms > 0) await this.raw.waitForTimeout(left_ms);
    }
    // To be called after the press and what came of it.
    pressed({ x, y }) {
        this.lastPress = { x, y, at: performance.now() };
    }
    // As a person does before acting on one of several tabs; the others draw about once a second.
    async front() {
        if (this.profile?.pages.length > 1) await this.raw.bringToFront();
    }
    async click(label, options) {
        await this.front();
        const { x, y } = await this.place(label, options);
        await this.pauseBefore({ x, y });
        await this.raw.mouse.click(x, y);
        await this.settled();
        this.pressed({ x, y });
    }
    async press(...keys) {
        await this.front();
        for (const key of keys) {
            await this.raw.keyboard.press(key);
            await this.settled();
        }
    }
    async type(text) {
        await this.front();
        await this.raw.keyboard.type(text, { delay: slowed > 1 && text.length < 200 ? 40 : 0 });
        await this.settled();
    }
    // Clicks into the field, replaces what it holds, and leaves it.
    async fill(label, text, options) {
        await this.click(label, options);
        await this.press("Control+a");
        await this.type(text);
    }
    // Everything that can be read, for finding words.
    async words() {
        return (await this.items()).map((item) => `${item.label} ${item.value}`).join("\n");
    }
    // What storage holds once every change is in it.
    async stored() {
        assert.ok(await this.until(() => this.raw.evaluate(() => window.middleground.saved())), "everything gets saved");
        return this.storage();
    }
    // What it holds now, whether or not all is saved.
    async storage() {
        return this.raw.evaluate(() => ({ ...localStorage }));
    }
    // The system's; by a page that reads it, or by pasting where the browser has none read it.
    clipboard() {
        return this.raw.clipboard?.() ?? this.raw.evaluate(() => navigator.clipboard.readText());
    }
    setClipboard(text) {
        return this.raw.setClipboard?.(text) ?? this.raw.evaluate((value) => navigator.clipboard.writeText(value), text);
    }
    // How many different colours there are on the canvas: one means that nothing was drawn.
    async colors() {
        const png = (await this.raw.screenshot()).toString("base64");
        return this.raw.evaluate(async (text) => {
            const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
        }, png);
    }

    // For pages that end in another way than others: closed, crashed.
    doNotCheck() {
        this.checked = false;
    }
    async check() {
        if (!this.raw.isClosed()) await this.raw.gather?.();
        assert.deepEqual(this.problems, []);
        if (!this.checked || this.raw.isClosed()) return;
        assert.ok((await this.frames()) > 0, "frames were drawn");
        assert.ok((await this.colors()) > 20, "the canvas is not blank");
        assert.equal(await this.raw.evaluate(() => window.middleground.drawing()), this.drawing);
    }
}
