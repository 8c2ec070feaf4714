// Lines of {"name", "value", "unit"} on stdin become an aligned table on stdout.
import { createInterface } from "node:readline";

const rows = [];
for await (const line of createInterface({ input: process.stdin })) {
    if (line.startsWith("{")) {
        rows.push(JSON.parse(line));
    } else if (line.trim()) {
        console.error(line);
    }
}
const shown = (value) => (Number.isInteger(value) ? value.toLocaleString("en") : value.toLocaleString("en", { maximumFractionDigits: 3 }));
const name_width = Math.max(...rows.map((row) => row.name.length));
const value_width = Math.max(...rows.map((row) => shown(row.value).length));
for (const row of rows) {
    console.log(`${row.name.padEnd(name_width)}  ${shown(row.value).padStart(value_width)} ${row.unit}${row.goal ? `   (goal ${row.goal})` : ""}`);
}
