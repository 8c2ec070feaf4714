// The facts of a deal from the first day to the last: edited in the header and in the details, closed and reopened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage } from "./support/page.mjs";

async function storedDeal(page) {
    const storage = await page.stored();
    const text = Object.entries(storage).find(([key, value]) => key.includes("deal") && value.includes('"Acme'))?.[1];
    return JSON.parse(text).deal;
}

test("by mouse: amount, target, a link and a lost deal that is reopened", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.fill("Amount of the deal", "184k");
    await page.press("Enter");
    assert.deepEqual((await storedDeal(page)).amount, { minor: 18400000, currency: "EUR" });

    await page.click("Details");
    await page.fill("Deal target date", "31 Aug");
    await page.press("Enter");
    await page.click("Their event");
    await page.fill("Target reason", "Peak season");
    await page.press("Enter");
    const target = (await storedDeal(page)).targets.at(-1);
    assert.equal(target.date, "2026-08-31");
    assert.equal(target.note, "Peak season");

    await page.raw.mouse.wheel(0, 300); // the panel is longer than the screen
    await page.click("Add a link");
    await page.type("javascript:alert(1)");
    await page.click("Add link");
    assert.equal((await storedDeal(page)).links, undefined);
    await page.fill("Link address", "https://example.com/offer");
    await page.click("Add link");
    assert.equal((await storedDeal(page)).links[0].url, "https://example.com/offer");

    await page.click("Lost", { role: "button" });
    await page.click("Somebody else");
    await page.type("Kestrel Routing");
    await page.click("Price");
    await page.click("Close as lost");
    const { outcome } = await storedDeal(page);
    assert.deepEqual([outcome.state, outcome.to, outcome.why], ["lost", "Kestrel Routing", "Price"]);
    await page.reads(/Lost to Kestrel Routing/);
    await page.click("Reopen");
    assert.notEqual((await storedDeal(page)).outcome?.state, "lost");
});

test("by keyboard alone: details, a closed deal, and undo on the list", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.press("Control+k");
    await page.type("amount");
    await page.press("Enter");
    await page.type("12000");
    await page.press("Enter");
    assert.equal((await storedDeal(page)).amount.minor, 1200000);
    await page.press("Escape");
    await page.gone("Deal details");

    await page.press("Control+k");
    await page.type("without a decision");
    await page.press("Enter");
    await page.see("Close without a decision");
    await page.press("Control+Enter");
    assert.equal((await storedDeal(page)).outcome.state, "no_decision");
    await page.reads(/No decision was made/);
    await page.press("Control+z");
    assert.notEqual((await storedDeal(page)).outcome?.state, "no_decision");
});

test("from the list: closed in the row's menu, and undone there", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.press("0");
    await page.click("More for Acme");
    await page.click("Close\u2026");
    await page.click("Close as won");
    assert.equal((await storedDeal(page)).outcome.state, "won");
    await page.click("Undo last");
    assert.notEqual((await storedDeal(page)).outcome?.state, "won");
});
