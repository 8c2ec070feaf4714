// The page by ear: what a screen reader finds in the browser's accessibility tree, and what it does with it. Nothing here knows of places.
import assert from "node:assert/strict";

export class Mirror {
    constructor(page) {
        this.page = page;
        this.raw = page.raw;
    }

    // Until the mirror shows what is drawn.
    async settled() {
        await this.page.settled();
        await this.raw.waitForFunction(() => window.middleground.idle() && Number(document.getElementById("mirror").dataset.frames) === window.middleground.frames());
    }
    // The nth element of that role and name, as the browser computes them.
    async find(role, name, { nth = 0 } = {}) {
        await this.settled();
        const all = await this.#all(role, name);
        if (all.length <= nth) assert.fail(`there is no ${role} "${name}" in the mirror:\n${this.raw.byRole ? "" : await this.outline()}`);
        return all[nth];
    }
    #all(role, name) {
        return this.raw.byRole?.(role, name) ?? this.raw.locator("body").getByRole(role, { name, exact: typeof name === "string" }).all();
    }
    async has(role, name) {
        await this.settled();
        if (this.raw.byRole) return (await this.raw.byRole(role, name)).length > 0;
        const is = (node) => !node.ignored && node.role?.value === role && (name instanceof RegExp ? name.test(nameOf(node)) : nameOf(node) === name);
        return (await this.#nodes()).some(is);
    }
    // As a screen reader does it: the element's own action.
    async press(role, name, options) {
        await (await this.find(role, name, options)).evaluate((element) => element.click());
        await this.settled();
    }
    async focus(role, name, options) {
        await (await this.find(role, name, options)).evaluate((element) => element.focus());
        await this.settled();
    }
    // Into the field, in place of what it holds.
    async type(name, text, { role = "textbox", ...options } = {}) {
        await this.focus(role, name, options);
        await this.raw.keyboard.press("Control+a");
        await this.raw.keyboard.type(text);
        await this.settled();
    }
    async keys(...keys) {
        for (const key of keys) {
            await this.raw.keyboard.press(key);
            await this.settled();
        }
    }
    // Role and name of what has the focus, by the browser; "nothing" for the page itself.
    async focused() {
        await this.settled();
        const nodes = await this.#nodes();
        const has = (node) => node.role?.value !== "RootWebArea" && node.properties?.some(({ name, value }) => name === "focused" && value.value === true);
        const node = nodes.find(has);
        return node ? `${node.role.value} "${node.name?.value ?? ""}"` : "nothing";
    }
    async #nodes() {
        this.cdp ??= await this.raw.context().newCDPSession(this.raw);
        return (await this.cdp.send("Accessibility.getFullAXTree")).nodes;
    }

    // What is said, one line for each node: role, level, "name", states; what lies in it two columns further in. `roles`: only of what lies at the top
    // with one of these.
    async outline(roles = null) {
        await this.settled();
        const nodes = await this.#nodes();
        const byId = new Map(nodes.map((node) => [node.nodeId, node]));
        const lines = [];
        const visit = (node, depth, above = "") => {
            const line = lineOf(node, above);
            if (line !== null && depth === 0 && roles && !roles.includes(node.role.value)) return;
            if (line !== null) lines.push("  ".repeat(depth) + line);
            for (const id of node.childIds ?? []) {
                const child = byId.get(id);
                if (child) visit(child, line === null ? depth : depth + 1, line === null ? above : nameOf(node));
            }
        };
        visit(nodes[0], 0);
        return lines.join("\n") + "\n";
    }
}

const passed = new Set(["none", "generic", "InlineTextBox", "RootWebArea", "Iframe", "ListMarker"]);
const states = ["checked", "pressed", "expanded", "selected", "disabled", "invalid", "modal", "multiline", "live"];

const nameOf = (node) => node.name?.value?.trim() ?? "";

// `above`: the name of what it lies in, which is not said twice.
function lineOf(node, above) {
    const role = node.role?.value ?? "none";
    if (node.ignored || passed.has(role)) return null;
    const name = nameOf(node);
    if (role === "StaticText") return name && name !== above ? `text "${name}"` : null;
    let line = role;
    if (name) line += ` "${name}"`;
    if (node.value?.value) line += ` = "${node.value.value}"`;
    if (role === "heading") line = `heading ${node.properties.find((one) => one.name === "level").value.value} "${name}"`;
    for (const { name: state, value } of node.properties ?? []) {
        if (states.includes(state) && value.value !== false && value.value !== "false") line += ` ${state}${value.value === true || value.value === "true" ? "" : `=${value.value}`}`;
        if (state === "checked" && value.value === "false") line += " unchecked";
    }
    if (node.description?.value) line += ` (${node.description.value})`;
    return line;
}
