// Which keys the program hears. SDL would take all of them: F1, F5, Tab, Ctrl+R and the rest would be lost for the browser.
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
export const isMac = () => mac;

// With Ctrl (or Cmd): the program's commands, and what moves or selects inside of a text field.
const commands = new Set(["z", "y", "k", "f", "s", "a", "enter", "arrowleft", "arrowright", "arrowup", "arrowdown", "backspace", "delete", "home", "end"]);
const modifiers = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph"]);

function isOurs(event, typing) {
    const key = event.key.toLowerCase();
    if (modifiers.has(event.key)) return true;
    if (/^F\d+$/.test(event.key)) return false;
    const command = mac ? event.metaKey : event.ctrlKey;
    const graph = event.getModifierState("AltGraph"); // Windows says Ctrl+Alt for it: ordinary letters
    if (command && !graph) return !event.altKey && commands.has(key);
    if (event.metaKey || (event.ctrlKey && !graph)) return false;
    // Alt+Left goes back, Alt+D to the address; but Alt with letters types on a Mac.
    if (event.altKey && !graph) return typing && (mac || event.key.length > 1) && !/^Arrow/.test(event.key);
    return true;
}

export function listen(isTyping, isRunning) {
    const filter = (event) => {
        if (!isRunning() || event.target.closest?.("#cover")) {
            event.stopImmediatePropagation();
            return;
        }
        // Releases always pass, or a key would stay down that was pressed before.
        if (event.type === "keyup") return;
        if (!isOurs(event, isTyping())) {
            event.stopImmediatePropagation();
        } else if (!isTyping() && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
            event.preventDefault(); // "/" and "'" search the page in Firefox, space scrolls
        }
    };
    addEventListener("keydown", filter, { capture: true });
    addEventListener("keyup", filter, { capture: true });
    // Letters come from the hidden field.
    addEventListener("keypress", (event) => event.stopImmediatePropagation(), { capture: true });
}
