// Ten deals, each kept from its first day to its last by mouse.
import { Mouse } from "./support/hands.mjs";
import { stories, tell } from "./support/stories.mjs";

for (const name of Object.keys(stories)) tell(name, "mouse", Mouse);
