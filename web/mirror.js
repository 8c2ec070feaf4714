// What the canvas shows, as elements that nobody sees, for screen readers and other aids: made from the program's outline whenever it has come
// to rest, and changed only where that has. The keyboard's focus is the same here and there: the program's moves ours, ours the program's,
// and a press here is a press there. A text is typed into the field of typing.js, which stands in the place of the program's own.
import { rolesOf } from "./@@mirror_roles.js@@";
import { isTyping, offerLists, ownedId } from "./@@typing.js@@";

const whenIdle = window.requestIdleCallback ? (work) => requestIdleCallback(work, { timeout: 200 }) : (work) => setTimeout(work, 0);

export class Mirror {
    #program;
    #frames;
    #root = document.getElementById("mirror");
    #asked = false;
    #seen = -1; // frames that were drawn when the outline was last asked for
    #elements = new Map(); // by the program's id
    #moving = false; // the focus, by us
    #items = []; // of the outline
    #focus = 0; // the program's, by its id
    #typed = 0; // the field that is typed in
    #placed = null; // the element that has it
    #messages;
    #toast;

    constructor(program, frames) {
        this.#program = program;
        this.#frames = frames;
        // Live regions speak of what changes in them: they have to be there before.
        this.#messages = this.#live("messages");
        this.#toast = this.#live("toast");
        this.#root.addEventListener("focusin", (event) => {
            const id = this.#moving ? 0 : event.target.mirrored;
            if (id && id !== this.#focus) program.reach(id, false);
        });
        this.#root.addEventListener("click", (event) => {
            for (let at = event.target; at && at !== this.#root; at = at.parentElement) {
                if (at.mirrored) return program.reach(at.mirrored, true);
            }
        });
        const canvas = document.getElementById("canvas");
        canvas.removeAttribute("aria-label");
        canvas.setAttribute("aria-hidden", "true");
    }

    #live(part) {
        const region = document.createElement("div");
        region.setAttribute("role", "status");
        region.dataset.part = part;
        this.#root.append(region);
        return region;
    }

    // Nothing is to be drawn for now.
    rest() {
        if (this.#asked) return;
        this.#asked = true;
        whenIdle(() => {
            this.#asked = false;
            this.#update();
        });
    }

    #update() {
        const drawn = this.#program.frames();
        if (!this.#frames.idle || drawn === this.#seen) return;
        const outline = this.#program.outline();
        // Whether it is typed in a field is not in the outline.
        const typed = isTyping() ? this.#focus : 0;
        // What was told once is not told again: it is shown even when it moves again, and will be asked again.
        if (outline || typed !== this.#typed) this.#show(outline ?? { focus: this.#focus, cursor: true });
        if (!this.#frames.idle) return;
        this.#seen = drawn;
        this.#root.dataset.frames = drawn;
    }

    // Without items: only the focus has moved.
    #show({ items, focus, cursor }) {
        const typing = isTyping();
        const followed = this.#root.contains(document.activeElement);
        const typed = typing ? focus : 0;
        if (items) this.#items = items;
        if (items || typed !== this.#typed) this.#build(typed);
        this.#typed = typed;
        const element = this.#elements.get(focus);
        this.#focus = focus;
        this.#place(element, this.#items.find((item) => item[1] === focus));
        // The field for typing has the focus then.
        if (typing || !element || element === document.activeElement || !(cursor || followed)) return;
        this.#moving = true;
        element.focus({ preventScroll: true });
        this.#moving = false;
    }

    #build(typed) {
        const { page, messages, toast, lists, chosen } = rolesOf(this.#items, typed ? { id: typed, owns: ownedId } : null);
        this.#elements.clear();
        this.#fill(this.#messages, messages);
        this.#fill(this.#toast, toast);
        this.#fill(this.#root, page, [this.#messages, this.#toast]);
        offerLists(typed ? lists : [], chosen);
    }

    // What has the focus lies where it is drawn, so that a magnifier of the system goes there with it.
    #place(element, item) {
        if (this.#placed && this.#placed !== element) this.#placed.removeAttribute("style");
        this.#placed = element ?? null;
        if (!element) return;
        const [x, y, width, height] = item.slice(9);
        Object.assign(element.style, { position: "fixed", left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    }

    // Makes the children of the element what the nodes say; those of the same key stay, in their order.
    #fill(parent, nodes, others = []) {
        const had = new Map();
        for (const child of parent.childNodes) {
            if (!others.includes(child)) had.set(child.mirrorKey, child);
        }
        const wanted = nodes.map((node) => {
            const old = had.get(node.key);
            const kept = old && old.mirrorTag === node.tag ? old : null;
            if (kept) had.delete(node.key);
            return this.#made(kept, node);
        });
        for (const gone of had.values()) gone.remove();
        let at = parent.firstChild;
        for (const child of wanted) {
            while (at && others.includes(at)) at = at.nextSibling;
            if (child === at) at = at.nextSibling;
            else parent.insertBefore(child, at);
        }
    }

    #made(old, node) {
        if (node.tag === "#text") {
            const text = old ?? document.createTextNode(node.text);
            if (text.data !== node.text) text.data = node.text;
            text.mirrorKey = node.key;
            text.mirrorTag = node.tag;
            return text;
        }
        const element = old ?? document.createElement(node.tag);
        element.mirrorKey = node.key;
        element.mirrorTag = node.tag;
        element.mirrored = node.id;
        if (node.id) this.#elements.set(node.id, element);
        for (const name of element.getAttributeNames()) {
            if (!(name in node.attributes) && name !== "style") element.removeAttribute(name);
        }
        for (const [name, value] of Object.entries(node.attributes)) {
            if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
        }
        this.#fill(element, node.children);
        return element;
    }
}
