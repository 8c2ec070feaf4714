// Between the program and the way to its team's bucket (team.js): wishes come in, news go out, by the numbers of TeamWish and TeamNews in
// app/platform/web/web_team.hpp.
import * as address from "./@@address.js@@";
import { TeamLink } from "./@@team.js@@";

const [up, down, value, caughtUp, stored, stale, refused, heard, elsewhere, server, noServer] = Array.from({ length: 11 }, (_, number) => number);
const nothing = new Uint8Array();
const bytesOf = (text) => new TextEncoder().encode(text);
let link = null;

const toldBy = (program) => ({
    up() {
        // The service worker keeps this for when the page's host does not answer, from now on.
        navigator.serviceWorker?.ready.then((registration) => registration.active?.postMessage({ kind: "keep team" })).catch(() => {});
        program.team(up, "", nothing, 0, 0, 0);
    },
    down: (trouble, said, forGood) => program.team(down, location.host, bytesOf(said), trouble, forGood ? 1 : 0, 0),
    value: (key, bytes, revision, removed) => program.team(value, key, bytes, removed ? 1 : 0, 0, revision),
    caughtUp: () => program.team(caughtUp, "", nothing, 0, 0, 0),
    stored: (order, revision) => program.team(stored, "", nothing, 0, order, revision),
    stale: (order) => program.team(stale, "", nothing, 0, order, 0),
    refused: (order, trouble, said) => program.team(refused, location.host, bytesOf(said), trouble, order, 0),
    heard: (bytes) => program.team(heard, "", bytes, 0, 0, 0),
    elsewhere: () => program.team(elsewhere, "", nothing, 0, 0, 0),
});

async function askServer(program) {
    const url = new URL("team.json", address.baseUrl());
    try {
        const response = await fetch(url, { cache: "no-cache" });
        if (!response.ok) throw new Error(`the host answered ${response.status}`);
        program.team(server, "", new Uint8Array(await response.arrayBuffer()), 0, 0, 0);
    } catch (error) {
        program.team(noServer, url.href, bytesOf(String(error.message ?? error)), 0, 0, 0);
    }
}

function open(program, text) {
    const [path, bucket, replicas, user, ...password] = text.split("\n");
    link ??= new TeamLink(toldBy(program));
    link.open({ path, bucket, replicas: Number(replicas), user, password: password.join("\n") });
}

const wishes = [
    open,
    () => link?.close(),
    (program, key, bytes, order, revision) => link?.put(order, key, bytes, revision),
    (program, key, bytes, order) => link?.get(order, key),
    (program, key, bytes, order, revision) => link?.remove(order, key, revision),
    (program, text, bytes) => link?.say(bytes),
    askServer,
];

export const wish = (program, what, ...rest) => wishes[what](program, ...rest);
