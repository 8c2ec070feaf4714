// Text is typed into a hidden field that stands where the program's caret is, so that dead keys, input methods, screen keyboards and
// paste work as everywhere in the browser. What arrives there is handed to the program. It is named after the program's field and holds the
// same text, with the same caret: to a screen reader it is that field (mirror.js puts it in its place).
const field = document.getElementById("typing");
const problem = document.getElementById("typing-error");
export const ownedId = field.id;
// Something to delete, so that a screen keyboard's backspace is heard.
const filler = "\u200b";

let wanted = false;
let keyWasTold = false; // the program got a real key event for what the field is about to report; until the key is up
let told = { label: "", error: "", value: "", begin: 0, end: 0 }; // by the program
let filled = ""; // what the field holds before anything is typed, and what of it is selected
let begin = 0;
let end = 0;
// How the field looks where it is shown in place of the program's, because a text runs from the right or its letters join; null: unseen. Then caret,
// selection and what keys do to the text are the browser's, and the program gets the text as it stands.
let shown = null;

function fill(text, from, to) {
    const before = from === 0 && !shown ? filler : "";
    filled = before + text;
    begin = from + before.length;
    end = to + before.length;
    if (field.value !== filled) field.value = filled;
    field.setSelectionRange(begin, end);
}

function reset() {
    if (!shown) return fill(told.value, told.begin, told.end);
    // The program has what was typed, unless it left some of it out.
    if (field.value === told.value) return;
    field.value = told.value;
    field.setSelectionRange(told.begin, told.end);
}

// What came into the field goes to the program: in place of what is selected, or else, as when a screen keyboard mends a word, everything anew.
function handOver(program) {
    const now = field.value;
    const after = filled.length - end;
    const inserted = now.length >= begin + after && now.startsWith(filled.slice(0, begin)) && now.endsWith(filled.slice(end));
    const words = (inserted ? now.slice(begin, now.length - after) : now).replaceAll(filler, "");
    if (!inserted) program.setText(words);
    else if (words) program.text(words);
}

const isComposing = () => field.classList.contains("composing");

export function textField(now) {
    told = now;
    field.setAttribute("aria-label", now.label || "Text");
    problem.textContent = now.error;
    if (now.error) {
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", problem.id);
    } else {
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
    }
    if (!isComposing()) reset();
}

const modifiers = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph"]);
const css = (rgb) => "#" + rgb.toString(16).padStart(6, "0");

export function showField(look) {
    const before = shown;
    shown = look;
    field.classList.toggle("shown", look !== null);
    field.classList.toggle("lines", look?.lines ?? false);
    if (!look) {
        field.removeAttribute("style");
        field.dir = "";
        if (!isComposing()) reset();
        return;
    }
    const { left, top, width, height, size, line, weight, seen } = look;
    const away = [seen[1] - top, left + width - seen[2], top + height - seen[3], seen[0] - left].map((by) => `${Math.max(0, by)}px`);
    Object.assign(field.style, {
        transform: `translate(${left}px, ${top}px)`,
        width: `${width}px`,
        height: `${height}px`,
        fontSize: `${size}px`,
        lineHeight: `${line}px`,
        fontWeight: weight,
        color: css(look.color),
        caretColor: css(look.color),
        background: css(look.background),
        clipPath: `inset(${away.join(" ")})`,
    });
    field.dir = "auto";
    if (!before && !isComposing()) fill(told.value, told.begin, told.end);
}

export function textInput(want, x, y, height) {
    wanted = want;
    if (!shown) {
        field.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        field.style.height = `${Math.round(height)}px`;
    }
    if (want) field.removeAttribute("aria-hidden");
    else field.setAttribute("aria-hidden", "true");
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

// Lists hang on the field that is typed in: their ids, none or more, and that of the entry that the arrow keys have come to, or null.
export function offerLists(lists, chosen) {
    const attributes = { "aria-autocomplete": "list", "aria-controls": lists.join(" "), "aria-activedescendant": chosen };
    for (const [name, value] of Object.entries(attributes)) {
        if (lists.length > 0 && value) field.setAttribute(name, value);
        else field.removeAttribute(name);
    }
}

// Whether the browser does by itself what this key does to a text that it shows.
export function isBrowsers(event) {
    if (!shown || event.target !== field || modifiers.has(event.key)) return false;
    const commands = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") return shown.lines && !commands && (event.shiftKey || shown.enterMakesLine);
    if (["Escape", "Tab"].includes(event.key) || /^F\d+$/.test(event.key)) return false;
    if (["ArrowUp", "ArrowDown"].includes(event.key)) return shown.lines; // of a line, they choose from the list below it
    return event.key.length > 1 || !commands || /^[azxcvy]$/i.test(event.key);
}

export const isShown = () => shown !== null;

export function listen(program) {
    // 229 or "Process" is an input method at work, "Unidentified" a screen keyboard: the field says what comes of it.
    field.addEventListener("keydown", (event) => {
        if (isBrowsers(event)) {
            event.stopImmediatePropagation();
            return;
        }
        const silent = event.isComposing || event.keyCode === 229 || event.key === "Unidentified" || event.key === "Dead";
        keyWasTold = !silent;
        if (silent) event.stopImmediatePropagation();
        // While it is composed, the field is seen: then it holds nothing but that.
        if (silent && !isComposing() && !shown) fill("", 0, 0);
    });
    field.addEventListener("keyup", () => {
        keyWasTold = false;
    });
    // What is typed comes once, from "input" below.
    field.addEventListener("keypress", (event) => event.stopImmediatePropagation());

    field.addEventListener("compositionstart", () => field.classList.add("composing"));
    field.addEventListener("compositionend", (event) => {
        field.classList.remove("composing");
        if (shown) program.setText(field.value);
        else if (event.data) handOver(program);
        reset();
    });
    field.addEventListener("input", (event) => {
        if (event.isComposing || isComposing()) return;
        if (shown) {
            // A screen keyboard's Enter, which comes without a key, where there are no lines to make.
            if (!shown.lines && /^insert(LineBreak|Paragraph)$/.test(event.inputType)) {
                reset();
                if (!keyWasTold) program.enter();
                return;
            }
            const line = shown.lines ? field.value : field.value.replaceAll(/\r?\n/g, " ");
            if (line !== field.value) {
                const place = field.selectionEnd;
                field.value = line;
                field.setSelectionRange(place, place);
            }
            program.setText(line);
            reset();
            return;
        }
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
            default:
                // What is taken away or brought back here (the browser's own undo) was never the program's. An aid that writes gives no kind.
                if (!event.inputType || event.inputType.startsWith("insert")) handOver(program);
        }
        keyWasTold = false;
        reset();
    });
    // The canvas would take the focus away from the field on every press.
    document.getElementById("canvas").addEventListener("mousedown", (event) => event.preventDefault());
}
