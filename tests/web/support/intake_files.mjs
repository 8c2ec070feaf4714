// What a seller has at hand of one deal: mails to and fro, invitations, an address book, a recorded call. Written for the tests.
const us = "Nora Whitfield <nora@seller.example>";
const people = ["Dana Ortiz <dana@kestrel.example>", "Liam Chen <liam@kestrel.example>", "Priya Nair <priya@kestrel.example>"];
const crlf = (text) => text.replaceAll("\n", "\r\n");

export function mail({ from = people[0], to = us, subject = "Routing pilot", day = "9 Jun 2026", text, number = 1 }) {
    return crlf(`From: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: ${day} 10:${String(number).padStart(2, "0")}:00 +0200\nMessage-ID: <m${number}@kestrel.example>\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`);
}

const theirs = [
    "How long does the pilot take per depot?",
    "I am worried about the effort for our dispatchers. Who would train them?",
    "Our auditor will not accept logs outside of the EU.\n\nWho at your end signs the data agreement?",
    "Thanks, that is what we needed. Have a good weekend.",
];
const ours = ["I will send you the sizing sheet by Friday.", "Here are the 38 answers, the last four follow.", "Could you show me how you plan a tour today?"];

// Twenty mails of three weeks, from and to three people.
export const mails = Array.from({ length: 20 }, (_, i) => {
    const person = people[i % people.length];
    const inbound = i % 2 === 0;
    const day = `${1 + Math.floor(i / 2)} Jun 2026`;
    const text = inbound ? `Hi Nora,\n\n${theirs[Math.floor(i / 2) % theirs.length]}\n\nBest regards,\n${person.split(" ")[0]}` : `Hi ${person.split(" ")[0]},\n\n${ours[Math.floor(i / 2) % ours.length]}\n\nNora`;
    return { name: `mail ${i + 1}.eml`, text: mail({ from: inbound ? person : us, to: inbound ? us : person, subject: `Routing pilot, part ${i + 1}`, day, text, number: i + 1 }) };
});

const address = (who) => /<(.*)>/.exec(who)[1];
const invitation = (number, day, title, status = "CONFIRMED") =>
    crlf(`BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nMETHOD:${status === "CANCELLED" ? "CANCEL" : "REQUEST"}\nBEGIN:VEVENT\nUID:meeting-${number}@seller.example\nDTSTAMP:20260601T080000Z\nDTSTART:${day}T080000Z\nDTEND:${day}T090000Z\nSUMMARY:${title}\nSTATUS:${status}\nORGANIZER;CN=Nora Whitfield:mailto:${address(us)}\nATTENDEE;CN=Dana Ortiz;PARTSTAT=ACCEPTED:mailto:${address(people[0])}\nATTENDEE;CN=Liam Chen:mailto:${address(people[1])}\nEND:VEVENT\nEND:VCALENDAR\n`);

export const invitations = [
    { name: "first look.ics", text: invitation(1, "20260604", "First look at the routes") },
    { name: "security.ics", text: invitation(2, "20260622", "Security review") },
    { name: "steering.ics", text: invitation(3, "20260630", "Steering group") },
];

export const contacts = {
    name: "contacts.vcf",
    text: crlf(
        [...people, "Marta Silva <marta@kestrel.example>"]
            .map((who) => `BEGIN:VCARD\nVERSION:3.0\nFN:${who.split(" <")[0]}\nORG:Kestrel Logistics\nTITLE:Head of ${who.startsWith("Priya") ? "IT" : "Operations"}\nEMAIL;TYPE=WORK:${address(who)}\nEND:VCARD\n`)
            .join(""),
    ),
};

const cue = (from, to, who, text) => `00:${from}.000 --> 00:${to}.000\n<v ${who}>${text}</v>\n`;
export const call = {
    name: "2026-06-05 Kestrel call.vtt",
    text: `WEBVTT\n\n${[
        cue("00:01", "00:09", "Nora Whitfield", "Thank you for your time. What would have to be true for you to go on with this?"),
        cue("00:10", "00:30", "Dana Ortiz", "We need to know what happens when the network in the depot is down. Who is on call at night?"),
        cue("00:31", "00:50", "Liam Chen", "I am concerned about the price per depot. It has to stay below what we pay today."),
        cue("00:51", "01:10", "Nora Whitfield", "I will send you the price list by Monday."),
    ].join("\n")}`,
};

export const everything = [...mails, ...invitations, contacts, call];
