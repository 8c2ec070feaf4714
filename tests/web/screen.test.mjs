// Sharp at every pixel ratio, in the colours and with the calm that the system asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, today } from "./support/page.mjs";

const plain = { context: { deviceScaleFactor: 1 } };

const emulate = async (page, values) => {
    page.cdp ??= await page.raw.context().newCDPSession(page.raw);
    await page.cdp.send("Emulation.setDeviceMetricsOverride", { mobile: false, ...values });
    await page.raw.waitForTimeout(200);
    await page.settled();
};

// The canvas, in pixels and as the browser shows it.
const sizes = (page) =>
    page.raw.evaluate(() => {
        const canvas = document.getElementById("canvas");
        const { width, height } = canvas.getBoundingClientRect();
        return { pixels: [canvas.width, canvas.height], shown: [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)], css: [width, height] };
    });

// Of a PNG of the page: its size, its colours, and the share of pixels that differ from the one at their left.
const measured = (page, png) =>
    page.raw.evaluate(
        async (text) => {
            const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
            context.drawImage(image, 0, 0);
            const colors = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
            let edges = 0;
            for (let i = 1; i < colors.length; ++i) edges += colors[i] !== colors[i - 1] ? 1 : 0;
            return { width: image.width, height: image.height, first: colors[0] & 0xffffff, edges: edges / colors.length };
        },
        png.toString("base64"),
    );

async function assertSharp(page, what) {
    const { pixels, shown, css } = await sizes(page);
    assert.deepEqual(pixels, shown, `${what}: one pixel of the canvas is one of the screen, at ${css}`);
    const drawn = await page.raw.evaluate(() => {
        const own = document.getElementById("pixels");
        if (!own.hidden) return [own.width, own.height];
        const context = document.getElementById("canvas").getContext("webgl2");
        const viewport = [...context.getParameter(context.VIEWPORT)];
        const whole = [context.drawingBufferWidth, context.drawingBufferHeight];
        return String(viewport) === String([0, 0, ...whole]) ? whole : viewport;
    });
    assert.deepEqual(drawn, pixels, `${what}: all of it is drawn`);
}

for (const [deviceScaleFactor, viewport] of [
    [1, { width: 1280, height: 800 }],
    [1.25, { width: 1280, height: 800 }],
    [1.25, { width: 1283, height: 801 }],
    [1.5, { width: 1001, height: 701 }],
    [2, { width: 640, height: 800 }],
    [2.625, { width: 412, height: 915 }],
]) {
    test(`a pixel ratio of ${deviceScaleFactor} is sharp at ${viewport.width} x ${viewport.height}`, async (t) => {
        for (const how of ["cpu", "gl"]) {
            const page = await openPage(t, `?today=${today}&seed=1&render=${how}`, { context: { deviceScaleFactor, viewport } });
            await assertSharp(page, `after the start with ${how}`);
            const { width, height } = await measured(page, await page.raw.screenshot());
            assert.deepEqual([width, height], (await sizes(page)).pixels);
        }
    });
}

test("text is drawn with the pixels there are, not enlarged", async (t) => {
    const large = await openPage(t, undefined, { context: { deviceScaleFactor: 2 } });
    const small = await openPage(t, undefined, plain);
    const [own, single] = [await measured(large, await large.raw.screenshot()), await measured(small, await small.raw.screenshot())];
    // Every second pixel of an enlarged picture is like its neighbour.
    const enlarged = single.edges / 2;
    assert.ok(own.edges > enlarged * 1.15, `${own.edges} of the pixels are edges, enlarging would make it ${enlarged}`);
});

test("a pixel ratio that changes is followed at once", async (t) => {
    const page = await openPage(t, undefined, plain);
    const before = await page.words();
    // Chromium's emulation tells a page of a new ratio only together with a new size.
    for (const [deviceScaleFactor, height] of [[2, 804], [1.25, 800], [1, 804]]) {
        await emulate(page, { width: 1280, height, deviceScaleFactor });
        assert.deepEqual((await sizes(page)).pixels, [1280 * deviceScaleFactor, height * deviceScaleFactor]);
        await assertSharp(page, `at ${deviceScaleFactor}`);
        assert.equal(await page.words(), before, "the same is on the screen, at the same size");
    }
});

test("a window that changes its size is filled", async (t) => {
    const page = await openPage(t, undefined, plain);
    for (const [width, height] of [[900, 700], [390, 844], [1600, 1000]]) {
        await page.raw.setViewportSize({ width, height });
        await page.settled();
        assert.deepEqual((await sizes(page)).pixels, [width, height]);
        await assertSharp(page, `${width} x ${height}`);
        for (const { label, rect } of await page.items()) assert.ok(rect[0] >= 0 && rect[0] + rect[2] <= width, `${label} is inside of ${width}: ${rect}`);
    }
});

test("light and dark follow the system, on the canvas and around it", async (t) => {
    const page = await openPage(t, undefined, { context: { colorScheme: "dark" } });
    const look = () => page.raw.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme]);
    const corner = async () => (await measured(page, await page.raw.screenshot())).first;
    const [dark, light] = [["rgb(18, 19, 21)", "dark"], ["rgb(247, 247, 245)", "light"]];
    assert.deepEqual(await look(), dark);
    const darkCorner = await corner();
    await page.raw.emulateMedia({ colorScheme: "light" });
    await page.raw.waitForTimeout(100);
    await page.settled();
    assert.deepEqual(await look(), light);
    assert.notEqual(await corner(), darkCorner);
    await page.press("Control+k");
    await page.type("dark theme");
    await page.press("Enter");
    assert.deepEqual(await look(), dark, "the user's choice counts more");
    await page.raw.emulateMedia({ colorScheme: "dark" });
    await page.raw.emulateMedia({ colorScheme: "light" });
    await page.settled();
    assert.deepEqual(await look(), dark);
});

test("nothing moves for those who ask for less motion", async (t) => {
    const page = await openPage(t, undefined, { context: { reducedMotion: "reduce" } });
    const places = page.raw.evaluate(async () => {
        const seen = new Set();
        const end = performance.now() + 3000;
        while (performance.now() < end) {
            const toast = window.middleground.items().find(({ role, label }) => role === "status" && /^Started/.test(label));
            if (toast) seen.add(toast.rect[1]);
            await new Promise(requestAnimationFrame);
        }
        return [...seen];
    });
    await page.raw.keyboard.press("n");
    await page.raw.waitForTimeout(300);
    await page.raw.keyboard.type("Calm");
    await page.raw.keyboard.press("Enter");
    assert.equal((await places).length, 1, `the message stands still: ${await places}`);
});
