// The compiled program as the page sees it. Every call is dropped once the program has stopped. While a part of it is on its way (parts.js),
// what it is told waits, in order, and questions are answered as by a program that has nothing.
import { readFile, readText } from "./@@files.js@@";

const answeredAtOnce = ["frames", "drawn_by_processor"];
const told = ["storage_changed", "file", "file_failed", "part_missing", "records", "reading", "link", "given", "text", "backspace", "enter", "paste", "copied", "new_version", "backup_file", "back", "finger", "scroll", "wheel",
    "environment", "forced_colors", "graphics_lost", "reach", "set_text", "team", "team_part"];

export class Program {
    #module;
    #pointer = 0;
    #stopped = false;
    #waiting = null; // what it was told meanwhile; null: it is whole

    attach(module, pointer) {
        this.#module = module;
        this.#pointer = pointer;
    }
    get running() {
        return this.#pointer !== 0 && !this.#stopped;
    }
    stop() {
        this.#stopped = true;
    }
    hold() {
        this.#waiting = [];
    }
    release() {
        const calls = this.#waiting ?? [];
        this.#waiting = null;
        for (const call of calls) call();
    }
    get isWhole() {
        return this.#waiting === null;
    }
    // Whether the call waits, or is dropped.
    #waits(name, call) {
        if (this.isWhole || answeredAtOnce.includes(name)) return false;
        if (told.includes(name)) this.#waiting.push(call);
        return true;
    }

    #call(name, ...values) {
        if (this.#waits(name, () => this.#call(name, ...values))) return 0;
        return this.running ? this.#module["_mg_" + name](this.#pointer, ...values) : 0;
    }
    // With texts, which live for the call only. A null stays null.
    #callWithTexts(name, texts, ...values) {
        if (!this.running || this.#waits(name, () => this.#callWithTexts(name, texts, ...values))) return 0;
        const pointers = texts.map((text) => (text === null ? 0 : this.#module.stringToNewUTF8(text.replaceAll("\0", ""))));
        const result = this.#call(name, ...pointers, ...values);
        for (const pointer of pointers) this.#module._free(pointer);
        return result;
    }
    #taken(pointer) {
        if (!pointer) return null;
        const text = this.#module.UTF8ToString(pointer);
        this.#module._free(pointer);
        return text;
    }

    frame() {
        this.#call("frame");
    }
    // A frame that is not shown.
    unseen() {
        this.#call("unseen");
    }
    flush() {
        this.#call("flush");
    }
    // Its turn at storage; whether there is more to save in it.
    turn() {
        return this.#call("turn") !== 0;
    }
    onlyHere() {
        return this.#call("only_here") !== 0;
    }
    // Null: anything may have changed.
    storageChanged(key) {
        this.#callWithTexts("storage_changed", [key]);
    }
    file(file) {
        readFile(file, this);
    }
    fileRead(name, bytes) {
        if (!this.running || this.#waits("file", () => this.fileRead(name, bytes))) return;
        const pointer = this.#module._malloc(bytes.length || 1);
        this.#module.HEAPU8.set(bytes, pointer);
        this.#callWithTexts("file", [name], pointer, bytes.length);
        this.#module._free(pointer);
    }
    fileFailed(name, why) {
        this.#callWithTexts("file_failed", [name, why]);
    }
    // What looks at files is not here and cannot be had: the names of what was given.
    partMissing(names) {
        this.#callWithTexts("part_missing", [names]);
    }
    // What the readers say of a file, as JSON (core/records/json_records.hpp).
    records(text) {
        this.#callWithTexts("records", [text]);
    }
    // The part that works with a team is here, or why it did not come.
    teamPart(why) {
        this.#callWithTexts("team_part", [why]);
    }
    // What the team's bucket says: `what` and the rest as mg_team of app/run_web_team.cpp has them.
    team(what, text, bytes, ...numbers) {
        if (!this.running) return;
        const place = this.#module._malloc(bytes.length || 1);
        this.#module.HEAPU8.set(bytes, place);
        this.#callWithTexts("team", [text], place, bytes.length, what, ...numbers);
        this.#module._free(place);
    }
    // How many files are still to be read, and which of them is now; 0: that was all.
    reading(name, files) {
        this.#callWithTexts("reading", [name], files);
    }
    link(text) {
        this.#callWithTexts("link", [text]);
    }
    // From another program: a link, or something to read.
    given(text) {
        if (this.#waits("given", () => this.given(text))) return;
        if (this.#callWithTexts("given", [text]) !== 0) readText(this, "Shared text", text, "");
    }
    text(text) {
        this.#callWithTexts("text", [text]);
    }
    backspace() {
        this.#call("backspace");
    }
    enter() {
        this.#call("enter");
    }
    // `html`: the same with its form, or empty.
    paste(text, html) {
        if (this.#waits("paste", () => this.paste(text, html))) return;
        if (this.#callWithTexts("paste", [text]) !== 0) readText(this, "Pasted text", text, html);
    }
    copy(cut) {
        return this.#taken(this.#call("copy", cut ? 1 : 0));
    }
    copied(ok) {
        this.#call("copied", ok ? 1 : 0);
    }
    lettersRefused() {
        this.#call("letters_refused");
    }
    newVersion() {
        this.#call("new_version");
    }
    // `state` as in BackupFile of app/platform/backup_file.hpp.
    backupFile({ name, why, state, written }) {
        this.#callWithTexts("backup_file", [name, why], state, written ? 1 : 0);
    }
    // Everything that is the user's, for a file, or null.
    backup() {
        return this.#taken(this.#call("backup"));
    }
    // Negative: forward.
    back(steps) {
        this.#call("back", steps);
    }
    // Kind: 0 down, 1 moved, 2 up, 3 taken away by the system.
    finger(kind, id, x, y, ms) {
        this.#call("finger", kind, id, x, y, ms);
    }
    fingerLeft() {
        this.#call("finger_left");
    }
    // Pixels; positive moves the content down or right.
    scroll(x, y) {
        this.#call("scroll", x, y);
    }
    wheel(x, y) {
        this.#call("wheel", x, y);
    }
    environment({ dark, still, touch }) {
        this.#call("environment", dark ? 1 : 0, still ? 1 : 0, touch ? 1 : 0);
    }
    // The system's own colours, as numbers 0xRRGGBB in this order: the page, its text, links, what is chosen, what is off. Null: the program's.
    forcedColors(colors) {
        this.#call("forced_colors", colors ? 1 : 0, ...(colors ?? [0, 0, 0, 0, 0]));
    }
    graphicsLost() {
        this.#call("graphics_lost");
    }
    get isDrawnByProcessor() {
        return this.#call("drawn_by_processor") !== 0;
    }
    // The page shown, as HTML for paper, or null.
    printable() {
        return this.#taken(this.#call("printable"));
    }
    frames() {
        return this.#call("frames");
    }
    saved() {
        return this.#call("saved") !== 0;
    }
    state() {
        return JSON.parse(this.#taken(this.#call("state")));
    }
    // What there is for the mirror, or null when that is as it was.
    outline() {
        const text = this.running ? this.#taken(this.#call("outline")) : null;
        return text === null ? null : JSON.parse(text);
    }
    reach(id, press) {
        this.#call("reach", id, press ? 1 : 0);
    }
    // In place of all that the field holds that is typed in.
    setText(text) {
        this.#callWithTexts("set_text", [text]);
    }
    items() {
        return JSON.parse(this.#taken(this.#call("items"))) ?? [];
    }
}
