// What a system is set to for who needs it: high contrast, large text, less motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Mirror } from "./support/mirror.mjs";
import { openPage } from "./support/page.mjs";

// The colours of the picture, most frequent first, as [rgb, share].
const colors = async (page) => {
    const png = (await page.raw.screenshot()).toString("base64");
    return page.raw.evaluate(async (text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        const counts = new Map();
        for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
        const rgb = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255].join(",");
        return [...counts].sort((a, b) => b[1] - a[1]).map(([pixel, count]) => [rgb(pixel), count / pixels.length]);
    }, png);
};
// What the system gives, by the browser's own word.
const system = (page, name) =>
    page.raw.evaluate((color) => {
        const probe = document.body.appendChild(document.createElement("span"));
        probe.style.forcedColorAdjust = "none";
        probe.style.color = color;
        const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
        probe.remove();
        return [red, green, blue].join(",");
    }, name);

const sharp = { deviceScaleFactor: 1 };

test("with high contrast the page has the system's colours, from the start and when it is switched on", async (t) => {
    const page = await openPage(t, undefined, { context: { ...sharp, forcedColors: "active", colorScheme: "dark" } });
    const canvas = await system(page, "Canvas");
    const text = await system(page, "CanvasText");
    const drawn = await colors(page);
    assert.equal(drawn[0][0], canvas);
    assert.ok(drawn[0][1] > 0.7, `${drawn[0]}`);
    assert.ok(drawn.slice(0, 6).some(([rgb]) => rgb === text), `${text} is among ${drawn.slice(0, 6)}`);
    await page.raw.emulateMedia({ forcedColors: "none" });
    await page.raw.waitForTimeout(200);
    await page.settled();
    assert.notEqual((await colors(page))[0][0], canvas, "the look is back");
    await page.raw.emulateMedia({ forcedColors: "active" });
    await page.raw.waitForTimeout(200);
    await page.settled();
    assert.equal((await colors(page))[0][0], canvas);
});

// A window of 1440 x 900 with the browser's zoom at 200 %.
const zoomed = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };

test("at 200 % everything can be reached and read, and nothing needs scrolling sideways", async (t) => {
    const page = await openPage(t, undefined, { context: zoomed });
    const mirror = new Mirror(page);
    await mirror.press("button", "Brightwater Foods");
    for (const link of ["Deal", /^Commitments/, /^People/, /^Log/, "Forecast", "Brief", "Share", "Settings"]) {
        await mirror.press("link", link);
        const ends = await page.raw.evaluate(() => {
            const pressed = [...document.querySelectorAll("#mirror main :is([role=button], [role=link], [role=switch], [role=radio], [role=combobox])")];
            const enabled = pressed.filter((element) => element.getAttribute("aria-disabled") !== "true");
            return enabled.map((element) => element.mirrored).filter((id, index, all) => index === 0 || index === all.length - 1 || index % 7 === 3);
        });
        assert.ok(ends.length > 0, `${link} has something to press`);
        for (const id of ends) {
            const name = await page.raw.evaluate((wanted) => {
                const element = [...document.querySelectorAll("#mirror [tabindex]")].find((one) => one.mirrored === wanted);
                element?.focus();
                return element?.textContent;
            }, id);
            await mirror.settled();
            const focused = (await page.items()).find((item) => item.focused);
            assert.ok(focused, `${name} on ${link} can be reached`);
            const [x, y, width, height] = focused.rect;
            assert.ok(x >= 0 && y >= 0 && x + width <= 720 && y + height <= 450 && width > 8 && height > 8, `${name} on ${link} is in view: ${focused.rect}`);
        }
    }
});

test("at 200 % a dialog fits, and its last button comes into view", async (t) => {
    const page = await openPage(t, undefined, { context: zoomed });
    const mirror = new Mirror(page);
    await mirror.press("button", "Brightwater Foods");
    await mirror.press("button", "Log");
    await mirror.focus("button", "Cancel");
    const { rect } = await page.see("Cancel");
    assert.ok(rect[1] > 0 && rect[1] + rect[3] <= 450, `${rect}`);
});

test("spacing that a user gives all texts changes nothing that is said", async (t) => {
    const page = await openPage(t);
    const mirror = new Mirror(page);
    const before = await mirror.outline();
    await page.raw.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets = [sheet];
    });
    assert.equal(await mirror.outline(), before);
    const [width, height] = await page.raw.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    assert.deepEqual([width, height], [1280, 800], "nothing is pushed out of the window");
});

test("with less motion a message is at its place in the first picture", async (t) => {
    const page = await openPage(t, undefined, { context: { reducedMotion: "reduce" } });
    const mirror = new Mirror(page);
    await mirror.press("button", "Brightwater Foods");
    await mirror.press("button", "Copy wording");
    const first = await page.find(/^Copied/, { role: "status" });
    await page.raw.waitForTimeout(300);
    assert.deepEqual((await page.find(/^Copied/, { role: "status" }))?.rect, first?.rect);
});
