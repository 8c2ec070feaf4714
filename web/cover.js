// What stands over the canvas: the skeleton of the page while loading, and the words for a failure.
import { downloadEverything } from "./@@storage.js@@";

let loadingTimer = 0;

const element = (id) => document.getElementById(id);

function show(title, text, kind) {
    element("cover-title").textContent = title;
    element("cover-text").textContent = text;
    const cover = element("cover");
    cover.className = kind;
    cover.setAttribute("role", kind === "loading" ? "status" : "alert");
    cover.hidden = false;
}

export function hide() {
    element("cover").hidden = true;
}

// The skeleton of the page is there already; words only after 1.5 seconds.
export function showLoading() {
    loadingTimer = setTimeout(() => show("Loading Middleground", "", "loading"), 1500);
}

// The program's first picture takes its place.
export function doneLoading() {
    clearTimeout(loadingTimer);
    hide();
    element("skeleton").hidden = true;
}

function offer(title, text, details, kind) {
    clearTimeout(loadingTimer);
    show(title, text, kind);
    element("again").hidden = kind !== "part";
    element("cover-details").textContent = details;
    element("cover-details").hidden = details === "";
    element("cover-buttons").hidden = false;
    element("reload").onclick = () => location.reload();
    element("download").onclick = downloadEverything;
    element("reload").focus();
}

export function showFailure(title, text, details = "") {
    offer(title, text, details, "failure");
}

// The first picture stands, and the rest of the program did not come. Resolves when it is to be tried again.
export function showMissing(details) {
    offer("A part of Middleground did not load", "Check the connection, then try again. Nothing is lost: what was pressed in the meantime is done then.", details, "part");
    element("again").focus();
    return new Promise((again) => {
        element("again").onclick = again;
        addEventListener("online", again, { once: true });
    }).then(hide);
}

// The program stopped. What was stored is untouched: nothing is saved after this.
export function showCrash(details) {
    offer("Middleground stopped", "Something went wrong in the program. Your saved deals are safe in this browser. Reload the page to continue, or download them first.", details, "crash");
}
