"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const form = document.getElementById("filter");
  const state = document.querySelector(".filter-status");

  /* The words of an element that are in the language shown. */
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.className === "unseen" || (node.className === "t" && node.lang !== root.lang)) return "";
    return [...node.childNodes].map(words).join("");
  };
  const sought = (element) => (element ? all("[data-find]", element) : []);
  const readable = (elements) => elements.map(words).join(" ").replace(/\s+/gu, " ").toLocaleLowerCase("sv");

  const findings = all("[data-finding]").map((place) => {
    const item = place.closest(".item") ?? place;
    const chapter = place.closest("[data-chapter]");
    const shared = sought(item).filter((each) => !each.closest("[data-finding]") || place === item);
    const above = [...chapter.children].slice(0, 1).concat(all(":scope > .part-head", place.closest(".part")));
    return { place, item, elements: [...above.flatMap(sought), ...shared, ...(place === item ? [] : sought(place))] };
  });

  const hideEmpty = (selector) => {
    for (const each of all(selector)) each.hidden = !each.querySelector("[data-finding]:not([hidden])");
  };
  const narrow = () => {
    const fields = form.elements;
    const severities = all('input[name="severity"]', form);
    const grades = severities.filter((box) => box.checked).map((box) => box.value);
    const chosen = all("select", form).filter((list) => list.value);
    const has = (place, { name, value }) => place.closest(`[data-${name}]`).dataset[name].split(" ").includes(value);
    const wanted = fields.text.value.toLocaleLowerCase("sv").split(/\s+/u).filter(Boolean);
    let shown = 0;
    for (const { place, item, text } of findings) {
      const fits =
        (!severities.length || grades.includes(item.dataset.severity)) &&
        chosen.every((list) => has(place, list)) &&
        wanted.every((word) => text.includes(word));
      place.hidden = !fits;
      shown += fits;
    }
    for (const selector of [".item:not([data-finding])", ".part", ".chapter"]) hideEmpty(selector);
    const narrowed = shown < findings.length;
    if (narrowed) hideEmpty("section.document");
    else for (const each of all("section.document")) each.hidden = false;
    root.classList.toggle("narrowed", narrowed);
    for (const each of all("[data-words]", state)) {
      const told = each.dataset.words.replace("{shown}", shown).replace("{all}", findings.length);
      if (each.textContent !== told) each.textContent = told;
    }
  };

  /* A link to what the filter hides shows everything again. */
  const reveal = (hash) => {
    const target = document.getElementById(hash.slice(1));
    if (!target || target.checkVisibility()) return;
    for (const each of all("details")) if (each.contains(target)) each.open = true;
    if (target.checkVisibility()) return;
    form.reset();
    narrow();
    target.scrollIntoView();
  };

  const speak = () => {
    root.lang = document.getElementById("lang-en").checked ? "en" : "sv";
    for (const option of all("option[data-sv]")) option.textContent = option.dataset[root.lang];
    for (const each of findings) each.text = readable(each.elements);
    if (form) narrow();
  };
  for (const choice of all('input[name="language"]')) choice.addEventListener("change", speak);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });

  if (form) {
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(narrow));
    form.addEventListener("click", (event) => {
      const fold = event.target.closest("[data-fold]");
      if (fold) for (const each of all(".findings details")) each.open = fold.dataset.fold === "open";
    });
    addEventListener("hashchange", () => reveal(location.hash));
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (link) reveal(link.hash);
    });
    form.hidden = false;
    state.hidden = false;
  }
  speak();
  if (form) reveal(location.hash);
})();
