// The main story: start a deal, name people, log an interaction, come back, hand the deal over.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { addPeople, copyLink, logMeeting, people, startDeal } from "./support/deal.mjs";
import { Profile, openPage, today } from "./support/page.mjs";

const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };

test("a deal with people, an ask and an answer is there after a reload", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await addPeople(page);
    await logMeeting(page);
    const before = await page.state();
    assert.equal(before.deal.account, "Acme");
    assert.deepEqual(before.deal.stakeholders.map((person) => person.name), people);
    assert.equal(before.deal.commitments.length, 10);
    assert.equal(before.deal.interactions.length, 1);
    const time = before.deal.commitments.find((commitment) => commitment.title === "Time");
    assert.deepEqual(time.events.map((event) => event.kind), ["asked", "agreed"]);
    await page.raw.reload();
    await page.started();
    assert.deepEqual(await page.state(), before);
});

test("the last page is closed right after typing and nothing is lost", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open();
    await startDeal(page);
    await page.press("3");
    await page.click("New person");
    await page.raw.keyboard.type("Anna Berg");
    await page.raw.keyboard.press("Enter");
    await page.raw.waitForTimeout(60);
    await page.raw.close({ runBeforeUnload: true });
    const again = await profile.open();
    assert.equal((await again.state())?.deal.stakeholders[0]?.name ?? "nobody", "Anna Berg");
});

test("undo goes back to nothing and redo forward again", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await addPeople(page);
    await logMeeting(page);
    const full = await page.state();
    let steps = 0;
    while ((await page.state()) !== null) {
        await page.press("Control+z");
        assert.ok(++steps < 40, "undo comes to an end");
    }
    assert.ok(steps >= 5, `${steps} steps`);
    for (let step = 0; step < steps; ++step) await page.press("Control+y");
    assert.deepEqual(await page.state(), full);
});

test("the link shows the same deal elsewhere, and a saved copy equals it", async (t) => {
    const mine = await openPage(t, undefined, { context: withClipboard });
    await startDeal(mine);
    await addPeople(mine);
    await logMeeting(mine);
    const original = await mine.state();
    const link = await copyLink(mine);
    assert.match(link, /#d2\./);
    await mine.reads(new RegExp(`Copied the link, ${new Intl.NumberFormat("en").format(link.length)} characters`));

    const theirs = await openPage(t, `?today=${today}&seed=99${new URL(link).hash}`);
    assert.deepEqual(await theirs.state(), original);
    assert.ok(!(await theirs.find("Undo last")), "nothing was changed by opening it");
    const stored = await theirs.stored();
    await theirs.press("3");
    assert.equal(await theirs.find("New person"), undefined, "a preview is only looked at");
    assert.deepEqual(await theirs.stored(), stored);

    await theirs.click("Save a copy");
    assert.deepEqual(await theirs.state(), original);
    assert.equal(await theirs.raw.evaluate(() => location.hash), "");
    const copied = await theirs.stored();
    // Once more: the same deal is found, not doubled.
    await theirs.raw.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await theirs.raw.waitForFunction(() => window.middleground.items().some(({ label }) => label.startsWith("Read-only")));
    await theirs.settled();
    await theirs.see(/You have this deal, and it is identical/);
    await theirs.click("Open yours");
    assert.deepEqual(await theirs.state(), original);
    assert.deepEqual(await theirs.stored(), copied);
});

test("a link that was cut off says so and touches nothing", async (t) => {
    const mine = await openPage(t, undefined, { context: withClipboard });
    await startDeal(mine);
    const link = await copyLink(mine);
    const hash = new URL(link).hash;
    for (const cut of [hash.slice(0, 4), hash.slice(0, 40), hash.slice(0, -1)]) {
        const theirs = await openPage(t, `?today=${today}&seed=99${cut}`);
        await theirs.reads(/link/i);
        assert.equal(await theirs.state(), null);
    }
});

test("a link with %23 for # opens by way of the page for what is not there", async (t) => {
    const mine = await openPage(t, undefined, { context: withClipboard });
    await startDeal(mine);
    const original = await mine.state();
    const link = await copyLink(mine);
    const theirs = await openPage(t, new URL(link).hash.replace("#", "%23"), { expectErrors: [/status of 404/] });
    assert.equal((await theirs.state()).deal.id, original.deal.id);
});

test("show --json says the same of an exported file as the page", async (t) => {
    const program = process.env.MIDDLEGROUND_PROGRAM;
    assert.ok(program, "MIDDLEGROUND_PROGRAM must be the desktop program: tools/test sets it");
    const page = await openPage(t);
    await startDeal(page, "Müller & Söhne 日本", "Pilot");
    await addPeople(page);
    await logMeeting(page);
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.raw.keyboard.press("Control+s")]);
    const folder = mkdtempSync(join(tmpdir(), "middleground-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const show = (what) => JSON.parse(execFileSync(program, ["show", what, "--json", "--today", today], { encoding: "utf8" }));
    assert.deepEqual(show(file), await page.state());
    // And through the desktop's own link.
    const link = execFileSync(program, ["link", file], { encoding: "utf8" }).trim();
    assert.deepEqual(show(link), await page.state());
});
