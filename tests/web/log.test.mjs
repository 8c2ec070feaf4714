// The log's form and its drafts, with the keyboard alone, and what comes of a planned next step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, startDeal } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";

async function openDeal(t) {
    const page = await openPage(t);
    await startDeal(page);
    await addPeople(page);
    return page;
}
const drafts = async (page) => Object.entries(await page.stored()).filter(([key]) => key.includes("draft/"));

test("Esc keeps what was typed as a draft, over a reload, until it is saved", async (t) => {
    const page = await openDeal(t);
    await page.press("l");
    await page.fill("With", "Anna");
    await page.press("Enter", "Tab");
    await page.fill("In a line", "Budget frozen until Q4");
    await page.press("Escape");
    await page.see("Kept as a draft", { role: "status" });
    await page.see("Log, draft");
    assert.equal((await page.state()).deal.interactions, undefined);
    assert.equal((await drafts(page)).length, 1);
    await page.raw.reload();
    await page.started();
    await page.see("Log, draft");
    await page.press("l");
    assert.equal((await page.see("In a line", { role: "field" })).value, "Budget frozen until Q4");
    await page.press("Control+Enter");
    const { interactions } = (await page.state()).deal;
    assert.equal(interactions.length, 1);
    assert.equal(interactions[0].summary, "Budget frozen until Q4");
    assert.equal(interactions[0].people.length, 1);
    assert.equal((await drafts(page)).length, 0);
    await page.gone("Log, draft");
});

test("what is typed is there after a reload even when the form was never closed", async (t) => {
    const page = await openDeal(t);
    await page.press("l");
    await page.fill("In a line", "Half a sen");
    await page.stored();
    await page.raw.reload();
    await page.started();
    await page.press("l");
    assert.equal((await page.see("In a line", { role: "field" })).value, "Half a sen");
    await page.click("Discard draft");
    await page.gone("Discard draft");
    assert.equal((await drafts(page)).length, 0);
});

test("an older entry moves the day the deal began, in the same step", async (t) => {
    const page = await openDeal(t);
    const before = await page.state();
    assert.equal(before.deal.opened, today);
    await page.press("l");
    await page.fill("With", "Anna");
    await page.press("Enter", "Tab");
    await page.fill("When", "3 Jun");
    await page.see("The deal will then start on 3 Jun");
    await page.fill("We promise", "Payback sheet");
    await page.fill("Promised by", "fri");
    await page.press("Control+Enter");
    const { deal } = await page.state();
    assert.equal(deal.opened, "2026-06-03");
    assert.equal(deal.interactions[0].on, "2026-06-03");
    assert.equal(deal.promises[0].due, "2026-06-19");
    await page.press("Control+z");
    assert.deepEqual(await page.state(), before);
});

test("after saving the focus is on the new entry: Enter changes it", async (t) => {
    const page = await openDeal(t);
    await page.press("l");
    await page.fill("In a line", "They called back");
    await page.press("Control+Enter");
    await page.settled();
    await page.press("Enter");
    await page.see("Change the interaction", { role: "dialog" });
    assert.equal((await page.see("In a line", { role: "field" })).value, "They called back");
});

test("a planned next step stays in Coming up until it happened", async (t) => {
    const page = await openDeal(t);
    await page.press("l");
    await page.fill("With", "Bo");
    await page.press("Enter", "Tab");
    await page.fill("When", "1 Jun");
    await page.fill("Next step", "Call Bo");
    await page.fill("Next date", "10 Jun");
    await page.press("Control+Enter");
    await page.press("1");
    assert.match((await page.see("Call Bo", { role: "row" })).value, /late/);
    await page.click("Happened: Call Bo");
    await page.fill("In a line", "He agrees");
    await page.press("Control+Enter");
    const { interactions } = (await page.state()).deal;
    assert.equal(interactions[0].next.state, "happened");
    assert.equal(interactions[1].people.length, 1);
    await page.press("1");
    assert.equal(await page.find("Call Bo", { role: "row" }), undefined);
});
