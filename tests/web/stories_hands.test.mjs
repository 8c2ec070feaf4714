// Two of the ten deals by the keyboard alone, two by a finger alone.
import { Finger, Keyboard } from "./support/hands.mjs";
import { tell } from "./support/stories.mjs";

for (const name of ["an inbound request that is in a hurry", "a deal lost to a competitor"]) tell(name, "keyboard alone", Keyboard);
for (const name of ["a renewal that goes as it should", "a deal won before its steps were done"]) tell(name, "finger alone", Finger);
