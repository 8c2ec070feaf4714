// Ctrl+C, X and V are the browser's: its own events bring and take the text, without asking for permission.
import { isShown } from "./@@typing.js@@";

export function listen(program, isRunning) {
    const elsewhere = (event) => !isRunning() || event.target?.closest?.("#cover");
    addEventListener("paste", (event) => {
        const file = event.clipboardData.files[0];
        if (elsewhere(event) || (isShown() && !file)) return;
        event.preventDefault();
        if (file) program.file(file);
        else program.paste(event.clipboardData.getData("text/plain"));
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
