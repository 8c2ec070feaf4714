// The page starts, sleeps, and loads nothing from elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/page.mjs";

test("the first visit shows samples and what to do", async (t) => {
    const page = await openPage(t);
    await page.see("Brightwater Foods");
    await page.see("New deal");
    assert.equal(await page.state(), null);
    assert.equal(await page.raw.title(), "Middleground");
});

test("nothing is drawn while nothing happens", async (t) => {
    const page = await openPage(t);
    await page.raw.waitForTimeout(1500);
    const before = await page.frames();
    await page.raw.waitForTimeout(3000);
    assert.equal(await page.frames(), before);
    await page.raw.mouse.move(640, 400);
    await page.settled();
    assert.ok((await page.frames()) > before, "a movement of the mouse is drawn");
});

test("the policy forbids every other origin", async (t) => {
    const page = await openPage(t, undefined, { expectErrors: [/example\.org|Content Security Policy/] });
    const policy = await page.raw.evaluate(() => document.querySelector("meta[http-equiv='Content-Security-Policy']").content);
    assert.match(policy, /default-src 'none'/);
    const answer = await page.raw.evaluate(() => fetch("https://example.org/").then(() => "loaded", () => "refused"));
    assert.equal(answer, "refused");
});

test("an address with a wrong day says so", async (t) => {
    const page = await openPage(t, "?today=2026-02-30");
    await page.reads(/The day in the address is not a date/);
});
