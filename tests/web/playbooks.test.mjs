// Own playbooks: made from nothing by keyboard alone, of a deal, used in a new deal; a link opened in another profile; what a deal takes over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPhone, tap, write } from "./support/finger.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const path = `?today=${today}&seed=1`;

const step = (id, title, more) => ({ id, title, days: { min: 3, mode: 7, max: 21 }, odds: { a: 7, b: 3 }, ...more });
const depot = (more) => ({
    middleground_playbook: 1,
    id: "p1ayb0",
    title: "Depot rollout",
    what: "For a rollout that begins with one depot",
    steps: [step("first-hour", "First hour"), step("see", "See two depots", { prerequisites: ["first-hour"] }), step("contract", "Contract", { prerequisites: ["see"], decides: true })],
    edition: 1,
    ...more,
});
const store = (raw) =>
    raw.addInitScript((text) => {
        if (localStorage.length === 0) localStorage.setItem("middleground/playbook/p1ayb0", text);
    }, JSON.stringify(depot()));

const ownPlaybooks = async (page) =>
    Object.entries(await page.stored())
        .filter(([key]) => key.startsWith("middleground/playbook/"))
        .map(([, text]) => JSON.parse(text));

async function toPlaybooks(page) {
    await page.press("Control+k");
    await page.type("playbooks");
    await page.press("Enter");
    await page.see("New playbook", { role: "button" });
}

test("from nothing by keyboard alone, and used in a new deal", async (t) => {
    const page = await openPage(t, path);
    await toPlaybooks(page);
    for (let i = 0; i < 60; ++i) {
        const focused = (await page.items()).find(({ focused }) => focused);
        if (focused?.label === "New playbook") break;
        await page.press("Tab");
    }
    await page.press("Enter");
    await page.see("New playbook", { role: "dialog" });
    await page.type("Depot rollout");
    await page.press("Enter");
    await page.see("Depot rollout");
    for (const title of ["First hour", "See two depots"]) {
        for (let i = 0; i < 80; ++i) {
            const focused = (await page.items()).find(({ focused }) => focused);
            if (focused?.label === "New step") break;
            await page.press("Tab");
        }
        await page.type(title);
        await page.press("Enter");
        await page.settled();
    }
    const [playbook] = await ownPlaybooks(page);
    assert.deepEqual(playbook.steps.map(({ title }) => title), ["First hour", "See two depots", "Decision"]);
    assert.deepEqual(playbook.steps[1].prerequisites, ["first-hour"]);
    // The field for one more step is still typed in: there, Control+Z takes back typing.
    await page.press("Escape", "Control+z");
    await page.settled();
    assert.equal((await ownPlaybooks(page))[0].steps.length, 2);
    await page.press("Control+Shift+z");
    await page.settled();
    await page.click("Start a deal");
    await page.type("Acme");
    await page.press("Enter");
    await page.see(/^Started /);
    const { deal } = await page.state();
    assert.equal(deal.playbook, playbook.id);
    assert.equal(deal.planned_with.title, "Depot rollout");
    assert.equal(deal.commitments.length, 3);
});

test("a playbook made of a deal has its plan", async (t) => {
    const page = await openPage(t, path);
    await startDeal(page, "Halden Rail", "Yards");
    await page.see(/^Started /);
    await toPlaybooks(page);
    await page.click("New playbook", { role: "button" });
    await page.type("Of Halden");
    await page.click("Made from");
    await page.click("Halden Rail, Yards", { role: "option" });
    await page.click("Make playbook");
    await page.see(/^Made Of Halden/);
    const [playbook] = await ownPlaybooks(page);
    assert.equal(playbook.steps.length, 10);
    assert.ok(!JSON.stringify(playbook).includes("Halden Rail"));
});

test("a link opens in another profile, is added once, and its later edition brings it up to date", async (t) => {
    const page = await openPage(t, path, { before: store, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await toPlaybooks(page);
    await page.click("Share as link");
    await page.see(/^Copied the link/);
    const link = await page.clipboard();
    assert.match(link, /#p1\./);
    const profile = await Profile.fresh(t);
    const other = await profile.open(`${path}${new URL(link).hash}`);
    await other.reads(/A playbook from the link/);
    await other.click("Add to my playbooks");
    await other.see(/^Added Depot rollout/);
    assert.equal((await ownPlaybooks(other)).length, 1);
    await other.raw.goto(new URL(`${path}${new URL(link).hash}`, other.raw.url()).href);
    await other.raw.reload();
    await other.started();
    await other.reads(/in this very edition/);
    await other.click("Show mine");
    assert.equal((await ownPlaybooks(other)).length, 1);
});

test("what has changed in a playbook is offered by its deals, taken over, and taken back", async (t) => {
    const page = await openPage(t, path, { before: store });
    await toPlaybooks(page);
    await page.click("Start a deal");
    await page.type("Acme");
    await page.press("Enter");
    await page.see(/^Started /);
    await toPlaybooks(page);
    await page.click("New step");
    await page.type("Count the cost");
    await page.press("Enter");
    await page.settled();
    // Out of the field for one more step, which would take the 2.
    await page.press("Escape", "2");
    await page.reads(/Depot rollout has changed since this deal was planned/);
    await page.click("Take over all");
    await page.settled();
    assert.equal((await page.state()).deal.commitments.length, 4);
    await page.press("Control+z");
    await page.settled();
    assert.equal((await page.state()).deal.commitments.length, 3);
});

test("a finger chooses a step, makes one, and goes back", async (t) => {
    const page = await openPhone(t, path, { before: store });
    await tap(page, "More");
    await tap(page, "Playbooks");
    await page.reads(/Depot rollout/);
    await tap(page, "See two depots", { role: "row" });
    await page.see("All steps");
    await tap(page, "Down");
    assert.equal((await ownPlaybooks(page))[0].steps[2].id, "see");
    await tap(page, "All steps");
    await page.see("First hour", { role: "row" });
    await write(page, "New step", "Count the cost");
    await tap(page, "Step", { role: "button" });
    await page.see("Count the cost", { role: "row" });
    assert.deepEqual((await ownPlaybooks(page))[0].steps.map(({ title }) => title), ["First hour", "Count the cost", "Contract", "See two depots"]);
});
