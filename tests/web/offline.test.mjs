// The page without the network, its updates, and what the system hands to the installed page. Each test has a host of its own, which it
// stops or lets answer wrongly.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { mail } from "./support/intake_files.mjs";
import { buildOf, dist, Host, nextVersion } from "./support/host.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const path = `?today=${today}`;
const gone = [/Failed to load resource/]; // the browser's own word for a network that is not there
const newer = "A new version is ready.";

const buildOfPage = (page) => page.raw.evaluate(() => window.middleground.build);
const caches = (page) => page.raw.evaluate(() => caches.keys());
// The builds that are kept whole.
const keptBuilds = (page) =>
    page.raw.evaluate(async () => {
        const whole = [];
        for (const name of await caches.keys()) if (await (await caches.open(name)).match("./")) whole.push(name.split(" ").at(-1));
        return whole;
    });
// Not waited for: what comes of it is.
const update = (page) => page.raw.evaluate(() => void navigator.serviceWorker.ready.then((worker) => worker.update()).catch(() => {}));

async function open(t, host) {
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const page = await profile.open(path, { expectErrors: gone });
    assert.ok(await page.until(async () => (await keptBuilds(page)).length === 1), "the program is kept");
    return { profile, page };
}
async function linkOf(page) {
    await page.press("5");
    await page.click("Internal", { role: "radio" });
    return new URL((await page.items()).find((item) => item.label === "Link" && item.value).value).hash;
}
async function reload(page) {
    await page.raw.reload();
    await page.started();
}

test("opened once, the page opens without the network, and everything works and is saved", async (t) => {
    const host = await Host.start(t);
    const { profile, page } = await open(t, host);
    assert.ok(host.asked.indexOf("sw.js") > host.asked.findIndex((name) => name.endsWith(".wasm")), "the program comes first");
    const modules = host.asked.filter((name) => name.endsWith(".wasm")).map((name) => name.split(".")[0]);
    assert.deepEqual(modules, ["middleground", "middleground-rest"], "and once");
    await host.stop();
    await page.raw.close();
    const fresh = await profile.open(path, { expectErrors: gone });
    await startDeal(fresh, "Acme", "In flight mode");
    assert.match(JSON.stringify(await fresh.stored()), /In flight mode/);
    await reload(fresh);
    await fresh.reads(/In flight mode/);
    await fresh.click("Settings");
    await fresh.reads(/It opens without the network, too/);
});

test("a link opens without the network, as does one whose # became %23", async (t) => {
    const host = await Host.start(t);
    const { profile, page } = await open(t, host);
    await startDeal(page, "Fjord Line", "Shore power");
    const hash = await linkOf(page);
    await host.stop();
    for (const link of [`${path}${hash}`, hash.replace("#", "%23"), `index.html${hash.replace("#", "%2523")}`]) {
        const reader = await profile.open(link, { expectErrors: gone });
        await reader.see(/^Read-only\./, { role: "status" });
        assert.equal((await reader.state()).deal.title, "Shore power");
        assert.equal(await reader.raw.evaluate(() => location.pathname.includes("%23")), false);
    }
});

test("a newer version with two tabs open: both are told, nothing is lost, each keeps its own files until it is loaded anew", async (t) => {
    const host = await Host.start(t);
    const { profile, page: first } = await open(t, host);
    const second = await profile.open(path, { expectErrors: gone });
    const old = await buildOf(dist);
    const next = await nextVersion(t);
    await startDeal(first, "Acme", "Before the update");
    await second.settled();
    host.folder = next.folder;
    await update(second);
    for (const page of [first, second]) {
        await page.front();
        await page.see(newer, { role: "status" });
        assert.equal(await buildOfPage(page), old);
    }
    // The host no longer has it.
    assert.equal((await fetch(host.address + next.old)).status, 404);
    assert.equal(await second.raw.evaluate(async (name) => (await fetch(name)).status, next.old), 200);

    // What is being written goes along.
    await first.front();
    await first.press("l");
    await first.click("In a line");
    await first.raw.keyboard.type("Said just now");
    await first.press("Escape");
    const { x, y } = await first.place("Reload");
    await Promise.all([first.raw.waitForEvent("load"), first.raw.mouse.click(x, y)]);
    await first.started();
    assert.equal(await buildOfPage(first), next.build);
    assert.match(JSON.stringify(await first.storage()), /Said just now/);
    assert.equal(await first.find(newer), undefined);

    await startDeal(second, "Beta", "On the old version");
    assert.match(JSON.stringify(await second.stored()), /On the old version/);
    assert.equal(await buildOfPage(second), old);
    assert.equal((await keptBuilds(second)).length, 2, "the old one is in use");
    await reload(second);
    assert.equal(await buildOfPage(second), next.build);
    assert.match(JSON.stringify(await second.storage()), /Before the update.*On the old version|On the old version.*Before the update/s);
    assert.ok(await second.until(async () => (await caches(second)).length === 1), "the old one is gone when no tab uses it");
    assert.deepEqual(await keptBuilds(second), [next.build]);
});

test("a notice that was put off does not come back, and the page works on", async (t) => {
    const host = await Host.start(t);
    const { page } = await open(t, host);
    host.folder = (await nextVersion(t)).folder;
    await update(page);
    await page.see(newer, { role: "status" });
    await page.click("Later");
    await page.gone(newer);
    await startDeal(page, "Acme", "Later");
    assert.match(JSON.stringify(await page.stored()), /Later/);
});

for (const [what, wrong] of [
    ["is missing", (response) => response.writeHead(404).end()],
    ["is cut off", (response, body) => response.writeHead(200, { "content-length": body.length }).end(body.subarray(0, body.length / 2), () => response.destroy())],
    ["has another content", (response) => response.writeHead(200, { "content-type": "text/css" }).end("<h1>Log in to this network</h1>")],
]) {
    test(`an update of which a file ${what} is not taken: the old version stays, with and without the network`, async (t) => {
        const host = await Host.start(t);
        const { profile, page } = await open(t, host);
        const old = await buildOf(dist);
        const next = await nextVersion(t);
        host.wrong = (name, response, body) => name === next.changed && (wrong(response, body), true);
        host.folder = next.folder;
        await update(page);
        assert.ok(await page.until(() => host.asked.includes(next.changed)), "it was tried");
        await reload(page);
        assert.equal(await buildOfPage(page), old);
        assert.equal(await page.find(newer), undefined);
        await host.stop();
        await reload(page);
        assert.equal(await buildOfPage(page), old);
        // Whole at last.
        host.wrong = null;
        await host.again();
        await update(page);
        await page.see(newer, { role: "status" });
        const third = await profile.open(path, { expectErrors: gone });
        assert.equal(await buildOfPage(third), next.build);
    });
}

test("caches that were emptied are filled again, and the page opens in the meantime", async (t) => {
    const host = await Host.start(t);
    const { page } = await open(t, host);
    await page.raw.evaluate(async () => {
        for (const name of await caches.keys()) await caches.delete(name);
    });
    await reload(page);
    assert.ok(await page.until(async () => (await keptBuilds(page)).length === 1));
    await host.stop();
    await reload(page);
    await startDeal(page, "Acme", "Still here");
    assert.match(JSON.stringify(await page.stored()), /Still here/);
});

test("a host that stands still does not keep the page from opening", async (t) => {
    const host = await Host.start(t);
    const { page } = await open(t, host);
    host.wrong = (name) => name === "index.html"; // and never answers
    await reload(page);
    assert.equal(await buildOfPage(page), await buildOf(dist));
});

// As the system does it: a form that is sent to where the manifest says.
const share = (page, { files = [], ...texts }) =>
    page.raw.evaluate(
        ([parts, words]) => {
            const form = document.createElement("form");
            Object.assign(form, { method: "POST", action: "./share", enctype: "multipart/form-data", acceptCharset: "utf-8" });
            for (const [name, value] of Object.entries(words)) form.append(Object.assign(document.createElement("input"), { name, value }));
            const input = Object.assign(document.createElement("input"), { type: "file", name: "files", multiple: true });
            const transfer = new DataTransfer();
            for (const [name, text] of parts) transfer.items.add(new File([text], name, { type: "application/json" }));
            input.files = transfer.files;
            form.append(input);
            document.body.append(form);
            form.submit();
        },
        [files, texts],
    );

test("what another program shares is opened: a deal file, a link, and one message for what is neither", async (t) => {
    const host = await Host.start(t);
    const { profile, page } = await open(t, host);
    await page.click("Settings");
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("Back up all")]);
    const { deals } = JSON.parse(await readFile(await download.path(), "utf8"));
    await startDeal(page, "Fjord Line", "Shore power");
    const hash = await linkOf(page);
    const file = JSON.stringify({ middleground: 1, deal: { ...deals[0], title: "Shared from elsewhere" } });
    const shared = async (what) => {
        const other = await profile.open(path, { expectErrors: gone });
        await other.raw.goto(`${host.address}licences.txt`); // a page of this origin that may send forms
        await share(other, what);
        await other.raw.waitForURL(host.address);
        await other.started();
        return other;
    };
    const withMail = await shared({ title: "Routing pilot", files: [["a mail.eml", mail({ text: "How long does the pilot take per depot?" })]] });
    await withMail.see(/from 1 file$/);
    await withMail.reads(/mail from Dana Ortiz/);
    const readersAreKept = async () => {
        for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).some(({ url }) => /middleground-readers\.[0-9a-f]+\.wasm/.test(url))) return true;
        return false;
    };
    assert.ok(await page.until(() => page.raw.evaluate(readersAreKept)));
    await host.stop(); // sharing needs no network either

    const withFile = await shared({ title: "A deal", files: [["Møte.json", file]] });
    await withFile.see(/^Read-only\./, { role: "status" });
    await withFile.reads(/Shared from elsewhere/);
    assert.equal(await withFile.raw.evaluate(() => location.search), "");
    await reload(withFile);
    assert.equal(await withFile.find(/^Read-only\./), undefined, "it was taken once");

    const withLink = await shared({ title: "Shore power", text: `Have a look: ${host.address}${hash} Anna` });
    await withLink.see(/^Read-only\./, { role: "status" });
    assert.equal((await withLink.state()).deal.title, "Shore power");
    const withWords = await shared({ text: "Nothing of ours" });
    await withWords.see(/neither a mail nor a transcript/, { role: "status" });
    const withNothing = await shared({ title: " " });
    await withNothing.see(/What was shared: it did not arrive/, { role: "status" });
    const withNonsense = await shared({ files: [["notes.json", "no JSON"]] });
    await withNonsense.see(/notes\.json/, { role: "status" });
});

test("files that the system opens with the installed page are opened", async (t) => {
    const page = await openPage(t, path, {
        before: (raw) => raw.addInitScript(() => Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consumer) => (window.launch = consumer) } })),
    });
    await page.raw.evaluate(() => {
        const text = Object.entries(localStorage).find(([key]) => key.startsWith("middleground/deal/"))[1];
        const deal = JSON.parse(text);
        deal.deal.title = "From the desktop";
        window.launch({ files: [{ name: "a.middleground", getFile: async () => new File([JSON.stringify(deal)], "a.middleground") }] });
    });
    await page.see(/^Read-only\./, { role: "status" });
    await page.reads(/From the desktop/);
    await page.raw.evaluate(() => window.launch({ files: [{ name: "gone.json", getFile: async () => Promise.reject(new Error("It was moved")) }] }));
    await page.see(/gone\.json: It was moved/, { role: "status" });
});

test("the browser finds nothing wrong with the manifest, and would install the page", async (t) => {
    const host = await Host.start(t);
    const { profile, page } = await open(t, host);
    const devtools = await profile.context.newCDPSession(page.raw);
    const { url, errors, data } = await devtools.send("Page.getAppManifest");
    assert.match(url, /\/middleground\.webmanifest$/);
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    for (const { src, type } of manifest.icons) {
        const answer = await fetch(new URL(src, host.address));
        assert.equal(answer.headers.get("content-type"), type, src);
    }
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});

for (const [what, refuse] of [
    ["refuses service workers", () => (navigator.serviceWorker.register = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError")))],
    ["has none", () => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined })],
]) {
    test(`a browser that ${what}: everything else works, and only Settings says so`, async (t) => {
        const page = await openPage(t, path, { context: { serviceWorkers: "allow" }, before: (raw) => raw.addInitScript(refuse) });
        await startDeal(page, "Acme", "As ever");
        assert.match(JSON.stringify(await page.stored()), /As ever/);
        assert.doesNotMatch(await page.words(), /network/);
        await page.click("Settings");
        await page.reads(/opening it needs the network/);
    });
}
