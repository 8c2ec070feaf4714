// Files from the user: chosen, dropped on the page, opened with the installed page, or shared with it.
const largest = 64 * 1024 * 1024; // the program has its own, lower limit; this one keeps the tab alive

export async function readFile(file, program) {
    if (file.size > largest) {
        program.fileFailed(file.name, "it is larger than 64 MiB");
        return;
    }
    try {
        program.fileRead(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
        program.fileFailed(file.name, String(error.message ?? error));
    }
}

export function chooseFile(program) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,.middleground,.csv,.tsv,.txt,application/json,text/csv";
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
        if (files.length === 0 && text) program.paste(text);
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
            else program.link(await response.text());
        }
    } catch (error) {
        program.fileFailed("What was shared", String(error.message ?? error));
    }
}
