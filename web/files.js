// Files from the user: chosen or dropped on the page.
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
    input.accept = ".json,.csv,.tsv,.txt,application/json,text/csv";
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
