// What the readers' worker runs (readers.js starts it): files go in, one after the other, what stood in them comes out as text. Whatever goes wrong in
// here ends at most this worker.
import createReaders from "./@@middleground-readers.js@@";

const coming = createReaders();
coming.catch(() => {}); // heard with the first file

// Empty: the page's program reads such a file itself.
function read(readers, { name, bytes, today, utcMinutes }) {
    const given = [name, today].map((text) => readers.stringToNewUTF8(text.replaceAll("\0", "")));
    const place = readers._malloc(bytes.byteLength || 1);
    if (!place) throw new Error("there is not enough memory for it");
    readers.HEAPU8.set(new Uint8Array(bytes), place);
    const answer = readers._mg_read(given[0], place, bytes.byteLength, given[1], utcMinutes);
    if (!answer) throw new Error("there is not enough memory for what is in it");
    const text = readers.UTF8ToString(answer);
    for (const pointer of [answer, place, ...given]) readers._free(pointer);
    return text;
}

addEventListener("message", async ({ data }) => {
    let readers;
    try {
        readers = await coming;
    } catch (error) {
        postMessage({ missing: String(error?.message ?? error) });
        return;
    }
    try {
        postMessage({ text: read(readers, data) });
    } catch (error) {
        postMessage({ failed: String(error?.message ?? error) });
    }
});
