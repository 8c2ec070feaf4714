// What sellers have at hand comes in: mails, invitations, contacts, a call. Read by a worker, proposed for a deal, taken with one button.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { Host } from "./support/host.mjs";
import { call, contacts, everything, mail, mails } from "./support/intake_files.mjs";
import { openPage, Profile } from "./support/page.mjs";

const address = "?today=2026-06-16&seed=1";

async function drop(page, files) {
    await page.raw.evaluate((given) => {
        const transfer = new DataTransfer();
        for (const { name, text, bytes } of given) transfer.items.add(new File([bytes ? new Uint8Array(bytes) : text], name));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, files);
}
const paste = (page, text, html = "") =>
    page.raw.evaluate(
        ([plain, formed]) => {
            const data = new DataTransfer();
            data.setData("text/plain", plain);
            if (formed) data.setData("text/html", formed);
            window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        },
        [text, html],
    );
// Those of the second module and of this machine are there already.
const askedFor = (page) => {
    const asked = [];
    page.raw.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1).replace(/\.[0-9a-f]{12}/, "")));
    return asked;
};

async function openEmptyDeal(t, options = {}) {
    const page = await openPage(t, address, options);
    await startDeal(page, "Kestrel Logistics", "Routing");
    return page;
}
const takeAll = async (page) => {
    await page.click(/^Take (all|it|\d)/, { role: "button" });
    await page.settled();
};

test("twenty mails, three invitations, contacts and a call become people, log, meetings and open questions without typing", async (t) => {
    const page = await openEmptyDeal(t);
    const asked = askedFor(page);
    await drop(page, everything);
    await page.see(/^\d+ people, \d+ log entries, .* from 25 files$/);
    assert.deepEqual(asked.filter((name) => /reader/.test(name)).sort(), ["middleground-readers.js", "middleground-readers.wasm", "reader.js", "readers.js"], "the readers come with the first file");
    assert.equal((await page.state()).deal.interactions, undefined, "nothing is taken by itself");
    await takeAll(page);
    const { deal } = await page.state();
    assert.deepEqual(deal.stakeholders.map(({ name }) => name).sort(), ["Dana Ortiz", "Liam Chen", "Marta Silva", "Priya Nair"]);
    assert.equal(deal.stakeholders.find(({ name }) => name === "Priya Nair").title, "Head of IT");
    assert.ok(deal.interactions.length >= 22, `${deal.interactions.length} entries`);
    assert.ok(deal.interactions.some(({ kind }) => kind === "call"), "the call is in the log");
    assert.equal(deal.interactions.filter(({ next }) => next?.on >= "2026-06-16").length, 2, "two meetings are to come");
    assert.ok(deal.concerns.some(({ kind, text }) => kind === "question" && /signs the data agreement/.test(text)), "questions are open");

    // The same once more changes nothing, and says so.
    await drop(page, everything);
    await page.see("Nothing new: the deal has all of it already");
    await page.click("Close");
    assert.deepEqual((await page.state()).deal, deal);
    // One undo takes all of it back.
    await page.press("Control+z");
    const before = (await page.state()).deal;
    assert.equal(before.interactions, undefined);
    assert.equal(before.stakeholders, undefined);
});

test("some of it is left out, one is worded otherwise, and it is done with the keyboard alone", async (t) => {
    const page = await openEmptyDeal(t, { context: { viewport: { width: 1280, height: 1600 } } });
    await drop(page, [mails[0], contacts]);
    await page.see(/from 2 files$/);
    // One mail says whose it is by the other's address, which is the account's.
    await page.reads(/You are taken for nora@seller\.example/);
    assert.equal(await page.find("Nora Whitfield joins the deal"), undefined);
    await page.click("Marta Silva joins the deal");
    await page.click(/^Change the words of Dana Ortiz asks/);
    await page.fill(/^Words$/, "How long is a pilot?");
    await page.press("Control+Enter");
    const { deal } = await page.state();
    assert.deepEqual(deal.stakeholders.map(({ name }) => name), ["Dana Ortiz", "Liam Chen", "Priya Nair"]);
    assert.deepEqual(deal.concerns.map(({ text }) => text), ["How long is a pilot?"]);
});

test("where nothing tells whose a mail is nothing of it is chosen before one press says it", async (t) => {
    const page = await openPage(t, address, { context: { viewport: { width: 1280, height: 1600 } } });
    await startDeal(page, "Harbor", "Routing");
    await drop(page, [mails[0]]);
    await page.see("Nora Whitfield joins the deal");
    assert.equal(await page.find(/^Take /, { role: "button" }), undefined);
    await page.click("nora@seller.example", { role: "button" });
    await page.gone("Nora Whitfield joins the deal");
    await takeAll(page);
    const { deal } = await page.state();
    assert.deepEqual(deal.stakeholders.map(({ name }) => name), ["Dana Ortiz"]);
    assert.equal(deal.interactions.length, 1);
});

test("a pasted mail, a pasted table and one of a web page find their way; a line of words does nothing", async (t) => {
    const page = await openEmptyDeal(t);
    await paste(page, "just a word");
    await page.settled();
    await paste(page, "From: Dana Ortiz <dana@kestrel.example>\nSent: Tuesday, 9 June 2026 10:00\nTo: Nora Whitfield <nora@seller.example>\nSubject: Pilot\n\nHow long does the pilot take per depot?\n");
    await page.see(/from 1 file$/);
    await page.reads(/Dana Ortiz asks: How long does the pilot take per depot\?/);
    await page.click("Cancel");
    await paste(page, "Deal Name\tAccount Name\tAmount\nPilot\tAcme\t41500\nRollout\tFjord\t90000\n");
    await page.see("2 deals to import");
    await page.click("Cancel");
    for (const separator of [",", ";"]) {
        await paste(page, ["Account,Title,Amount", "Acme,Pilot,1200", "Fjord,Rollout,900"].join("\n").replaceAll(",", separator));
        await page.see("2 deals to import");
        await page.click("Cancel");
    }
    const html = "<table><tr><th>Deal Name</th><th>Account Name</th><th>Amount</th></tr><tr><td>Fleet</td><td>Norsk</td><td>12000</td></tr></table><script>document.title = 'taken over'</script>";
    await paste(page, "Deal Name\nAccount Name\nAmount\nFleet\nNorsk\n12000\n", html);
    await page.see("1 deal to import");
    assert.doesNotMatch(await page.raw.title(), /taken over/);
});

test("files that cannot be read get one message, and what can be is there all the same", async (t) => {
    const page = await openEmptyDeal(t, { context: { viewport: { width: 1280, height: 1600 } } });
    const state = JSON.stringify(await page.state());
    await drop(page, [{ name: "offer.msg", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0), ...Buffer.from("__properties_version1.0", "utf16le")] }]);
    await page.see(/offer\.msg/, { role: "status" });
    await page.reads(/Save as|\.eml/);
    assert.equal(JSON.stringify(await page.state()), state);
    const junk = [
        { name: "cut.eml", text: mails[0].text.slice(0, 40) },
        { name: "empty.ics", text: "" },
        { name: "wrong.xlsx", text: "PK\x03\x04 no archive at all" },
        { name: "noise.vcf", bytes: Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256) },
        { name: "deep.eml", text: `From: a@b.example\nMIME-Version: 1.0\n${Array.from({ length: 3000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join("")}` },
    ];
    await drop(page, [...junk, mails[1], contacts]);
    await page.see(/from \d files?$/);
    await page.reads(/empty\.ics: The file is empty/);
    await page.reads(/wrong\.xlsx: /);
    await page.reads(/Marta Silva joins the deal/);
});

test("a mailbox of 40 MB is read while the page answers, and can be given up", async (t) => {
    const page = await openEmptyDeal(t);
    const big = mail({ text: "x".repeat(70) + "\n", number: 7 });
    await page.raw.evaluate((text) => {
        const attachment = `${text}\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
        const parts = [attachment, ...Array(40).fill(`${"QUJD".repeat(19)}\r\n`.repeat(13500))];
        const transfer = new DataTransfer();
        transfer.items.add(new File(parts, "big.eml"));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, big.replace("Content-Type: text/plain; charset=utf-8", 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"').replace(/\r\n\r\n/, "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"));
    await page.press("3"); // another page while it is read
    await page.see(/from 1 file$/);
    await page.reads(/mail from Dana Ortiz/);
});

for (const [what, answer, words] of [
    ["is not there", { status: 404, body: "gone" }, /The part of Middleground that reads this did not load/],
    ["crashes", { status: 200, contentType: "text/javascript", body: "onmessage = () => postMessage({ failed: 'unreachable' });" }, /Reading the file failed/],
    ["throws", { status: 200, contentType: "text/javascript", body: "onmessage = () => { throw new Error('no'); };" }, /Reading the file failed/],
]) {
    test(`a worker that ${what} is said in one message, nothing is lost, and the next file is tried anew`, async (t) => {
        const page = await openEmptyDeal(t, { expectErrors: [/mail 1\.eml/, /Failed to load/, /404/, /deals\.csv/, /Error: no/, /^error: /] });
        const state = JSON.stringify(await page.state());
        await page.raw.route(/\/reader\.[0-9a-f]+\.js$/, (route) => route.fulfill(answer));
        await drop(page, [mails[0]]);
        await page.see(words, { role: "status" });
        assert.equal(JSON.stringify(await page.state()), state);
        // A table needs no reader.
        await drop(page, [{ name: "deals.csv", text: "Deal Name,Account Name,Amount\nPilot,Acme,41500\n" }]);
        await page.see("1 deal to import");
        await page.click("Cancel");
        await page.raw.unroute(/\/reader\.[0-9a-f]+\.js$/);
        if (what === "is not there") return; // the browser remembers that
        await drop(page, [call]);
        await page.see(/from 1 file$/);
    });
}

test("what takes long to be read is said, and can be given up", async (t) => {
    const page = await openEmptyDeal(t);
    const state = JSON.stringify(await page.state());
    await page.raw.route(/\/reader\.[0-9a-f]+\.js$/, (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "for (;;);" }));
    await drop(page, [mails[0], mails[1]]);
    await page.see(/^Reading mail 1\.eml\. 1 more file waits/, { role: "status" });
    await page.click("Stop reading");
    await page.gone(/^Reading mail/, { role: "status" });
    assert.equal(JSON.stringify(await page.state()), state);
    await page.raw.unroute(/\/reader\.[0-9a-f]+\.js$/);
});

test("once used, the readers are there without the network", async (t) => {
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const page = await profile.open(address, { expectErrors: [/Failed to load resource/] });
    await startDeal(page, "Kestrel Logistics", "Routing");
    const kept = (one) =>
        one.raw.evaluate(async () => {
            for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).some(({ url }) => /middleground-readers\.[0-9a-f]+\.wasm/.test(url))) return true;
            return false;
        });
    assert.ok(await page.until(() => page.raw.evaluate(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true))));
    assert.equal(await kept(page), false, "a first visit does not fetch them");
    await drop(page, [mails[0]]);
    await page.see(/from 1 file$/);
    assert.ok(await page.until(() => kept(page)), "they are kept");
    await page.stored();
    await host.stop();
    await page.raw.close();
    const fresh = await profile.open(address, { expectErrors: [/Failed to load resource/] });
    await drop(fresh, [contacts]);
    await fresh.see(/from 1 file$/);
});

test("twice dropped at once, a mixed drop keeps tables and mails apart", async (t) => {
    const page = await openEmptyDeal(t);
    await drop(page, [mails[0], { name: "deals.csv", text: "Deal Name,Account Name,Amount\nPilot,Acme,41500\n" }, mails[0]]);
    await page.see(/from 1 file$/);
    await page.click("Tables", { role: "radio" });
    await page.see("1 deal to import");
    await page.click("Import 1 deal");
    await page.see(/from 1 file$/);
    await takeAll(page);
    assert.equal((await page.state()).deal.interactions.length, 1);
});
