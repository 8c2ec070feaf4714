// The main story in every browser, for a customer in Japan: with the mouse, with the keyboard alone, and through the mirror alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, copyLink, logMeeting, people, startDeal } from "../support/deal.mjs";
import { Keyboard } from "../support/hands.mjs";
import { mainStory } from "../support/mirror_story.mjs";
import { openPage, today } from "../support/page.mjs";
import { Seller } from "../support/seller.mjs";

const withClipboard = { context: { permissions: ["clipboard-read", "clipboard-write"] } };

test("a deal with people, a log and an answer is there after a reload, and opens from its link elsewhere", async (t) => {
    const page = await openPage(t, undefined, withClipboard);
    await startDeal(page, "株式会社山田", "受注 2027");
    await addPeople(page);
    await logMeeting(page);
    const before = await page.state();
    assert.equal(before.deal.account, "株式会社山田");
    assert.deepEqual(before.deal.stakeholders.map(({ name }) => name), people);
    assert.deepEqual(before.deal.commitments.find(({ title }) => title === "Time").events.map(({ kind }) => kind), ["asked", "agreed"]);
    const link = await copyLink(page);
    assert.match(link, /#d2\./);
    assert.equal(await page.find("Copy by hand", { role: "dialog" }), undefined);
    await page.raw.reload();
    await page.started();
    assert.deepEqual(await page.state(), before);

    const theirs = await openPage(t, `?today=${today}&seed=99${new URL(link).hash}`);
    assert.deepEqual(await theirs.state(), before);
    await theirs.click("Save a copy");
    assert.deepEqual(await theirs.state(), before);
    assert.match(JSON.stringify(await theirs.stored()), /株式会社山田/);
});

test("by the keyboard alone: a deal, a person, the log, the end", async (t) => {
    const seller = Seller.at(await openPage(t), Keyboard);
    await seller.start("山田製作所", "Fleet of 12");
    await seller.people("Zoe Klein");
    await seller.log("Zoe called: wants an offer this week, send offer by tomorrow");
    await seller.close("won", { lesson: "We were quick" });
    const { deal } = await seller.page.state();
    assert.deepEqual(deal.interactions.map(({ kind, direction }) => [kind, direction]), [["call", "inbound"]]);
    assert.deepEqual(deal.promises.map(({ due }) => due), ["2026-06-17"]);
    assert.equal(deal.outcome.state, "won");
});

test("through the mirror alone: a deal, a person, the log, an answer, and handing it over", async (t) => {
    await mainStory(await openPage(t, undefined, withClipboard));
});
