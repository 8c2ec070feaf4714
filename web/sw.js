// The service worker: keeps the whole program, so that the page opens without the network. Each build has a cache of its own, which counts
// once it is whole. Names with a hash are the same thing in every cache; the page itself comes from the network, where there is one, and
// only when all that it needs is here or comes along.
"use strict";

const build = "@@build@@";
const files = "@@files@@".split(" ");
// Not everybody has any, so it is kept once it was used or somebody came back: what reads and looks at files (web/readers.js, web/offline.js), and the way to a
// team (web/team_door.js).
const rarely = { later: "@@later@@".split(" "), team: "@@team@@".split(" ") };
const scope = self.registration.scope;
const family = `middleground ${scope} `; // other projects may share the origin
const shelf = `middleground-shared ${scope}`; // what other programs handed over, until the page takes it
const patience = 3000; // for a network that is there and does not answer
const page = new URL("./", scope).href;

const addressOf = (name) => new URL(name === "index.html" ? "./" : name, scope).href;
const isHashed = (name) => /\.[0-9a-f]{12}\.[a-z]+$/.test(name);
const later = (ms, what) => new Promise((done) => setTimeout(done, ms, what));

// Whether the answer is what was asked for: a name with a hash says itself what its content must be.
async function isSound(name, response) {
    if (!response.ok || response.redirected) return false;
    const hash = /\.([0-9a-f]{12})\.[a-z]+$/.exec(name)?.[1];
    if (name === "index.html") return buildOf(await response.clone().text()) === build;
    if (!hash) return true;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
    return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
}

const buildOf = (html) => /data-build="?([0-9a-f]{12})/.exec(html)?.[1];

async function familyNames() {
    return (await caches.keys()).filter((name) => name.startsWith(family));
}

// In whichever cache it is.
const kept = (address) => caches.match(address);

// Puts a file into the cache of a build, if it is not there; from another build's if it is the same.
async function keep(cache, name) {
    const address = addressOf(name);
    if (await cache.match(address)) return;
    const hashed = isHashed(name);
    const response = (hashed && (await kept(address))) || (await fetch(address, hashed ? {} : { cache: "reload" }));
    if (!(await isSound(name, response))) throw new Error(`${name} is not what it should be`);
    await cache.put(address, response);
}

async function keepRarely(part) {
    const cache = await caches.open(family + build);
    await Promise.all(rarely[part].map((name) => keep(cache, name)));
}

// Who has it in another build wants it in this one, too, without a network.
async function hadRarely(part) {
    const stems = rarely[part].map((name) => name.split(".")[0]);
    for (const name of await familyNames()) {
        const kept = (await (await caches.open(name)).keys()).map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
        if (kept.some((file) => isHashed(file) && stems.includes(file.split(".")[0]))) return true;
    }
    return false;
}

// All of the new build, or none of it counts. The page comes last: where it is, everything is.
async function install() {
    const cache = await caches.open(family + build);
    await Promise.all(files.filter((name) => name !== "index.html").map((name) => keep(cache, name)));
    for (const part of Object.keys(rarely)) {
        if (await hadRarely(part)) await keepRarely(part).catch(() => {}); // it comes with its next use
    }
    await keep(cache, "index.html");
}

async function isWhole(name) {
    return (await (await caches.open(name)).match(page)) !== undefined;
}

// Which builds the open tabs run; null when one of them does not say, as one that the browser has put to sleep.
async function buildsInUse() {
    const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const ask = (tab) =>
        new Promise((answer) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => answer(data);
            tab.postMessage({ kind: "build?" }, [port2]);
            setTimeout(answer, patience, null);
        });
    const builds = await Promise.all(tabs.filter((tab) => tab.url.startsWith(scope)).map(ask));
    return builds.includes(null) ? null : builds;
}

// Old builds go when no tab runs them any more, and while no other is being gathered.
async function tidy() {
    const used = await buildsInUse();
    if (!used || self.registration.installing) return;
    for (const name of await familyNames()) {
        const of = name.slice(family.length);
        if (of !== build && !used.includes(of)) await caches.delete(name);
    }
}

// Somebody may have emptied the caches.
async function mend() {
    if (!(await isWhole(family + build))) await install();
}

async function tell() {
    for (const tab of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) tab.postMessage({ kind: "build", build });
}

// The page as the host has it, once everything that it names is here; an error otherwise.
async function fromNetwork(request, preloaded) {
    const response = (await preloaded) ?? (await fetch(request));
    if (!response.ok) throw new Error(`the host answered ${response.status}`);
    const html = await response.clone().text();
    const of = buildOf(html);
    if (!of) throw new Error("the host answered with another page");
    if (await isWhole(family + of)) return response;
    const cache = await caches.open(family + of);
    await Promise.all([...new Set(html.match(/[\w-]+\.[0-9a-f]{12}\.[a-z]+/g))].map((name) => keep(cache, name)));
    return response;
}

async function fromCache() {
    return (await caches.open(family + build)).match(page);
}

async function open(event) {
    const network = fromNetwork(event.request, event.preloadResponse);
    event.waitUntil(network.catch(() => {}));
    const own = await fromCache();
    if (!own) return fetch(event.request);
    return Promise.race([network, later(patience, own)]).catch(() => own);
}

// A name without a hash is another thing in each build.
async function file(request, name) {
    const found = isHashed(name) ? await kept(request.url) : await (await caches.open(family + build)).match(addressOf(name));
    return found ?? fetch(request);
}

// What another program shares is laid down for the page, which opens it as if it had been dropped there (web/files.js).
// Nothing laid down: the page says that it did not arrive.
async function take(request) {
    const form = await request.formData().catch(() => new FormData());
    const cache = await caches.open(shelf);
    const put = (what, number, kind) =>
        cache.put(new URL(`shared/${Date.now()}-${number}`, scope), new Response(what, { headers: { "x-kind": kind, "x-name": encodeURIComponent(what.name ?? "") } }));
    const given = form.getAll("files").filter((one) => one instanceof File && one.name !== "");
    await Promise.all(given.map((one, number) => put(one, number, "file")));
    const words = ["url", "text", "title"].map((name) => form.get(name)).filter((text) => typeof text === "string" && text.trim() !== "");
    if (given.length === 0 && words.length > 0) await put(words.join("\n"), 0, "text");
    return Response.redirect(`${page}?shared`, 303);
}

addEventListener("install", (event) => {
    self.skipWaiting(); // older tabs keep what they have: names with a hash are served from every cache
    event.waitUntil(install()); // when it fails, what came stays for the next try: without the page it does not count
});

addEventListener("activate", (event) => {
    event.waitUntil(Promise.all([self.registration.navigationPreload?.enable(), tell()]));
});

addEventListener("message", (event) => {
    const part = /^keep (later|team)$/.exec(event.data?.kind)?.[1];
    if (part) event.waitUntil(keepRarely(part).catch(() => {}));
    if (event.data?.kind !== "started") return;
    if (event.data.build !== build) event.source.postMessage({ kind: "build", build });
    event.waitUntil(mend().then(tidy));
});

addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (!url.href.startsWith(scope)) return;
    const name = url.pathname.slice(new URL(scope).pathname.length);
    if (request.method === "POST" && name === "share") return event.respondWith(take(request));
    if (request.method !== "GET") return;
    // A "#" that became "%23" on its way is part of the path: the page sets it right.
    if (name === "" || name === "index.html" || /^(index\.html)?%(25)*23[dp]\d/i.test(name)) {
        if (request.mode === "navigate") event.respondWith(open(event));
    } else if (files.includes(name) || isHashed(name)) {
        event.respondWith(file(request, name));
    }
});
