// What the browser made of a sheet, in millimetres from the top left of its page. An expression: the list of pages.
(() => {
  const mm = (pixels) => pixels * 25.4 / 96;
  const place = (rect, page) => {
    const origin = page.getBoundingClientRect();
    return {
      left: mm(rect.left - origin.left), top: mm(rect.top - origin.top),
      right: mm(rect.right - origin.left), bottom: mm(rect.bottom - origin.top),
    };
  };
  const box = (element, page) => place(element.getBoundingClientRect(), page);
  const all = (within, selector) => Array.from(within.querySelectorAll(selector));

  // the text of an element as it is really set, which may reach beyond its box
  const text = (element, page) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return place(range.getBoundingClientRect(), page);
  };
  const written = (element, page) => ({
    text: element.textContent,
    kind: element.className,
    at: text(element, page),
    box: box(element, page),
    within: box(element.matches(".word, .branch") ? element.closest("table") : element.closest("th, td, .box") ?? page, page),
    lines: all(element, "br").length + 1,
    high: mm(element.getBoundingClientRect().height),
    leading: mm(parseFloat(getComputedStyle(element).lineHeight)),
    scrolls: element.scrollWidth > element.clientWidth + 1,
  });

  // a point of a drawing, in the units of its own element
  const point = (element, x, y, page) => {
    const at = new DOMPoint(x, y).matrixTransform(element.getScreenCTM()), origin = page.getBoundingClientRect();
    return [mm(at.x - origin.left), mm(at.y - origin.top)];
  };
  const runs = (path, page) => Array.from(
    path.getAttribute("d").matchAll(/M(\S+) (\S+?)([HV])([^M]+)/g),
    ([, x, y, way, to]) => [
      point(path, +x, +y, page), way === "H" ? point(path, +to, +y, page) : point(path, +x, +to, page),
    ],
  );
  const tips = (path, page) => Array.from(
    path.getAttribute("d").matchAll(/M(\S+) ([\d.-]+)/g), ([, x, y]) => point(path, +x, +y, page),
  );
  const half = 0.35 / 2; // strokes of variable length are bars that reach so much beyond their ends
  const long = (rect, page) => {
    const { left, top, right, bottom } = box(rect, page), x = (left + right) / 2;
    return [[x, top + half], [x, bottom - half]];
  };
  const outline = (shape, page) => {
    const { x, y, width, height } = shape.getBBox();
    const [left, top] = point(shape, x, y, page), [right, bottom] = point(shape, x + width, y + height, page);
    return { left, top, right, bottom, kind: shape.getAttribute("class") };
  };
  const outlines = ".ink :is(.kotak, .kapsul, .ketupat, .segilima)";

  return all(document, ".page").map((page) => ({
    ...box(page, page),
    scrolls: page.scrollWidth > page.clientWidth || page.scrollHeight > page.clientHeight,
    rows: all(page, "tr").map((row) => box(row, page)),
    inks: all(page, ".ink").map((ink) => box(ink, page)),
    boxes: all(page, ".box").map((cell) => box(cell, page)),
    cells: all(page, "tr > *").map((cell) => ({
      ...box(cell, page), scrolls: cell.scrollWidth > cell.clientWidth + 1 && !cell.querySelector(".ink, .symbol"),
    })),
    symbols: all(page, ".symbol").map((symbol) => box(symbol, page)),
    outlines: all(page, outlines).map((shape) => outline(shape, page)),
    strokes: [
      ...all(page, ".ink .line").flatMap((path) => runs(path, page)),
      ...all(page, ".ink .run").map((rect) => long(rect, page)),
    ],
    tips: all(page, ".ink .head").flatMap((path) => tips(path, page)),
    texts: all(page, ".page :is(p:not(.mark), li, .part, .word, .branch)").map((element) => written(element, page)),
  }));
})()
