// Which keys the program hears. SDL would take all of them: F1, F5, Tab, Ctrl+R and the rest would be lost for the browser.
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
export const isMac = () => mac;

// With Ctrl (or Cmd): the program's commands, and what moves or selects inside of a text field. With Shift besides, most letters are
// the browser's: Ctrl+Shift+K, S, Y and A open its own tools.
const commands = new Set(["z", "y", "k", "f", "s", "a", "enter"]);
const commandsWithShift = new Set(["z", "enter"]);
const inText = new Set(["arrowleft", "arrowright", "arrowup", "arrowdown", "backspace", "delete", "home", "end"]);
const modifiers = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph"]);

// Windows says Ctrl+Alt for AltGr, which writes ordinary letters.
const isGraph = (event) => event.getModifierState("AltGraph");
const isCommand = (event) => (mac ? event.metaKey : event.ctrlKey) && !isGraph(event) && !modifiers.has(event.key);

function isOurs(event, typing) {
    const key = event.key.toLowerCase();
    if (modifiers.has(event.key)) return true;
    if (/^F\d+$/.test(event.key)) return false;
    if (isGraph(event) && event.key.length === 1) return false; // SDL would take it for a command; the field writes it
    if (isCommand(event)) {
        if (event.altKey) return false;
        // On a Mac, Cmd+Left outside of a text goes back.
        return inText.has(key) ? typing || !mac : (event.shiftKey ? commandsWithShift : commands).has(key);
    }
    if (event.metaKey || event.ctrlKey) return false;
    // Alt+Left goes back, Alt+D to the address; but on a Mac, Alt types letters and moves by words.
    if (event.altKey) return typing && (mac || (event.key.length > 1 && !/^(Arrow|Home)/.test(event.key)));
    return true;
}

// `isBrowsers`: whether a key does in a text that the browser shows what it does everywhere.
export function listen(isTyping, isBrowsers, isRunning) {
    const filter = (event) => {
        if (!isRunning() || event.target.closest?.("#cover")) {
            event.stopImmediatePropagation();
            return;
        }
        // Releases always pass, or a key would stay down that was pressed before.
        if (event.type === "keyup" || isBrowsers(event)) return;
        if (!isOurs(event, isTyping())) {
            event.stopImmediatePropagation();
        } else if (isCommand(event) || (!isTyping() && event.key.length === 1)) {
            event.preventDefault(); // SDL knows nothing of Cmd; "/" and "'" search the page in Firefox, space scrolls
        }
    };
    addEventListener("keydown", filter, { capture: true });
    addEventListener("keyup", filter, { capture: true });
    // Letters come from the hidden field.
    addEventListener("keypress", (event) => event.stopImmediatePropagation(), { capture: true });
}
