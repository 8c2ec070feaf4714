// What was done is kept in every browser: in two tabs, with a storage that is full or that refuses, in files, and without the network.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startDeal } from "../support/deal.mjs";
import { fillStorage } from "../support/full_storage.mjs";
import { Host } from "../support/host.mjs";
import { openPage, Profile, today } from "../support/page.mjs";

const path = `?today=${today}`;

test("two tabs: what one changes is in the other, also after a reload", async (t) => {
    const profile = await Profile.fresh(t);
    const first = await profile.open();
    const second = await profile.open();
    await startDeal(first, "Fjord Line", "Shore power");
    await first.stored();
    await second.front();
    await second.see("Fjord Line");
    await second.raw.reload();
    await second.started();
    await second.see("Fjord Line");
});

test("a full storage is said once, what was stored stays, and the next try keeps everything", async (t) => {
    const page = await openPage(t);
    await startDeal(page, "Acme", "Pilot");
    await page.stored();
    await fillStorage(page);
    await page.press("3");
    await page.click("New person");
    await page.type("Ada Young");
    await page.press("Enter");
    await page.see(/storage is full/, { role: "status" });
    const stored = async () => JSON.stringify(Object.entries(await page.storage()).filter(([key]) => key !== "filler"));
    assert.match(await stored(), /Pilot/);
    assert.doesNotMatch(await stored(), /Ada Young/);
    await page.raw.evaluate(() => localStorage.removeItem("filler"));
    await page.click("Try again");
    await page.gone(/storage is full/, { role: "status" });
    assert.match(await stored(), /Ada Young/);
});

test("a storage that throws whatever is asked of it, as with cookies blocked: the program runs, says so, and gives the deal as a file", async (t) => {
    const page = await openPage(t, path, {
        before: (raw) =>
            raw.addInitScript(() => {
                for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
                    Object.defineProperty(window, name, { get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); } });
                }
            }),
    });
    await startDeal(page, "Acme", "Nowhere kept");
    await page.see(/not saved|cannot be saved|cannot save|could not be saved/i, { role: "status" });
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.press("Control+s")]);
    assert.match(await readFile(await download.path(), "utf8"), /Nowhere kept/);
    assert.match(JSON.stringify(await page.state()), /Nowhere kept/);
});

test("a deal goes out as a file, and comes in again chosen or dropped", async (t) => {
    const page = await openPage(t, path);
    await startDeal(page, "山田 & Söhne", "Pilot");
    const original = await page.state();
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.press("Control+s")]);
    assert.match(download.suggestedFilename(), /Pilot\.json$/);
    const text = await readFile(await download.path(), "utf8");
    const folder = await mkdtemp(join(tmpdir(), "middleground-"));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "given.json"), text);

    const chosen = await openPage(t, path);
    const [chooser] = await Promise.all([chosen.raw.waitForEvent("filechooser"), chosen.click("Open a file")]);
    await chooser.setFiles(join(folder, "given.json"));
    assert.ok(await chosen.until(async () => (await chosen.state())?.deal.id === original.deal.id), "the chosen file is shown");

    const dropped = await openPage(t, path);
    await dropped.raw.evaluate((given) => {
        const data = new DataTransfer();
        data.items.add(new File([given], "given.json", { type: "application/json" }));
        for (const kind of ["dragover", "drop"]) document.getElementById("canvas").dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    assert.ok(await dropped.until(async () => (await dropped.state())?.deal.id === original.deal.id), "the dropped file is shown");
});

test("opened once, the page opens without the network in a fresh tab, and saves", async (t) => {
    const host = await Host.start(t);
    const profile = await Profile.fresh(t, { at: host.address, serviceWorkers: "allow" });
    const expectErrors = [/Failed to load resource|NetworkError|access control/];
    const page = await profile.open(path, { expectErrors });
    const whole = () => page.raw.evaluate(async () => {
        for (const name of await caches.keys()) if (await (await caches.open(name)).match("./")) return true;
        return false;
    });
    assert.ok(await page.until(whole), "the program is kept");
    await host.stop();
    await page.raw.close();
    const fresh = await profile.open(path, { expectErrors });
    await startDeal(fresh, "Acme", "In flight mode");
    assert.match(JSON.stringify(await fresh.stored()), /In flight mode/);
    await fresh.raw.reload();
    await fresh.started();
    await fresh.reads(/In flight mode/);
});
