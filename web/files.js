// Files from the user: chosen, dropped on the page, opened with the installed page, or shared with it.
const largest = 64 * 1024 * 1024; // the program has its own, lower limit; this one keeps the tab alive

// One after the other, so that they come in the order in which they were given.
let before = Promise.resolve();
export const readFile = (file, program) => (before = before.then(() => readOne(file, program)));

async function readOne(file, program) {
    if (file.size > largest) {
        program.fileFailed(file.name, "it is larger than 64 MiB");
        return;
    }
    try {
        if (await isOurs(file)) program.fileRead(file.name, new Uint8Array(await file.arrayBuffer()));
        else (await import("./@@readers.js@@")).readFile(program, file, () => before);
    } catch (error) {
        program.fileFailed(file.name, String(error.message ?? error));
    }
}

// Deals and backups need no reader.
async function isOurs(file) {
    if (/\.(json|middleground)$/i.test(file.name)) return true;
    return /^\uFEFF?\s*\{/.test(await file.slice(0, 64).text());
}

// What was pasted or shared, and is neither for a field nor a link.
export async function readText(program, name, text, html) {
    try {
        (await import("./@@readers.js@@")).readText(program, name, text, html);
    } catch (error) {
        program.fileFailed(name, String(error.message ?? error));
    }
}

export const cancelReading = () => import("./@@readers.js@@").then((readers) => readers.cancel());

const accepted = ".json,.middleground,.csv,.tsv,.txt,.xlsx,.eml,.mbox,.msg,.ics,.vcf,.vtt,.srt,.md,application/json,text/csv,message/rfc822,text/calendar,text/vcard,text/vtt";

export function chooseFile(program) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accepted;
    input.multiple = true;
    input.onchange = () => {
        for (const file of input.files) program.file(file);
    };
    input.click();
}

export function listen(program) {
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
        event.preventDefault();
        const files = event.dataTransfer.files;
        const text = event.dataTransfer.getData("text/plain");
        for (const file of files) program.file(file);
        if (files.length === 0 && text) program.paste(text, event.dataTransfer.getData("text/html"));
    });
}

// Files that the system opens with the installed page.
export function takeLaunched(program) {
    window.launchQueue?.setConsumer(async ({ files = [] }) => {
        for (const handle of files) {
            try {
                program.file(await handle.getFile());
            } catch (error) {
                program.fileFailed(handle.name, String(error.message ?? error));
            }
        }
    });
}

// What another program shared with the installed page: the service worker has laid it down (sw.js), and the address says so.
export async function takeShared(program) {
    if (!new URLSearchParams(location.search).has("shared")) return;
    history.replaceState(history.state, "", location.pathname + location.hash);
    try {
        const shelf = await caches.open(`middleground-shared ${new URL("./", document.baseURI).href}`);
        const there = await shelf.keys();
        if (there.length === 0) program.fileFailed("What was shared", "it did not arrive");
        for (const request of there) {
            const response = await shelf.match(request);
            await shelf.delete(request);
            const name = decodeURIComponent(response.headers.get("x-name"));
            if (response.headers.get("x-kind") === "file") program.file(new File([await response.blob()], name));
            else program.given(await response.text());
        }
    } catch (error) {
        program.fileFailed("What was shared", String(error.message ?? error));
    }
}
