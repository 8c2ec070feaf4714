// How the page starts: a skeleton, the first picture with the first of the program's two modules, then the rest (tools/split).
import assert from "node:assert/strict";
import { test } from "node:test";
import { Host } from "./support/host.mjs";
import { Page, Profile, today, address } from "./support/page.mjs";

const query = `?render=cpu&today=${today}&seed=1`;
const isRest = (url) => /middleground-rest\.[0-9a-f]+\.wasm$/.test(url);
const rest = /\/middleground-rest\.[0-9a-f]+\.wasm$/;
const firstModule = /\/middleground\.[0-9a-f]+\.wasm$/;
const whole = (raw) => raw.waitForFunction(() => window.middleground?.idle());
const drawn = (raw) => raw.waitForFunction(() => window.middleground?.frames() > 0);

// A page that is told what to answer before it loads; `raw` has shown nothing yet.
async function opening(t, prepare, { expectErrors = [], ...options } = {}) {
    const profile = await Profile.fresh(t, options);
    const page = new Page(await profile.context.newPage(), expectErrors, profile);
    profile.pages.push(page);
    await prepare(page.raw);
    await page.raw.goto(new URL(query, profile.address ?? address).href, { waitUntil: "commit" });
    return { profile, page, raw: page.raw };
}

// The rest of the program, which comes when `come` is called.
async function held(raw) {
    let come;
    const coming = new Promise((done) => (come = done));
    const asked = [];
    await raw.route(rest, async (route) => {
        asked.push(route.request().resourceType());
        await coming;
        await route.continue();
    });
    return { come, asked };
}

for (const [name, options] of [
    ["", {}],
    [" on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" }],
    [" in high contrast", { forcedColors: "active" }],
]) {
    // When it fails: tools/first_picture writes anew which functions the first module has.
    test(`the first picture${name} calls nothing of the program's second module, nor what is pressed before that is there`, async (t) => {
        let second;
        const { page, raw } = await opening(t, async (one) => (second = await held(one)), options);
        await drawn(raw);
        assert.equal(await raw.evaluate(() => document.getElementById("skeleton").checkVisibility()), false);
        assert.ok((await page.colors()) > 20, "the picture is there");
        await raw.mouse.move(300, 300);
        await raw.mouse.wheel(0, 20);
        await raw.mouse.click(640, 790);
        await raw.keyboard.press("Tab");
        await raw.setViewportSize({ width: 700, height: 800 });
        await raw.evaluate(() => ["blur", "focus", "pagehide"].forEach((event) => dispatchEvent(new Event(event))));
        await raw.waitForTimeout(500);
        // What is called and not there is asked for by XMLHttpRequest (web/parts.js).
        assert.deepEqual(second.asked, ["fetch"]);
        assert.equal(await page.frames(), 1);
        assert.equal(Object.keys(await page.storage()).length, 0, "nothing is saved before the picture");
        second.come();
        await page.started();
        assert.ok((await page.frames()) > 1);
        assert.ok((await page.stored())["middleground/settings"]);
    });
}

test("a click right after the first picture, on what is in the second module, is done when that is there", async (t) => {
    let second;
    const { page, raw } = await opening(t, async (one) => (second = await held(one)));
    await drawn(raw);
    // Where "New deal" stands at this size; N is its key.
    await raw.keyboard.press("n");
    await raw.waitForTimeout(300);
    assert.equal(await page.frames(), 1);
    second.come();
    await page.see("New deal", { role: "dialog" });
});

test("on a slow line: the skeleton, the picture, and what is pressed at once", async (t) => {
    const { page, raw } = await opening(t, async (one) => {
        const devtools = await one.context().newCDPSession(one);
        await devtools.send("Network.enable");
        await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 });
    });
    await raw.locator("#skeleton").waitFor({ state: "visible" });
    assert.equal(await raw.evaluate(() => window.middleground === undefined), true, "before the program");
    await drawn(raw);
    await raw.keyboard.press("n");
    await page.see("New deal", { role: "dialog" });
});

test("the second module cannot be had: one message, and what was pressed is done once it comes", async (t) => {
    let blocked = true;
    let tries = 0;
    const answer = (route) => (++tries, blocked ? route.abort("connectionreset") : route.continue());
    const { page, raw } = await opening(t, (one) => one.route(rest, answer), { expectErrors: [/Failed to load resource/] });
    await drawn(raw);
    await raw.keyboard.press("n");
    const message = raw.getByRole("heading", { name: "A part of Middleground did not load" });
    await message.waitFor();
    assert.match(await raw.locator("#cover").innerText(), /Check the connection, then try again\. Nothing is lost/);
    assert.equal(await raw.evaluate(() => document.activeElement.id), "again");
    assert.equal(tries, 2, "once more before anything is said");
    await raw.keyboard.press("Enter"); // still blocked
    assert.ok(await page.until(() => tries === 3));
    await message.waitFor();
    blocked = false;
    await raw.getByRole("button", { name: "Try again" }).click();
    await page.see("New deal", { role: "dialog" });
    await message.waitFor({ state: "hidden" });
});

test("when the network comes back the second module is fetched without a word", async (t) => {
    let blocked = true;
    const { page, raw } = await opening(t, (one) => one.route(rest, (route) => (blocked ? route.abort("connectionreset") : route.continue())), { expectErrors: [/Failed to load resource/] });
    await raw.getByRole("heading", { name: "A part of Middleground did not load" }).waitFor();
    blocked = false;
    await raw.evaluate(() => dispatchEvent(new Event("online")));
    await page.see("New deal");
});

test("a function that is called before its module is there waits for it: a first visit to a browser that stores nothing", async (t) => {
    const { page } = await opening(t, (one) =>
        one.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } })));
    await page.started();
    await page.reads(/does not let this page store anything/);
});

test("a second visit and a link have both modules before the first picture", async (t) => {
    const profile = await Profile.fresh(t);
    const first = await profile.open();
    await first.stored();
    const order = [];
    const page = new Page(await profile.context.newPage(), [], profile);
    profile.pages.push(page);
    page.raw.on("request", (request) => isRest(request.url()) && order.push("rest"));
    await page.raw.goto(new URL(query, address).href);
    await drawn(page.raw);
    assert.deepEqual(order, ["rest"]);
    await whole(page.raw);
});

test("without the network both modules come from what is kept", async (t) => {
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const page = await profile.open(`?today=${today}`, { expectErrors: [/Failed to load resource/] });
    assert.ok(await page.until(() => page.raw.evaluate(async () => {
        for (const name of await caches.keys()) if (await (await caches.open(name)).match("./")) return true;
        return false;
    })));
    await host.stop();
    await page.raw.evaluate(() => localStorage.clear()); // as on a first visit
    const again = await profile.open(`?today=${today}`, { expectErrors: [/Failed to load resource/] });
    await again.press("n");
    await again.see("New deal", { role: "dialog" });
});

for (const [scheme, background] of [["light", "rgb(247, 247, 245)"], ["dark", "rgb(18, 19, 21)"]]) {
    test(`the skeleton stands before the program, ${scheme}, still, and under what is said after a while`, async (t) => {
        const { raw, page } = await opening(t, (one) => one.route(firstModule, () => {}), { colorScheme: scheme, reducedMotion: "no-preference" });
        page.doNotCheck();
        const skeleton = raw.locator("#skeleton");
        await raw.waitForFunction((color) => getComputedStyle(document.getElementById("skeleton")).backgroundColor === color, background); // its rules have come
        await skeleton.waitFor({ state: "visible" });
        assert.equal(await skeleton.getAttribute("aria-hidden"), "true");
        assert.equal(await raw.evaluate(() => document.getAnimations().length), 0);
        await raw.getByRole("heading", { name: "Loading Middleground" }).waitFor();
        assert.ok(await skeleton.isVisible());
    });
}

test("the skeleton is as light or dark as the program was told to be", async (t) => {
    const { raw, page } = await opening(t, async (one) => {
        await one.route(firstModule, () => {});
        await one.addInitScript(() => localStorage.setItem("middleground/settings", JSON.stringify({ middleground_settings: 1, theme: "dark" })));
    }, { colorScheme: "light" });
    page.doNotCheck();
    await raw.waitForFunction(() => getComputedStyle(document.getElementById("skeleton")).backgroundColor === "rgb(18, 19, 21)");
});
