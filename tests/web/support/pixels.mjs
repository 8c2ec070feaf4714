// Finds on a picture what the browser itself draws for a text with the fonts that the program asks it for.

// `png`: a picture of the page; `area`: [left, top, width, height] of it, in its pixels. `weights`: of which it may be. The place where the text
// fits best, and how far each of its pixels is from what is there, on average: 0 the same, 1 as far as can be.
export function findText(page, png, area, { text, em, weights = [400, 500, 600], lang = "" }) {
    return page.raw.evaluate(
        async ({ png, area, text, em, weights, lang }) => {
            const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const picture = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const [left, top, width, height] = area.map(Math.round);
            picture.canvas.width = width;
            picture.canvas.height = height;
            picture.drawImage(image, -left, -top);
            const seen = new Uint32Array(picture.getImageData(0, 0, width, height).data.buffer);
            // What is most is the ground.
            const counts = new Map();
            for (const pixel of seen) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
            const ground = [...counts].sort((a, b) => b[1] - a[1])[0][0];
            const channel = (pixel, at) => (pixel >> (8 * at)) & 255;
            const away = (a, b) => Math.max(...[0, 1, 2].map((at) => Math.abs(channel(a, at) - channel(b, at))));
            const most = seen.reduce((far, pixel) => Math.max(far, away(pixel, ground)), 1);
            const ink = Float32Array.from(seen, (pixel) => away(pixel, ground) / most);
            const beside = 2;
            let best = { difference: 1 };
            for (const weight of weights) {
                const own = document.createElement("canvas");
                if (lang) own.lang = lang;
                const context = own.getContext("2d", { willReadFrequently: true });
                const font = `${weight} ${em}px system-ui, sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"`;
                context.font = font;
                const box = context.measureText(text);
                own.width = Math.ceil(box.actualBoundingBoxLeft + box.actualBoundingBoxRight) + 2;
                own.height = Math.ceil(box.actualBoundingBoxAscent + box.actualBoundingBoxDescent) + 2;
                context.font = font;
                context.fillStyle = "white";
                context.fillText(text, Math.ceil(box.actualBoundingBoxLeft) + 1, Math.ceil(box.actualBoundingBoxAscent) + 1);
                const drawn = new Uint32Array(context.getImageData(0, 0, own.width, own.height).data.buffer);
                const alpha = Float32Array.from(drawn, (pixel) => (pixel >>> 24) / 255);
                const total = alpha.reduce((sum, value) => sum + value, 0);
                // Where most of it is: it says how strong the colour is.
                const anchor = alpha.indexOf(alpha.reduce((a, b) => Math.max(a, b), 0));
                const [anchorX, anchorY] = [anchor % own.width, Math.floor(anchor / own.width)];
                for (let y = 0; y + own.height <= height; ++y) {
                    for (let x = 0; x + own.width <= width; ++x) {
                        if (ink[(y + anchorY) * width + x + anchorX] < 0.3) continue;
                        // How strong the colour is, by least squares; the columns at both ends may show the letters beside it.
                        let [common, own2] = [0, 0];
                        const each = (take) => {
                            for (let row = 0; row < own.height; ++row) {
                                for (let column = beside; column < own.width - beside; ++column) take(alpha[row * own.width + column], ink[(y + row) * width + x + column]);
                            }
                        };
                        each((one, other) => {
                            common += one * other;
                            own2 += one * one;
                        });
                        const strength = common / own2;
                        let sum = 0;
                        each((one, other) => (sum += Math.abs(one - other / strength)));
                        if (total > 0 && sum / total < best.difference) best = { difference: sum / total, x: x + left, y: y + top, weight, width: own.width, height: own.height };
                    }
                }
            }
            return best;
        },
        { png: png.toString("base64"), area, text, em, weights, lang },
    );
}
