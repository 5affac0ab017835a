"use strict";
(() => {
  const body = document.querySelector("tbody");
  const rows = Array.from(body.rows);
  const words = document.getElementById("words");
  const agency = document.getElementById("agency");
  const faulty = document.getElementById("faulty");
  const order = new Intl.Collator("id", { numeric: true, sensitivity: "base" });

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
  };

  // what is not known comes last, whichever way the rest is sorted
  const sort = (column, direction) => {
    const sorted = rows.slice().sort((a, b) => {
      const x = key(a, column), y = key(b, column);
      if (x === "" || y === "") return (x === "") - (y === "");
      return direction * order.compare(x, y);
    });
    body.append(...sorted);
  };

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = wanted.every((word) => text.includes(word))
        && (!agency.value || row.dataset.agency === agency.value)
        && (!faulty.checked || row.querySelector(".findings .none") === null);
      row.hidden = !fits;
      shown += fits;
    }
    document.getElementById("count").textContent = shown;
    document.getElementById("empty").hidden = shown > 0;
  };

  const headings = Array.from(document.querySelectorAll("thead th"));
  headings.forEach((heading, column) => {
    if ("fixed" in heading.dataset) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", direction);
      sort(column, direction === "ascending" ? 1 : -1);
    });
  });

  document.getElementById("count").setAttribute("aria-live", "polite");
  const form = document.getElementById("filter");
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
