// Tabs save one after the other, so that what one wrote is seen by the next before that one compares and writes. Without Web Locks (an old
// browser, or a page without https) nobody waits, and tabs that saved at the same moment notice it afterwards.
const name = "middleground/storage";
const patience = 2000; // for a tab that stands still in its turn
const news = 25; // what a tab wrote gets to the others after their turn could have begun

const locks = () => navigator.locks;
const later = (ms) => new Promise((done) => setTimeout(done, ms));

// True: now. False: `run` is called when it is our turn, again and again while it answers that there is more.
export function ask(run) {
    if (!locks()) return true;
    const turn = async () => {
        while (run()) await later(0);
    };
    locks()
        .request(name, { signal: AbortSignal.timeout?.(patience) }, async () => {
            await turn();
            const { pending = [] } = await locks().query();
            if (pending.some((one) => one.name === name)) await later(news);
        })
        .catch(turn);
    return false;
}

const isOwnMachine = () => ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);

// Whether this is the first page on an empty storage, and stays the only one that thinks so for as long as it is open. `isEmpty` says what
// storage holds.
export async function isFirst(isEmpty) {
    if (!locks() || !isOwnMachine()) return false;
    return new Promise((answer) => {
        locks()
            .request("middleground/first", { ifAvailable: true }, (lock) => {
                const first = lock !== null && isEmpty();
                answer(first);
                return first ? new Promise(() => {}) : undefined;
            })
            .catch(() => answer(false));
    });
}
