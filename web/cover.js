// What stands over the canvas: progress while loading, and the words for a failure.
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

// After 1.5 seconds only: most visitors never see it.
export function showLoading() {
    loadingTimer = setTimeout(() => show("Loading Middleground", "", "loading"), 1500);
    return {
        progress(part) {
            element("cover-progress").hidden = false;
            element("cover-progress").value = part;
        },
        done() {
            clearTimeout(loadingTimer);
            hide();
            element("cover-progress").hidden = true;
        },
    };
}

function offer(title, text, details, kind) {
    clearTimeout(loadingTimer);
    show(title, text, kind);
    element("cover-progress").hidden = true;
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

// The program stopped. What was stored is untouched: nothing is saved after this.
export function showCrash(details) {
    offer("Middleground stopped", "Something went wrong in the program. Your saved deals are safe in this browser. Reload the page to continue, or download them first.", details, "crash");
}
