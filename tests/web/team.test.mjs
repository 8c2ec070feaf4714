// Pages of one team over Debian's nats-server, started here: what one changes the other has, whatever becomes of the servers.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Servers, bucket, users } from "../team/support/nats.mjs";
import { startDeal } from "./support/deal.mjs";
import { Profile, openPage, today } from "./support/page.mjs";
import { joinTeam, passphrase, startTeamHost, teamName } from "./support/team.mjs";

const lost = [/WebSocket connection/, /net::ERR/, /502/];

async function openIn(t, host, path = `?today=${today}`) {
    const profile = await Profile.fresh(t, { at: host.address });
    const page = await profile.open(path, { expectErrors: lost });
    return { profile, page };
}
async function joined(t, host, name, user) {
    const { profile, page } = await openIn(t, host, `?today=${today}#team`);
    await joinTeam(page, name, user, users[user]);
    await page.see(`You are in ${teamName} now`);
    return { profile, page };
}
const titleIn = async (page) => (await page.state())?.deal?.title;
const rename = (page, title) => page.fill("Title of the deal", title).then(() => page.press("Enter"));
// It goes by way of servers that may just have been started again: three times as patient as with a page alone.
async function hasTitle(page, title) {
    let has = false;
    for (let tries = 0; tries < 3 && !has; ++tries) has = await page.until(async () => (await titleIn(page)) === title);
    assert.ok(has, `${title}, not ${await titleIn(page)}`);
}

async function filesIn(folder) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => readFile(join(entry.parentPath ?? entry.path, entry.name), "latin1")));
}

test("without a team nothing of one is asked for or said, although the host has one", async (t) => {
    const servers = await Servers.start(t);
    const host = await startTeamHost(t, servers, bucket);
    const { page } = await openIn(t, host);
    await startDeal(page, "Acme", "Alone");
    await page.press("5");
    await page.press("Control+k");
    await page.type("team");
    assert.ok(!host.asked.some((name) => /team|nats/.test(name)), host.asked.join(" "));
    assert.doesNotMatch(await page.words(), /Share with the team|Leave the team|Invite a colleague/);
    assert.ok(Object.keys(await page.storage()).every((key) => !key.startsWith("middleground/team")));
});

test("no team at this address, and a wrong passphrase: one clear sentence each", async (t) => {
    const page = await openPage(t, `?today=${today}#team`, { expectErrors: [/404/, /net::ERR/] });
    await page.see("Join a team", { role: "dialog" });
    await page.reads(/names no team|has no team/);
    await page.click("Close", { role: "button" });

    const servers = await Servers.start(t);
    const host = await startTeamHost(t, servers, bucket);
    await joined(t, host, "Lena", "lena");
    const { page: other } = await openIn(t, host, `?today=${today}#team`);
    await joinTeam(other, "Otto", "otto", users.otto, "another one");
    await other.reads(/passphrase or invitation is not that of the team/);
    assert.ok(Object.keys(await other.storage()).every((key) => !key.startsWith("middleground/team")));
    await other.fill("Passphrase of the team", passphrase);
    await other.press("Enter");
    await other.see(`You are in ${teamName} now`);
});

test("two pages edit one deal while the leader of three nodes is killed and started again: both have all, and the servers' files say none of it", async (t) => {
    const servers = await Servers.start(t, { nodes: 3 });
    const host = await startTeamHost(t, servers, bucket);
    const { page: lena } = await joined(t, host, "Lena", "lena");
    const { page: otto } = await joined(t, host, "Otto", "otto");
    await startDeal(lena, "Kestrel-marker", "Pilot-marker");
    await lena.press("5");
    await lena.click("Share with the team");
    await otto.press("0");
    await otto.click("Kestrel-marker", { role: "row" });
    await hasTitle(otto, "Pilot-marker");
    await lena.press("1");

    const leader = await servers.leader();
    await servers.kill(leader);
    await rename(lena, "Renamed-marker by Lena");
    await otto.press("l");
    await otto.click("In a line");
    await otto.type("Words-marker of Otto");
    await otto.press("Control+Enter");
    await hasTitle(otto, "Renamed-marker by Lena");
    await servers.begin(leader);
    await rename(otto, "Renamed-marker again");
    await hasTitle(lena, "Renamed-marker again");
    for (const page of [lena, otto]) {
        assert.ok(await page.until(async () => (await page.state()).deal.interactions?.some((one) => one.summary === "Words-marker of Otto")), "the log has every entry");
        await page.stored();
    }
    for (const text of await filesIn(servers.folder)) assert.doesNotMatch(text, /-marker/);
});

test("a conflict is solved on the page that compares; undo takes back one's own alone; a reload forgets nothing", async (t) => {
    const servers = await Servers.start(t);
    const host = await startTeamHost(t, servers, bucket);
    const { page: lena } = await joined(t, host, "Lena", "lena");
    const { page: otto } = await joined(t, host, "Otto", "otto");
    await startDeal(lena, "Kestrel", "Pilot");
    await lena.press("5");
    await lena.click("Share with the team");
    await otto.press("0");
    await otto.click("Kestrel", { role: "row" });
    await lena.press("1");
    await servers.kill(0);
    await rename(lena, "Lena's title");
    await rename(otto, "Otto's title");
    await lena.reads(/Offline, 1 to send/);
    await servers.begin(0);
    const asked = await lena.until(async () => ((await lena.find(/^Compare and choose/)) && lena) || ((await otto.find(/^Compare and choose/)) && otto));
    assert.ok(asked, "one of them is asked");
    await asked.click(/^Compare and choose/);
    await asked.click(/^Theirs/, { role: "radio" });
    await asked.click("Apply");
    const chosen = asked === lena ? "Otto's title" : "Lena's title";
    await hasTitle(lena, chosen);
    await hasTitle(otto, chosen);

    const other = asked === lena ? otto : lena;
    await asked.fill("Account of the deal", "Kestrel Rail");
    await asked.press("Enter");
    assert.ok(await other.until(async () => (await other.state()).deal.account === "Kestrel Rail"));
    await other.press("Control+z");
    assert.equal((await other.state()).deal.account, "Kestrel Rail");
    // It was the title that was their own.
    await hasTitle(asked, await titleIn(other));

    await other.stored();
    await other.raw.reload();
    await other.started();
    await rename(asked, "After the reload");
    await hasTitle(other, "After the reload");
});

test("two tabs of one browser: one is connected, both have all, and the other one takes over", async (t) => {
    const servers = await Servers.start(t);
    const host = await startTeamHost(t, servers, bucket);
    const { page: lena } = await joined(t, host, "Lena", "lena");
    const { profile, page: first } = await joined(t, host, "Otto", "otto");
    await startDeal(lena, "Kestrel", "Pilot");
    await lena.press("5");
    await lena.click("Share with the team");
    await first.see("Kestrel", { role: "row" });
    await first.stored();
    const second = await profile.open(`?today=${today}`, { expectErrors: lost });
    await second.press("0");
    await second.click("Kestrel", { role: "row" });
    await lena.press("1");
    await first.doNotCheck();
    await first.raw.close();
    await rename(lena, "After the first was closed");
    await hasTitle(second, "After the first was closed");
});
