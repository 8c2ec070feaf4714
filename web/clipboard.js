// Ctrl+C, X and V are the browser's: its own events bring and take the text, without asking for permission.
import { isShown } from "./@@typing.js@@";

export function listen(program, isRunning) {
    const elsewhere = (event) => !isRunning() || event.target?.closest?.("#cover");
    addEventListener("paste", (event) => {
        const text = event.clipboardData.getData("text/plain");
        // Spreadsheets put a picture of the cells beside their text.
        const files = [...event.clipboardData.files].filter((file) => text === "" || !file.type.startsWith("image/"));
        if (elsewhere(event) || (isShown() && files.length === 0)) return;
        event.preventDefault();
        for (const file of files) program.file(file);
        if (files.length === 0) program.paste(text, event.clipboardData.getData("text/html"));
    });
    for (const kind of ["copy", "cut"]) {
        addEventListener(kind, (event) => {
            if (elsewhere(event) || isShown()) return;
            const text = program.copy(kind === "cut");
            if (text === null) {
                // Nothing is selected: WebKit would empty the clipboard.
                if (getSelection().type === "None") event.preventDefault();
                return;
            }
            event.clipboardData.setData("text/plain", text);
            event.preventDefault();
        });
    }
}

// For buttons. Browsers may refuse: then the program shows the text to be copied by hand.
export function copy(text, answer) {
    if (!navigator.clipboard) {
        answer(false);
        return;
    }
    navigator.clipboard.writeText(text).then(
        () => answer(true),
        () => answer(false),
    );
}
