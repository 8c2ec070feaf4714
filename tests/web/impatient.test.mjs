// People who type on, press twice and do not wait: what they type goes where they look, and nothing is done that they did not aim at.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";

const path = `?today=${today}&seed=1`;
const names = ["Theo Lam", "Nea Nix", "Sal Poe", "Dan Roe", "Otto Fink", "Cy Poe"];
// As fast as a hand does it, and without waiting for the page.
const typeOn = async (page, text) => {
    await page.raw.keyboard.type(text, { delay: 30 });
    await page.raw.keyboard.press("Enter");
};

// A deal with three promises that are late, which Today lists one below the other.
function promises(raw) {
    const ids = ["r00001", "r00002", "r00003"];
    const deal = {
        id: "d00001",
        title: "Planning",
        account: "Solberg Marine",
        opened: "2026-05-01",
        stakeholders: [{ id: "p00001", name: "Rafael Ortega", title: "Yard manager" }],
        promises: ids.map((id, place) => ({ id, to: "p00001", what: `Sample ${place + 1}`, due: `2026-05-2${place}`, events: [{ kind: "made", on: "2026-05-02" }] })),
    };
    return raw.addInitScript((one) => localStorage.length || localStorage.setItem(`middleground/deal/${one.id}`, JSON.stringify({ middleground: 2, deal: one })), deal);
}
const keptIn = async (page) => JSON.parse((await page.stored())["middleground/deal/d00001"]).deal.promises.filter(({ events }) => events.at(-1).kind === "kept").length;

for (const [how, rate] of [["", 1], [" on a slow machine", 6]]) {
    test(`names that are typed on, one after the other, are all there${how}`, async (t) => {
        const page = await openPage(t, path);
        await startDeal(page);
        await page.press("3");
        await page.click("New person");
        await (await page.raw.context().newCDPSession(page.raw)).send("Emulation.setCPUThrottlingRate", { rate });
        for (const name of names) await typeOn(page, name);
        await page.settled();
        const { deal } = await page.state();
        assert.deepEqual(deal.stakeholders.map(({ name }) => name), names);
        assert.equal((await page.items()).filter(({ role }) => role === "dialog").length, 0);
        await page.see("New person", { role: "field" });
    });
}

test("steps of a playbook that are typed on are all there", async (t) => {
    const page = await openPage(t, path);
    await page.click("Playbooks", { role: "link" });
    await page.click("New playbook");
    await page.type("Ours");
    await page.press("Enter");
    await page.click("New step");
    for (const step of ["Talk", "Offer", "Sign"]) await typeOn(page, step);
    await page.settled();
    const words = await page.words();
    for (const step of ["Talk", "Offer", "Sign"]) assert.match(words, new RegExp(`\\b${step}\\b`));
});

test("a double click, and a double tap, keep one promise and not the next", async (t) => {
    const page = await openPage(t, path, { before: promises });
    const at = await page.place(/^Mark as kept: Sample 1/);
    await page.raw.mouse.dblclick(at.x, at.y, { delay: 40 });
    await page.settled();
    assert.equal(await keptIn(page), 1);
    await page.raw.waitForTimeout(600);
    await page.click(/^Mark as kept: Sample 2/);
    assert.equal(await keptIn(page), 2);

    const phone = await openPage(t, path, { before: promises, context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
    const there = await phone.place(/^Mark as kept: Sample 1/);
    await phone.raw.touchscreen.tap(there.x, there.y);
    await phone.raw.waitForTimeout(120);
    await phone.raw.touchscreen.tap(there.x, there.y);
    await phone.settled();
    assert.equal(await keptIn(phone), 1);
});

test("Enter twice on a line of the log makes one entry and opens nothing", async (t) => {
    const page = await openPage(t, path);
    await startDeal(page);
    await page.press("4", "l");
    await page.type("call: likes it");
    await page.raw.keyboard.press("Enter");
    await page.raw.waitForTimeout(100);
    await page.raw.keyboard.press("Enter");
    await page.settled();
    assert.equal((await page.state()).deal.interactions.length, 1);
    assert.equal((await page.items()).filter(({ role }) => role === "dialog").length, 0);
});
