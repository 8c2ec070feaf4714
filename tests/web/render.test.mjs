// The processor draws what a graphics card draws, takes over when that is lost, and draws nothing while nothing happens.
// MIDDLEGROUND_PICTURES=FOLDER keeps the pictures of both, and says of each how far they differ.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Host } from "./support/host.mjs";
import { launch, openPage, Profile, today } from "./support/page.mjs";

const address = (how) => `?today=${today}&seed=1&render=${how}`;

// A press beside everything, with which the ring of the keyboard goes: it is not always there after a page was opened.
const calm = async (page) => {
    await page.settled();
    await page.raw.mouse.click(885, 6);
};
// What both pages do before each picture; the same one after the other.
const views = [
    ["Deals", async () => {}],
    ["Deals as a board", (page) => page.click("Board", { role: "radio" })],
    ["Deals with a mouse over a row", async (page) => {
        await page.click("Table", { role: "radio" });
        await page.raw.mouse.move(500, 330);
    }],
    ["New deal", (page) => page.press("n")],
    ["New deal, half typed", (page) => page.type("Fjord Line — Ærø & Søn")],
    ["the palette", (page) => page.press("Escape", "Escape", "Control+k")],
    ["the palette, searching", (page) => page.type("bri")],
    ["the keys", (page) => page.press("Escape", "?")],
    ["Deal", async (page) => {
        await page.press("Escape");
        await page.click(/^Brightwater Foods/, { role: "row" });
        await calm(page);
    }],
    ["Deal, scrolled", async (page) => {
        await page.raw.mouse.move(600, 500);
        await page.raw.mouse.wheel(0, 433);
    }],
    ["Commitments", async (page) => {
        await page.press("2");
        await calm(page);
    }],
    ["Commitments as a timeline", (page) => page.click("Timeline", { role: "radio" })],
    ["Commitments as a table", (page) => page.click("Table only", { role: "radio" })],
    ["People", (page) => page.press("3")],
    ["Log", (page) => page.press("4")],
    ["the log form", (page) => page.press("l")],
    ["Forecast", async (page) => {
        await page.press("Escape", "f");
        await calm(page);
    }],
    ["Brief", (page) => page.press("b")],
    ["Share", (page) => page.press("5")],
    ["Share with the buyer", (page) => page.click("Internal", { role: "radio" })],
    ["details", (page) => page.press("1", "d")],
    ["closing", (page) => page.press("Escape", "c")],
    ["Playbooks", async (page) => {
        await page.press("Escape");
        await page.click("Playbooks");
        await calm(page);
    }],
    ["Settings", (page) => page.click("Settings")],
];

// How many pixels of two pictures differ by more than 2 of 255 in a channel, and the largest difference.
const compared = (page, one, other) =>
    page.raw.evaluate(
        async (texts) => {
            const pictures = [];
            for (const text of texts) {
                const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
                const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
                context.drawImage(image, 0, 0);
                pictures.push(context.getImageData(0, 0, image.width, image.height));
            }
            const [a, b] = pictures;
            if (a.width !== b.width || a.height !== b.height) return { pixels: 1, differ: 1, most: 255 };
            let differ = 0;
            let most = 0;
            for (let i = 0; i < a.data.length; i += 4) {
                const by = Math.max(Math.abs(a.data[i] - b.data[i]), Math.abs(a.data[i + 1] - b.data[i + 1]), Math.abs(a.data[i + 2] - b.data[i + 2]));
                most = Math.max(most, by);
                if (by > 2) ++differ;
            }
            return { pixels: a.width * a.height, differ, most };
        },
        [one.toString("base64"), other.toString("base64")],
    );

for (const colorScheme of ["light", "dark"]) {
    for (const deviceScaleFactor of [1, 1.25, 2]) {
        test(`the processor and WebGL draw the same, ${colorScheme} at a pixel ratio of ${deviceScaleFactor}`, async (t) => {
            const context = { colorScheme, deviceScaleFactor, viewport: { width: 1100, height: 720 } };
            const pages = [];
            for (const how of ["cpu", "gl"]) pages.push(await openPage(t, address(how), { context }));
            const failures = [];
            let before = Buffer.alloc(0);
            for (const [name, act] of views) {
                const pictures = [];
                for (const page of pages) {
                    await act(page);
                    await page.settled();
                    pictures.push(await page.raw.screenshot());
                }
                const { pixels, differ, most } = await compared(pages[0], ...pictures);
                const words = `${name}: ${differ} of ${pixels} pixels differ by more than 2, ${((100 * differ) / pixels).toFixed(4)} %, the most by ${most}`;
                const folder = process.env.MIDDLEGROUND_PICTURES;
                if (folder) {
                    t.diagnostic(words);
                    pictures.forEach((png, i) => writeFileSync(join(folder, `${name}, ${colorScheme}, ${deviceScaleFactor}, ${["cpu", "gl"][i]}.png`), png));
                }
                assert.ok(!before.equals(pictures[0]), `${name}: something new is shown`);
                before = pictures[0];
                if (differ > pixels / 1000) failures.push(words);
            }
            assert.deepEqual(failures, []);
        });
    }
}

for (const how of ["cpu", "gl"]) {
    test(`nothing is drawn while nothing happens, with ${how}`, async (t) => {
        const page = await openPage(t, address(how));
        await page.raw.waitForTimeout(1500);
        const before = await page.frames();
        await page.raw.waitForTimeout(3000);
        assert.equal(await page.frames(), before);
    });
}

test("what does not change is not put on the screen again", async (t) => {
    const page = await openPage(t, address("cpu"), {
        before: (raw) =>
            raw.addInitScript(() => {
                window.parts = [];
                const real = CanvasRenderingContext2D.prototype.putImageData;
                CanvasRenderingContext2D.prototype.putImageData = function (...values) {
                    window.parts.push(values.slice(3));
                    return real.apply(this, values);
                };
            }),
    });
    const parts = () => page.raw.evaluate(() => window.parts.splice(0).map(([, , width, height]) => width * height));
    const whole = await page.raw.evaluate(() => document.getElementById("pixels").width * document.getElementById("pixels").height);
    assert.equal((await parts())[0], whole, "the first picture is a whole one");
    await page.press("n");
    await parts();
    const frames = await page.frames();
    await page.type("a");
    const typed = await parts();
    assert.ok(typed.length > 0, "a letter is drawn");
    for (const part of typed) assert.ok(part < whole / 8, `a letter takes ${part} of ${whole} pixels`);
    assert.ok((await page.frames()) - frames > typed.length, "more frames are computed than shown: the last ones change nothing");
});

const lose = (page) =>
    page.raw.evaluate(async () => {
        const canvas = document.getElementById("canvas");
        const gone = new Promise((done) => canvas.addEventListener("webglcontextlost", done, { once: true }));
        canvas.getContext("webgl2").getExtension("WEBGL_lose_context").loseContext();
        await gone;
    });

test("a graphics card lost in the middle of typing costs no letter, and nothing is said", async (t) => {
    const page = await openPage(t, address("gl"));
    page.drawing = "processor"; // in the end
    assert.equal(await page.raw.evaluate(() => window.middleground.drawing()), "graphics card");
    await page.press("n");
    const text = "Every letter of this is typed while the graphics card goes";
    const typing = page.raw.keyboard.type(text, { delay: 10 });
    await page.raw.waitForTimeout(200);
    await lose(page);
    await typing;
    await page.settled();
    assert.equal(await page.raw.evaluate(() => window.middleground.drawing()), "processor");
    assert.equal((await page.see("Account", { role: "field" })).value, text);
    assert.equal(await page.raw.locator("#cover").isVisible(), false);
    assert.ok((await page.colors()) > 20);
});

test("after a graphics card was lost, the picture is the same and the mouse works", async (t) => {
    const context = { deviceScaleFactor: 1.25, viewport: { width: 1000, height: 700 } };
    const page = await openPage(t, address("gl"), { context });
    page.drawing = "processor";
    await page.raw.mouse.move(5, 5);
    await page.settled();
    const before = await page.raw.screenshot();
    await lose(page);
    await page.settled();
    const { pixels, differ } = await compared(page, before, await page.raw.screenshot());
    assert.ok(differ < pixels / 1000, `${differ} of ${pixels} pixels differ`);
    await page.click("New deal");
    await page.see("New deal", { role: "dialog" });
    await page.raw.setViewportSize({ width: 640, height: 500 });
    await page.settled();
    const size = await page.raw.evaluate(() => [document.getElementById("pixels").width, document.getElementById("pixels").height]);
    assert.deepEqual(size, [800, 625]);
});

test("a browser without graphics at all opens the page, also without the network, and it is usable", async (t) => {
    const browser = await launch(["--disable-gpu", "--disable-software-rasterizer"]);
    t.after(() => browser.close());
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { browser, at: host.address, serviceWorkers: "allow" });
    const first = await profile.open(`?today=${today}`, { render: "" });
    assert.ok(await first.until(() => first.raw.evaluate(async () => (await caches.match("./")) !== undefined)), "the program is kept");
    await first.raw.close();
    await host.stop();
    // Neither a graphics card nor the network, and a customer in Japan.
    const page = await profile.open(`?today=${today}`, { render: "", expectErrors: [/Failed to load resource/] });
    assert.equal(await page.raw.evaluate(() => window.middleground.drawing()), "processor");
    await page.press("n");
    await page.raw.keyboard.insertText("株式会社山田");
    await page.press("Tab");
    await page.type("Shore power");
    await page.press("Enter");
    await page.see(/^Started/);
    assert.ok((await page.colors()) > 20);
    assert.match(JSON.stringify(await page.stored()), /Shore power.*株式会社山田/s);
});

test("where WebGL is computed by the processor, too, the processor draws by itself", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(undefined, { render: "" });
    assert.equal(await page.raw.evaluate(() => window.middleground.drawing()), "processor");
    await page.see("New deal");
});

test("a graphics card is taken by itself where there is one", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(undefined, {
        render: "",
        // It says that it is one.
        before: (raw) =>
            raw.addInitScript(() => {
                const real = WebGL2RenderingContext.prototype.getParameter;
                WebGL2RenderingContext.prototype.getParameter = function (name) {
                    return name === 0x9246 ? "ANGLE (A graphics card)" : real.call(this, name);
                };
            }),
    });
    page.drawing = "graphics card";
    await page.see("New deal");
});

test("what the settings say is kept and done at the next start", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(`?today=${today}&seed=1`);
    await page.click("Settings");
    for (const [label, drawing] of [["Graphics card", "graphics card"], ["Processor", "processor"], ["Automatic", "processor"]]) {
        await page.click(label, { role: "radio" });
        await page.stored();
        const next = await profile.open(`?today=${today}`, { render: "" });
        next.drawing = drawing;
        assert.equal(await next.raw.evaluate(() => window.middleground.drawing()), drawing, label);
        await next.check();
        await next.raw.close();
        await page.raw.bringToFront();
    }
});
