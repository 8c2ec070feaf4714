// Programs that a browser needs around it, each ended with all that it started.
import { execFileSync, spawn } from "node:child_process";

const firstLine = (text) => text.split("\n").find((line) => line.trim()) ?? "it said nothing";

// What is still there when the tests end in another way than they should ends with them.
const running = new Set();
process.on("exit", () => running.forEach((child) => process.kill(-child.pid)));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

// A program that says when it is ready, or why it is not.
export function started(command, given, { env = process.env, ready, ...options } = {}) {
    return new Promise((done, failed) => {
        const child = spawn(command, given, { stdio: ["ignore", "pipe", "pipe", "pipe"], detached: true, env, ...options });
        let said = "";
        child.once("spawn", () => running.add(child));
        child.once("exit", () => running.delete(child));
        child.on("error", (error) => failed(new Error(`${command} does not start: ${error.message}`)));
        child.on("exit", (code) => failed(new Error(`${command} ended with ${code}: ${firstLine(said)}`)));
        child.stdout.on("data", () => {});
        child.stderr.on("data", (text) => (said += text));
        ready(child, done);
    });
}
// It and all that it started.
export function end(child) {
    if (child.exitCode !== null) return Promise.resolve();
    const ended = new Promise((done) => child.once("exit", done));
    process.kill(-child.pid);
    return ended;
}

// A screen that nobody sees, with a keyboard: what is typed there goes the whole way through the system's own input method.
export async function openScreen() {
    const screen = await started("Xvfb", ["-displayfd", "3", "-screen", "0", "2000x1600x24", "-nolisten", "tcp"], {
        ready: (child, done) => child.stdio[3].once("data", (number) => done({ child, display: `:${String(number).trim()}` })),
    });
    const run = (command, given) => execFileSync(command, given, { env: { ...process.env, DISPLAY: screen.display }, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return {
        display: screen.display,
        close: () => end(screen.child),
        layout: (name) => run("setxkbmap", name.split(" ")),
        keys: (...names) => run("xdotool", ["key", "--delay", "15", ...names]),
        // The window with this in its title hears the keyboard.
        focus: (title) => run("xdotool", ["windowfocus", "--sync", run("xdotool", ["search", "--onlyvisible", "--name", title]).split("\n")[0]]),
    };
}
