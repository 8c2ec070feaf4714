// From the program's outline to what each element of the mirror is. An item comes as an array (app/ui/items_json.hpp); a node is {key, tag,
// attributes, children, id, text}, where `id` is that of an item that can be focused and pressed.
const names = ["role", "id", "parent", "disabled", "level", "kind", "label", "value", "about", "x", "y", "width", "height"];
const pressed = new Set(["button", "link", "field", "checkbox", "radio", "option", "row"]);
const containers = new Set(["dialog", "navigation", "banner", "main", "aside", "messages", "toast", "group", "table", "list", "listbox", "radiogroup"]);

let typed = null; // {id, owns}: the field that is typed in, and the element that has the caret for it

function treeOf(rows) {
    const items = rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])));
    const top = { role: "page", children: [] };
    for (const item of items) {
        item.children = [];
        item.is = (kind) => item.kind.split(" ").includes(kind);
        (items[item.parent] ?? top).children.push(item);
    }
    return top;
}

const middle = (item) => [item.x + item.width / 2, item.y + item.height / 2];

function holds(item, [x, y]) {
    return item.width > 0 && x >= item.x && x <= item.x + item.width && y >= item.y && y <= item.y + item.height;
}

const folded = (words) => words.toLowerCase();

// Words that are drawn for an item are said by it, and a caption by its field; the others are read where they stand.
function withoutSaid(children) {
    const speaking = children.filter((child) => child.role !== "words" && !containers.has(child.role));
    const controls = speaking.filter((child) => child.id && pressed.has(child.role));
    const fields = controls.filter((child) => child.role === "field").map((child) => folded(child.label));
    const words = new Set(children.filter((child) => child.role === "words").map((child) => child.label));
    const saysIt = (other, child) => other !== child && (other.label === child.label || other.value === child.label);
    const isSaid = (child) => {
        const at = middle(child);
        switch (child.role) {
            case "words":
                return speaking.some((other) => holds(other, at) || saysIt(other, child)) || fields.some((field) => field.endsWith(folded(child.label)));
            case "heading":
            case "text":
            case "status":
                return controls.some((other) => saysIt(other, child) && holds(other, at));
            case "image":
                return words.has(child.label) || speaking.some((other) => saysIt(other, child));
            default:
                return false;
        }
    };
    return children.filter((child) => !isSaid(child));
}

function inOrder(part) {
    const children = withoutSaid(part.children);
    // What stands on one line, or in columns, is drawn in another order than it is read.
    if (part.role === "banner") return children.sort((a, b) => a.x - b.x || a.y - b.y);
    if (part.is?.("columns")) return children.sort((a, b) => a.x - b.x || a.y - b.y);
    return children;
}

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

function statesOf(item) {
    const states = {};
    if (item.disabled) states["aria-disabled"] = "true";
    if (item.about && item.about !== item.label) states["aria-description"] = item.about;
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
const option = (item) => control(item, "option", { "aria-selected": item.value === "selected" || /^chosen/.test(item.value), tabindex: -1 }, [text(item.value && !/^(selected|chosen)$/.test(item.value) ? said(item) : item.label)]);

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

// Runs of the same role become one list.
const runs = {
    row: (nodes, key) => element(key, "ul", { role: "list" }, nodes.map((node) => element(`l${node.key}`, "li", {}, [node]))),
    link: (nodes, key) => element(key, "ul", { role: "list" }, nodes.map((node) => element(`l${node.key}`, "li", {}, [node]))),
    radio: (nodes, key) => element(key, "div", { role: "radiogroup", "aria-label": "Choice" }, nodes),
    option: (nodes, key, label) => element(key, "div", { role: "listbox", "aria-label": label || "Choices" }, nodes),
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
    const close = () => {
        if (run) nodes.push(runs[run.role](run.nodes, `r ${run.nodes[0].key}`, part.label));
        run = null;
    };
    for (const child of children) {
        const grouped = child.role in runs && inside[child.role] !== part.role && !(child.role === "link" && part.role !== "navigation");
        if (!grouped || run?.role !== child.role) close();
        const made = containers.has(child.role) ? container(child, levels) : leaf(child, errors, levels.of);
        if (grouped) {
            run ??= { role: child.role, nodes: [] };
            run.nodes.push(...made);
        } else {
            nodes.push(...made);
        }
    }
    close();
    return nodes;
}

const firstHeading = (part) => part.children.find((child) => child.role === "heading")?.label ?? "";

// The first heading of a page sums it up; below it, levels go up by one at most.
function levelsOf(last = 1) {
    return {
        of: (item) => {
            last = Math.min(item.level || 2, last + 1);
            return last;
        },
    };
}

const tags = { navigation: "nav", banner: "header", main: "main", aside: "aside" };

function container(part, levels) {
    const key = `${part.role} ${part.id || part.label}`;
    if (part.role === "table") return table(part, key, levels);
    const content = contentOf(part, levels);
    if (content.length === 0) return [];
    const label = part.label || (part.role === "group" ? firstHeading(part) : "");
    const named = label ? { "aria-label": label } : {};
    if (part.role in tags) return [element(key, tags[part.role], named, content)];
    if (part.role === "group" && !label) return [element(key, "div", {}, content)];
    const modal = part.role === "dialog" && part.is("modal") ? { "aria-modal": "true" } : {};
    return [element(key, "div", { role: part.role, ...named, ...modal }, content)];
}

function table(part, key, levels) {
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
    return [element(key, "table", {}, [head, element("body", "tbody", {}, body)])];
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
    return { page: keyed([...nodes, ...over]), messages, toast };
}
