// From the program's outline to what each element of the mirror is: a node {key, tag, attributes, children, id, text}, where `id` is that of an
// item that can be focused and pressed.
import { containers, holds, inOrder, middle, treeOf, withoutSaid } from "./@@mirror_tree.js@@";

let typed = null; // {id, owns}: the field that is typed in, and the element that has the caret for it
let lists = []; // ids of those that are open
let highlighted = null; // the entry of an open list that the arrow keys have come to

function keyed(nodes) {
    const seen = new Map();
    for (const node of nodes) {
        const times = seen.get(node.key) ?? 0;
        seen.set(node.key, times + 1);
        if (times > 0) node.key += `#${times}`;
    }
    return nodes;
}

const text = (words) => ({ key: "text", tag: "#text", text: words });
const element = (key, tag, attributes = {}, children = [], id = 0) => ({ key, tag, attributes, children: keyed(children), id });
// "Close date: 24 Aug to 20 Dec"; the value alone is not said twice.
const said = (item) => (item.value && !item.label.endsWith(item.value) ? [item.label, item.value].filter(Boolean).join(": ") : item.label);

// A number is not said by being a part of another one.
const holdsWords = (words, about) => (/^\d+$/.test(about) ? words.split(/\D+/).includes(about) : words.includes(about));

function statesOf(item) {
    const states = {};
    if (item.disabled) states["aria-disabled"] = "true";
    if (item.about && !holdsWords(said(item), item.about)) states["aria-description"] = item.about;
    return states;
}

function control(item, role, attributes = {}, words = []) {
    const key = item.id ? `i${item.id}` : `${role} ${item.label}`;
    const all = { role, ...(item.id ? { tabindex: 0 } : {}), ...statesOf(item), ...attributes };
    return element(key, "span", all, words, item.id);
}

function button(item) {
    const selected = item.value === "selected";
    const extra = item.value && !selected ? `, ${item.value}` : "";
    const attributes = selected || item.is("toggle") ? { "aria-pressed": selected } : {};
    return control(item, "button", attributes, [text((item.label || item.about || "Button") + extra)]);
}

function link(item) {
    const attributes = item.is("current") ? { "aria-current": "page" } : {};
    return control(item, "link", attributes, [text(said(item))]);
}

function checkbox(item) {
    const on = item.value !== "" && item.value !== "off";
    const label = item.label || item.about || "Switch";
    const named = { ...item, about: item.label ? item.about : "" };
    return control(named, item.is("switch") ? "switch" : "checkbox", { "aria-checked": on }, [text(label)]);
}

const radio = (item) => control(item, "radio", { "aria-checked": item.value === "on" || item.value === "chosen" || item.value === "selected" }, [text(item.label)]);
const optionId = (item) => `option-${item.id}`;
const option = (item) => control(item, "option", { id: optionId(item), "aria-selected": item.value === "selected" || /^chosen/.test(item.value), tabindex: -1 }, [text(item.value && !/^(selected|chosen)$/.test(item.value) ? said(item) : item.label)]);

function field(item, errors) {
    const nodes = [];
    const error = errors.get(item.id);
    const attributes = { "aria-label": item.label || item.about || "Text" };
    const about = { ...item, about: item.label ? item.about : "" };
    if (error) {
        attributes["aria-invalid"] = "true";
        attributes["aria-describedby"] = `error-${item.id}`;
    }
    if (item.is("multiline")) attributes["aria-multiline"] = "true";
    if (item.is("combobox")) {
        attributes["aria-haspopup"] = "listbox";
        attributes["aria-expanded"] = item.is("expanded");
        if (item.is("expanded") && highlighted) attributes["aria-activedescendant"] = optionId(highlighted);
    }
    const words = item.value ? [text(item.value)] : [];
    if (typed?.id === item.id) {
        nodes.push(element(`i${item.id}`, "span", { "aria-owns": typed.owns }, [], item.id));
    } else {
        nodes.push(control(about, item.is("combobox") ? "combobox" : "textbox", attributes, words));
    }
    if (error) nodes.push(element(`e${item.id}`, "p", { id: `error-${item.id}` }, [text(error.label)]));
    return nodes;
}

function leaf(item, errors, level) {
    switch (item.role) {
        case "button":
            return [button(item)];
        case "link":
            return [link(item)];
        case "checkbox":
            return [checkbox(item)];
        case "radio":
            return [radio(item)];
        case "option":
            return [option(item)];
        case "field":
            return field(item, errors);
        case "row":
            return [item.id ? control(item, "button", item.value === "selected" ? { "aria-current": "true" } : {}, [text(item.value === "selected" ? item.label : said(item))]) : element(`t ${item.label}`, "span", {}, [text(said(item))])];
        case "heading":
            return [element(`h ${item.label}`, `h${level(item)}`, {}, [text(said(item))])];
        case "image":
            return [element(`g ${item.label}`, "span", { role: "img", "aria-label": item.label, ...(item.value ? { "aria-description": item.value } : {}) })];
        case "error":
            return [];
        case "text":
            if (item.is("chart")) return [element(`g ${item.label}`, "span", { role: "img", "aria-label": `${said(item)}. ${item.about}` })];
            return [element(`t ${item.label}`, "p", {}, [text(item.is("") && item.about ? `${said(item)}, ${item.about}` : said(item))])];
        default:
            return [element(`t ${item.label}`, "p", {}, [text(said(item))])];
    }
}

function nextList() {
    lists.push(`list-${lists.length}`);
    return lists.at(-1);
}

// Runs of the same role become one list.
const list = (entries, key) => element(key, "ul", { role: "list" }, entries.map((nodes) => element(`l ${nodes[0].key}`, "li", {}, nodes)));
const runs = {
    row: list,
    link: list,
    radio: (entries, key, label, caption) => element(key, "div", { role: "radiogroup", "aria-label": caption || label || "Choice" }, entries.flat()),
    option: (entries, key, label) => element(key, "div", { role: "listbox", id: nextList(), "aria-label": label || "Choices" }, entries.flat()),
};
const inside = { radio: "radiogroup", option: "listbox" };

function contentOf(part, levels) {
    const children = inOrder(part);
    // What a dialog is called is drawn at its top.
    for (const child of children) {
        if (part.role === "dialog" && child.role === "words" && child.label === part.label) child.role = "heading";
    }
    const errors = new Map(children.filter((child) => child.role === "error").map((child) => [child.id, child]));
    const nodes = [];
    let run = null;
    let caption = ""; // the words before
    const close = () => {
        if (run) nodes.push(runs[run.role](run.entries, `r ${run.entries[0][0].key}`, part.label, run.caption));
        run = null;
    };
    // What lies on a row, or as a button beside it, is of its entry in the list.
    const rows = children.filter((child) => child.role === "row");
    const liesOn = (row, child) => {
        const [x, y] = middle(child);
        return holds(row, [x, y]) || (child.role === "button" && holds(row, [row.x, y]));
    };
    const rowOf = (child) => (child.role === "row" || containers.has(child.role) ? null : rows.find((row) => liesOn(row, child)));
    const onRow = new Map(children.map((child) => [child, rowOf(child)]));
    for (const child of children) {
        if (onRow.get(child)) continue;
        const grouped = child.role in runs && inside[child.role] !== part.role && !(child.role === "link" && part.role !== "navigation");
        if (!grouped || run?.role !== child.role) close();
        const made = containers.has(child.role) ? container(child, levels, part) : leaf(child, errors, levels.of);
        for (const other of children) if (child.role === "row" && onRow.get(other) === child) made.push(...leaf(other, errors, levels.of));
        if (grouped) {
            run ??= { role: child.role, entries: [], caption };
            run.entries.push(keyed(made));
        } else {
            nodes.push(...made);
        }
        caption = child.role === "words" || child.role === "text" ? child.label : "";
    }
    close();
    return nodes;
}

const firstHeading = (part) => part.children.find((child) => child.role === "heading")?.label ?? "";

// The first heading of a page sums it up; below it, levels go up by one at most.
function levelsOf(above = 1) {
    const given = []; // for each level that was asked for, since one above it
    return {
        of: (item) => {
            const wanted = item.level || 2;
            given.length = Math.min(given.length, wanted + 1);
            given[wanted] ??= Math.min(wanted, 1 + Math.max(above, ...given.filter(Boolean)));
            return given[wanted];
        },
    };
}

const tags = { navigation: "nav", banner: "header", main: "main", aside: "aside" };

function container(part, levels, around) {
    const key = `${part.role} ${part.id || part.label}`;
    if (part.role === "table") return table(part, key, levels, around?.label || (around && firstHeading(around)));
    const content = contentOf(part, levels);
    if (content.length === 0) return [];
    const label = part.label || (part.role === "group" ? firstHeading(part) : "");
    const named = label ? { "aria-label": label } : {};
    if (part.role in tags) return [element(key, tags[part.role], named, content)];
    if (part.role === "group" && !label) return [element(key, "div", {}, content)];
    if (part.role === "listbox") named.id = nextList();
    const modal = part.role === "dialog" && part.is("modal") ? { "aria-modal": "true" } : {};
    return [element(key, "div", { role: part.role, ...named, ...modal }, content)];
}

function table(part, key, levels, label) {
    const columns = part.children.filter((child) => child.role === "column");
    const heads = columns.map((column) => {
        const press = part.children.find((child) => child.role === "button" && holds(column, middle(child)));
        const sort = column.value ? { "aria-sort": column.value } : {};
        const words = press ? [button({ ...press, value: "" })] : [text(column.label)];
        return column.label ? element(`c ${column.label}`, "th", { scope: "col", ...sort }, words) : element(`c ${column.x}`, "td");
    });
    const rows = part.children.filter((child) => child.role === "row");
    const body = rows.map((row) => tableRow(row, columns, levels));
    const head = element("head", "thead", {}, [element("row", "tr", {}, heads)]);
    return [element(key, "table", label ? { "aria-label": label } : {}, [head, element("body", "tbody", {}, body)])];
}

function columnOf(item, columns) {
    const [x] = middle(item);
    const inside = columns.findIndex((column) => x >= column.x - 8 && x <= column.x + column.width + 8);
    return inside >= 0 ? inside : columns.findLastIndex((column) => item.x >= column.x - 8);
}

function tableRow(row, columns, levels) {
    const cells = columns.map(() => []);
    for (const child of withoutSaid(row.children)) {
        if (child.role === "words" && row.label.endsWith(child.label)) continue;
        const at = Math.max(0, columnOf(child, columns));
        const made = containers.has(child.role) ? container(child, levels) : leaf(child, new Map(), levels.of);
        const plain = ["words", "text", "status"].includes(child.role) ? [element(made[0].key, "span", {}, [text(said(child) + " ")])] : made;
        cells[at]?.push(...plain);
    }
    const open = control(row, "button", row.value === "selected" ? { "aria-current": "true" } : {}, [text(row.label + " ")]);
    const first = columns.findIndex((column) => column.label);
    cells[Math.max(0, first)]?.unshift(open);
    return element(`row ${row.id}`, "tr", {}, cells.map((cell, index) => element(`${index}`, "td", {}, cell)));
}

// Dialogs lie over the page wherever they are drawn from, and the page cannot be reached below them.
function dialogsOf(part, found = []) {
    for (const child of part.children) dialogsOf(child, found);
    found.push(...part.children.filter((child) => child.role === "dialog" && child.is("modal")));
    part.children = part.children.filter((child) => child.role !== "dialog" || !child.is("modal"));
    return found;
}

// What the page says of itself stands first; where its own first heading says the same, that is it.
function summed(main) {
    const headings = [];
    const look = (part) => {
        for (const child of part.children) {
            if (child.role === "heading") headings.push(child);
            look(child);
        }
    };
    look(main);
    const [own, next] = headings;
    const needless = own?.level === 1 && (own.label === "" || own.label === next?.label);
    if (needless) main.children = main.children.filter((child) => child !== own);
    const first = needless ? next : own;
    if (first) first.level = 1;
}

// What the page, its messages and its toast are made of. `typing`: see `typed`.
export function rolesOf(rows, typing) {
    typed = typing;
    const top = treeOf(rows);
    lists = [];
    highlighted = top.all.findLast((item) => item.is("highlighted")) ?? null;
    const dialogs = dialogsOf(top);
    const take = (role) => {
        const parts = top.children.filter((child) => child.role === role);
        top.children = top.children.filter((child) => child.role !== role);
        return parts.flatMap((part) => contentOf(part, levelsOf()));
    };
    const messages = keyed(take("messages"));
    const toast = keyed(take("toast"));
    for (const part of top.children) if (part.role === "main") summed(part);
    // Headings of the page are counted from its own first one.
    const nodes = top.children.flatMap((part) => (containers.has(part.role) ? container(part, levelsOf(part.role === "main" ? 0 : 1)) : leaf(part, new Map(), levelsOf().of)));
    const over = dialogs.flatMap((dialog) => container(dialog, levelsOf()));
    if (over.length > 0) for (const node of [...nodes, ...over.slice(0, -1)]) if (node.attributes) node.attributes.inert = "";
    const offers = top.all.some((item) => item.id === typing?.id && item.is("expanded"));
    return { page: keyed([...nodes, ...over]), messages, toast, lists: offers ? lists : [], chosen: highlighted ? optionId(highlighted) : null };
}
