// The page opens, draws and sleeps, in every browser and with both ways to draw; on a phone's screen, and with a zoom of 200 %.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName, openPage, today } from "../support/page.mjs";

// Counts what the page's own scripts, whose names have a hash, ask for that could wake it up.
function countAlarms() {
    window.alarms = [];
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
        const real = window[name];
        if (real) window[name] = (...given) => {
            if (/\.[0-9a-f]{12}\.js/.test(new Error().stack)) window.alarms.push(name);
            return real.call(window, ...given);
        };
    }
}
const alarms = (page) => page.raw.evaluate(() => window.alarms.splice(0));

for (const render of ["cpu", "gl"]) {
    test(`drawn with ${render}: a picture, then no frame and no timer until something happens`, async (t) => {
        const page = await openPage(t, `?today=${today}&seed=1`, { render, before: (raw) => raw.addInitScript(countAlarms) });
        assert.equal(page.drawing, render === "cpu" ? "processor" : "graphics card");
        assert.ok((await page.colors()) > 20, "there is a picture");
        assert.ok((await alarms(page)).length > 0, "frames and timers are counted");
        await page.raw.waitForTimeout(2000); // the program is kept, the mirror is made
        await alarms(page);
        const before = await page.frames();
        await page.raw.waitForTimeout(2000);
        assert.deepEqual(await alarms(page), []);
        assert.equal((await page.frames()) - before, 0);
        await page.press("n");
        await page.see("New deal", { role: "dialog" });
        assert.ok((await page.frames()) > before);
    });
}

test("on a phone's screen a finger opens a deal and its pages, and a zoom of 200 % leaves everything usable", async (t) => {
    const width = browserName === "webkit" ? 450 : 390; // MiniBrowser's bar is that wide
    const page = await openPage(t, undefined, { context: { viewport: { width, height: 844 }, ...(browserName === "chromium" && { hasTouch: true }) } });
    const tap = async (label, options) => {
        const { x, y } = await page.place(label, options);
        await (browserName === "chromium" ? page.raw.touchscreen.tap(x, y) : page.raw.tap(x, y));
        await page.settled();
        await page.raw.waitForTimeout(450); // with the first finger all sizes change: web/screen.js
        await page.settled();
    };
    await tap("Brightwater Foods");
    assert.equal((await page.state()).deal.account, "Brightwater Foods");
    await tap("People", { role: "link" });
    await page.see("New person", { role: "field" });
    for (const { label, rect } of (await page.items()).filter(({ role }) => role === "link")) assert.ok(rect[0] >= 0 && rect[0] + rect[2] <= width && rect[3] >= 40, `${label} can be hit: ${rect}`);
    await page.raw.setViewportSize({ width: 640, height: 400 });
    await page.settled();
    await page.click("New person");
    await page.type("Ada Young");
    await page.press("Enter");
    assert.ok((await page.state()).deal.stakeholders.some(({ name }) => name === "Ada Young"));
});
