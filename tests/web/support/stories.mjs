// Ten deals, each from its first day to its last, as a seller keeps them (seller.mjs) with any pair of hands. What the story says stands in
// `show --json` afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Profile, today } from "./page.mjs";
import { Seller } from "./seller.mjs";

const commitment = (deal, title) => deal.commitments.find((one) => one.title === title);
const moves = (deal, title) => (commitment(deal, title)?.events ?? []).map((event) => event.kind);
const person = (deal, name) => deal.stakeholders.find((one) => one.name === name);
const summaries = (deal) => deal.interactions.map((one) => one.summary).join("\n");

export const stories = {
    async "a tender, from its documents to the award"(seller, t) {
        await seller.start("Stadtwerke Nordheim", "Metering for 40,000 homes", "Tender (RFP)");
        await seller.details(async (hands) => {
            await hands.write("Deal amount", "€420,000");
            await hands.write("Deal target date", "1 Nov");
            await hands.press("Their event", { role: "radio" });
            await hands.write("Target reason", "The old contract ends");
            await hands.press("Their tender", { role: "radio" });
        });
        await seller.people("Ruth Adler", "Jonas Weiss");
        await seller.log("email from Ruth Adler: documents are here, questions until 22 Jun");
        await seller.log("call Jonas: wants the meters tested on site, send test plan by fri");
        await seller.close("won", { lesson: "We tested on site before anybody asked" });
        const deal = await seller.shown(t);
        assert.deepEqual(deal.amount, { minor: 42000000, currency: "EUR" });
        assert.equal(deal.process, "buyer_led");
        assert.deepEqual([deal.targets.at(-1).date, deal.targets.at(-1).reason, deal.targets.at(-1).note], ["2026-11-01", "buyer_event", "The old contract ends"]);
        assert.deepEqual(deal.interactions.map((one) => [one.kind, one.direction]), [["email", "inbound"], ["call", undefined]]);
        assert.match(summaries(deal), /documents are here/i);
        assert.deepEqual(deal.promises.map((one) => [one.what, one.due]), [["Test plan", "2026-06-19"]]);
        assert.equal(deal.outcome.state, "won");
        assert.equal(deal.lesson, "We tested on site before anybody asked");
    },

    async "a renewal that goes as it should"(seller, t) {
        await seller.start("Kestrel Foods", "Renewal 2027", "Renewal and expansion");
        await seller.details(async (hands) => {
            await hands.write("Deal amount", "36k");
            await hands.write("Deal seller", "Nora Whitfield");
        });
        await seller.people("Ida Holm");
        await seller.log("met Ida: happy with the routes, next: review the numbers next fri");
        await seller.close("won");
        const deal = await seller.shown(t);
        assert.equal(deal.playbook, "renewal-expansion");
        assert.equal(deal.amount.minor, 3600000);
        assert.equal(deal.seller, "Nora Whitfield");
        assert.equal(deal.interactions[0].next.on, "2026-06-26");
        assert.equal(deal.outcome.state, "won");
    },

    async "a deal that stalls and stays open"(seller, t) {
        await seller.start("Orchid Logistics", "Yard planning");
        await seller.people("Marek Nowak");
        await seller.log("call Marek on 20 Mar: likes the idea, no time before summer");
        await seller.details(async (hands) => {
            await hands.write("Private notes", "Do not press before the new plant opens");
            await hands.write("Tags", "stalled");
        });
        const deal = await seller.shown(t);
        assert.equal(deal.opened, "2026-03-20", "the deal began with its first entry");
        assert.equal(deal.interactions[0].on, "2026-03-20");
        assert.equal(deal.notes, "Do not press before the new plant opens");
        assert.deepEqual(deal.tags, [{ name: "stalled" }]);
        assert.equal(deal.outcome, undefined);
    },

    async "an inbound request that is in a hurry"(seller, t) {
        await seller.start("Bright Bikes", "Fleet of 12", "Small and quick");
        await seller.people("Zoe Klein");
        await seller.log("Zoe called: wants an offer this week, send offer by tomorrow");
        await seller.log("email to Zoe: sent the offer, next: call her on mon");
        await seller.close("won", { on: "today" });
        const deal = await seller.shown(t);
        assert.deepEqual(deal.interactions.map((one) => [one.kind, one.direction]), [["call", "inbound"], ["email", "outbound"]]);
        assert.deepEqual(deal.promises.map((one) => one.due), ["2026-06-17"]);
        assert.equal(deal.interactions[1].next.on, "2026-06-22");
        assert.equal(deal.outcome.on, today);
    },

    async "a deal lost to a competitor"(seller, t) {
        await seller.start("Hartwell Group", "Shift planning");
        await seller.people("Marcus Olsen", "Priya Nair");
        await seller.details(async (hands) => {
            await hands.press("Add an alternative");
            await hands.write("New alternative", "Kestrel Routing");
        });
        await seller.log("call Marcus yesterday: budget frozen until Q4, explore declined, send payback sheet by fri");
        await seller.close("lost", {
            to: "Kestrel Routing",
            reasons: ["Price", "Asked too early"],
            why: "Marcus wanted it on their own servers",
            lesson: "Meeting Marcus in April",
        });
        const deal = await seller.shown(t);
        assert.deepEqual(deal.alternatives, [{ name: "Kestrel Routing" }]);
        assert.equal(deal.interactions[0].on, "2026-06-15");
        assert.equal(deal.opened, "2026-06-15");
        assert.deepEqual(moves(deal, "Explore"), ["asked", "declined"]);
        assert.match(deal.concerns[0].text, /budget frozen until Q4/i);
        assert.equal(deal.concerns[0].stakeholder, person(deal, "Marcus Olsen").id);
        assert.deepEqual(deal.promises.map((one) => [one.what, one.due]), [["Payback sheet", "2026-06-19"]]);
        assert.equal(deal.outcome.to, "Kestrel Routing");
        assert.match(deal.outcome.why, /Price.*Asked too early.*Marcus wanted it on their own servers/s);
        assert.equal(deal.lesson, "Meeting Marcus in April");
    },

    async "a deal won before its steps were done"(seller, t) {
        await seller.start("Lindqvist Bakery", "Two ovens", "Small and quick");
        await seller.people("Sofia Lindqvist");
        const steps = (await seller.page.state()).deal.commitments;
        const decision = steps.find((step) => step.decides);
        await seller.commitment(decision.title, "Mark as asked");
        await seller.commitment(decision.title, "Mark as kept");
        await seller.hands.go("Deal");
        await seller.hands.press("Mark as won");
        await seller.page.see(/^Closed /);
        const deal = await seller.shown(t);
        assert.equal(moves(deal, decision.title).at(-1), "kept");
        assert.equal(deal.outcome.state, "won");
        assert.ok(deal.commitments.some((one) => !one.events), "others were never asked for");
    },

    async "a deal without a decision, reopened when they come back"(seller, t) {
        await seller.start("Ferro Steel", "Crane dispatch");
        await seller.details((hands) => hands.write("Deal target date", "19 Jun"));
        await seller.people("Tom Hadley");
        await seller.log("call Tom: the board stops all projects");
        await seller.close("no_decision", { why: "The board stopped all projects" });
        assert.equal((await seller.page.state()).deal.outcome.state, "no_decision");
        await seller.hands.go("Deal");
        await seller.hands.press("Reopen");
        const deal = await seller.shown(t);
        assert.equal(deal.outcome, undefined);
        assert.equal(deal.interactions.length, 1);
    },

    async "a deal from an old CRM, with its history"(seller, t) {
        await seller.start("Vasquez Marine", "Port slots");
        await seller.details((hands) => hands.write("Deal opened", "3 Mar"));
        await seller.people("Leo Vasquez");
        await seller.log("met Leo on 10 Mar: asked time, Leo agreed");
        await seller.log("call Leo on 2 Apr: time kept");
        const deal = await seller.shown(t);
        assert.equal(deal.opened, "2026-03-03");
        assert.deepEqual(deal.interactions.map((one) => one.on), ["2026-03-10", "2026-04-02"]);
        assert.deepEqual(commitment(deal, "Time").events.map((event) => [event.kind, event.on]), [["asked", "2026-03-10"], ["agreed", "2026-03-10"], ["kept", "2026-04-02"]]);
    },

    async "two champions of one name"(seller, t) {
        await seller.start("Berg & Berg", "Payroll");
        await seller.people("Anna Berg");
        await seller.person("Anna Berg", { "Title": "Head of finance" });
        await seller.people("Anna Berg");
        const [first, second] = (await seller.page.state()).deal.stakeholders;
        await seller.log("call Anna Berg: has read it", [["Who Anna Berg (Head of finance) or Anna Berg (2)?", "Anna Berg (Head of finance)"]]);
        await seller.hasLeft("Anna Berg (Head of finance)", "A new job in Oslo");
        const deal = await seller.shown(t);
        assert.notEqual(first.id, second.id);
        assert.deepEqual(deal.interactions[0].people, [first.id]);
        assert.deepEqual(deal.stakeholders.map((one) => one.left), [{ on: today, why: "A new job in Oslo" }, undefined]);
    },

    async "a deal that a colleague takes over"(seller, t) {
        await seller.start("Nordic Timber", "Saw planning");
        await seller.people("Eva Lund");
        await seller.log("met Eva: wants a pilot, send pilot plan by 30 Jun");
        await seller.details((hands) => hands.write("Deal seller", "Ben Okafor"));
        await seller.hands.go("Share");
        await seller.hands.press("Internal", { role: "radio" });
        await seller.hands.press("Copy link");
        const link = await seller.page.clipboard();
        const profile = await Profile.fresh(t, seller.hands.constructor.options);
        const colleague = Seller.at(await profile.open(`?today=${today}&seed=77${new URL(link).hash}`), seller.hands.constructor);
        await colleague.hands.press("Save a copy");
        await colleague.log("call Eva: pilot starts in August");
        const deal = await colleague.shown(t);
        assert.equal(deal.seller, "Ben Okafor");
        assert.equal(deal.interactions.length, 2);
        assert.deepEqual(deal.promises.map((one) => [one.what, one.due]), [["Pilot plan", "2026-06-30"]]);
    },
};

export function tell(name, way, Hands) {
    test(`${name}, by ${way}`, async (t) => {
        await stories[name](await Seller.begin(t, Hands), t);
    });
}
