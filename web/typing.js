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
// A key or a press may have left the field, which still holds its text: until the program has said which field is typed in now, or has drawn so many
// frames without saying so. What is typed meanwhile is for the field to come.
let leaving = 0;
const framesToLeave = 3;
let composed = null; // { label, isShown } of the field in which a composition began; the label is null where that was not known yet
let caret = { x: 0, y: 0 };

const isPage = () => shown !== null && leaving === 0;

function hold() {
    filled = field.value;
    begin = field.selectionStart;
    end = field.selectionEnd;
}

function leave() {
    leaving = framesToLeave;
    if (shown) hold();
    const next = () => {
        if (leaving > 0 && --leaving > 0) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
}

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
    if (leaving > 0) {
        const { label } = told;
        program.catchUp(); // a field takes no letters before it has the caret
        if (!inserted && told.label === label) program.setText(words);
        else if (inserted && words) program.text(words);
        program.catchUp();
    } else if (!inserted) {
        program.setText(words);
    } else if (words) {
        program.text(words);
    }
}

const isComposing = () => field.classList.contains("composing");

// In an empty field words of the program's stand, to the end of it: they are not to be seen beside what is composed.
function beginComposition(program) {
    if (isComposing()) return;
    composed = { label: leaving > 0 ? null : told.label, isShown: isPage() };
    field.classList.add("composing");
    if (shown || told.value !== "") return;
    const isHere = ({ role, rect: [left, top, width, height] }) => role === "field" && caret.x >= left && caret.x <= left + width && caret.y >= top && caret.y <= top + height;
    const here = program.items().find(isHere);
    if (here) field.style.minWidth = `${Math.max(0, Math.floor(here.rect[0] + here.rect[2] - caret.x - 4))}px`;
}

// Its text stays, in the field in which it began.
function endComposition(program, hasText = true) {
    if (!isComposing()) return;
    field.classList.remove("composing");
    field.style.minWidth = "";
    if (composed.isShown) {
        if (isPage() && composed.label === told.label) program.setText(field.value);
    } else if (hasText) {
        handOver(program);
    }
    reset();
}

// What was typed in is another field now, and nobody ended the composition before: it goes.
function dropComposition() {
    field.classList.remove("composing");
    field.style.minWidth = "";
}

export function textField(now) {
    told = now;
    leaving = 0;
    if (isComposing() && composed.label !== null && composed.label !== now.label) dropComposition();
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
const leavingKeys = new Set(["Tab", "Enter", "Escape"]);
const css = (rgb) => "#" + rgb.toString(16).padStart(6, "0");

export function showField(look) {
    const before = shown;
    shown = look;
    leaving = 0;
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
    caret = { x, y: y + height / 2 };
    if (!shown) {
        field.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        field.style.height = `${Math.round(height)}px`;
        field.style.setProperty("--caret", `${Math.round(height)}px`);
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
    if (!isPage() || event.target !== field || modifiers.has(event.key)) return false;
    const commands = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") return shown.lines && !commands && (event.shiftKey || shown.enterMakesLine);
    if (["Escape", "Tab"].includes(event.key) || /^F\d+$/.test(event.key)) return false;
    if (["ArrowUp", "ArrowDown"].includes(event.key)) return shown.lines; // of a line, they choose from the list below it
    return event.key.length > 1 || !commands || /^[azxcvy]$/i.test(event.key);
}

export const isShown = isPage;

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
        else endComposition(program);
        if (!silent && (shown ? !modifiers.has(event.key) : leavingKeys.has(event.key))) leave();
        // While it is composed, the field is seen: then it holds nothing but that.
        if (silent && !isComposing() && !isPage()) fill("", 0, 0);
    });
    field.addEventListener("keyup", () => {
        keyWasTold = false;
    });
    // What is typed comes once, from "input" below.
    field.addEventListener("keypress", (event) => event.stopImmediatePropagation());

    field.addEventListener("compositionstart", () => beginComposition(program));
    // Of one that was ended here, the browser may go on.
    field.addEventListener("compositionupdate", (event) => event.data && beginComposition(program));
    field.addEventListener("compositionend", (event) => (isComposing() ? endComposition(program, event.data !== "") : reset()));
    field.addEventListener("blur", () => endComposition(program));
    // Before the program hears of the press, which may be on another field. The canvas takes no focus, so the browser ends nothing.
    addEventListener(
        "pointerdown",
        (event) => {
            if (event.target === field) return;
            endComposition(program);
            leave();
        },
        { capture: true },
    );
    field.addEventListener("input", (event) => {
        if (event.isComposing || isComposing()) return;
        if (isPage()) {
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
        if (leaving > 0 && shown) hold();
    });
    // The canvas would take the focus away from the field on every press.
    document.getElementById("canvas").addEventListener("mousedown", (event) => event.preventDefault());
}
