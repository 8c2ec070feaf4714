// Tabs of one browser, a full storage, a clock that is wrong: nothing that was done is overwritten, lost or brought back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;
const prefix = "middleground/";
const saved = (page, text) => page.raw.waitForFunction((words) => JSON.stringify({ ...localStorage }).includes(words), text);
const storedText = async (page) => JSON.stringify(await page.storage());
const said = async (page) => (await page.items()).filter(({ role }) => role === "status").map(({ label }) => label);
const isSaved = (page) => page.raw.evaluate(() => window.middleground.saved());
const dealKey = async (page, words) => Object.entries(await page.storage()).find(([key, text]) => key.startsWith(`${prefix}deal/`) && text.includes(words))[0];

async function twoTabs(t) {
    const profile = await Profile.fresh(t);
    const a = await profile.open(address);
    await startDeal(a, "Acme", "Shared deal");
    await saved(a, "Shared deal");
    // Registered before the page's own: a deaf tab is one that the news has not reached yet.
    const before = (raw) => raw.addInitScript(() => addEventListener("storage", (event) => window.deaf && event.stopImmediatePropagation()));
    const b = await profile.open(address, { before });
    return { profile, a, b };
}
async function log(page, what) {
    await page.press("l");
    await page.click("In a line");
    await page.type(what);
    await page.press("Control+Enter");
}
async function conflict(t) {
    const tabs = await twoTabs(t);
    await tabs.b.raw.evaluate(() => (window.deaf = true));
    await log(tabs.a, "Words of A");
    await saved(tabs.a, "Words of A");
    await log(tabs.b, "Words of B");
    await tabs.b.see(/^Shared deal was changed in another tab too/);
    return tabs;
}
async function leaveAndEnter(page) {
    await page.raw.evaluate(() => {
        window.deaf = false;
        dispatchEvent(new Event("blur"));
        dispatchEvent(new Event("focus"));
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await page.settled();
}

test("a conflict is not overwritten by leaving the page and entering it again, and keep both keeps both", async (t) => {
    const { b } = await conflict(t);
    for (let i = 0; i < 3; ++i) await leaveAndEnter(b);
    const text = await storedText(b);
    assert.match(text, /Words of A/);
    assert.doesNotMatch(text, /Words of B/);
    await b.see(/^Shared deal was changed in another tab too/);
    await b.click("Keep both");
    await saved(b, "Words of B");
    const deals = Object.entries(await b.storage()).filter(([key]) => key.startsWith(`${prefix}deal/`)).map(([, one]) => one);
    assert.equal(deals.filter((one) => one.includes("Words of A")).length, 1);
    const mine = deals.filter((one) => one.includes("Words of B"));
    assert.equal(mine.length, 1);
    assert.match(mine[0], /Shared deal \(mine\)/);
    assert.doesNotMatch(mine[0], /Words of A/);
});

// Each trial with tabs of its own: what one left would say something to the next.
test("two tabs that save in the same instant: 15 of 15 times both edits are kept", async (t) => {
    for (let trial = 0; trial < 15; ++trial) {
        const { profile, a, b } = await twoTabs(t);
        const tabs = [a, b];
        for (const page of tabs) {
            await page.press("Control+k");
            await page.type("Write private notes");
            await page.press("Enter");
            await page.see("Private notes", { role: "field" });
        }
        // Both type and are left in one turn each, at the same moment of the clock.
        const moment = Date.now() + 400;
        const typeAndLeave = ([text, at]) =>
            new Promise((done) =>
                setTimeout(() => {
                    while (Date.now() < at);
                    document.execCommand("insertText", false, text);
                    dispatchEvent(new Event("blur"));
                    done();
                }, at - Date.now() - 30),
            );
        await Promise.all(tabs.map((page, i) => page.raw.evaluate(typeAndLeave, [`Words of ${"AB"[i]}`, moment])));
        // The news gets through; whoever is asked keeps both.
        await a.raw.waitForTimeout(200);
        let asked = 0;
        for (const page of tabs) {
            await page.front();
            await page.settled();
            if (!(await said(page)).some((words) => /was changed in another tab too/.test(words))) continue;
            ++asked;
            await page.click("Keep both");
        }
        for (const page of tabs) await page.until(() => isSaved(page));
        const text = await storedText(a);
        for (const words of ["Words of A", "Words of B"]) assert.ok(text.includes(words), `trial ${trial}: ${words} are kept (${asked} asked)`);
        await profile.context.close();
    }
});

test("after a save that failed saved() is false, and leaving the page asks", async (t) => {
    const page = await openPage(t, address);
    page.doNotCheck();
    await startDeal(page, "Acme", "Pilot");
    await page.stored();
    await page.raw.evaluate(() => {
        // As Firefox says it.
        Storage.prototype.setItem = () => {
            throw Object.assign(new Error("Persistent storage maximum size reached"), { name: "NS_ERROR_DOM_QUOTA_REACHED", code: 1014 });
        };
    });
    await log(page, "Said when nothing fitted");
    await page.see(/storage is full/, { role: "status" });
    assert.equal(await isSaved(page), false);
    const dialog = page.raw.waitForEvent("dialog");
    const closing = page.raw.close({ runBeforeUnload: true });
    assert.equal((await dialog).type(), "beforeunload");
    await (await dialog).dismiss();
    await closing;
    assert.match(JSON.stringify(await page.state()), /Pilot/);
});

test("a page where everything is saved closes without a question", async (t) => {
    const page = await openPage(t, address);
    page.doNotCheck();
    await startDeal(page, "Acme", "Pilot");
    let asked = 0;
    page.raw.on("dialog", (dialog) => {
        ++asked;
        dialog.accept();
    });
    const gone = page.raw.waitForEvent("close");
    await page.raw.close({ runBeforeUnload: true });
    await gone;
    assert.equal(asked, 0);
});

test("leaving a page with a conflict asks", async (t) => {
    const { b } = await conflict(t);
    b.doNotCheck();
    const dialog = b.raw.waitForEvent("dialog");
    const closing = b.raw.close({ runBeforeUnload: true });
    assert.equal((await dialog).type(), "beforeunload");
    await (await dialog).dismiss();
    await closing;
    await b.see(/^Shared deal was changed in another tab too/);
});

for (const [what, atOnce] of [
    ["in two tabs at once", true],
    ["one after the other", false],
]) {
    test(`?seed= ${what} never gives two deals one id`, async (t) => {
        const profile = await Profile.fresh(t);
        const first = await profile.open(address);
        const second = atOnce ? await profile.open(address) : null;
        await startDeal(first, "Acme", "First");
        await saved(first, "First");
        if (!second) {
            first.doNotCheck();
            await first.raw.close();
        }
        const other = second ?? (await profile.open(address));
        await other.front();
        await startDeal(other, "Beta", "Second");
        await saved(other, "Second");
        // What one tab wrote a busy browser shows the other a moment later.
        const keys = async () => Object.entries(await other.storage()).filter(([key, text]) => key.startsWith(`${prefix}deal/`) && /"(First|Second)"/.test(text)).map(([key]) => key);
        assert.ok(await other.until(async () => (await keys()).length === 2), (await keys()).join(" "));
        assert.deepEqual((await said(other)).filter((words) => /another tab too/.test(words)), []);
    });
}

test("a link that sets the day says so on the page, and takes no sound deal for damaged", async (t) => {
    const profile = await Profile.fresh(t);
    const first = await profile.open(address);
    await startDeal(first, "Acme", "Healthy");
    await saved(first, "Healthy");
    await first.press("0");
    await first.stored();
    const before = await first.storage();
    first.doNotCheck();
    await first.raw.close();
    const early = await profile.open("?today=2020-01-01");
    await early.see(/Shown as of 1 Jan 2020/, { role: "status" });
    await early.press("0");
    await early.reads(/Healthy has dates after today/);
    assert.equal(await early.find("A stored deal cannot be read"), undefined);
    assert.equal(await early.find(/^Remove/, { role: "button" }), undefined);
    await startDeal(early, "Beta", "New");
    await saved(early, "Beta");
    early.doNotCheck();
    await early.raw.close();
    const later = await profile.open(address);
    const order = (text) => JSON.parse(text).order;
    const now = await later.stored();
    const had = order(before[`${prefix}settings`]);
    assert.deepEqual(order(now[`${prefix}settings`]).filter((id) => had.includes(id)), had, "the order is kept");
    for (const [key, text] of Object.entries(before)) if (key.startsWith(`${prefix}deal/`)) assert.equal(now[key], text);
    await later.press("0");
    await later.reads(/Acme/);
});

test("the removal of an entry that cannot be read is asked for, and undone", async (t) => {
    const broken = '{"middleground":1,"deal":{"id":"x","title":"Cut';
    const page = await openPage(t, address, { before: (raw) => raw.addInitScript((text) => localStorage.length || localStorage.setItem("middleground/deal/x", text), broken) });
    await page.press("0");
    await page.see("A stored deal cannot be read");
    await page.click("Remove", { role: "button" });
    await page.see("Remove this entry?", { role: "dialog" });
    assert.equal((await page.storage())[`${prefix}deal/x`], broken);
    await page.click("Keep entry");
    assert.equal((await page.storage())[`${prefix}deal/x`], broken);
    await page.click("Remove", { role: "button" });
    await page.click("Remove entry");
    await page.gone("A stored deal cannot be read");
    assert.equal((await page.storage())[`${prefix}deal/x`], undefined);
    await page.press("Control+z");
    await page.see("A stored deal cannot be read");
    assert.equal((await page.storage())[`${prefix}deal/x`], broken);
});

test("settings that were changed in two tabs are merged", async (t) => {
    const { a, b } = await twoTabs(t);
    await b.raw.evaluate(() => (window.deaf = true));
    await a.click("Settings");
    await a.click("Dark", { role: "radio" });
    await a.stored();
    await b.front();
    await b.click("Settings");
    await b.fill("Your name", "Elena");
    await b.press("Enter");
    await saved(b, "Elena");
    const settings = JSON.parse((await b.stored())[`${prefix}settings`]);
    assert.deepEqual([settings.theme, settings.seller], ["dark", "Elena"]);
});

test("a newer version's text in a conflict: mine can be saved as a file, and kept beside it", async (t) => {
    const page = await openPage(t, address);
    await startDeal(page, "Acme", "Pilot");
    await page.stored();
    const key = await dealKey(page, '"title": "Pilot"');
    const newer = '{"middleground":99,"deal":{"id":"x","title":"From the future"}}';
    await page.raw.evaluate(([name, text]) => localStorage.setItem(name, text), [key, newer]);
    await log(page, "Words of mine");
    await page.see(/^Pilot was saved in another tab in a form that this window cannot read/);
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("Deal file")]);
    assert.match(await readFile(await download.path(), "utf8"), /Words of mine/);
    await page.click("Keep both");
    await saved(page, "Words of mine");
    assert.equal((await page.storage())[key], newer);
    await page.press("0");
    await page.see("A stored deal cannot be read");
});

test("storage that is emptied elsewhere takes no deal away, and gets none back unasked", async (t) => {
    const { a, b } = await twoTabs(t);
    await a.raw.evaluate(() => localStorage.clear());
    await b.front();
    await b.see(/storage was emptied/);
    await leaveAndEnter(b);
    assert.doesNotMatch(await storedText(b), /Shared deal/);
    await b.click("Keep it");
    await saved(b, "Shared deal");
    await b.gone(/storage was emptied/);
});

test("a deal that was removed while a page slept goes when it wakes, and does not return", async (t) => {
    const { a, b } = await twoTabs(t);
    await b.raw.evaluate(() => (window.deaf = true));
    const key = await dealKey(a, "Shared deal");
    await a.raw.evaluate((name) => localStorage.removeItem(name), key);
    await leaveAndEnter(b);
    await b.see(/Shared deal was removed in another tab/);
    await leaveAndEnter(b);
    assert.equal((await b.storage())[key], undefined);
});
