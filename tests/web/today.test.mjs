// What there is to do today over all deals, and the review of the week: the first page, by keyboard, by mouse, by finger, and what goes out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const path = `?today=${today}&seed=1`;
const person = { id: "p00001", name: "Rafael Ortega", title: "Yard manager" };

// Deals with something to do: a promise that is late, one of the next days, a call of tomorrow.
function store(raw) {
    const deal = (id, account, more) => ({ id, title: "Planning", account, opened: "2026-05-01", stakeholders: [person], ...more });
    const promise = (id, what, due) => ({ id, to: person.id, what, due, events: [{ kind: "made", on: "2026-05-02" }] });
    const deals = [
        deal("d00001", "Solberg Marine", { promises: [promise("r00001", "Sample of the parts data", "2026-05-20")] }),
        deal("d00002", "Ostara Clinics", { promises: [promise("r00002", "Ward comparison", "2026-06-18")] }),
        deal("d00003", "Halden Rail", { interactions: [{ id: "m00001", on: "2026-06-10", kind: "call", people: [person.id], next: { on: "2026-06-17", what: "Choose the pilot line" } }] }),
    ];
    return raw.addInitScript((all) => {
        if (localStorage.length > 0) return;
        for (const one of all) localStorage.setItem(`middleground/deal/${one.id}`, JSON.stringify({ middleground: 2, deal: one }));
    }, deals);
}

const openStored = (t, options = {}) => openPage(t, path, { before: store, ...options });
const storedDeal = async (page, id) => JSON.parse((await page.stored())[`middleground/deal/${id}`]).deal;
const selected = async (page) => (await page.items()).find(({ role, value }) => role === "row" && value.startsWith("selected"))?.label;

test("a first visit shows the list of deals, and samples are not counted", async (t) => {
    const page = await openPage(t, path);
    await page.see("All", { role: "button" });
    assert.equal(await page.raw.title(), "Middleground");
    await page.press("t");
    await page.reads(/These are samples/);
    assert.equal(await page.raw.title(), "Middleground");
});

test("with open deals of one's own the program begins with what is for today; back to the deal of the same day, and with the list on the next", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(path, { before: store });
    await page.reads(/One promise is late/);
    await page.see("Sample of the parts data", { role: "row" });
    assert.match(await page.raw.title(), /^\(3\) Middleground$/);
    assert.equal((await page.see("Today", { role: "link" })).value, "3");
    await page.press("o");
    await page.settled();
    assert.equal((await page.state()).deal.account, "Solberg Marine");
    assert.equal(await page.raw.title(), "(3) Solberg Marine - Middleground");
    await page.raw.reload();
    await page.started();
    assert.equal((await page.state()).deal.account, "Solberg Marine", "the same day: where it was left");
    await page.stored();
    await page.raw.goto(new URL(path.replace(today, "2026-06-17"), page.raw.url()).href);
    await page.started();
    assert.equal(await page.state(), null);
    await page.see("Sample of the parts data", { role: "row" });
});

test("by keyboard from top to bottom: move, done, snooze, open, and one undo for each", async (t) => {
    const page = await openStored(t);
    await page.see("Sample of the parts data", { role: "row" });
    assert.equal(await selected(page), "Sample of the parts data");
    await page.press("ArrowDown");
    assert.equal(await selected(page), "Ward comparison");
    await page.press("j");
    assert.equal(await selected(page), "Choose the pilot line");
    await page.press("k", "ArrowUp", "e");
    await page.gone("Sample of the parts data", { role: "row" });
    assert.deepEqual((await storedDeal(page, "d00001")).promises[0].events.map(({ kind }) => kind), ["made", "kept"]);
    assert.equal(await selected(page), "Ward comparison", "the next one is chosen");
    await page.press("s");
    await page.see("Snooze until", { role: "dialog" });
    await page.press("Enter");
    await page.gone("Ward comparison", { role: "row" });
    assert.deepEqual((await storedDeal(page, "d00002")).snoozes, [{ what: "promise r00002", until: "2026-06-17" }]);
    await page.reads(/1 snoozed/);
    await page.press("Control+z");
    await page.see("Ward comparison", { role: "row" });
    assert.equal((await storedDeal(page, "d00002")).snoozes, undefined);
    await page.press("Control+z");
    await page.see("Sample of the parts data", { role: "row" });
    assert.equal((await storedDeal(page, "d00001")).promises[0].events.length, 1);
});

test("a meeting has its brief, and what came of it is logged over the list", async (t) => {
    const page = await openStored(t);
    await page.click("Brief");
    await page.reads(/Choose the pilot line/);
    await page.raw.goBack();
    await page.raw.goBack();
    await page.see("Choose the pilot line", { role: "row" });
    await page.click("Log what came of it: Choose the pilot line");
    await page.see("Log an interaction", { role: "dialog" });
    await page.type("Line 4 it is");
    await page.press("Control+Enter");
    await page.gone("Choose the pilot line", { role: "row" });
    await page.see("Sample of the parts data", { role: "row" });
    assert.equal((await storedDeal(page, "d00003")).interactions.length, 2);
});

test("on a phone a finger does all of it", async (t) => {
    const page = await openStored(t, { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
    const tap = async (label, options) => {
        const { x, y } = await page.place(label, options);
        await page.raw.touchscreen.tap(x, y);
        await page.settled();
    };
    await page.see("Snooze: Sample of the parts data");
    await tap("Ward comparison", { role: "row" });
    await tap("Snooze: Ward comparison");
    await tap(/^Tomorrow/);
    await page.gone("Ward comparison", { role: "row" });
    await tap(/^Mark as kept: Sample/);
    await page.gone("Sample of the parts data", { role: "row" });
    await tap("Week", { role: "link" });
    await page.reads(/What moved/);
});

test("the list is copied as text and goes to a calendar with alarms", async (t) => {
    const page = await openStored(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await page.click("Copy as text");
    const text = await page.clipboard();
    assert.match(text, /^Today, Tue 16 Jun\nOne promise is late/);
    assert.match(text, /\n- Sample of the parts data \(Solberg Marine, to Rafael Ortega\): 20 May, 27 days late\n/);
    await page.click("My calendar");
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("With an alarm at 8 that morning")]);
    const { readFileSync } = await import("node:fs");
    const calendar = readFileSync(await download.path(), "utf8");
    assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 3);
    assert.equal(calendar.match(/TRIGGER:PT8H/g).length, 3);
});

test("the week says what was kept and what is due, this one and the last, as Markdown too", async (t) => {
    const page = await openStored(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await page.press("e", "w");
    await page.reads(/One promise of yours kept/);
    await page.click("Copy as text");
    assert.match(await page.clipboard(), /^# One promise of yours kept[^]*Sample of the parts data \(Solberg Marine, to Rafael Ortega\), 16 Jun/);
    await page.click("The week before");
    await page.reads(/3 to 9 Jun/);
    await page.click("The week after");
    await page.reads(/10 to 16 Jun/);
});

test("a deal of one's own that is started makes the samples go from the list", async (t) => {
    const page = await openPage(t, path);
    await startDeal(page);
    await page.press("t");
    await page.settled();
    assert.doesNotMatch(await page.words(), /These are samples/);
    const rows = (await page.items()).filter(({ role }) => role === "row");
    assert.ok(rows.length > 0 && rows.every(({ value }) => value.includes("Acme")), JSON.stringify(rows));
});
