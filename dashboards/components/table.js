// A table of plain text cells with real links, a find box and sorting. Every string becomes a text node: nothing that
// comes from a plan, a file or the URL is ever parsed as HTML.

const element = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};

const link = (cell, open) => {
  const node = element("a", null, cell.t);
  node.href = cell.href;
  if (/^https?:/.test(cell.href)) {
    node.target = "_blank";
    node.rel = "noopener noreferrer";
    return node;
  }
  // A link within the page changes the view in place. One to another page is left to the browser: Streamlit's own page
  // switch would carry this page's parameters along on the way back.
  node.addEventListener("click", (event) => {
    if (new URL(node.href).pathname !== window.location.pathname) return;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(cell.href);
  });
  return node;
};

const fillCell = (node, cell, open) => {
  for (const part of cell.parts || [cell]) {
    const line = element("div", "part");
    if (part.href) line.append(link(part, open));
    else line.textContent = part.t;
    node.append(line);
  }
  if (cell.sub) node.append(element("div", "sub", cell.sub));
};

const textOf = (cell) => [cell.t, cell.sub, ...(cell.parts || []).map((part) => part.t)].join(" ").toLowerCase();

// Missing values stay last whichever way the column is sorted: they are not the smallest number.
const compare = (a, b, direction) => {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN");
  return direction * order;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".ledger");
  // The same table again (a rerun caused elsewhere): keep what the reader sorted and typed.
  const print = JSON.stringify(data);
  if (root.dataset.print === print) return;
  root.dataset.print = print;
  root.replaceChildren();

  const { columns, rows, words } = data;
  const open = (href) => setTriggerValue("open", href);
  // Rows stand as cards on a phone, where hundreds would make an endless page: show some, then more on request.
  const batch = window.matchMedia("(max-width: 640px)").matches ? 30 : 1000;
  const state = { column: null, direction: 1, find: "", limit: batch };

  const table = element("table", data.head ? "grid" : "pairs");
  const count = element("span", "count");
  const more = element("button", "more");
  more.type = "button";
  more.addEventListener("click", () => {
    state.limit += batch;
    draw();
  });
  const body = element("tbody");

  if (data.find) {
    const bar = element("div", "bar");
    const box = element("input");
    box.type = "search";
    box.placeholder = words.find;
    box.setAttribute("aria-label", words.find);
    box.addEventListener("input", () => {
      state.find = box.value.trim().toLowerCase();
      draw();
    });
    bar.append(box, count);
    root.append(bar);
  }

  if (data.head) {
    const head = element("tr");
    columns.forEach((column, index) => {
      const cell = element("th", column.align === "right" ? "right" : null);
      cell.scope = "col";
      if (column.width) cell.style.width = column.width;
      if (column.sort === false) {
        cell.textContent = column.label;
      } else {
        const button = element("button", null, column.label);
        button.type = "button";
        button.title = words.sort;
        button.addEventListener("click", () => {
          state.direction = state.column === index ? -state.direction : 1;
          state.column = index;
          draw();
        });
        cell.append(button);
      }
      head.append(cell);
    });
    const part = element("thead");
    part.append(head);
    table.append(part);
  }

  const draw = () => {
    const key = state.column === null ? null : columns[state.column].key;
    const kept = rows.filter((row) => !state.find || columns.some((column) => textOf(row[column.key]).includes(state.find)));
    if (key) {
      const sortKey = (row) => (row[key].s === undefined ? row[key].t : row[key].s);
      kept.sort((a, b) => compare(sortKey(a), sortKey(b), state.direction));
    }
    body.replaceChildren(
      ...kept.slice(0, state.limit).map((row) => {
        const line = element("tr");
        for (const column of columns) {
          const content = row[column.key];
          const cell = element("td", [column.align === "right" ? "right" : "", content.c || ""].join(" ").trim());
          cell.dataset.label = column.label;
          fillCell(cell, content, open);
          line.append(cell);
        }
        return line;
      }),
    );
    if (!kept.length) {
      const cell = element("td", "missing", words.empty);
      cell.colSpan = columns.length;
      const line = element("tr");
      line.append(cell);
      body.append(line);
    }
    count.textContent = (kept.length === rows.length ? words.count : words.shown)
      .replace("{shown}", kept.length)
      .replace("{count}", rows.length);
    const left = kept.length - state.limit;
    more.hidden = left <= 0;
    more.textContent = words.more.replace("{count}", Math.min(left, batch));
    table.querySelectorAll("th").forEach((cell, index) => {
      if (index === state.column) cell.setAttribute("aria-sort", state.direction > 0 ? "ascending" : "descending");
      else cell.removeAttribute("aria-sort");
    });
  };

  draw();
  table.append(body);
  const frame = element("div", "frame");
  if (data.height) frame.style.maxHeight = data.height;
  frame.append(table);
  root.append(frame, more);
}
