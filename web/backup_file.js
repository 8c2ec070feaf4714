// The backup file: chosen once, rewritten some time after each change, where the browser can (File System Access). The browser swaps the new
// text in when it is whole, so that what was there stays until then.
const calm = 5000; // after the last change
const name = "middleground-backup.json";

// As in BackupFile of app/platform/backup_file.hpp.
const states = { impossible: 0, none: 1, kept: 2, asks: 3, failed: 4 };

let program = null;
let handle = null;
let timer = 0;
let last = null; // what the file holds, as far as this page knows
let told = "impossible";

// Handles survive in IndexedDB only.
function inDatabase(mode, act) {
    return new Promise((done, failed) => {
        const opening = indexedDB.open("middleground", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("handles");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction("handles", mode);
            const request = act(transaction.objectStore("handles"));
            const end = (call, value) => () => {
                database.close();
                call(value());
            };
            transaction.oncomplete = end(done, () => request.result);
            transaction.onabort = end(failed, () => transaction.error);
        };
    });
}

function tell(state, { why = "", written = false } = {}) {
    told = state;
    program.backupFile({ name: handle?.name ?? "", why, state: states[state], written });
}

const say = (error) => tell("failed", { why: String(error?.message ?? error) });

// One tab after the other: each writes everything.
const inTurn = (act) => (navigator.locks ? navigator.locks.request("middleground/backup-file", act) : act());

async function write() {
    clearTimeout(timer);
    timer = 0;
    if (!handle) return;
    try {
        if ((await handle.queryPermission({ mode: "readwrite" })) !== "granted") return tell("asks");
        await inTurn(async () => {
            const text = program.backup();
            if (text === null) return; // the program has stopped, and is not trusted with anything that is stored
            if (text === last && told === "kept") return; // that it was written is news, too: settings know when
            const stream = await handle.createWritable();
            await stream.write(text);
            await stream.close();
            last = text;
            tell("kept", { written: true });
        });
    } catch (error) {
        last = null;
        say(error);
    }
}

// Storage has something new.
export function changed() {
    if (!handle) return;
    clearTimeout(timer);
    timer = setTimeout(write, calm);
}

async function take(chosen) {
    handle = chosen;
    last = null;
    await write();
    await inDatabase("readwrite", (store) => (chosen ? store.put(chosen, "backup") : store.delete("backup")));
}

export async function choose() {
    try {
        await take(await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { "application/json": [".json"] } }] }));
    } catch (error) {
        if (error.name !== "AbortError") say(error); // the user chose none
    }
}

export async function renew() {
    if (!handle) return choose();
    try {
        if ((await handle.requestPermission({ mode: "readwrite" })) === "granted") await write();
    } catch (error) {
        say(error);
    }
}

export async function drop() {
    try {
        await take(null);
    } catch (error) {
        say(error);
    }
}

// `wasEmpty`: storage held nothing when the page was opened. Then the file may be all that is left, and is not written over.
export async function start(running, wasEmpty) {
    program = running;
    if (!window.showSaveFilePicker) return;
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden" && timer) write();
    });
    try {
        handle = (await inDatabase("readonly", (store) => store.get("backup"))) ?? null;
        if (!handle) return tell("none");
        if (wasEmpty) {
            tell("failed", { why: "this browser's storage was empty, so the file was left as it is. Restore it, then choose it again" });
            return await take(null);
        }
        tell((await handle.queryPermission({ mode: "readwrite" })) === "granted" ? "kept" : "asks");
    } catch {
        // A browser that keeps nothing cannot keep which file it is.
    }
}
