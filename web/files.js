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
    input.accept = ".json,application/json";
    input.onchange = () => {
        if (input.files[0]) program.file(input.files[0]);
    };
    input.click();
}

export function listen(program) {
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        const text = event.dataTransfer.getData("text/plain");
        if (file) program.file(file);
        else if (text) program.paste(text);
    });
}
