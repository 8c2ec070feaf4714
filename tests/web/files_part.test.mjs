// The part of the program that looks at files (the third module of tools/split): it comes with the first file, never before, and is kept from then on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { Host } from "./support/host.mjs";
import { mail } from "./support/intake_files.mjs";
import { openPage, Page, Profile, today } from "./support/page.mjs";

const query = `?render=cpu&today=${today}&seed=1`;
const part = /\/middleground-files\.[0-9a-f]+\.wasm$/;
const gone = [/Failed to load resource/];
const missing = /The part of Middleground that looks at files did not load/;
const deals = { name: "deals.csv", text: "Deal name,Company,Amount,Stage\nRouting,Kestrel,1200,Proposal\nPilot,Fjord,900,Qualified\n" };
const letter = { name: "a mail.eml", text: mail({ text: "How long does the pilot take per depot?" }) };

const drop = (page, files) =>
    page.raw.evaluate((given) => {
        const transfer = new DataTransfer();
        for (const { name, text } of given) transfer.items.add(new File([text], name));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, files);

// What is asked for, and the part held back or refused as long as `wanted` says.
async function watched(raw) {
    const line = { asked: [], refuses: false, held: null };
    await raw.route(part, async (route) => {
        line.asked.push(route.request().resourceType());
        await line.held;
        await (line.refuses ? route.abort("connectionreset") : route.continue());
    });
    return line;
}
async function openWatched(t, options = {}) {
    let line;
    const page = await openPage(t, query, { ...options, before: async (raw) => (line = await watched(raw)) });
    return { page, line };
}
const keptIn = (page) =>
    page.raw.evaluate(async () => {
        const names = [];
        for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) names.push(new URL(url).pathname.slice(1).split(".")[0]);
        return names.filter((name) => /-files|-readers|^reader$/.test(name)).sort();
    });

test("a first visit does not ask for it, on any page", async (t) => {
    const { page, line } = await openWatched(t);
    for (const key of "1234567890") await page.press(key);
    await page.press("g", "?", "Escape", "Control+k");
    await page.type("import");
    await page.press("Enter");
    await page.see("Bring along what you have");
    await startDeal(page, "Kestrel Logistics", "Routing");
    for (const key of "1234567890") await page.press(key);
    await page.stored();
    assert.deepEqual(line.asked, []);
});

test("it comes with the first table or mail, and once", async (t) => {
    const { page, line } = await openWatched(t);
    await drop(page, [deals]);
    await page.see("2 deals to import");
    await page.click("Cancel");
    await drop(page, [letter]);
    await page.see(/from 1 file$/);
    await drop(page, [deals]);
    await page.settled();
    assert.deepEqual(line.asked, ["fetch"]);
});

test("a deal that comes as a file needs none of it", async (t) => {
    const { page, line } = await openWatched(t);
    const text = await page.raw.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("middleground/deal/"))[1]);
    await drop(page, [{ name: "a deal.json", text }]);
    await page.see(/^Read-only\./, { role: "status" });
    assert.deepEqual(line.asked, []);
});

test("while it is on its way the page goes on, says what it reads, and shows the file when it is there", async (t) => {
    const { page, line } = await openWatched(t);
    let come;
    line.held = new Promise((done) => (come = done));
    await drop(page, [deals]);
    await page.see(/^Reading deals\.csv/, { role: "status" });
    await page.press("n");
    await page.see("New deal", { role: "dialog" });
    await page.press("Escape");
    come();
    await page.see("2 deals to import");
});

test("reading can be stopped while it is on its way", async (t) => {
    const { page, line } = await openWatched(t);
    let come;
    line.held = new Promise((done) => (come = done));
    await drop(page, [deals]);
    await page.click("Stop reading");
    come();
    await page.raw.waitForTimeout(500);
    await page.settled();
    assert.equal(await page.find("2 deals to import"), undefined);
    await drop(page, [deals]);
    await page.see("2 deals to import");
});

test("it cannot be had: one message for all that was given, the page lives on, and the next time it comes", async (t) => {
    const { page, line } = await openWatched(t, { expectErrors: gone });
    line.refuses = true;
    await drop(page, [deals, letter, { ...letter, name: "another.eml" }]);
    await page.reads(missing);
    await page.reads(/deals\.csv and 2 more/);
    await page.reads(/Check the connection, then give it once more/);
    await startDeal(page, "Kestrel Logistics", "Routing");
    assert.match(JSON.stringify(await page.stored()), /Kestrel Logistics/);
    line.refuses = false;
    await drop(page, [deals]);
    await page.see("2 deals to import");
});

test("it cannot be had: files that are slow to open are in the same message", async (t) => {
    const { page, line } = await openWatched(t, { expectErrors: gone });
    line.refuses = true;
    await page.raw.evaluate(() => {
        const { text } = Blob.prototype;
        Blob.prototype.text = async function () {
            await new Promise((done) => setTimeout(done, 300));
            return text.call(this);
        };
    });
    await drop(page, [deals, letter, { ...letter, name: "another.eml" }]);
    await page.reads(/deals\.csv and 2 more/);
    await page.settled();
    await page.reads(/deals\.csv and 2 more/);
});

test("a file that is dropped on the first picture waits for both parts", async (t) => {
    const profile = await Profile.fresh(t);
    const page = new Page(await profile.context.newPage(), [], profile);
    profile.pages.push(page);
    let come;
    const coming = new Promise((done) => (come = done));
    await page.raw.route(/\/middleground-rest\.[0-9a-f]+\.wasm$/, async (route) => {
        await coming;
        await route.continue();
    });
    await page.raw.goto(new URL(query, profile.address).href, { waitUntil: "commit" });
    await page.raw.waitForFunction(() => window.middleground?.frames() > 0);
    await drop(page, [deals]);
    await page.raw.waitForTimeout(300);
    come();
    await page.see("2 deals to import");
});

test("without the network: never used, one message; used once, or on a second visit, it is there", async (t) => {
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const page = await profile.open(query, { expectErrors: gone });
    const isKept = () => page.raw.evaluate(async () => (await caches.match("./")) !== undefined);
    assert.ok(await page.until(isKept), "the program is kept");
    assert.deepEqual(await keptIn(page), [], "and nothing of this");
    await page.stored();
    await host.stop();
    await drop(page, [deals]);
    await page.reads(missing);
    await host.again();
    // Who comes back has it soon.
    await page.raw.reload();
    await page.started();
    const all = ["middleground-files", "middleground-readers", "middleground-readers", "reader"];
    assert.ok(await page.until(async () => (await keptIn(page)).length === all.length), "kept on the second visit");
    assert.deepEqual(await keptIn(page), all);
    await host.stop();
    await page.raw.reload();
    await page.started();
    await drop(page, [deals, letter]);
    await page.see(/^2 deals|from 1 file$/);
});

test("what was used once is kept at once", async (t) => {
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const page = await profile.open(query, { expectErrors: gone });
    await drop(page, [deals]);
    await page.see("2 deals to import");
    assert.ok(await page.until(async () => (await keptIn(page)).includes("middleground-files")));
    assert.deepEqual(host.asked.filter((name) => part.test(`/${name}`)).length <= 2, true);
    await host.stop();
    await page.raw.reload();
    await page.started();
    await drop(page, [deals]);
    await page.see("2 deals to import");
});
