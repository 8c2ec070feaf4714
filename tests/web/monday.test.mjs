// Monday with twenty deals: what to do first, of whom, why and with what words, said what came of it, and on to the next; by keyboard alone and by
// finger alone. What is counted are presses: a person who reads a line in three seconds is through the first seven within a minute.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPhone, tap, write } from "./support/finger.mjs";
import { mondayDeals, monday, storeMonday } from "./support/monday.mjs";
import { openPage } from "./support/page.mjs";

const path = `?today=${monday}&seed=1`;
const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const accounts = mondayDeals().map(({ account }) => account);
const first = ["\u201cDoes it run without a connection?\u201d", "\u201cWho enters the night shifts?\u201d", "Answer Judith Hale's e-mail of 14 Jun", "Answer Daniel Frost on \u201cDecide\u201d",
    "Sample of the parts data", "Figures of two other yards", "Price list"];

const chosen = async (page) => (await page.items()).find(({ role, value }) => role === "row" && value.startsWith("selected"));
// What came of it, in a line: to whom asks for the decision themselves the answer is about that.
const said = (what) => (what.includes("Decide") ? "decide agreed" : "Answered.");
const dealOf = (row) => accounts.find((account) => row.value.includes(account));

test("by keyboard alone: the first seven lines are done with nine presses, and each says of whom and since when", async (t) => {
    const page = await openPage(t, path, { before: storeMonday, context: { viewport: { width: 1440, height: 900 }, ...withClipboard } });
    await page.see(first[0], { role: "row" });
    await page.reads(/17 for today in 15 of your 20 open deals/);
    let presses = 0;
    const press = async (...keys) => {
        presses += keys.length;
        await page.press(...keys);
    };
    for (const what of first) {
        const row = await chosen(page);
        assert.equal(row.label, what, "the next one is chosen by itself");
        assert.ok(row.rect[1] + row.rect[3] <= 900, "on the first screen");
        assert.ok(dealOf(row), row.value);
        await press("e");
        if (await page.find("Log an interaction", { role: "dialog" })) {
            await page.type(said(what));
            await press("Control+Enter");
        }
        await page.gone(what, { role: "row" });
    }
    assert.equal(presses, 9);
    assert.equal((await page.find("Today", { role: "link" })).value, String(17 - first.length));
    // What is to be asked comes with its words.
    while ((await chosen(page)).label !== "Ask Otto Lehmann for \u201cResolve concerns\u201d") await page.press("j");
    await page.press("Enter");
    await page.until(async () => (await page.clipboard()).length > 0);
    assert.match(await page.clipboard(), /\S.{20,}/);
});

test("who comes to Today by its key goes on with keys in the list", async (t) => {
    const page = await openPage(t, path, { before: storeMonday, context: { viewport: { width: 1440, height: 900 } } });
    await page.see(first[0], { role: "row" });
    await page.press("w", "t");
    await page.see(first[0], { role: "row" });
    await page.settled();
    const focused = (await page.items()).filter(({ focused: has }) => has);
    assert.deepEqual(focused.map(({ role, label }) => `${role} ${label}`), [`row ${first[0]}`]);
});

test("by finger alone on a phone: the same lines with a tap or two each, and a mistake taken back", async (t) => {
    const page = await openPhone(t, path, { before: storeMonday });
    await page.see(first[0], { role: "row" });
    let taps = 0;
    const press = async (label, options) => {
        ++taps;
        await tap(page, label, options);
    };
    for (const what of first) {
        const item = await page.see(new RegExp(`^(?!Open|Snooze).*: ${what.replace(/[.?*+^$()[\]\\|{}]/g, "\\$&")}$`), { role: "button" });
        assert.ok(item.rect[2] >= 44 && item.rect[3] >= 44, `${item.label}: ${item.rect}`);
        await press(item.label, { role: "button" });
        if (await page.find("Log an interaction", { role: "dialog" })) {
            ++taps;
            await write(page, "In one line", said(what), { role: "field" });
            await press("Save", { role: "button" });
        }
        await page.gone(what, { role: "row" });
    }
    const undo = await page.see("Undo last", { role: "button" });
    assert.ok(undo.rect[2] >= 44 && undo.rect[3] >= 44, `${undo.rect}`);
    await tap(page, "Undo last", { role: "button" });
    await page.see(first.at(-1), { role: "row" });
    assert.ok(taps <= first.length + 4, `${taps} taps`);
});
