// How one text, one call or one phone is put in words and drawn.

const STATUS = {
  queued: "en file", accepted: "en file", scheduled: "en file", sending: "en route", sent: "parti",
  delivered: "arrivé", read: "lu", undelivered: "pas arrivé", failed: "pas arrivé", canceled: "annulé",
};
const CALLS = {
  queued: "SAS appelle", ringing: "SAS appelle, ça sonne", "in-progress": "En ligne avec SAS",
  completed: "Appel de SAS, décroché", "no-answer": "Appel manqué de SAS", canceled: "Appel annulé",
  busy: "Occupé", failed: "Appel impossible",
};
const REASONS = {
  21610: "a dit STOP", 30003: "téléphone éteint", 30005: "numéro plus attribué", 30006: "ligne fixe",
  30007: "filtré", 30008: "sans raison", 63016: "fenêtre WhatsApp fermée", 63024: "pas de WhatsApp",
};

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function spaced(number) {
  return number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "+33 $1 $2 $3 $4 $5");
}

export function title(phone) {
  return phone.name || spaced(phone.number);
}

function hour(iso) {
  return new Date(iso).toLocaleString("fr-FR", {
    weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
    timeZone: "Europe/Paris",
  });
}

export function bubble(item, tap) {
  const lost = !item.inbound && ["failed", "undelivered", "canceled"].includes(item.status);
  const row = make("div", `${item.inbound ? "mine" : "theirs"}${lost ? " lost" : ""}`);
  const box = make("div", "bubble");
  box.dir = "auto";
  row.append(make("span", "hidden", item.inbound ? "Le jeune : " : "SAS : "));
  for (const media of item.media) box.append(attachment(media));
  if (item.body) box.append(document.createTextNode(item.body));
  if (!item.body && !item.media.length) box.append(make("em", "", "Texte effacé chez l'opérateur"));
  row.append(box, mark(item));
  if (item.buttons.length && ["delivered", "read"].includes(item.status)) row.append(choices(item, tap));
  return row;
}

function choices(item, tap) {
  // As WhatsApp draws them: buttons under the text, or one that opens the list.
  const holder = make("div", "choices");
  holder.setAttribute("role", "group");
  holder.setAttribute("aria-label", item.menu ? "Liste du message" : "Boutons du message");
  const shown = item.menu ? [{title: item.menu, menu: true}] : item.buttons;
  for (const one of shown) {
    const node = make("button", one.menu ? "menu" : "", one.title);
    node.type = "button";
    node.dir = "auto";
    if (one.menu) node.setAttribute("aria-haspopup", "dialog");
    node.addEventListener("click", () => one.menu ? openList(item, tap) : tap(one));
    holder.append(node);
  }
  return holder;
}

function openList(item, tap) {
  const sheet = document.querySelector("#list");
  sheet.querySelector("h2").textContent = item.menu;
  sheet.querySelector("h2").dir = "auto";
  sheet.querySelector("ul").replaceChildren(...item.buttons.map((button) => {
    const row = make("li");
    const node = make("button", "", button.title);
    node.type = "button";
    node.dir = "auto";
    node.addEventListener("click", () => { sheet.close(); tap(button); });
    row.append(node);
    return row;
  }));
  sheet.showModal();
}

function attachment(media) {
  const isVoice = media.type.startsWith("audio/");
  const node = make(isVoice ? "audio" : "img");
  node.src = `/sim/media/${media.sid}`;
  if (isVoice) { node.controls = true; node.setAttribute("aria-label", "Message vocal"); }
  else {
    node.alt = "Photo envoyée";
    node.addEventListener("load", () => {
      const list = node.closest(".talk");
      if (list && list.scrollHeight - list.scrollTop - list.clientHeight < 300) list.scrollTop = list.scrollHeight;
    });
  }
  return node;
}

function mark(item) {
  const words = [hour(item.shown_at)];
  let bad = false;
  if (item.inbound) {
    if (item.webhook === "taken") words.push("reçu par SAS");
    else if (item.webhook === "waiting") words.push("en route vers SAS");
    else if (item.webhook === "lost") { words.push("perdu en route"); bad = true; }
    else if (item.webhook) { words.push(webhookWords(item.webhook)); bad = true; }
  } else {
    const reason = item.error ? ` : ${REASONS[item.error] || "code"} (${item.error})` : "";
    words.push((STATUS[item.status] || item.status) + reason);
    if (item.channel === "sms") words.push(item.segments > 1 ? `${item.segments} segments` : "1 segment");
    if (item.template) words.push("modèle");
  }
  return make("span", bad ? "mark bad" : "mark", words.join(" · "));
}

function webhookWords(webhook) {
  const status = webhook.replace("refused ", "");
  return status === "0" ? "SAS ne répond pas" : `SAS a refusé (${status})`;
}

export function callRow(item) {
  const words = item.inbound
    ? `${hour(item.shown_at)} · Appel à SAS, raccroché`
    : `${hour(item.shown_at)} · ${CALLS[item.status] || item.status}`;
  return make("div", "note", item.said ? `${words}. Entendu : « ${item.said} »` : words);
}

export function digits(body) {
  // "1 oui 2 plus tard 3 non": the numbers of a question, in order from 1.
  const found = [];
  const pattern = /(?:^|[\s:?.(])([1-4])[ .):]+([^\d.?!\n]{2,40}?)(?=(?:[\s,]+[1-4][ .):])|[.?!\n]|$)/g;
  for (const [, number, words] of body.matchAll(pattern)) {
    if (Number(number) === found.length + 1) found.push({title: `${number} ${words.trim()}`, payload: number});
  }
  return found.length > 1 ? found : [];
}
