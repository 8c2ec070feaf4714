// Tables of other programs become deals: looked at first, taken with one button, known again the next time, taken back with one undo.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openPage } from "./support/page.mjs";

const address = "?today=2026-06-30&seed=1";
const folder = new URL("../fixtures/import/", import.meta.url);
const salesforce = ["salesforce_opportunities.csv", "salesforce_contacts.csv", "salesforce_roles.csv"];

// All of them at once, as dropped from a folder.
async function drop(page, names, change = (text) => text) {
    const files = [];
    for (const name of names) files.push({ name, bytes: [...Buffer.from(change((await readFile(new URL(name, folder))).toString("latin1")), "latin1")] });
    await page.raw.evaluate((given) => {
        const transfer = new DataTransfer();
        for (const { name, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name, { type: "text/csv" }));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, files);
    await worked(page, files.length);
}
// Until all the files are read and what they say is worked out.
async function worked(page, files) {
    await page.see(files === 1 ? "1 file" : `${files} files`);
    await page.gone("Working it out.");
    await page.settled();
}
const dealCount = async (page) => Object.keys(await page.stored()).filter((key) => key.startsWith("middleground/deal/")).length;

test("three files of Salesforce become deals with people and roles, and one is planned", async (t) => {
    const page = await openPage(t, address);
    const before = await dealCount(page);
    await drop(page, salesforce);
    assert.equal(await dealCount(page), before, "nothing is taken before the button");
    await page.see("4 deals to import");
    await page.reads(/Deals from Salesforce, 6 rows/);
    await page.reads(/"\$12,0x0" is not an amount/);
    await page.reads(/2 closed deals are left out/);
    await page.click("Import 4 deals");
    await page.raw.waitForFunction((count) => Object.keys(localStorage).filter((key) => key.startsWith("middleground/deal/")).length === count, before + 4);
    await page.click("Brightwater Foods", { role: "row", nth: 1 }); // the first one is the sample
    let { deal } = await page.state();
    assert.equal(deal.title, "Delivery planning, 6 depots");
    assert.deepEqual(deal.stakeholders.map(({ name, role = "influencer" }) => [name, role]), [
        ["Elena Brandt", "decision_maker"],
        ["Tom Hadley", "decision_maker"],
        ["Sofia Okafor", "evaluator"],
    ]);
    await page.see("This deal has no plan yet");
    await page.click("Plan this deal");
    ({ deal } = await page.state());
    assert.equal(deal.playbook, "ten-commitments");
    assert.equal(deal.commitments.length, 10);
    await page.press("Control+z");
    assert.equal((await page.state()).deal.commitments, undefined);
});

// All but who wrote it when.
const told = (text) => JSON.stringify({ ...JSON.parse(text), written: undefined });

test("imported again nothing changes, a hand-made edit stays, and one undo takes all of it back", async (t) => {
    const page = await openPage(t, address);
    const before = JSON.stringify(await page.stored());
    const count = await dealCount(page);
    await drop(page, salesforce);
    await page.click("Import 4 deals");
    await page.raw.waitForFunction((wanted) => Object.keys(localStorage).filter((key) => key.startsWith("middleground/deal/")).length === wanted, count + 4);
    const after = await page.stored();
    await drop(page, salesforce.toReversed());
    await page.see("Nothing has changed since the last import");
    await page.click("Cancel");
    await drop(page, ["salesforce_opportunities.csv"], (text) => text.replace("$184,000.00", "$190,000.00"));
    await page.see("1 deal to update");
    await page.click("Update 1 deal");
    await page.press("Control+z");
    await page.raw.waitForFunction((text) => Object.values(localStorage).every((one) => !one.includes("19000000")), null);
    const now = await page.stored();
    for (const [key, text] of Object.entries(after)) if (key.startsWith("middleground/deal/")) assert.equal(told(now[key]), told(text));
    await page.press("Control+z");
    await page.raw.waitForFunction((wanted) => Object.keys(localStorage).filter((key) => key.startsWith("middleground/deal/")).length === wanted, count);
    for (const [key, text] of Object.entries(JSON.parse(before))) if (key.startsWith("middleground/deal/")) assert.equal(told((await page.stored())[key]), told(text));
});

test("HubSpot in German, chosen by keyboard", async (t) => {
    const page = await openPage(t, address);
    await page.press("Control+k");
    await page.type("import");
    await page.press("Enter");
    const [chooser] = await Promise.all([page.raw.waitForEvent("filechooser"), page.click("Choose files")]);
    await chooser.setFiles(["hubspot_deals_de.csv", "hubspot_kontakte_de.csv"].map((name) => new URL(name, folder).pathname));
    await worked(page, 2);
    await page.see("2 deals to import");
    await page.click("Import 2 deals");
    await page.click("Südkorn Mühlen GmbH", { role: "row" });
    const { deal } = await page.state();
    assert.deepEqual(deal.amount, { minor: 123456700, currency: "EUR" });
    assert.equal(deal.stakeholders[0].name, "Petra Müller");
});

test("Pipedrive, on a phone", async (t) => {
    const page = await openPage(t, address, { context: { viewport: { width: 390, height: 844 }, hasTouch: true } });
    await drop(page, ["pipedrive_deals.csv", "pipedrive_people.csv"]);
    await page.see("2 deals to import");
    await page.click("Import 2 deals");
    await page.see("Imported 2 deals");
});

test("dates that can be read both ways are asked for", async (t) => {
    const page = await openPage(t, address);
    await drop(page, ["ambiguous_dates.csv"]);
    await page.see("One question first");
    assert.equal(await page.find(/^Import \d/), undefined);
    await page.click("Day first");
    await page.see("2 deals to import");
    await page.click("Import 2 deals");
    await page.click("Kestrel Paper", { role: "row" });
    assert.equal((await page.state()).target, "2027-04-03");
});
