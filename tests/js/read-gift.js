// Prints what a parser of GIFT that is not ours reads in a file: node read-gift.js REQUEST.json, with {"text": GIFT}.
import { readFile } from "node:fs/promises";
import gift from "gift-pegjs";

const { text } = JSON.parse(await readFile(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(gift.parse(text)));
