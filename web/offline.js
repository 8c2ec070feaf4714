// Keeps the program for when there is no network (sw.js), and hears of newer versions. Where the browser has no service workers or refuses
// them, everything else works as before, and Settings says that the network is needed.
const often = 60 * 60 * 1000; // how long a page that is looked at again takes for granted that it is the newest

// As in Offline of app/platform/platform.hpp.
const unknown = 0;
const kept = 1;
const notKept = 2;
let now = unknown;

export const state = () => now;

let changed = null;

function become(next) {
    if (now === next) return;
    now = next;
    changed();
}

function follow(registration) {
    if (registration.active) become(kept);
    registration.installing?.addEventListener("statechange", ({ target }) => {
        if (target.state === "activated") become(kept);
        if (target.state === "redundant" && !registration.active) become(notKept);
    });
}

// What not everybody needs (sw.js) is kept for who comes back or stays: on a first visit nobody pays for it at once.
const keepsRarely = { back: 5000, stays: 10 * 60 * 1000 };

// `onChange`: the state did. `newer`: another version is ready, and comes with the next reload. `isBack`: something is stored from before.
export async function start(build, onChange, newer, isBack) {
    changed = onChange;
    try {
        const workers = navigator.serviceWorker;
        workers.addEventListener("message", ({ data, ports }) => {
            if (data?.kind === "build?") ports[0].postMessage(build);
            if (data?.kind === "build" && data.build !== build) newer();
        });
        workers.startMessages();
        const registration = await workers.register(new URL("./sw.js", document.baseURI), { updateViaCache: "none" });
        follow(registration);
        registration.addEventListener("updatefound", () => follow(registration));
        let asked = performance.now();
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState !== "visible" || performance.now() - asked < often) return;
            asked = performance.now();
            registration.update().catch(() => {}); // no network: another time
        });
        (await workers.ready).active.postMessage({ kind: "started", build });
        setTimeout(() => registration.active?.postMessage({ kind: "keep later" }), isBack ? keepsRarely.back : keepsRarely.stays);
    } catch {
        become(notKept);
    }
}
