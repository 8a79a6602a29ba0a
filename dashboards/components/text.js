// A plan text with its values marked. Runs arrive cut and labelled; each becomes a text node, so the text cannot act as
// HTML whatever it holds. A click on a value opens its statement; the chosen one is scrolled into the middle.

const KINDS = { target: "target", actual: "actual" };

// The signs of Markdown stay where they stand, since the text is shown as received; they only step back.
const plainText = (text) => {
  const node = document.createDocumentFragment();
  for (const piece of text.split(/(\*\*|^#{1,6} +)/)) {
    if (/^(\*\*|#{1,6} +)$/.test(piece)) {
      const sign = document.createElement("span");
      sign.className = "sign";
      sign.textContent = piece;
      node.append(sign);
    } else if (piece) node.append(piece);
  }
  return node;
};

const mark = (run, data, open) => {
  const classes = [];
  if (run.q) classes.push("sentence");
  if (run.v) classes.push("chosen");
  if (!run.i) {
    if (!classes.length) return plainText(run.x);
    const plain = document.createElement("span");
    plain.className = classes.join(" ");
    plain.textContent = run.x;
    return plain;
  }
  const node = document.createElement("a");
  node.className = ["value", KINDS[run.k] || "", ...classes].join(" ");
  node.textContent = run.x;
  node.dataset.statement = run.i.join(" ");
  node.href = data.link + encodeURIComponent(run.i[0]);
  node.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(node.getAttribute("href"));
  });
  return node;
};

const fillRow = (node, runs, data, open) => {
  // A row of a Markdown table: a bar that stands outside a value parts two cells.
  let cell = document.createElement("span");
  cell.className = "cell";
  const flush = () => {
    if (cell.childNodes.length) node.append(cell);
    cell = document.createElement("span");
    cell.className = "cell";
  };
  let first = true;
  for (const run of runs) {
    if (run.i) {
      cell.append(mark(run, data, open));
      continue;
    }
    run.x.split("|").forEach((piece, index) => {
      if (index > 0) {
        if (!first) node.append(cell);
        cell = document.createElement("span");
        cell.className = "cell";
        first = false;
      }
      if (piece) cell.append(mark({ ...run, x: piece }, data, open));
    });
  }
  if (cell.textContent.trim()) flush();
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".plan");
  const open = (href) => setTriggerValue("open", href);
  if (root.dataset.print !== data.print) {
    root.dataset.print = data.print;
    root.replaceChildren(
      ...data.lines.map((line) => {
        const node = document.createElement("div");
        node.dataset.start = line.s;
        node.className = line.h ? `line heading level${Math.min(line.h, 4)}` : "line";
        if (line.t) {
          if (/^[\s|:-]*$/.test(line.r.map((run) => run.x).join(""))) node.className = "rule";
          else {
            node.className = "row";
            fillRow(node, line.r, data, open);
          }
        } else if (line.r.length) for (const run of line.r) node.append(mark(run, data, open));
        else node.className = "gap";
        return node;
      }),
    );
  }
  // Scroll once for each place asked for, not at every rerun.
  if (root.dataset.place !== data.place) {
    root.dataset.place = data.place;
    const target =
      root.querySelector(".chosen") ||
      root.querySelector(".sentence") ||
      (data.section !== null && root.querySelector(`[data-start="${Number(data.section)}"]`));
    if (!target) {
      root.scrollTop = 0;
      return;
    }
    const settle = () => {
      root.scrollTop = target.offsetTop - root.offsetTop - root.clientHeight * (target.dataset.start ? 0.02 : 0.35);
      if (data.reveal) target.scrollIntoView({ block: "center", inline: "nearest" });
    };
    requestAnimationFrame(settle);
    const timer = setTimeout(settle, 350); // once more, after the page around it has its final height
    return () => clearTimeout(timer);
  }
}
