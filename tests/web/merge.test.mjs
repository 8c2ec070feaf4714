// A deal goes to a colleague as a link, comes back changed, and is merged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, copyLink, logMeeting, people, startDeal } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";

const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };

async function openLink(page, link) {
    await page.raw.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await page.settled();
}

async function setProblem(page, problem) {
    await page.press("3");
    await page.click(/^Anna Berg/, { role: "row" });
    await page.fill("Their problem", problem);
    await page.press("Tab", "Escape");
}

const problemOf = async (page) => (await page.state()).deal.stakeholders[0].problem;

async function sentAndSaved(t, seller) {
    const link = await copyLink(seller);
    const colleague = await openPage(t, `?today=${today}&seed=9${new URL(link).hash}`, { context: withClipboard });
    await colleague.see(/You are looking at a copy/);
    await colleague.click("Save a copy");
    assert.deepEqual((await colleague.state()).deal, (await seller.state()).deal);
    return colleague;
}

test("two people's changes come together, one is chosen, one undo takes it back", async (t) => {
    const seller = await openPage(t, undefined, { context: withClipboard });
    await startDeal(seller);
    await addPeople(seller);
    const colleague = await sentAndSaved(t, seller);

    // The colleague logs a meeting and writes down what hurts Anna.
    await logMeeting(colleague);
    await setProblem(colleague, "Nights without sleep");
    const theirs = (await colleague.state()).deal;
    const back = await copyLink(colleague);

    // So has the seller meanwhile, in other words, and has one more person.
    await setProblem(seller, "The old system");
    await seller.press("3");
    await seller.click("New person");
    await seller.type("Dag Moe");
    await seller.press("Enter", "Escape", "Escape");
    const mine = (await seller.state()).deal;

    await openLink(seller, back);
    await seller.see(/You have this deal\. \d things differ/);
    await seller.click("Compare and merge");
    await seller.see(/changes? comes? in, 1 needs your choice/);
    await seller.see(/Meeting of 16 Jun with Anna Berg/);
    await seller.see("1 choice is open");
    // Nothing happens before everything is chosen.
    await seller.click("Apply");
    await seller.see("1 choice is open");
    await seller.see(/^Yours: /, { role: "radio" });
    await seller.click(/^Theirs: /, { role: "radio" });
    await seller.click("Apply");
    await seller.see(/Merged \d changes from the link/);
    const merged = (await seller.state()).deal;
    assert.equal(merged.stakeholders[0].problem, "Nights without sleep");
    assert.deepEqual(merged.stakeholders.map((person) => person.name), [...people, "Dag Moe"]);
    assert.deepEqual(merged.interactions, theirs.interactions);
    assert.deepEqual(merged.commitments, theirs.commitments);
    assert.equal(new URL(seller.raw.url()).hash, "");

    await seller.press("Control+z");
    assert.deepEqual((await seller.state()).deal, mine);
});

test("with the keyboard, on a copy that changed nothing, and on one with nothing to choose", async (t) => {
    const seller = await openPage(t, undefined, { context: withClipboard });
    await startDeal(seller);
    await addPeople(seller);
    const colleague = await sentAndSaved(t, seller);
    await openLink(seller, await copyLink(colleague));
    await seller.see(/and it is identical/);
    await seller.click("Open yours");
    assert.equal((await seller.state()).deal.title, "Pilot");

    await setProblem(colleague, "Theirs");
    const link = await copyLink(colleague);
    await setProblem(seller, "Ours");
    await openLink(seller, link);
    await seller.click("Compare and merge");
    for (let i = 0; i < 40 && !/^Theirs: /.test((await seller.items()).find((item) => item.focused)?.label ?? ""); ++i) await seller.press("Tab");
    await seller.press("Space");
    for (let i = 0; i < 40 && (await seller.items()).find((item) => item.focused)?.label !== "Apply"; ++i) await seller.press("Tab");
    await seller.press("Enter");
    assert.equal(await problemOf(seller), "Theirs");
});
