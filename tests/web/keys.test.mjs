// The browser keeps its keys, the program gets its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, today } from "./support/page.mjs";

// Remembers every key event, before anything else on the page sees it; whether it was prevented is read afterwards.
const rememberKeys = (raw) =>
    raw.addInitScript(() => {
        window.keysSeen = [];
        addEventListener("keydown", (event) => window.keysSeen.push(event), { capture: true });
    });

async function openWatched(t, options = {}) {
    return openPage(t, `?today=${today}&seed=1`, { before: rememberKeys, ...options });
}

// Whether the last key was taken from the browser.
const lastTaken = (page) => page.raw.evaluate(() => window.keysSeen.at(-1).defaultPrevented);
async function taken(page, keys) {
    await page.press(keys);
    return lastTaken(page);
}

async function startDeal(page, title) {
    await page.click("New deal");
    await page.type("Account of the keys");
    await page.press("Tab");
    await page.type(title);
    await page.press("Enter");
}

const browserKeys = [
    ["F1", "F3", "F5", "F6", "F11", "F12"],
    ["Control+t", "Control+r", "Control+l", "Control+w", "Control+n", "Control+p", "Control+d", "Control+u", "Control+1"],
    ["Control+=", "Control++", "Control+-", "Control+0"],
    ["Control+Shift+i", "Control+Shift+j", "Control+Shift+t", "Control+Shift+n", "Control+Shift+k", "Control+Shift+s", "Control+Shift+a", "Control+Shift+r"],
    ["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Alt+d"],
].flat();

test("keys of the browser stay the browser's, inside and outside of a field", async (t) => {
    const page = await openWatched(t);
    await startDeal(page, "Keys");
    await page.raw.waitForTimeout(8500); // until its message is gone
    for (const where of ["on the page", "in a field"]) {
        if (where === "in a field") {
            await page.press("l");
            await page.click("Gave");
            await page.type("abc");
        }
        const before = [await page.words(), await page.state(), await page.stored()];
        for (const keys of browserKeys) {
            await page.raw.keyboard.press(keys);
            assert.equal(await lastTaken(page), false, `${keys} ${where} is the browser's`);
        }
        await page.settled();
        assert.deepEqual([await page.words(), await page.state(), await page.stored()], before, `nothing happened ${where}`);
    }
});

test("function keys do not even draw a frame", async (t) => {
    const page = await openWatched(t);
    await page.raw.waitForTimeout(1200);
    const before = await page.frames();
    for (const key of ["F1", "F5", "F12"]) await page.raw.keyboard.press(key);
    await page.raw.waitForTimeout(300);
    assert.equal(await page.frames(), before);
});

test("Ctrl+K and Ctrl+F open the search", async (t) => {
    const page = await openWatched(t);
    for (const keys of ["Control+k", "Control+f"]) {
        assert.equal(await page.find("New deal", { role: "option" }), undefined);
        assert.equal(await taken(page, keys), true);
        await page.see("New deal", { role: "option" });
        await page.press("Escape");
    }
});

test("arrows and Enter choose in the search", async (t) => {
    const page = await openWatched(t);
    await page.press("Control+k");
    await page.type("playbooks");
    assert.equal(await taken(page, "ArrowDown"), true);
    assert.equal(await taken(page, "ArrowUp"), true);
    await page.press("Enter");
    await page.see("Playbooks", { role: "heading" });
});

test("Ctrl+Z undoes, Ctrl+Y and Ctrl+Shift+Z do it again", async (t) => {
    const page = await openWatched(t);
    await startDeal(page, "Undone soon");
    assert.match(JSON.stringify(await page.state()), /Undone soon/);
    assert.equal(await taken(page, "Control+z"), true);
    assert.equal(await page.state(), null, "the deal is gone, Deals are shown");
    assert.equal(await page.find(/Account of the keys/), undefined);
    assert.equal(await taken(page, "Control+y"), true);
    assert.match(JSON.stringify(await page.state()), /Undone soon/);
    await page.press("Control+z");
    assert.equal(await taken(page, "Control+Shift+z"), true);
    assert.match(JSON.stringify(await page.state()), /Undone soon/);
});

test("Ctrl+S saves the deal as a file instead of the page", async (t) => {
    const page = await openWatched(t);
    await startDeal(page, "Saved by key");
    const [download] = await Promise.all([page.raw.waitForEvent("download"), taken(page, "Control+s").then((was) => assert.equal(was, true))]);
    assert.equal(download.suggestedFilename(), "Account-of-the-keys-Saved-by-key.json");
});

test("Tab goes through the program and never leaves it", async (t) => {
    const page = await openWatched(t);
    await page.click("New deal");
    assert.equal((await page.see("Account", { role: "field" })).focused, true);
    assert.equal(await taken(page, "Tab"), true);
    assert.equal((await page.see("Title", { role: "field" })).focused, true);
    assert.equal(await taken(page, "Shift+Tab"), true);
    assert.equal((await page.see("Account", { role: "field" })).focused, true);
});

test("keys move and select inside of a field", async (t) => {
    const page = await openWatched(t);
    await page.click("New deal");
    await page.type("one two three");
    for (const keys of ["ArrowLeft", "Control+ArrowLeft", "Home", "Shift+End"]) await page.press(keys);
    await page.type("four five");
    assert.equal((await page.see("Account", { role: "field" })).value, "four five");
    assert.equal(await taken(page, "Control+Backspace"), true);
    assert.equal((await page.see("Account", { role: "field" })).value, "four ");
    await page.press("Control+a", "Backspace");
    assert.equal((await page.see("Account", { role: "field" })).value, "");
});

test("letters are commands outside of a field and text inside of one", async (t) => {
    const page = await openWatched(t);
    assert.equal(await taken(page, "n"), true, "or Firefox would search the page for it");
    await page.see("New deal", { role: "dialog" });
    await page.type("n0l?");
    assert.equal((await page.see("Account", { role: "field" })).value, "n0l?");
});

test("a Mac's keys are Cmd, and Alt moves by words in a field", async (t) => {
    const page = await openWatched(t, {
        before: async (raw) => {
            await raw.addInitScript(() => Object.defineProperty(navigator, "platform", { get: () => "MacIntel" }));
            await rememberKeys(raw);
        },
    });
    assert.equal(await taken(page, "Control+k"), false);
    assert.equal(await taken(page, "Meta+ArrowLeft"), false, "goes back");
    assert.equal(await taken(page, "Meta+r"), false);
    assert.equal(await taken(page, "Meta+k"), true);
    await page.type("all deals");
    assert.equal(await taken(page, "Meta+ArrowLeft"), true);
    assert.equal(await taken(page, "Alt+ArrowRight"), true);
    await page.type("x");
    await page.reads(/allx deals/);
});
