// Word files of the same paragraphs, by libraries for Node.js.
//
//     node benchmarks/peers.mjs PEER PARAGRAPHS.json TEMPLATE.docx OUTPUT.docx
//
// writes one document. Without OUTPUT it reads numbers from standard input, one a line, writes so
// many documents for each, and prints how many milliseconds that took.

import fs from "node:fs";
import { createInterface } from "node:readline";

const [peer, content, template, output] = process.argv.slice(2);
const contents = JSON.parse(fs.readFileSync(content, "utf8"));

const PEERS = {
  // Styles of its own for headings, real bullets; labels of headings are typed.
  docx: async () => {
    const { Document, HeadingLevel, Packer, Paragraph } = await import("docx");
    const styles = {
      Title: { heading: HeadingLevel.TITLE },
      "Heading 1": { heading: HeadingLevel.HEADING_1 },
      "List Bullet": { bullet: { level: 0 } },
      Normal: {},
    };
    return (paragraphs) => {
      const children = paragraphs.map(
        ([style, label, text]) => new Paragraph({ text: label + text, ...styles[style] }),
      );
      return Packer.toBuffer(new Document({ sections: [{ children }] }));
    };
  },
  // A template that has one loop, all of it in one style.
  docxtemplater: async () => {
    const { default: Docxtemplater } = await import("docxtemplater");
    const { default: PizZip } = await import("pizzip");
    const file = fs.readFileSync(template);
    return (paragraphs) => {
      const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true });
      document.render({ lines: paragraphs.map(([, label, text]) => ({ text: label + text })) });
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
};

const write = await PEERS[peer]();
if (output) {
  fs.writeFileSync(output, await write(contents[0]));
} else {
  console.log("ready");
  let next = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const [begin, used] = [performance.now(), process.cpuUsage()];
    for (let left = Number(line); left > 0; left -= 1) {
      await write(contents[next++ % contents.length]);
    }
    const passed = performance.now() - begin;
    const { user, system } = process.cpuUsage(used);
    // Where other threads helped, the time that passed is shorter: then that counts.
    console.log(Math.min(passed, (user + system) / 1000));
  }
}
