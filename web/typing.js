// Text is typed into a hidden field that stands where the program's caret is, so that dead keys, input methods, screen keyboards and
// paste work as everywhere in the browser. What arrives there is handed to the program.
const field = document.getElementById("typing");
// Something to delete, so that a screen keyboard's backspace is heard.
const filler = "\u200b";

let wanted = false;
let keyWasTold = false; // the program got a real key event for what the field is about to report; until the key is up

function reset() {
    field.value = filler;
    field.setSelectionRange(1, 1);
}

export function textInput(want, x, y, height) {
    wanted = want;
    field.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    field.style.height = `${Math.round(height)}px`;
    if (want) {
        if (document.activeElement !== field) {
            reset();
            field.focus({ preventScroll: true });
        }
    } else if (document.activeElement === field) {
        field.blur();
    }
}

export const isTyping = () => wanted;

export function listen(program) {
    // 229 or "Process" is an input method at work, "Unidentified" a screen keyboard: the field says what comes of it.
    field.addEventListener("keydown", (event) => {
        const silent = event.isComposing || event.keyCode === 229 || event.key === "Unidentified" || event.key === "Dead";
        keyWasTold = !silent;
        if (silent) event.stopImmediatePropagation();
    });
    field.addEventListener("keyup", () => {
        keyWasTold = false;
    });
    // What is typed comes once, from "input" below.
    field.addEventListener("keypress", (event) => event.stopImmediatePropagation());

    field.addEventListener("compositionstart", () => field.classList.add("composing"));
    field.addEventListener("compositionend", (event) => {
        field.classList.remove("composing");
        if (event.data) program.text(event.data);
        reset();
    });
    field.addEventListener("input", (event) => {
        if (event.isComposing || field.classList.contains("composing")) return;
        switch (event.inputType) {
            case "insertLineBreak":
            case "insertParagraph":
                if (!keyWasTold) program.enter();
                break;
            case "deleteContentBackward":
            case "deleteWordBackward":
                if (!keyWasTold) program.backspace();
                break;
            case "insertCompositionText": // told by compositionend
            case "insertFromPaste": // told by "paste"
                break;
            default: {
                // What is taken away or brought back here (the browser's own undo) was never the program's.
                const text = event.data ?? field.value.replaceAll(filler, "");
                if (text && event.inputType.startsWith("insert")) program.text(text);
            }
        }
        keyWasTold = false;
        reset();
    });
    // The canvas would take the focus away from the field on every press.
    document.getElementById("canvas").addEventListener("mousedown", (event) => event.preventDefault());
}
