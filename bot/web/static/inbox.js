// The inbox page: polls what is new, keeps drafts, hides names, answers to single keys.
"use strict";
(() => {
  const root = document.getElementById("inbox");
  if (!root) return;
  const EVERY = 4000;
  const byId = (id) => document.getElementById(id);
  const one = (selector) => root.querySelector(selector);
  const story = byId("story");
  const body = byId("body");
  const csrf = one("input[name=csrf_token]")?.value || root.dataset.csrf || "";

  // --- one key, or one button, hides names and texts; the next page stays hidden
  const veil = byId("veil");
  const hidden = () => document.body.classList.contains("veiled");
  function setVeil(on) {
    document.body.classList.toggle("veiled", on);
    veil.setAttribute("aria-pressed", String(on));
    veil.textContent = on ? "Montrer les noms" : "Masquer les noms";
    try { sessionStorage.setItem("veil", on ? "1" : ""); } catch (_) { /* private window */ }
  }
  veil.hidden = false;
  let kept = "";
  try { kept = sessionStorage.getItem("veil") || ""; } catch (_) { /* private window */ }
  setVeil(kept === "1");
  veil.addEventListener("click", () => setVeil(!hidden()));

  // --- count in the tab title, stale notice
  function setCount(waiting) {
    document.title = (waiting ? `(${waiting}) ` : "") + root.dataset.title;
    const badge = one("[data-count]");
    if (badge) {
      badge.hidden = !waiting;
      badge.querySelector("[data-count-number]").textContent = waiting;
    }
  }
  const stale = byId("stale");
  function tell(text, reload) {
    if (stale.dataset.said === text) return;
    stale.dataset.said = text;
    stale.textContent = text + " ";
    if (reload) {
      const link = document.createElement("a");
      link.href = location.pathname + location.search;
      link.className = "alert-link";
      link.textContent = "Mettre à jour";
      stale.append(link);
    }
    stale.hidden = !text;
  }

  // --- polling
  let cursor = root.dataset.cursor || "";
  let missed = 0;
  const stamp = root.dataset.stamp;
  let lastCame = 0;
  function addLines(lines) {
    let came = 0;
    for (const line of lines) {
      if (byId("m-" + line.id)) continue;
      story.querySelector("[data-empty]")?.remove();
      story.insertAdjacentHTML("beforeend", line.html);
      const added = story.lastElementChild;
      added.querySelectorAll("input[name=csrf_token]").forEach((field) => { field.value = csrf; });
      if (line.inbound) { came += 1; added.classList.add("line-new"); }
    }
    if (came) lastCame = Date.now();
    if (came) byId("live").textContent = came === 1 ? "Un nouveau message est arrivé." : `${came} nouveaux messages sont arrivés.`;
  }
  function setStates(states) {
    for (const [id, html] of Object.entries(states)) {
      const place = root.querySelector(`[data-state="${CSS.escape(id)}"]`);
      if (place && place.dataset.html !== html) { place.innerHTML = html; place.dataset.html = html; }
    }
  }
  function setHere({ reading, writing, minutes }) {
    const words = [];
    if (writing.length) words.push(`${writing.join(", ")} écrit (encore ${minutes} min)`);
    if (reading.length) words.push(reading.join(", ") + " regarde aussi");
    const place = one("[data-here-words]");
    if (place && place.textContent.trim() !== words.join(" ")) place.textContent = words.join(" ");
  }
  function took(news) {
    setCount(news.waiting);
    if (story) {
      addLines(news.lines);
      cursor = news.cursor;
      setStates(news.states);
      setHere(news);
      const sentence = one("[data-robot]");
      if (sentence.textContent !== news.robot) sentence.textContent = news.robot;
    }
    if (!story && news.danger && !one(".priority-0")) {
      tell("Un danger vient d'arriver.", true);
    } else if (news.stamp !== stamp) {
      tell(story ? "Ce dossier a changé depuis que vous l'avez ouvert." : "La liste a changé.", true);
    } else if (missed > 2) {
      tell("", false);
    }
    missed = 0;
  }
  async function poll() {
    if (!root.dataset.poll) return;
    const url = new URL(root.dataset.poll, location.href);
    if (story) url.searchParams.set("since", cursor);
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (answer.status === 401 || answer.redirected) { tell("Votre session est finie. Reconnectez-vous : le brouillon est gardé.", true); return; }
      if (answer.status === 404) { tell("Ce dossier n'est plus dans votre équipe.", true); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      took(await answer.json());
    } catch (_) {
      missed += 1;
      if (missed === 3) tell("Connexion perdue : ce qui est affiché peut dater.", false);
    }
    setTimeout(poll, document.hidden ? EVERY * 4 : EVERY);
  }
  if (root.dataset.poll) setTimeout(poll, EVERY);

  // --- presence: posted, never written by a GET
  function post(url, fields) {
    const form = new FormData();
    form.set("csrf_token", csrf);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return fetch(url, { method: "POST", body: form, credentials: "same-origin", keepalive: true });
  }
  if (root.dataset.here) {
    const say = () => { if (!document.hidden) post(root.dataset.here, {}).catch(() => {}); };
    say();
    setInterval(say, 60000);
    addEventListener("pagehide", () => { post(root.dataset.here, { gone: "1" }).catch(() => {}); });
  }

  // --- composer: draft on the server, live cost, blanks that block sending
  const composer = byId("composer");
  if (composer && body) {
    const send = byId("send");
    let later = 0;
    let sending = false;
    const blanks = () => body.value.match(/\[[^\[\]\n]{1,40}\]/g) || [];
    function showBlanks() {
      const left = blanks();
      one("[data-blanks]").textContent = left.length ? `À remplir : ${left.join(" ")}` : "";
      send.disabled = left.length > 0;
    }
    async function keep() {
      try {
        const answer = await post(composer.dataset.draft, { body: body.value });
        if (!answer.ok) throw new Error(String(answer.status));
        const size = await answer.json();
        const letters = size.costly.length && size.segments > 1 ? ` (${size.costly.join(" ")} coûte plus)` : "";
        one("[data-cost]").textContent = `${size.segments} SMS${letters}, brouillon gardé`;
      } catch (_) { one("[data-cost]").textContent = "Brouillon pas gardé : connexion ou session perdue."; }
    }
    body.addEventListener("input", () => {
      // She goes on writing with the new text on screen above: it counts as seen.
      if (lastCame && Date.now() - lastCame > 2000) one("[data-seen]").value = cursor;
      showBlanks();
      clearTimeout(later);
      later = setTimeout(() => { if (!sending) keep(); }, 700);
    });
    composer.addEventListener("submit", (event) => {
      if (blanks().length) { event.preventDefault(); showBlanks(); body.focus(); return; }
      sending = true;
      clearTimeout(later);
    });
    composer.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); composer.requestSubmit(send); }
    });
    root.querySelectorAll("[data-canned]").forEach((button) => button.addEventListener("click", () => {
      const text = button.dataset.canned;
      body.value = body.value.trim() ? body.value.trimEnd() + "\n" + text : text;
      body.dispatchEvent(new Event("input"));
      body.focus();
      const first = body.value.search(/\[[^\[\]\n]{1,40}\]/);
      if (first >= 0) body.setSelectionRange(first, body.value.indexOf("]", first) + 1);
    }));
    showBlanks();
  }

  // --- single keys; off when she switched them off, silent while she writes
  const rows = [...root.querySelectorAll("[data-row]")];
  let at = -1;
  function move(step) {
    if (!rows.length) return;
    at = Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[at].focus();
  }
  const keys = {
    h: () => setVeil(!hidden()),
    j: () => move(1),
    k: () => move(-1),
    g: () => { location.href = root.dataset.home; },
    r: () => body?.focus(),
    n: () => byId("note")?.focus(),
    "/": () => byId("q")?.focus(),
    "?": () => { location.href = root.dataset.home + "/aide"; },
  };
  addEventListener("keydown", (event) => {
    if (root.dataset.shortcuts !== "on" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  byId("refusal")?.scrollIntoView({ block: "center" });
})();
