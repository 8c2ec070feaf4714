// Twenty deals as a seller has them on a Monday morning, each at another stage and with other things to do: what is asked of whoever opens the
// program then. No samples; every name is made up.

export const monday = "2026-06-15";

const day = (ago) => new Date(Date.parse(monday) - ago * 86400000).toISOString().slice(0, 10);
const steps = [
    ["time", "Time", []], ["explore", "Explore", [0]], ["change", "Change", [1]], ["collaborate", "Collaborate", [1]], ["build-consensus", "Build consensus", [3]],
    ["invest", "Invest", [2, 4]], ["review", "Review", [3]], ["resolve-concerns", "Resolve concerns", [3]], ["decide", "Decide", [5, 6, 7]], ["execute", "Execute", [8]],
];
// Account, what it is about, its people: who decides, who approves, who is for it, who uses it. `kept`: steps; `days`: the last of them.
const accounts = [
    ["Solberg Marine", "Fleet maintenance plan", ["Ingrid Solberg", "Peder Haug", "Rafael Ortega", "Mia Lund"], 3, 6],
    ["Ostara Clinics", "Shift planning, 4 wards", ["Dr. Amara Oyelaran", "Felix Brandt-Hofer", "Nadia Petrova", "Tilda Berg"], 5, 9],
    ["Halden Rail", "Spare parts forecast", ["Knut Halden", "Sara Viken", "Jonas Eide", "Liv Moen"], 2, 12],
    ["Corvid Logistics", "Yard slots", ["Rui Costa", "Helena Dias", "Tomas Prado", "Ines Faria"], 6, 3],
    ["Meridian Paper", "Energy metering", ["Otto Lehmann", "Greta Voss", "Karl Anders", "Petra Sohl"], 7, 4],
    ["Tamarind Foods", "Recipe costing", ["Asha Menon", "Vikram Rao", "Leela Nair", "Dev Patel"], 4, 21],
    ["Northgate Schools", "Timetabling for six schools and the training of their administrators", ["Eleanor Whitcombe-Fairweather", "Hugh Barlow", "Priya Shah", "Owen Price"], 1, 15],
    ["Vasara Timber", "Log tracing", ["Aino Vasara", "Mikko Laine", "Eero Salo", "Kaisa Niemi"], 5, 18],
    ["Brook & Hale", "Contract archive", ["Judith Hale", "Simon Brook", "Carla Reyes", "Neil Ward"], 3, 8],
    ["Pallas Ceramics", "Kiln scheduling", ["Dimitra Pallas", "Nikos Rallis", "Eleni Stavrou", "Yannis Kotsis"], 6, 5],
    ["Greyfield Council", "Permit desk", ["Marian Stokes", "Alan Pryce", "Beth Nolan", "Imran Aziz"], 2, 27],
    ["Lumen Optics", "Coating line data", ["Claire Dubois", "Hugo Martin", "Lea Simon", "Paul Girard"], 4, 2],
    ["Kestrel Air", "Crew rostering", ["Daniel Frost", "Maya Singh", "Tom Ellery", "Zoe Park"], 8, 1],
    ["Arbor Hotels", "Housekeeping rota", ["Lucia Bianchi", "Marco Ferri", "Elena Greco", "Sara Conti"], 3, 30],
    ["Fjord Dairy", "Cold chain alarms", ["Astrid Dahl", "Nils Berge", "Kari Strand", "Ola Vik"], 5, 11],
    ["Sable Insurance", "Claims triage", ["Victor Sable", "Renee Holt", "Marcus Dean", "Anita Rose"], 4, 55],
    ["Quarry & Sons", "Blast reports", ["Gareth Quarry", "Dylan Rees", "Megan Pugh", "Rhys Owen"], 1, 62],
    ["Helix Labs", "Sample tracking", ["Dr. Yuki Tanaka", "Ben Archer", "Sana Malik", "Leo Grant"], 0, 0],
    ["Orchard Credit Union", "Loan intake", ["Patricia Gomez", "Luis Ortiz", "Carmen Vega", "Rosa Leon"], 0, 0],
    ["Zephyr Cycles", "Returns desk", ["Emma de Wit", "Bram Visser", "Sanne Bakker", "Daan Smit"], 1, 4],
];
const roles = [
    ["Managing director", "executive", "decision_maker", 90], ["Head of finance", "finance", "approver", 75],
    ["Operations manager", "operations", "influencer", 65], ["Team lead", "end_user", "user", 40],
];
const stances = ["neutral", "sceptical", "supportive", "neutral"];

// What is in one deal and not in the others, by its place in the list.
const more = {
    0: (deal, [, , third]) => deal.promises.push({ id: "r00001", to: third, what: "Sample of the parts data", due: day(4), events: [{ kind: "made", on: day(12) }] }),
    1: (deal, [first]) => deal.concerns.push({ id: "q00101", stakeholder: first, kind: "question", text: "Who enters the night shifts?", events: [{ kind: "raised", on: day(2) }] }),
    2: (deal, [, second]) => deal.concerns.push({ id: "q00201", stakeholder: second, text: "Payback takes longer than two years", events: [{ kind: "raised", on: day(9) }] }),
    3: (deal, [first]) => deal.promises.push({ id: "r00301", to: first, what: "Figures of two other yards", due: day(0), events: [{ kind: "made", on: day(6) }] }),
    4: (deal, [first, second], ids) => deal.interactions.push({ id: "m00401", on: day(4), kind: "call", people: [first, second], summary: "Walked through the offer.", next: { commitment: ids[8], on: day(0), what: "Go through the offer once more" } }),
    5: (deal, [, , third]) => deal.interactions.push(...[20, 13, 6].map((ago, at) => ({ id: `m0050${at}`, on: day(ago), kind: "email", direction: "outbound", people: [third], summary: "Asked how the costing went." }))),
    8: (deal, [first]) => deal.interactions.push({ id: "m00801", on: day(1), kind: "email", direction: "inbound", people: [first], summary: "Can you send the security paper before Wednesday?" }),
    9: (deal, [first, , third], ids) => deal.interactions.push({ id: "m00901", on: day(5), kind: "meeting", people: [first, third], summary: "Saw the kiln plan.", next: { commitment: ids[6], on: day(-1), what: "Review with the works council" } }),
    11: (deal, [, second]) => deal.concerns.push({ id: "q01101", stakeholder: second, kind: "question", text: "Does it run without a connection?", events: [{ kind: "raised", on: day(5) }] }),
    12: (deal, [first], ids) => (deal.commitments.find(({ id }) => id === ids[8]).events = [{ kind: "asked", on: day(1), by: "them", who: [first] }]),
    14: (deal) => (deal.stakeholders[0].stances.push({ on: day(3), stance: "neutral", why: "After the audit", not_before: day(-45) })),
    19: (deal, [, , third]) => deal.promises.push({ id: "r01901", to: third, what: "Price list", due: day(-2), events: [{ kind: "made", on: day(3) }] }),
};

export function mondayDeals() {
    return accounts.map(([account, title, names, kept, last], place) => {
        const id = `d${String(place + 1).padStart(5, "0")}`;
        const people = names.map((_, at) => `p${String(place).padStart(3, "0")}${at}0`);
        const ids = steps.map((_, at) => `c${String(place).padStart(3, "0")}${at}0`);
        const opened = day(last + 14 + kept * 11);
        const deal = {
            id, title, account, amount: { minor: (place + 2) * 900000, currency: "EUR" }, seller: "Nora Whitfield", playbook: "ten-commitments", opened, expected_group_size: 6,
            stakeholders: names.map((name, at) => ({
                id: people[at], created: opened, name, title: roles[at][0], function: roles[at][1], role: roles[at][2], influence: roles[at][3],
                stances: kept > at ? [{ on: day(last + 1), stance: stances[(at + place) % 4 === 1 ? 1 : at] }] : [],
            })),
            commitments: steps.map(([step, name, before], at) => ({
                id: ids[at], created: opened, step, title: name, prerequisites: before.map((one) => ids[one]), buyer_owner: people[at < 2 ? 2 : 0], ...(step === "decide" ? { decides: true } : {}),
                events: at < kept ? [{ kind: "asked", on: day(last + 10 * (kept - at)) }, { kind: "kept", on: day(last + 10 * (kept - 1 - at)) }]
                    : at === kept && place % 3 === 0 && kept > 0 ? [{ kind: "asked", on: day(Math.max(1, last - 1)) }] : [],
            })),
            interactions: kept > 0 ? [{ id: `m${String(place).padStart(3, "0")}99`, created: day(last), on: day(last), kind: "call", people: [people[0], people[2]], summary: "Talked about what comes next." }] : [],
            concerns: [], promises: [],
        };
        more[place]?.(deal, people, ids);
        return deal;
    });
}

export const storeMonday = (raw) =>
    raw.addInitScript((all) => {
        if (localStorage.length > 0) return;
        for (const one of all) localStorage.setItem(`middleground/deal/${one.id}`, JSON.stringify({ middleground: 2, deal: one }));
    }, mondayDeals());
