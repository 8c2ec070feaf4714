// Some mail programs and documents turn the "#" of a link into "%23", so that the deal becomes part of the path.
"use strict";
(() => {
    const place = location.href.search(/%23d\d+\./i);
    if (place > 0) location.replace(location.href.slice(0, place) + "#" + location.href.slice(place + 3));
})();
