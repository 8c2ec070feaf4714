// Whether and when a deal closes, as a seller sees it, and the same numbers as on the desktop.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, logMeeting, startDeal } from "./support/deal.mjs";
import { desktop } from "./support/desktop.mjs";
import { openPage, Profile } from "./support/page.mjs";

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

// A deal of one's own whose decision maker turned away two days ago, and what the diary had a week ago.
async function turnedAway(t, context = {}) {
    const profile = await Profile.fresh(t, context);
    const page = await profile.open();
    await page.press("0");
    await page.click("Brightwater Foods", { role: "row" });
    await page.press("f");
    await page.see("10,000 futures");
    const { deal } = await page.state();
    Object.assign(deal, { id: "d0wn01", account: "Halden Rail", sample: false });
    const [first] = deal.stakeholders;
    for (const one of deal.stakeholders) one.stances = [{ on: "2026-05-20", stance: "supportive" }];
    first.stances.push({ on: "2026-06-14", stance: "opposed" });
    const put = (diary) =>
        page.raw.evaluate((one) => localStorage.setItem(`middleground/deal/${one.id}`, JSON.stringify({ middleground: 2, deal: one })), { ...deal, diary });
    const look = async () => {
        await page.raw.reload();
        await page.started();
        await page.press("0");
        await page.click("Halden Rail", { role: "row" });
        await page.press("f");
        await page.see("10,000 futures");
        await page.settled();
    };
    await put([]);
    await look();
    const written = await page.until(async () => JSON.parse((await page.stored())["middleground/deal/d0wn01"]).deal.diary?.at(-1));
    await put([{ on: "2026-06-09", won: 310, p10: 21, p50: 49, p90: 120, by: written.by }]);
    await look();
    return { page, name: first.name };
}

test("why the chance fell stands beside what it was, on the forecast, on Today and in the week", async (t) => {
    const { page, name } = await turnedAway(t);
    const change = `${name} went from supportive to opposed (Sun 14 Jun): `;
    await page.reads(/31 a week ago, \d+ now/);
    const [first] = await page.until(async () => {
        const found = (await page.items()).filter(({ label }) => label.startsWith(change));
        return found.length > 0 && found;
    });
    const fewer = Number(first.label.match(/: (\d+) points? lower/)[1]);
    assert.ok(fewer > 4, first.label);
    const { value } = await page.find("Chance over time");
    const [before, now] = value.match(/\d+/g).map(Number);
    const reasons = (await page.items()).map(({ label }) => label.match(/: (\d+) points? (lower|higher)$/)).filter(Boolean);
    const points = reasons.map(([, number, way]) => (way === "lower" ? -number : Number(number)));
    assert.equal(points.at(-1), now - before, "together");
    assert.equal(points.slice(0, -1).reduce((sum, one) => sum + one, 0), now - before, "they add up");
    await page.click("How this is worked out");
    await page.reads(new RegExp(`${name} can stop it and is the one least for it: opposed`));
    await page.press("Escape", "t");
    await page.until(async () => (await page.words()).includes(change));
    assert.ok((await page.words()).includes(change), "on Today");
    await page.press("w");
    await page.until(async () => (await page.words()).includes(change));
    assert.ok((await page.words()).includes(change), "in the week");
});
