// What can go wrong before, while and after the program runs is said, and the data can be had.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { address as base, openPage, Page, Profile, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;
const words = (raw) => raw.locator("#cover").innerText();
const heading = (raw, name) => raw.getByRole("heading", { name });

// A page that is not expected to start.
async function failing(t, prepare, expectErrors = [/./]) {
    const profile = await Profile.fresh(t);
    const page = new Page(await profile.context.newPage(), expectErrors);
    page.doNotCheck();
    profile.pages.push(page);
    await prepare(page.raw);
    await page.raw.goto(new URL(address, base).href);
    return { page, raw: page.raw };
}
const program = /\/middleground\.[0-9a-f]+\.wasm$/;

for (const [what, answer, details] of [
    ["is missing", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }), /the server answered 404/],
    ["cannot be fetched", (route) => route.abort("connectionreset"), /fetch/i],
    [
        "is cut off",
        async (route) => {
            const response = await route.fetch();
            const whole = await response.body();
            await route.fulfill({ contentType: "application/wasm", body: whole.subarray(0, whole.length / 2) });
        },
        /WebAssembly/,
    ],
    ["is something else", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Log in to this network</h1>" }), /WebAssembly/],
]) {
    test(`a program that ${what}: a clear message, which stays`, async (t) => {
        const { raw } = await failing(t, (one) => one.route(program, answer));
        await heading(raw, "Middleground did not load").waitFor();
        await raw.waitForTimeout(2000); // longer than until "Loading" would be shown
        const text = await words(raw);
        assert.match(text, /^Middleground did not load/);
        assert.match(text, /reload/i);
        assert.match(text, details);
        assert.equal(await raw.locator("#cover").getAttribute("role"), "alert");
        assert.equal(await raw.evaluate(() => document.activeElement.id), "reload");
        await raw.unroute(program);
        await raw.keyboard.press("Enter");
        await raw.waitForFunction(() => window.middleground?.frames() > 0);
    });
}

test("a missing script of the page: a clear message", async (t) => {
    const { raw } = await failing(t, (one) => one.route(/\/storage\.[0-9a-f]+\.js$/, (route) => route.fulfill({ status: 404, body: "" })));
    await heading(raw, "Middleground did not load").waitFor();
    assert.match(await words(raw), /A part of the page is missing/);
});

test("no canvas to draw on: a clear message, and the program is not started", async (t) => {
    const { raw } = await failing(t, async (one) => {
        await one.addInitScript(() => {
            window.compiled = 0;
            const compile = WebAssembly.instantiateStreaming;
            WebAssembly.instantiateStreaming = (...values) => {
                ++window.compiled;
                return compile(...values);
            };
            HTMLCanvasElement.prototype.getContext = () => null;
        });
    });
    await heading(raw, "Middleground cannot draw here").waitFor();
    assert.match(await words(raw), /The browser gives it no canvas\. Use a current version/);
    assert.equal(await raw.evaluate(() => window.compiled), 0);
});

test("WebGL 2 that fails only for the program: the processor draws", async (t) => {
    const page = await openPage(t, `${address}&render=gl`, {
        before: (one) =>
            one.addInitScript(() => {
                const real = HTMLCanvasElement.prototype.getContext;
                HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                    // The page itself asks for one, and whether it is still there; then the program does.
                    if (kind === "webgl2") this.asked = (this.asked ?? 0) + 1;
                    return this.asked > 2 ? null : real.call(this, kind, ...rest);
                };
            }),
    });
    page.drawing = "processor";
    await page.see("New deal");
});

test("a graphics card that goes where there is nothing else to draw on: one message, and everything is saved", async (t) => {
    const page = await openPage(t, `${address}&render=gl`, {
        before: (one) =>
            one.addInitScript(() => {
                const real = HTMLCanvasElement.prototype.getContext;
                HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                    return kind === "2d" ? null : real.call(this, kind, ...rest);
                };
            }),
    });
    page.doNotCheck();
    await startDeal(page, "Fjord Line", "Shore power");
    await page.raw.evaluate(() => document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
    await heading(page.raw, "Middleground cannot draw here").waitFor();
    assert.match(await words(page.raw), /Your deals are saved\. Reload the page/);
    assert.match(JSON.stringify(await page.stored()), /Shore power/);
});

test("no WebAssembly: a clear message", async (t) => {
    const { raw } = await failing(t, (one) => one.addInitScript(() => delete window.WebAssembly));
    await heading(raw, "This browser is too old for Middleground").waitFor();
});

test("a WebAssembly of before 2023: a clear message", async (t) => {
    const { raw } = await failing(t, (one) =>
        one.addInitScript(() => {
            // It knows no instructions for vectors, which begin with 253.
            const real = WebAssembly.validate;
            WebAssembly.validate = (bytes) => !new Uint8Array(bytes).includes(253) && real.call(WebAssembly, bytes);
        }),
    );
    await heading(raw, "This browser is too old for Middleground").waitFor();
});

test("slow loading shows its progress after a while, and goes away", async (t) => {
    const { page, raw } = await failing(t, (one) => one.route(program, async (route) => {
        await new Promise((done) => setTimeout(done, 3500));
        await route.continue();
    }));
    await raw.waitForTimeout(500);
    assert.equal(await raw.locator("#cover").isVisible(), false, "not at once");
    await heading(raw, "Loading Middleground").waitFor();
    assert.equal(await raw.locator("#cover").getAttribute("role"), "status");
    assert.equal(await raw.locator("#cover-buttons").isVisible(), false);
    await page.started();
    assert.equal(await raw.locator("#cover").isVisible(), false);
    await page.see("New deal");
});

// A running page with a deal in it, and a count of what is drawn.
async function running(t, expectErrors = [/./]) {
    const profile = await Profile.fresh(t);
    const page = await profile.open(address, {
        expectErrors,
        before: (raw) =>
            raw.addInitScript(() => {
                window.drawn = 0;
                const real = CanvasRenderingContext2D.prototype.putImageData;
                CanvasRenderingContext2D.prototype.putImageData = function (...values) {
                    ++window.drawn;
                    return real.apply(this, values);
                };
            }),
    });
    await startDeal(page, "Fjord Line", "Shore power");
    await page.raw.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("Shore power"));
    return { page, raw: page.raw };
}

test("after a crash, nothing is drawn or saved, and the page says what to do", async (t) => {
    const { page, raw } = await running(t);
    page.doNotCheck();
    await page.press("n");
    const before = await page.stored();
    const drawn = await raw.evaluate(() => {
        document.execCommand("insertText", false, "Typed at the end");
        dispatchEvent(new ErrorEvent("error", { message: "RuntimeError: memory access out of bounds" }));
        return window.drawn;
    });
    await heading(raw, "Middleground stopped").waitFor();
    assert.match(await words(raw), /Your saved deals are safe.*RuntimeError: memory access out of bounds.*Reload the page.*Download my data/s);
    assert.equal(await raw.locator("#cover").getAttribute("role"), "alert");
    await raw.mouse.move(300, 300);
    await raw.mouse.wheel(0, 100);
    await raw.keyboard.type("more");
    await raw.evaluate(() => {
        dispatchEvent(new Event("pagehide"));
        dispatchEvent(new Event("blur"));
        dispatchEvent(new Event("resize"));
        dispatchEvent(new StorageEvent("storage", { key: "middleground/deal/z", storageArea: localStorage }));
    });
    await raw.setViewportSize({ width: 900, height: 700 });
    await raw.waitForTimeout(1000);
    assert.equal(await raw.evaluate(() => window.drawn), drawn);
    assert.deepEqual(await page.storage(), before);
    await raw.keyboard.press("Tab");
    assert.equal(await raw.evaluate(() => document.activeElement.id), "download", "the buttons are reached by keyboard");
    await raw.keyboard.press("Shift+Tab");
    await raw.keyboard.press("Enter");
    await raw.waitForFunction(() => window.middleground?.frames() > 0);
    await page.settled();
    assert.match(JSON.stringify(await page.state()), /Shore power/);
});

for (const [what, kind] of [
    ["a trap in the program", "RuntimeError"],
    ["an error in a handler", "Error"],
]) {
    test(`${what} is a crash`, async (t) => {
        const { page, raw } = await running(t);
        page.doNotCheck();
        await raw.evaluate((name) => {
            // Outside of the test's own call, so that nothing catches it.
            setTimeout(() => {
                if (name === "Error") throw new Error("broken");
                Promise.reject(new WebAssembly.RuntimeError("unreachable"));
            });
        }, kind);
        await heading(raw, "Middleground stopped").waitFor();
        assert.match(await words(raw), /broken|unreachable/);
    });
}

test("errors of extensions and the browser's remarks on sizes are no crash", async (t) => {
    const { page, raw } = await running(t);
    await raw.evaluate(() => {
        dispatchEvent(new ErrorEvent("error", { message: "x is undefined", filename: "chrome-extension://abc/inject.js" }));
        dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
    });
    assert.equal(await raw.locator("#cover").isVisible(), false);
    await page.press("n");
    await page.see("New deal", { role: "dialog" });
});

// Crashes, takes what can be downloaded, and restores it in a fresh profile.
async function restored(t, page, prepare) {
    page.doNotCheck();
    await page.raw.evaluate(prepare);
    await page.raw.evaluate(() => dispatchEvent(new ErrorEvent("error", { message: "broken" })));
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.raw.getByRole("button", { name: "Download my data" }).click()]);
    assert.equal(download.suggestedFilename(), "middleground-backup.json");
    const file = await download.path();
    const other = await (await Profile.fresh(t)).open(address);
    await other.click("Settings");
    await other.click("Remove the samples");
    const [chooser] = await Promise.all([other.raw.waitForEvent("filechooser"), other.click("Restore")]);
    await chooser.setFiles(file);
    await other.raw.waitForFunction(() => window.middleground.items().some(({ label }) => /^Restored \d+ deals/.test(label)));
    return { other, text: await readFile(file, "utf8") };
}

test("what is downloaded after a crash is a backup that the program restores, but for what is not sound, which it names", async (t) => {
    const { page } = await running(t);
    const { other, text } = await restored(t, page, () => {
        localStorage.setItem("middleground/deal/broken", '{"middleground":1,"deal":{"id"');
        localStorage.setItem("middleground/deal/newer", '{"middleground":7,"deal":{"id":"newer","title":"From the future"}}');
        const [key, sound] = Object.entries(localStorage).find(([name, value]) => name.startsWith("middleground/deal/") && value.includes("Shore power"));
        localStorage.setItem("middleground/deal/000000", sound.replace(key.slice(-6), "000000").replace("Shore power", "Not valid").replace(/"opened": "[^"]*"/, '"opened": "2999-01-01"'));
        localStorage.setItem("middleground/deal/lonely", "\ud800 half a character");
    });
    assert.match(text, /From the future/, "what cannot be read comes along as it is");
    await other.reads(/Fjord Line/);
    await other.reads(/Brightwater Foods/);
    const words = await other.words();
    assert.match(words, /4 parts of the backup could not be restored/);
    for (const name of [/deal\/broken/, /From the future/, /Not valid/]) assert.match(words, name);
    await other.stored();
});

test("numbers that JavaScript cannot hold come through the backup after a crash as they were written", async (t) => {
    const { page } = await running(t);
    const { other } = await restored(t, page, () => {
        const [key, text] = Object.entries(localStorage).find(([name, value]) => name.startsWith("middleground/deal/") && value.includes("Shore power"));
        localStorage.setItem(key, text.replace('"deal": {', '"deal": {\n    "large": 9007199254740993, "price": 1.50, "small": 1E-400,'));
    });
    const stored = Object.values(await other.stored()).find((text) => text.includes("Shore power"));
    for (const number of [/"large": 9007199254740993\b/, /"price": 1\.50\b/, /"small": 1E-400\b/]) assert.match(stored, number);
});

test("settings and drafts come back after a crash, too", async (t) => {
    const { page } = await running(t);
    await page.press("Escape");
    await page.press("l");
    await page.fill("In a line", "She wants to see the berth first");
    await page.press("Escape");
    const draft = await page.until(async () => Object.keys(await page.storage()).find((key) => key.includes("/draft/")));
    const { other } = await restored(t, page, () => {
        const settings = JSON.parse(localStorage.getItem("middleground/settings"));
        localStorage.setItem("middleground/settings", JSON.stringify({ ...settings, seller: "Nora Lind", currency: "SEK" }));
    });
    const there = await other.stored();
    assert.match(there["middleground/settings"], /"seller": "Nora Lind"/);
    assert.match(there["middleground/settings"], /"currency": "SEK"/);
    assert.match(there[draft] ?? "", /berth first/);
});
