// Local storage under one prefix, so that other pages of the same host keep theirs.
const prefix = "middleground/";

// Each browser has a name of its own for it: 22 is the standard's number, 1014 Firefox's.
const isFull = (error) => ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].includes(error?.name) || [22, 1014].includes(error?.code);
const reason = (error) => (isFull(error) ? "full" : String(error?.message ?? error));

// "=" and the text, "!" and what went wrong, or null for nothing there.
export function read(key) {
    try {
        const text = localStorage.getItem(prefix + key);
        return text === null ? null : "=" + text;
    } catch (error) {
        return "!" + reason(error);
    }
}

// Null, or what went wrong; "full" when there is no room. A failed write keeps the old text.
export function write(key, text) {
    try {
        localStorage.setItem(prefix + key, text);
        return null;
    } catch (error) {
        return reason(error);
    }
}

export function remove(key) {
    try {
        localStorage.removeItem(prefix + key);
        return null;
    } catch (error) {
        return reason(error);
    }
}

export function keys() {
    try {
        return Object.keys(localStorage)
            .filter((name) => name.startsWith(prefix))
            .map((name) => name.slice(prefix.length))
            .sort();
    } catch {
        return [];
    }
}

// Browsers clear what they may when room gets scarce, some after a week without a visit: this asks them not to. Some ask the user.
export async function keepStorage() {
    try {
        if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    } catch {
        // An old browser, or a page without https: it is as it was.
    }
}

// Browsers count UTF-16 units, names included, of everything the host keeps.
export function usedBytes() {
    try {
        return Object.entries(localStorage).reduce((sum, [name, text]) => sum + 2 * (name.length + text.length), 0);
    } catch {
        return 0;
    }
}

// Calls back with the key that another tab changed, or null for any.
export function onChange(call) {
    addEventListener("storage", (event) => {
        if (event.storageArea !== localStorage) return;
        if (event.key === null) call(null);
        else if (event.key.startsWith(prefix)) call(event.key.slice(prefix.length));
    });
}

export function saveFile(name, bytes, mime) {
    try {
        const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
        const link = document.createElement("a");
        link.href = url;
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), 60000);
        return null;
    } catch (error) {
        return reason(error);
    }
}

// A UTF-16 unit that stands alone is no character, and a file has no way to write it down.
const wellFormed = (text) => text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));

// A backup without the program: every text as it is stored, unread, so that none can spoil another and no number is written anew. Settings
// restores it.
export function downloadEverything() {
    const stored = [];
    for (const key of keys()) {
        const text = read(key);
        if (text?.startsWith("=")) stored.push({ entry: wellFormed(key), text: wellFormed(text.slice(1)) });
    }
    saveFile("middleground-backup.json", JSON.stringify({ middleground_backup: 1, deals: [], stored }, null, 1) + "\n", "application/json");
}
