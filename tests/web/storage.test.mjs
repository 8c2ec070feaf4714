// What was done is kept: at once, when storage is full, damaged or refused, and when two tabs change the same deal.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { fillStorage } from "./support/full_storage.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;
const prefix = "middleground/";

const storedText = async (page) => JSON.stringify(await page.storage());
const put = (raw, entries) => raw.addInitScript((pairs) => Object.entries(pairs).forEach(([key, text]) => localStorage.setItem(key, text)), entries);
const messages = async (page, pattern) => (await page.items()).filter(({ role, label }) => role === "status" && pattern.test(label));
// Said, and said once.
async function says(page, pattern) {
    await page.see(pattern, { role: "status" });
    assert.equal((await messages(page, pattern)).length, 1, `${pattern} is said once`);
}

// Logs an interaction without any person, by keyboard.
async function log(page, what) {
    await page.press("l");
    await page.click("In a line");
    await page.type(what);
    await page.press("Control+Enter");
}
async function downloaded(page, click) {
    const [download] = await Promise.all([page.raw.waitForEvent("download"), click()]);
    return readFile(await download.path(), "utf8");
}
// Until the change has gone through: it is saved 300 ms after the last one.
const saved = (page, text) => page.raw.waitForFunction((words) => JSON.stringify({ ...localStorage }).includes(words), text);

for (const [what, type] of [
    ["left", "pagehide"],
    ["hidden", "visibilitychange"],
    ["no longer looked at", "blur"],
]) {
    test(`the last letter is saved at once when the page is ${what}`, async (t) => {
        const page = await openPage(t, address);
        await page.click("Settings");
        await page.click("Your name");
        // All in one turn of the page: no frame comes between the letter and the end.
        const text = await page.raw.evaluate((name) => {
            document.execCommand("insertText", false, "Zoë");
            Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
            (name === "visibilitychange" ? document : window).dispatchEvent(new Event(name));
            return localStorage.getItem("middleground/settings");
        }, type);
        assert.match(text, /Zoë/);
    });
}

test("leaving right after Enter keeps the new deal", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(address);
    await startDeal(page, "Acme", "Soon");
    await page.press("n");
    await page.raw.keyboard.type("Last second");
    await page.raw.keyboard.press("Enter");
    page.doNotCheck();
    await page.raw.goto("about:blank");
    const again = await profile.open(address);
    assert.match(await storedText(again), /Last second/);
    assert.match(JSON.stringify(await again.state()), /Last second/);
});

test("with a full storage the change stays, one message says so, offers the file, and tries again", async (t) => {
    const page = await openPage(t, address);
    await startDeal(page, "Acme", "Pilot");
    await saved(page, "Pilot");
    assert.ok((await fillStorage(page)) > 1 << 22);
    await log(page, "Said when nothing fitted");
    await page.raw.waitForTimeout(600);
    await page.settled();
    assert.match(JSON.stringify(await page.state()), /1/);
    await says(page, /storage is full/);
    assert.doesNotMatch(await storedText(page), /Said when nothing fitted/);
    assert.match(await storedText(page), /Pilot/, "what was stored before is still there");
    assert.match(await downloaded(page, () => page.click("Deal file")), /Said when nothing fitted/);
    await page.click("Try again");
    await says(page, /storage is full/);
    await page.raw.evaluate(() => localStorage.removeItem("filler"));
    await page.click("Try again");
    await page.gone(/storage is full/, { role: "status" });
    assert.match(await storedText(page), /Said when nothing fitted/);
});

for (const [what, text] of [
    ["cut off", '{"middleground":1,"deal":{"id":"x","title":"Cut'],
    ["not JSON", "hello there"],
    ["of a newer version", '{"middleground":99,"deal":{"id":"x","title":"From the future","more":[1,2,3]}}'],
    ["empty", ""],
]) {
    test(`a stored deal that is ${what} is kept aside, said, and can be downloaded`, async (t) => {
        const profile = await Profile.fresh(t);
        const first = await profile.open(address);
        await startDeal(first, "Acme", "Healthy");
        await saved(first, "Healthy");
        await first.press("0");
        await first.raw.waitForTimeout(400);
        const before = { ...(await first.stored()), [`${prefix}deal/x`]: text };
        await first.raw.evaluate(([key, value]) => localStorage.setItem(key, value), [`${prefix}deal/x`, text]);
        first.doNotCheck();
        await first.raw.close();
        const page = await profile.open(address);
        await page.press("0");
        await page.see("Acme");
        await page.see("A stored deal cannot be read");
        await page.reads(/Stored as "deal\/x"/);
        assert.equal(await downloaded(page, () => page.click("Download")), text);
        const now = await page.stored();
        delete now[`${prefix}settings`], delete before[`${prefix}settings`];
        assert.deepEqual(now, before, "nothing that is stored was touched");
    });
}

test("where storage is refused, the program runs in memory and says so", async (t) => {
    const refuse = (raw) =>
        raw.addInitScript(() => {
            Object.defineProperty(window, "localStorage", {
                get() {
                    throw new DOMException("Access is denied for this document.", "SecurityError");
                },
            });
        });
    const page = await openPage(t, address, { before: refuse });
    await says(page, /does not let this page store/);
    await startDeal(page, "Acme", "In memory");
    await log(page, "Still works");
    await page.raw.waitForTimeout(600);
    await page.settled();
    assert.match(JSON.stringify(await page.state()), /In memory/);
    await page.see(/store|saved/i, { role: "status" });
    assert.match(await downloaded(page, () => page.press("Control+s")), /Still works/);
});

async function twoTabs(t) {
    const profile = await Profile.fresh(t);
    const a = await profile.open(address);
    await startDeal(a, "Acme", "Shared deal");
    await saved(a, "Shared deal");
    // Registered before the page's own: a deaf tab is one that the news has not reached yet.
    const before = (raw) => raw.addInitScript(() => addEventListener("storage", (event) => window.deaf && event.stopImmediatePropagation()));
    const b = await profile.open(address, { before });
    assert.match(JSON.stringify(await b.state()), /Shared deal/);
    return { a, b };
}

test("a change in one tab appears in the other", async (t) => {
    const { a, b } = await twoTabs(t);
    await log(a, "Heard in tab A");
    await saved(a, "Heard in tab A");
    await says(b, /Changed in another tab/);
    await b.press("4");
    await b.reads(/Heard in tab A/);
    await log(b, "And in tab B");
    await saved(b, "And in tab B");
    await a.settled();
    await a.press("4");
    await a.reads(/And in tab B/);
});

// Both tabs hold a change that the other one has not seen: B's comes while the news of A's is still on its way.
async function conflict(t) {
    const tabs = await twoTabs(t);
    await tabs.b.raw.evaluate(() => (window.deaf = true));
    await log(tabs.a, "Words of A");
    await saved(tabs.a, "Words of A");
    const before = await tabs.a.stored();
    await log(tabs.b, "Words of B");
    await tabs.b.raw.waitForTimeout(600);
    await tabs.b.settled();
    const [key] = Object.keys(before).filter((name) => /Words of A/.test(before[name]));
    assert.equal((await tabs.b.stored())[key], before[key], "A's words are not overwritten");
    await tabs.b.see(/^Shared deal was changed in another tab too/);
    await tabs.b.press("4");
    await tabs.b.reads(/Words of B/); // B's words are still here
    return tabs;
}

test("changes in both tabs: load theirs", async (t) => {
    const { b } = await conflict(t);
    await b.click("Load theirs");
    await b.reads(/Words of A/);
    await b.press("Control+z");
    await b.reads(/Words of B/); // undo brings mine back
});

test("changes in both tabs: keep both", async (t) => {
    const { a, b } = await conflict(t);
    await b.click("Keep both");
    await saved(b, "Shared deal (mine)");
    assert.match(await storedText(b), /Words of A/);
    assert.match(await storedText(b), /Words of B/);
    await a.settled();
    await a.press("0");
    await a.reads(/Shared deal \(mine\)/); // the other tab sees both too
});

test("what others keep in the same storage is left alone", async (t) => {
    const theirs = { "other-page": "{not ours", "middleground": "no slash", "Middleground/deal/y": "capital" };
    const page = await openPage(t, address, { before: (raw) => put(raw, theirs) });
    await startDeal(page, "Acme", "Pilot");
    await saved(page, "Pilot");
    await page.press("0");
    assert.equal(await page.find("A stored deal cannot be read"), undefined);
    const stored = await page.stored();
    for (const [key, text] of Object.entries(theirs)) assert.equal(stored[key], text);
    assert.deepEqual(Object.keys(stored).filter((key) => !(key in theirs) && !key.startsWith(prefix)), []);
});
