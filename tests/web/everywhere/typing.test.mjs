// What is typed arrives once in every browser: fast, with a German keyboard, a dead key, a screen keyboard; and the clipboard is the system's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName, openPage } from "../support/page.mjs";

const account = async (page) => (await page.see("Account", { role: "field" })).value;
const withClipboard = { context: { permissions: ["clipboard-read", "clipboard-write"] } };

async function openField(t, options) {
    const page = await openPage(t, undefined, options);
    await page.press("n");
    return page;
}
async function empty(page) {
    await page.press("Control+a", "Backspace");
    assert.equal(await account(page), "");
}

test("fast typing loses no letter, and a screen keyboard writes and takes back without keys", async (t) => {
    const page = await openField(t);
    const text = "The quick brown fox, 12 % \"of\" it; Größe, Ærø, señor + #1 [x] {y} \\ /".repeat(3);
    await page.raw.keyboard.type(text);
    await page.settled();
    assert.equal(await account(page), text);
    await empty(page);
    for (const part of ["Bright", "water", " 山田", "👍", "x"]) await page.raw.keyboard.insertText(part);
    await page.settled();
    await page.raw.evaluate(() => void document.execCommand("delete"));
    await page.settled();
    assert.equal(await account(page), "Brightwater 山田👍");
    await page.press("Backspace");
    assert.equal(await account(page), "Brightwater 山田");
    await page.raw.evaluate(() => void document.execCommand("insertLineBreak"));
    await page.settled();
    assert.match(JSON.stringify(await page.state()), /Brightwater 山田/, "its Enter created the deal");
});

// The whole way from a key on the machine: Chromium's part of the tests has no screen.
if (browserName !== "chromium") {
    test("a German keyboard's own letters, and the letter that a dead key and another make", async (t) => {
        const page = await openField(t);
        const { screen } = page.raw.context();
        screen.layout("de");
        screen.focus("Middleground");
        await page.settled();
        screen.keys("Shift_L+odiaeresis", "l", "space", "udiaeresis", "b", "e", "r", "space", "ssharp", "Shift_L+7", "space");
        assert.ok(await page.until(async () => (await account(page)).length >= 11));
        assert.equal(await account(page), "Öl über ß/ ");
        await empty(page);
        screen.keys("c", "a", "f", "dead_acute", "e", "s");
        assert.ok(await page.until(async () => (await account(page)).length >= 5));
        assert.equal(await account(page), "cafés");
        screen.layout("us");
    });
}

test("copy, cut and paste are the system's; outside of fields they leave it alone", async (t) => {
    const page = await openField(t, withClipboard);
    await page.type("Brightwater é 日本");
    await page.press("Control+a", "Control+c");
    assert.equal(await page.clipboard(), "Brightwater é 日本");
    await page.press("End", "Control+Shift+ArrowLeft", "Control+x");
    assert.equal(await page.clipboard(), "日本");
    await page.press("Control+v", "Control+v");
    assert.equal(await account(page), "Brightwater é 日本日本");
    await page.setClipboard("👍🏽 \"100 %\" <b>\\");
    await page.press("Control+a", "Control+v");
    assert.equal(await account(page), "👍🏽 \"100 %\" <b>\\");
    await page.setClipboard("precious");
    await page.press("Control+c", "Control+x");
    assert.equal(await page.clipboard(), "precious", "nothing is selected");
    await page.press("Escape", "Escape");
    const before = await page.words();
    await page.press("Control+c", "Control+x", "Control+v");
    assert.equal(await page.clipboard(), "precious", "no field has the caret");
    assert.equal(await page.words(), before);
});
