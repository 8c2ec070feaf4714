// Whether and when a deal closes, as a seller sees it, and the same numbers as on the desktop.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, logMeeting, startDeal } from "./support/deal.mjs";
import { desktop } from "./support/desktop.mjs";
import { openPage } from "./support/page.mjs";

const percent = (p) => `${Math.round(100 * p)} %`;

test("the page and the desktop program give a deal the same chance and dates", async (t) => {
    const { onDesktop } = desktop(t);
    const page = await openPage(t);
    await page.press("0");
    await page.click("Brightwater Foods", { role: "row" });
    await page.press("f");
    await page.see("10,000 futures");
    const { deal } = await page.state();
    const there = onDesktop(deal, "forecast", "--json", "--futures", "10000");
    assert.equal((await page.find("Won")).value, `${percent(there.won.p)} \u00b1 1`);
    // These two share what is left, so that all three make 100.
    for (const [label, p] of [["Lost", there.lost.p], ["No decision", there.no_decision.p]]) {
        const { value } = await page.find(label);
        assert.ok(Math.abs(Number(value.match(/^(\d+) % \u00b1 1$/)[1]) - 100 * p) < 1, `${label}: ${value}, ${p}`);
    }
    for (const line of there.sensitivity) {
        const person = deal.stakeholders.find((one) => one.id === line.id);
        if (!person) continue;
        const shown = await page.find(`${person.name} as a driver`);
        const points = Math.round(100 * line.up) - Math.round(100 * there.won.p);
        if (shown && points > 2) assert.match(shown.value, /one step for it \+/);
    }
});

test("a switch supposes something, the deal stays as it is, Reset takes it back", async (t) => {
    const page = await openPage(t);
    await page.press("0");
    await page.click("Brightwater Foods", { role: "row" });
    await page.press("f");
    await page.see("10,000 futures");
    const before = (await page.state()).deal;
    await page.click("Suppose: Invest is kept today");
    const what = await page.see("What if: chance of winning");
    const [from, to] = what.value.match(/\d+/g).map(Number);
    assert.ok(to > from + 5, what.value);
    assert.deepEqual((await page.state()).deal, before);
    await page.click("Reset");
    assert.equal(await page.find("What if: chance of winning"), undefined);
});

test("of a new deal it is too early to say; what is kept raises its chance", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.press("1");
    await page.reads(/Too early to say/);
    assert.equal(await page.find("chance of winning"), undefined);
    await addPeople(page);
    await logMeeting(page);
    await page.press("1");
    const first = (await page.see("chance of winning")).value;
    assert.match(first, /^\d+ % \u00b1 1$/);
    const chance = Number.parseInt(first, 10);
    await page.press("Control+k");
    await page.type("Mark as kept: Time");
    await page.press("Enter", "1");
    const then = Number.parseInt((await page.see("chance of winning")).value, 10);
    assert.ok(then > chance, `${then} after ${chance}`);
});

test("the list of deals says chance and close of each, and nothing is drawn once it is worked out", async (t) => {
    const page = await openPage(t);
    await page.press("0");
    await page.see("Expected by month");
    await page.raw.waitForTimeout(3000); // saving is over by then too
    const frames = await page.raw.evaluate(() => window.middleground.frames());
    await page.raw.waitForTimeout(1500);
    assert.equal(await page.raw.evaluate(() => window.middleground.frames()), frames);
});
