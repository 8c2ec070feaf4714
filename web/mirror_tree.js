// The program's outline as a tree, in the order in which it is read. An item comes as an array (app/ui/items_json.hpp).
const names = ["role", "id", "parent", "disabled", "level", "kind", "label", "value", "about", "x", "y", "width", "height"];
const pressed = new Set(["button", "link", "field", "checkbox", "radio", "option", "row"]);
export const containers = new Set(["dialog", "navigation", "banner", "main", "aside", "messages", "toast", "group", "table", "list", "listbox", "radiogroup"]);

export function treeOf(rows) {
    const items = rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])));
    const top = { role: "page", children: [], all: items };
    for (const item of items) {
        item.children = [];
        item.is = (kind) => item.kind.split(" ").includes(kind);
        (items[item.parent] ?? top).children.push(item);
    }
    return top;
}

export const middle = (item) => [item.x + item.width / 2, item.y + item.height / 2];

export function holds(item, [x, y]) {
    return item.width > 0 && x >= item.x && x <= item.x + item.width && y >= item.y && y <= item.y + item.height;
}

const folded = (words) => words.toLowerCase();

// Words that are drawn for an item are said by it, and a caption by its field; the others are read where they stand.
export function withoutSaid(children) {
    const speaking = children.filter((child) => child.role !== "words" && !containers.has(child.role));
    const controls = speaking.filter((child) => child.id && pressed.has(child.role));
    const fields = controls.filter((child) => child.role === "field").map((child) => folded(child.label));
    const words = new Set(children.filter((child) => child.role === "words").map((child) => child.label));
    const spoken = new Set(speaking.filter((child) => child.role !== "image").flatMap((child) => [child.label, child.value]));
    const saysIt = (other, child) => other.label === child.label || other.value === child.label;
    const isSaid = (child) => {
        const at = middle(child);
        switch (child.role) {
            case "words":
                return spoken.has(child.label) || speaking.some((other) => holds(other, at)) || fields.some((field) => field.endsWith(folded(child.label)));
            case "heading":
            case "text":
            case "status":
                return controls.some((other) => saysIt(other, child) && holds(other, at));
            case "image":
                return words.has(child.label) || spoken.has(child.label);
            default:
                return false;
        }
    };
    return children.filter((child) => !isSaid(child));
}

export function inOrder(part) {
    const children = withoutSaid(part.children);
    // What stands on one line, or in columns, is drawn in another order than it is read.
    if (part.role === "banner") return children.sort((a, b) => a.x - b.x || a.y - b.y);
    if (part.is?.("columns")) return children.sort((a, b) => a.x - b.x || a.y - b.y);
    return children;
}
