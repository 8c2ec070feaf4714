// The page's address: a deal in the fragment, and what tests fix in the query.
export const baseUrl = () => location.origin + location.pathname;
export const query = (name) => new URLSearchParams(location.search).get(name);

export const hasLink = () => location.hash.length > 1;

// A link that came through a mail program may have "%23" for "#": then it stands in the path or in the query.
export function linkInAddress() {
    if (hasLink()) return location.hash;
    const found = /%23d\d+\..*/i.exec(location.pathname + location.search);
    return found ? found[0] : null;
}

export function openUrl(url) {
    // A mail program opens beside the page; a window of its own would stay empty.
    if (url.startsWith("mailto:")) location.href = url;
    else window.open(url, "_blank", "noopener");
}

export function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
