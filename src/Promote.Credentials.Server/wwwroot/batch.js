// The page of a batch that is under way follows it by events, and is loaded again when the batch goes on to another state. Without this file
// it is loaded again every few seconds.
"use strict";
(() => {
  const page = document.querySelector("[data-events]");
  if (!page || !("EventSource" in window)) {
    return;
  }

  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const instants = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const show = (name, text) => {
    for (const one of page.querySelectorAll(`[data-show="${name}"]`)) {
      one.textContent = text;
    }
  };

  const events = new EventSource(page.dataset.events);
  events.addEventListener("batch", (event) => {
    const batch = JSON.parse(event.data);
    if (batch.state !== page.dataset.state) {
      events.close();
      location.replace(location.pathname);
      return;
    }

    const { counts } = batch;
    const [through, all] = batch.startedAt ? [counts.issued + counts.failed, counts.good] : [counts.good + counts.bad, counts.rows];
    const bar = page.querySelector("progress");
    bar.max = Math.max(1, all);
    bar.value = through;
    show("through", page.dataset.through.replace("{through}", numbers.format(through)).replace("{all}", numbers.format(all)));
    for (const name of Object.keys(counts)) {
      show(name, numbers.format(counts[name]));
    }

    show("rate", batch.rate === undefined ? "–" : numbers.format(batch.rate));
    show("end", batch.estimatedEnd === undefined ? "–" : `${instants.format(new Date(batch.estimatedEnd))} UTC`);
  });
})();
