// Pages of one team over Debian's nats-server, started here: what one changes the other has (team_desktop.test.mjs: whatever becomes of the servers).
import assert from "node:assert/strict";
import { test } from "node:test";
import { Servers, bucket, users } from "../team/support/nats.mjs";
import { hasTitle, joinTeam, joined, openAnother, openIn, rename, titleIn } from "./support/colleagues.mjs";
import { startDeal } from "./support/deal.mjs";
import { openPage, today } from "./support/page.mjs";
import { passphrase, startTeamHost, teamName } from "./support/team.mjs";

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
    const second = await openAnother(profile);
    await second.press("0");
    await second.click("Kestrel", { role: "row" });
    await lena.press("1");
    await first.doNotCheck();
    await first.raw.close();
    await rename(lena, "After the first was closed");
    await hasTitle(second, "After the first was closed");
});
