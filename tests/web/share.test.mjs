// The buyer's plan: what it shows, what it hides, and what can be taken from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { openMetDeal, people } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";

const modules = createRequire(join(process.env.NODE_PATH.split(delimiter)[0], "here.js"));
const ICAL = modules("ical.js");
const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const onPhone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 0.5, hasTouch: true, isMobile: true };

async function copyPlanLink(page) {
    await page.press("5");
    await page.see("Buyer-safe", { role: "radio" });
    await page.click("Copy link");
    return page.raw.evaluate(() => navigator.clipboard.readText());
}

const plannedDeal = (t, viewport = { width: 1280, height: 800 }) => openMetDeal(t, { context: { ...withClipboard, viewport } });

// As the buyer reads it.
const titleFor = ({ title }) => (title === "Resolve concerns" ? "Open questions answered" : title);

// Everything of the page, from top to bottom.
async function allWords(page) {
    const { width, height } = page.raw.viewportSize();
    let words = "";
    await page.raw.mouse.move(width / 2, height / 2);
    for (let turn = 0; turn < 30; ++turn) {
        const now = await page.words();
        if (words.endsWith(now)) break;
        words += `\n${now}`;
        await page.raw.mouse.wheel(0, 400);
        await page.settled();
    }
    return words;
}

test("the buyer opens the plan on a phone and finds only what is theirs", async (t) => {
    const seller = await plannedDeal(t);
    const { deal } = await seller.state();
    const link = await copyPlanLink(seller);
    const buyer = await openPage(t, `?today=${today}&seed=9${new URL(link).hash}`, { context: onPhone });
    const words = await allWords(buyer);
    assert.match(words, /Our plan for a good decision/);
    for (const person of people) assert.ok(words.includes(person), person);
    for (const commitment of deal.commitments) assert.ok(words.includes(titleFor(commitment)), commitment.title);
    assert.doesNotMatch(words, /Resolve concerns|their own|they can|You have seen/);
    assert.match(words, /Agreed on 16 Jun 2026/);
    for (const never of ["She sees the problem", "Pilot", "Unknown", "Forecast", "Settings", "Deals", "Undo", "chance", "Influence"])
        assert.ok(!words.includes(never), never);
    assert.equal(await buyer.state(), null);
    assert.equal(await buyer.find("Close"), undefined);
    // Keys that open the program elsewhere do nothing here.
    const before = await buyer.words();
    await buyer.press("n", "5", "Control+k");
    assert.equal(await buyer.words(), before);
});

test("the seller sees on Share exactly what the buyer will see", async (t) => {
    const seller = await plannedDeal(t);
    const link = await copyPlanLink(seller);
    const shown = await allWords(seller);
    const buyer = await openPage(t, `?today=${today}&seed=9${new URL(link).hash}`);
    const lines = (await allWords(buyer)).split("\n").map((line) => line.trim()).filter((line) => line && !/^(Print|Calendar file|Made with)/.test(line));
    assert.ok(lines.length > 20);
    for (const line of lines) assert.ok(shown.includes(line), line);
});

test("a wide screen, and closing a plan that one has made oneself", async (t) => {
    const seller = await plannedDeal(t);
    const link = await copyPlanLink(seller);
    await seller.raw.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await seller.settled();
    await seller.see("Our plan for a good decision");
    await seller.click("Close");
    assert.equal(new URL(seller.raw.url()).hash, "");
    await seller.see("Deals");
});

test("the calendar opens in another program's parser, and a later one updates it", async (t) => {
    const seller = await plannedDeal(t, { width: 1280, height: 1200 }); // with all buttons in sight
    const { deal } = await seller.state();
    const calendar = async (internal) => {
        await seller.press("5");
        await seller.click(internal ? "Internal" : "Buyer-safe", { role: "radio" });
        const download = seller.raw.waitForEvent("download");
        await seller.click("Calendar file");
        const file = await download;
        assert.match(file.suggestedFilename(), /\.ics$/);
        return new ICAL.Component(ICAL.parse(readFileSync(await file.path(), "utf8")));
    };
    const plan = await calendar(false);
    const todos = plan.getAllSubcomponents("vtodo");
    assert.deepEqual(todos.map((todo) => todo.getFirstPropertyValue("summary")).sort(), deal.commitments.map((one) => `${titleFor(one)} (Acme)`).sort());
    assert.equal(todos.filter((todo) => todo.getFirstPropertyValue("status") === "IN-PROCESS").length, 1);
    const again = await calendar(false);
    const ids = (component) => component.getAllSubcomponents("vtodo").map((todo) => todo.getFirstPropertyValue("uid"));
    assert.deepEqual(ids(again), ids(plan));
    assert.equal(new Set(ids(plan)).size, todos.length);
    const internal = await calendar(true);
    assert.deepEqual(ids(internal), ids(plan));
});

test("the plan prints on at most two pages", async (t) => {
    const seller = await plannedDeal(t);
    const link = await copyPlanLink(seller);
    const buyer = await openPage(t, `?today=${today}&seed=9${new URL(link).hash}`);
    await buyer.raw.emulateMedia({ media: "print" });
    const pdf = (await buyer.raw.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 2, `${pages} pages`);
    await buyer.raw.emulateMedia({ media: "screen" });
    await buyer.settled();
});
