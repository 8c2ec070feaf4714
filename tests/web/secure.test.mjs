// Links for those who know a passphrase, the QR code, and pictures of the map and the forecast.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { openMetDeal } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";

const modules = createRequire(join(process.env.NODE_PATH.split(delimiter)[0], "here.js"));
const readQr = modules("jsqr");
const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const onPhone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 0.5, hasTouch: true, isMobile: true };
const passphrase = "vier grüne leise Wörter";

const clipboard = (page) => page.raw.evaluate(() => navigator.clipboard.readText());

// What a picture shows, decoded by the browser: { width, height, data }. In an empty tab: the page's own policy has no use for images.
async function decoded(page, bytes, type = "image/png") {
    const tab = await page.raw.context().newPage();
    const { width, height, data } = await tab.evaluate(
        async ({ file, mime }) => {
            const image = new Image();
            image.src = `data:${mime};base64,${file}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.naturalWidth * 4, image.naturalHeight * 4);
            if (mime === "image/png") [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
            let text = "";
            for (let i = 0; i < pixels.data.length; i += 32768) text += String.fromCharCode(...pixels.data.subarray(i, i + 32768));
            return { width: canvas.width, height: canvas.height, data: btoa(text) };
        },
        { file: bytes.toString("base64"), mime: type },
    );
    await tab.close();
    return { width, height, data: new Uint8ClampedArray(Buffer.from(data, "base64")) };
}

async function saved(page, label) {
    const download = page.raw.waitForEvent("download");
    await page.click(label);
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function protectedLink(page) {
    await page.press("5");
    await page.click("Internal", { role: "radio" });
    await page.click("Protect with a passphrase");
    assert.equal(await page.find("Copy link"), undefined);
    await page.type(passphrase);
    await page.press("Enter");
    await page.click("Copy link");
    return clipboard(page);
}

test("a protected link opens in another profile with the right passphrase only", async (t) => {
    const sender = await openMetDeal(t, { context: withClipboard });
    const { deal } = await sender.state();
    const link = await protectedLink(sender);
    assert.match(link, /#d2\.[\w-]+$/);
    assert.ok(!(await sender.words()).includes(passphrase), "the passphrase is noted nowhere");

    const reader = await openPage(t, `?today=${today}&seed=9${new URL(link).hash}`);
    await reader.see("This link is protected", { role: "dialog" });
    const before = await reader.stored();
    await reader.type("vier grüne leise Worte");
    await reader.press("Enter");
    await reader.reads(/The passphrase does not open this link/);
    // What was typed is still there: only its end is put right.
    await reader.press("End", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace");
    await reader.type("Wörter");
    await reader.press("Enter");
    assert.equal(await reader.find("This link is protected", { role: "dialog" }), undefined);
    await reader.see("Save a copy");
    assert.deepEqual((await reader.state()).deal, deal);
    assert.deepEqual(await reader.stored(), before);
});

test("a protected link on a phone, mangled by a mail; and leaving the dialog", async (t) => {
    const sender = await openMetDeal(t, { context: withClipboard });
    const link = await protectedLink(sender);
    const reader = await openPage(t, `?today=${today}&seed=9&from=mail%23${new URL(link).hash.slice(1)}`, { context: onPhone });
    await reader.see("This link is protected", { role: "dialog" });
    await reader.press("Escape");
    assert.equal(await reader.find("This link is protected", { role: "dialog" }), undefined);
    await reader.raw.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await reader.see("This link is protected", { role: "dialog" });
    await reader.settled();
    await reader.fill("Passphrase of the link", passphrase);
    await reader.click("Open the deal");
    await reader.see(/Read-only/);
});

test("the QR code is read from the screen and from both files", async (t) => {
    // Tall enough that nothing lies over the code.
    const page = await openMetDeal(t, { context: { ...withClipboard, viewport: { width: 1280, height: 1400 }, deviceScaleFactor: 1 } });
    await page.press("5");
    await page.see("Buyer-safe", { role: "radio" });
    await page.click("Copy link");
    const link = await clipboard(page);
    const { rect } = await page.see("QR code", { role: "image" });
    const shot = await page.raw.screenshot({ clip: { x: rect[0], y: rect[1], width: rect[2], height: rect[3] } });
    for (const [what, bytes, type] of [
        ["screen", shot, "image/png"],
        ["PNG", (await saved(page, "Save QR as PNG")).bytes, "image/png"],
        ["SVG", (await saved(page, "Save QR as SVG")).bytes, "image/svg+xml"],
    ]) {
        const { data, width, height } = await decoded(page, bytes, type);
        assert.equal(readQr(data, width, height)?.data, link, what);
    }
});

for (const [kind, ratio] of [["1", 1], ["1.5", 1.5]]) {
    test(`the map and the forecast are saved as they are seen, at ${kind} pixels for one`, async (t) => {
        const page = await openPage(t, undefined, { context: { ...withClipboard, deviceScaleFactor: ratio } });
        await page.click(/Brightwater/, { role: "row" });
        for (const [key, label, name] of [["3", "Save the map as a picture", /people\.png$/], ["f", "Save the forecast as a picture", /forecast\.png$/]]) {
            await page.press(key);
            const { name: file, bytes } = await saved(page, label);
            assert.match(file, name);
            const { data, width, height } = await decoded(page, bytes);
            assert.ok(width > 400 * ratio && height > 300 * ratio, `${width} x ${height}`);
            const colors = new Set(new Uint32Array(data.buffer));
            assert.ok(colors.size > 20, `${colors.size} colours`);
            // Nothing of what is around it: the edge is the page's background and nothing else.
            const edge = new Set();
            const pixels = new Uint32Array(data.buffer);
            for (let x = 0; x < width; ++x) edge.add(pixels[x]).add(pixels[(height - 1) * width + x]);
            for (let y = 0; y < height; ++y) edge.add(pixels[y * width]).add(pixels[y * width + width - 1]);
            assert.equal(edge.size, 1);
            await page.see(/^Saved /);
        }
        // From anywhere, by the palette.
        await page.press("1", "Control+k");
        const download = page.raw.waitForEvent("download");
        await page.type("people map picture");
        await page.press("Enter");
        assert.match((await download).suggestedFilename(), /people\.png$/);
    });
}
