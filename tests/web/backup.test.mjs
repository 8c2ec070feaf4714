// Nothing of the user's depends on the browser alone: a backup holds everything, a file that was chosen once is kept up to date, and what is
// missing is said.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const path = `?today=${today}`;

// Storage as it is, but for the marks of who wrote it and the page that is open.
const content = (stored) =>
    Object.fromEntries(
        Object.entries(stored).map(([key, text]) => {
            if (!text.startsWith("{")) return [key, text];
            const file = JSON.parse(text);
            delete file.written;
            delete file.last_open;
            delete file.last_open_on;
            return [key, file];
        }),
    );

async function filled(t) {
    const page = await openPage(t, path);
    await page.click("Settings");
    await page.fill("Your name", "Nora Lind");
    await page.click("Remove the samples");
    for (const title of ["Won", "First", "Second"]) await startDeal(page, "Acme", title);
    await page.stored();
    await page.raw.evaluate((on) => {
        const [key, text] = Object.entries(localStorage).find(([, value]) => value.includes('"title": "Won"'));
        const file = JSON.parse(text);
        file.deal.outcome = { state: "won", on };
        localStorage.setItem(key, JSON.stringify(file));
    }, today);
    await page.raw.reload();
    await page.started();
    await page.click("Settings");
    await page.click("Archive closed deals");
    await page.press("1");
    await page.stored();
    assert.ok(Object.keys(await page.storage()).find((key) => key.includes("/archive/")));
    await page.press("l");
    await page.fill("In a line", "She wants to see the berth first");
    await page.press("Escape");
    await page.until(async () => Object.keys(await page.storage()).find((key) => key.includes("/draft/")));
    return page;
}

async function restoredFrom(t, file) {
    const other = await (await Profile.fresh(t)).open(path);
    await other.click("Settings");
    await other.click("Remove the samples");
    const [chooser] = await Promise.all([other.raw.waitForEvent("filechooser"), other.click("Restore")]);
    await chooser.setFiles(file);
    await other.see(/^Restored \d+ deals/);
    return other;
}

test("back up, wipe, restore: storage holds the same", async (t) => {
    const page = await filled(t);
    await page.click("Settings");
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("Back up all")]);
    assert.match(download.suggestedFilename(), /^middleground-backup-2026-06-16\.json$/);
    const before = content(await page.stored());
    const other = await restoredFrom(t, await download.path());
    assert.deepEqual(content(await other.stored()), before);
});

test("what is downloaded after a crash restores all of it, too", async (t) => {
    const page = await filled(t);
    const before = content(await page.stored());
    page.doNotCheck();
    await page.raw.evaluate(() => dispatchEvent(new ErrorEvent("error", { message: "broken" })));
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.raw.getByRole("button", { name: "Download my data" }).click()]);
    const after = content(await (await restoredFrom(t, await download.path())).stored());
    // Which deals no backup has is another matter after a restore.
    for (const one of [before, after]) delete one["middleground/settings"].changed;
    assert.deepEqual(after, before);
});

// The dialog of the browser cannot be driven: it gives a file that the page keeps for itself. What is asked of the user is counted, and
// answered by `window.permission`.
function pickers() {
    window.permission = sessionStorage.permission ?? "granted";
    window.asked = 0;
    window.showSaveFilePicker = async ({ suggestedName }) => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    FileSystemHandle.prototype.queryPermission = async () => window.permission;
    FileSystemHandle.prototype.requestPermission = async () => {
        ++window.asked;
        return (window.permission = "granted");
    };
}
// In the moment in which the browser puts the new file in the old one's place there is none, or the old one, which is no longer to be had.
const fileText = (page) =>
    page.raw.evaluate(async () => {
        for (let tries = 20; ; --tries) {
            try {
                return await (await (await (await navigator.storage.getDirectory()).getFileHandle("middleground-backup.json")).getFile()).text();
            } catch (error) {
                if (!["NotFoundError", "NotReadableError"].includes(error.name) || tries === 0) throw error;
                await new Promise((done) => setTimeout(done, 50));
            }
        }
    });

async function keeping(t) {
    const profile = await Profile.fresh(t);
    await profile.context.addInitScript(pickers);
    const page = await profile.open(path);
    await startDeal(page, "Acme", "Kept");
    await page.click("Settings");
    await page.click("Keep a backup file up to date");
    await page.reads(/middleground-backup\.json is rewritten after changes/);
    return { profile, page };
}

test("a file that is chosen once is rewritten after changes, after a reload too, and restores everything", async (t) => {
    const { profile, page } = await keeping(t);
    assert.match(await fileText(page), /"Kept"/);
    await page.reads(/Last backup 16 Jun, today/);
    await startDeal(page, "Acme", "Written later");
    assert.ok(await page.until(async () => /Written later/.test(await fileText(page))), "it is rewritten");
    await page.raw.reload();
    await page.started();
    await startDeal(page, "Acme", "After the reload");
    assert.ok(await page.until(async () => /After the reload/.test(await fileText(page))), "the page remembers the file");
    const before = content(await page.stored());
    const file = { name: "middleground-backup.json", mimeType: "application/json", buffer: Buffer.from(await fileText(page)) };
    assert.deepEqual(content(await (await restoredFrom(t, file)).stored()), before);
    // None any more.
    await page.click("Settings");
    await page.click("Stop keeping it up to date");
    await page.see("Keep a backup file up to date");
    assert.equal(profile.pages.length, 1);
});

test("when nothing changes, the backup file is left alone and nothing is drawn", async (t) => {
    const { page } = await keeping(t);
    const writtenAt = () =>
        page.raw.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle("middleground-backup.json")).getFile()).lastModified);
    await page.raw.waitForTimeout(10000); // longer than a change waits to be written, and than what is said about it is shown
    const [frames, written] = [await page.frames(), await writtenAt()];
    await page.raw.waitForTimeout(7000);
    assert.equal(await page.frames(), frames);
    assert.equal(await writtenAt(), written);
});

test("the browser wants the file to be allowed again: said once something is to be written, and one click does it", async (t) => {
    const { page } = await keeping(t);
    await page.raw.evaluate(() => (sessionStorage.permission = "prompt"));
    await page.raw.reload();
    await page.started();
    assert.doesNotMatch(await page.words(), /backup file waits/);
    await startDeal(page, "Acme", "Not yet written");
    await page.see(/^The backup file waits\. .*middleground-backup\.json/, { role: "status" });
    assert.doesNotMatch(await fileText(page), /Not yet written/);
    assert.equal(await page.raw.evaluate(() => window.asked), 0, "never without a click");
    await page.click("Allow");
    assert.ok(await page.until(async () => /Not yet written/.test(await fileText(page))));
    await page.gone(/^The backup file waits/);
});

test("a backup file that cannot be written: what went wrong is said, the old text stays, and it can be tried again", async (t) => {
    const { page } = await keeping(t);
    await page.raw.evaluate(() => {
        const { createWritable } = FileSystemFileHandle.prototype;
        FileSystemFileHandle.prototype.createWritable = async () => {
            FileSystemFileHandle.prototype.createWritable = createWritable;
            throw new DOMException("The disk is full", "QuotaExceededError");
        };
    });
    await startDeal(page, "Acme", "Written at the second try");
    await page.see(/^The backup file was not written\. middleground-backup\.json: The disk is full/, { role: "status" });
    assert.match(await fileText(page), /"Kept"/);
    await page.click("Try again");
    assert.ok(await page.until(async () => /Written at the second try/.test(await fileText(page))));
    await page.gone(/^The backup file was not written/);
});

test("a storage that was emptied does not go over the backup file", async (t) => {
    const { profile, page: before } = await keeping(t);
    await before.stored();
    await before.raw.close();
    const page = await profile.open(path, { before: (raw) => raw.addInitScript(() => localStorage.clear()) });
    await page.see(/^The backup file was not written\. middleground-backup\.json: this browser's storage was empty/, { role: "status" });
    await startDeal(page, "Acme", "A new beginning");
    await page.raw.waitForTimeout(7000); // longer than a change waits to be written
    assert.match(await fileText(page), /"Kept"/);
    assert.doesNotMatch(await fileText(page), /A new beginning/);
});

test("a browser without such files does not offer one", async (t) => {
    const page = await openPage(t, path, { before: (raw) => raw.addInitScript(() => delete window.showSaveFilePicker) });
    await page.click("Settings");
    await page.see("Back up all");
    await page.raw.waitForTimeout(300);
    assert.equal(await page.find("Keep a backup file up to date"), undefined);
});

test("the browser is asked to keep the storage at the first deal of one's own, once", async (t) => {
    const page = await openPage(t, path, {
        before: (raw) =>
            raw.addInitScript(() => {
                window.asked = 0;
                navigator.storage.persisted = async () => false;
                navigator.storage.persist = async () => ++window.asked > 0;
            }),
    });
    const asked = () => page.raw.evaluate(() => window.asked);
    await page.stored();
    assert.equal(await asked(), 0, "not for samples");
    await startDeal(page, "Acme", "First");
    await page.stored();
    assert.equal(await page.until(asked), 1);
    await startDeal(page, "Acme", "Second");
    await page.stored();
    assert.equal(await asked(), 1);
});

test("what no backup has is said on Deals, louder with time, until there is one", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(path);
    await startDeal(page, "Acme", "First");
    await page.press("0");
    await page.reads(/Never backed up, 1 deal is only here/);
    await page.stored();
    const later = await profile.open("?today=2026-06-26");
    await later.press("0");
    await later.see("Back up all");
    const muchLater = await profile.open("?today=2026-08-01");
    await muchLater.press("0");
    await muchLater.see(/^Never backed up, 1 deal is only here\. What you have not backed up is kept in this browser and nowhere else/, { role: "status" });
    const [download] = await Promise.all([muchLater.raw.waitForEvent("download"), muchLater.click("Back up all")]);
    assert.match(await readFile(await download.path(), "utf8"), /"First"/);
    await muchLater.gone(/Never backed up/);
});
