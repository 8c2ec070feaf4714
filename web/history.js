// The browser's "back" takes away what is open, page by page: for each step that the program has, there is an entry of the history above
// the one it began with. Entries say nothing but their number and depth. A link stands in the address only while its own entry is the one
// that is shown, so that none is left behind.
import { hasLink, linkInAddress } from "./@@address.js@@";

const kept = "middleground/link"; // of this tab, for a reload further up

let entry = { index: 0, depth: 0 }; // depth: steps back within the program
let wanted = 0; // steps that the program has
let link = null; // what is open came with the address: the entry below all of its own
let moving = false; // by us
let waiting = false; // for the first touch or key: browsers pass over entries that were made before

const here = () => location.pathname + location.search;
const stateOf = (of) => ({ middleground: of });

function keep(text) {
    link = text;
    try {
        if (text) sessionStorage.setItem(kept, text);
        else sessionStorage.removeItem(kept);
    } catch {
        // It is only for a reload.
    }
}

function lastKept() {
    try {
        return sessionStorage.getItem(kept);
    } catch {
        return null;
    }
}

function replace(hash) {
    history.replaceState(stateOf(entry), "", here() + hash);
}

function fit() {
    if (moving || waiting) return;
    const depth = Math.max(0, wanted - (link ? 1 : 0));
    if (depth > entry.depth) {
        if (hasLink()) replace("");
        while (entry.depth < depth) {
            entry = { index: entry.index + 1, depth: entry.depth + 1 };
            history.pushState(stateOf(entry), "", here());
        }
    } else if (depth < entry.depth) {
        moving = true;
        history.go(depth - entry.depth);
    }
}

// The program has so many steps back.
export function stepsBack(steps) {
    wanted = steps;
    fit();
}

// The link is closed; it will not be opened again by going back.
export function clearFragment() {
    keep(null);
    if (hasLink()) replace("");
}

// What the address opens at the start, or null.
export function begin() {
    const known = history.state?.middleground;
    if (known) entry = known;
    const found = linkInAddress() ?? (known?.depth > 0 ? lastKept() : null);
    keep(found);
    if (!known) history.replaceState(stateOf(entry), "");
    return found;
}

// A link was put into the address: a new entry, below what it opens.
function enter(program) {
    const found = linkInAddress();
    if (!found) return;
    entry = { index: entry.index + 1, depth: 0 };
    keep(found);
    history.replaceState(stateOf(entry), "");
    program.link(found);
}

function arrive(program, to) {
    const from = entry;
    entry = to;
    const sameLink = to.index - to.depth === from.index - from.depth;
    if (link?.startsWith("#") && sameLink && to.depth === 0 && !hasLink()) replace(link);
    if (moving) {
        moving = false;
        fit();
        return;
    }
    if (sameLink) {
        program.back(from.depth - to.depth);
    } else if (to.index < from.index) {
        // Below the link: it is closed with everything on it.
        keep(null);
        program.back(from.depth + 1);
    } else {
        enterAgain(program);
    }
    // The program goes there with its next frame, and says if it could not. Until then another "back" may come, which is one more.
    wanted = to.depth + (link ? 1 : 0);
}

// Forward to a link that was left by going back.
function enterAgain(program) {
    const found = linkInAddress();
    if (!found) return;
    keep(found);
    program.link(found);
}

export function listen(program) {
    addEventListener("popstate", (event) => {
        const to = event.state?.middleground;
        if (to) arrive(program, to);
    });
    // Entries that the user made by changing the address have no state yet.
    addEventListener("hashchange", () => {
        if (!history.state?.middleground) enter(program);
    });
    waiting = navigator.userActivation?.hasBeenActive === false;
    const first = () => {
        waiting = false;
        fit();
    };
    for (const name of ["pointerup", "keydown"]) addEventListener(name, () => setTimeout(first), { once: true, capture: true });
}
