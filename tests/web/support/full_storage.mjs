// Fills the storage of the page's origin to the last character, under a name that is not the program's. How many it took.
export const fillStorage = (page) =>
    page.raw.evaluate(() => {
        let text = "";
        for (let step = 1 << 22; step >= 1; step >>= 1) {
            try {
                while (text.length < 1 << 23) {
                    localStorage.setItem("filler", text + "x".repeat(step));
                    text += "x".repeat(step);
                }
            } catch {
                // smaller steps
            }
        }
        return text.length;
    });
