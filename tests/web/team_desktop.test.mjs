// Two pages and a desktop window in one team of three servers, the leader of which dies while all three edit.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Place, Window } from "../desktop/window.mjs";
import { Servers, bucket, users } from "../team/support/nats.mjs";
import { filesIn, joined, rename, untilIn } from "./support/colleagues.mjs";
import { today } from "./support/page.mjs";
import { passphrase, startTeamHost } from "./support/team.mjs";

// A window of a place that has joined by the command line, with what the host of the page says of the team.
async function joinedWindow(t, host, user) {
    const place = await Place.fresh(t, today);
    const file = join(place.folder, "team.json");
    await writeFile(file, await (await fetch(new URL("team.json", host.address))).text());
    await place.command(["team", "join", "--server", file, "--user", user], [users[user], passphrase]);
    return Window.open(t, place);
}

const logOnPage = async (page, words) => {
    await page.press("l");
    await page.click("In a line");
    await page.type(words);
    await page.press("Control+Enter");
    const kept = await page.until(async () => (await inPage(page)).includes(words));
    assert.ok(kept, `kept on the page itself: ${words}, not ${await inPage(page)}\n${await page.words()}`);
};
const logInWindow = async (window, words) => {
    await window.press("l");
    await window.type(words);
    await window.press("Return");
};
const renameInWindow = async (window, title) => {
    await window.command("Rename the deal");
    await window.press("ctrl+a");
    await window.type(title);
    await window.press("Return", "Escape");
};

// What of a deal is compared while it changes, as words.
const shown = ({ title, account = "", log }) => JSON.stringify({ title, account, log: [...log].sort() });
const shownOf = (deal) => deal && shown({ ...deal, log: (deal.interactions ?? []).map(({ summary }) => summary) });

// Without what each place has for itself.
const sharedOf = ({ diary, based_on, sample, ...shared }) => shared;

const inPage = async (page) => shownOf((await page.state()).deal);

// In the pages by what they say of themselves, in the window by what it has stored and is called.
async function allHave([lena, otto, window], id, wanted) {
    const words = shown(wanted);
    const stored = async () => (await window.place.deals()).find((deal) => deal.id === id);
    const found = async () => `wanted everywhere: ${words}\n${[await inPage(lena), await inPage(otto), shownOf(await stored())].join("\n")}\n`;
    for (const page of [lena, otto]) {
        if (!(await untilIn(page, (deal) => shownOf(deal) === words))) assert.fail(`${await found()}${await lena.words()}\n\n${await otto.words()}`);
    }
    await window.until(async () => shownOf(await stored()) === words, found);
    await window.isCalled(wanted.account ?? wanted.title);
    return stored();
}

test("two pages and a window edit one deal while the leader of three nodes is killed and started again: all have all, and the servers' files say none of it", async (t) => {
    const servers = await Servers.start(t, { nodes: 3 });
    const host = await startTeamHost(t, servers, bucket);
    const { page: lena } = await joined(t, host, "Lena", "lena");
    const { page: otto } = await joined(t, host, "Otto", "otto");
    const window = await joinedWindow(t, host, "nora");
    const all = [lena, otto, window];

    // Without an account, so that the window is called what the deal is.
    await lena.press("n", "Tab");
    await lena.type("Pilot-marker");
    await lena.press("Enter", "5");
    await lena.click("Share with the team");
    const { id } = (await lena.state()).deal;
    await otto.press("0");
    await otto.click("Pilot-marker", { role: "row" });
    await window.until(async () => (await window.place.deals()).some((deal) => deal.id === id), "the deal comes to the window");
    await window.command("Pilot-marker");
    await allHave(all, id, { title: "Pilot-marker", log: [] });

    const leader = await servers.leader();
    await servers.kill(leader);
    await Promise.all([
        logOnPage(lena, "Words-marker of Lena without the leader"),
        logOnPage(otto, "Words-marker of Otto without the leader"),
        renameInWindow(window, "Renamed-marker in the window").then(() => logInWindow(window, "Words-marker of Nora without the leader")),
    ]);
    const log = ["Lena", "Otto", "Nora"].map((who) => `Words-marker of ${who} without the leader`);
    await allHave(all, id, { title: "Renamed-marker in the window", log });

    await Promise.all([
        servers.begin(leader),
        logOnPage(lena, "Words-marker of Lena with all three"),
        rename(otto, "Renamed-marker by Otto").then(() => logOnPage(otto, "Words-marker of Otto with all three")),
        logInWindow(window, "Words-marker of Nora with all three"),
    ]);
    log.push(...["Lena", "Otto", "Nora"].map((who) => `Words-marker of ${who} with all three`));
    await allHave(all, id, { title: "Renamed-marker by Otto", log });
    await lena.fill("Account of the deal", "Kestrel-marker");
    await lena.press("Enter");
    const inWindow = await allHave(all, id, { title: "Renamed-marker by Otto", account: "Kestrel-marker", log });

    // And in everything else, and on the screens.
    for (const page of [lena, otto]) {
        assert.deepEqual(sharedOf((await page.state()).deal), sharedOf(inWindow));
        await page.press("4");
        for (const words of log) await page.reads(new RegExp(words));
        await page.stored();
    }
    for (const text of await filesIn(servers.folder)) assert.doesNotMatch(text, /-marker/);
    await window.close();
    assert.match(await window.place.command(["team", "status"]), /Deals that are shared: 1\n {2}sent: 1\nTo send: 0\n/);
});
