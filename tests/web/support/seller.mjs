// What a seller does with a deal, in the words of the program; a pair of hands (hands.mjs) carries it out.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Profile, today } from "./page.mjs";

export class Seller {
    // A fresh browser, with nothing but the samples.
    static async begin(t, Hands) {
        const profile = await Profile.fresh(t, { permissions: ["clipboard-read", "clipboard-write"], ...Hands.options });
        return Seller.at(await profile.open(), Hands);
    }
    static at(page, Hands) {
        const seller = new Seller();
        seller.page = page;
        seller.hands = new Hands(page);
        return seller;
    }

    async start(account, title, playbook = "Ten commitments") {
        await this.hands.command("New deal");
        await this.hands.write("Account", account, { keep: false });
        await this.hands.write("Title", title, { keep: false });
        if (playbook !== "Ten commitments") await this.hands.pick("Playbook", playbook);
        await this.hands.press("Create deal");
        await this.page.see(/^Started /);
    }

    // The panel with all facts, for as long as `work` takes.
    async details(work) {
        await this.hands.openDetails();
        await work(this.hands);
        await this.hands.closeDetails();
    }

    async people(...names) {
        await this.hands.go("People");
        for (const name of names) await this.hands.write("New person", name);
    }
    // `facts`: label of the control to what it shall say.
    async person(name, facts, options) {
        await this.hands.go("People");
        await this.hands.press(name, { role: "row", ...options });
        for (const [label, value] of Object.entries(facts)) {
            if (value.pick) await this.hands.pick(label, value.pick);
            else await this.hands.write(label, value);
        }
        await this.hands.press("Close the details");
    }
    // Leaves the person's details open.
    async hasLeft(name, why) {
        await this.hands.go("People");
        await this.hands.press(name, { role: "row" });
        await this.hands.press("They have left");
        await this.hands.write("Why they left", why);
    }

    // One line, as it is typed after a call. `answer`: what the line asks back, by chip and choice.
    async log(line, answers = []) {
        await this.hands.command("Log an interaction");
        await this.page.see("In one line");
        await this.page.type(line);
        for (const [chip, choice] of answers) await this.hands.pick(chip, choice);
        await this.hands.save();
        await this.page.see(/^Logged /);
    }

    // A move of one commitment on its page: "Mark as kept", on a day, for a reason.
    async commitment(title, move, { on, why } = {}) {
        await this.hands.go("Commitments");
        await this.hands.press(title, { role: this.hands.commitmentRole });
        if (on) await this.hands.write("Day it happened", on);
        if (why) await this.hands.write("Reason", why, { keep: false });
        await this.hands.press(move);
    }

    async close(ending, { on, to, reasons = [], why, lesson } = {}) {
        await this.hands.command(ending === "won" ? "Close this deal as won" : ending === "lost" ? "Close this deal as lost" : "Close this deal without a decision");
        if (on) await this.hands.write("Day it ended", on);
        if (to) await this.hands.press(to, { role: "radio" });
        for (const reason of reasons) await this.hands.press(reason, { role: "checkbox" });
        if (why) await this.hands.write("In your own words", why, { keep: false });
        if (lesson) await this.hands.write(ending === "won" ? "What made it work" : "What would have changed it", lesson, { keep: false });
        await this.hands.press(ending === "won" ? "Close as won" : ending === "lost" ? "Close as lost" : "Close without a decision");
        await this.page.see(/^Closed /);
    }

    // Everything that `show --json` says of the stored deal; the page has to say the same.
    async shown(t) {
        const storage = await this.page.stored();
        const state = await this.page.state();
        const folder = mkdtempSync(join(tmpdir(), "middleground-"));
        t.after(() => rmSync(folder, { recursive: true }));
        const file = join(folder, "deal.json");
        const [, text] = Object.entries(storage).find(([key]) => key.endsWith(`deal/${state.deal.id}`));
        writeFileSync(file, text);
        const said = JSON.parse(execFileSync(process.env.MIDDLEGROUND_PROGRAM, ["show", file, "--json", "--today", today], { encoding: "utf8" }));
        assert.deepEqual(said, state);
        return said.deal;
    }
}
