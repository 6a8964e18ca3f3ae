// Draws the phones from /sim/state every second and sends what one does with them.

import {bubble, callRow, digits, make, spaced, title} from "./bubbles.js";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const STORE = "sas-phones-open";
const phones = new Map();          // key -> {root, channel, drawn}
let opened = readOpened();
let chosen = null;                 // the phone to bring in sight, once it is drawn
let version = null;
let known = [];
let seen = {};

function readOpened() {
  try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch { return []; }
}

function keepOpened() {
  try { localStorage.setItem(STORE, JSON.stringify(opened)); } catch { /* private window */ }
}

function say(words, bad = false) {
  const notice = $("#notice");
  if (notice.textContent === words) return;
  notice.textContent = words;
  notice.classList.toggle("bad", bad);
}

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
  };
  const answer = await fetch(path, options);
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error || "Le simulateur a refusé.");
  return found;
}

async function act(path, body, done) {
  try {
    const found = await ask(path, body);
    say(done || "");
    await refresh(true);
    return found;
  } catch (error) {
    say(error.message === "Failed to fetch" ? "Le simulateur ne répond pas." : error.message, true);
    return null;
  }
}

// ---------------------------------------------------------------- polling

async function refresh(force = false) {
  const since = force || version === null ? "" : version;
  let state;
  try {
    state = await ask(`/sim/state?since=${since}&open=${opened.join(",")}`);
  } catch {
    say("Le simulateur ne répond pas. Nouvel essai chaque seconde.", true);
    return;
  }
  if ($("#notice").textContent.startsWith("Le simulateur ne répond pas")) say("");
  drawTime(state.now);
  if (state.unchanged) return;
  version = state.version;
  known = state.phones.sort(byLastWord);
  openFirst();
  drawPeople();
  drawPhones();
  drawFaults($('[data-faults="all"]'), state.faults, $('[data-count="all"]'));
  $("#blocks").checked = state.blocks_after_stop;
  // The first phones have just been opened: their talk was not in this answer.
  if (version === null) await refresh();
}

function byLastWord(one, other) {
  // A phone just added comes first, then the last word said, as in any list of messages.
  return (other.last_at || "9").localeCompare(one.last_at || "9");
}

function openFirst() {
  const keys = known.map((phone) => phone.key);
  const before = opened.length;
  opened = opened.filter((key) => keys.includes(key));
  if (!opened.length && keys.length && before === 0 && !phones.size) {
    opened = keys.slice(0, 2);
    keepOpened();
    version = null;
  }
}

function drawTime(now) {
  $("#time").hidden = !now;
  if (!now) return;
  const at = new Date(now);
  const clock = $("#now");
  clock.dateTime = now;
  const words = at.toLocaleString("fr-FR", {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
    timeZone: "Europe/Paris",
  });
  if (clock.textContent !== words) clock.textContent = words;
}

// ---------------------------------------------------------------- people

function drawPeople() {
  const wanted = $("#filter").value.trim().toLowerCase();
  const digits = wanted.replace(/\s/g, "");
  const list = $("#people");
  const rows = known.filter((phone) => !wanted
    || phone.name.toLowerCase().includes(wanted) || (digits && phone.number.includes(digits)));
  const focused = document.activeElement?.dataset?.key;
  list.replaceChildren(...rows.map(personRow));
  if (!rows.length) list.append(make("li", "help", "Personne pour l'instant."));
  if (focused) $(`#people [data-key="${focused}"]`)?.focus();
}

function personRow(phone) {
  const row = make("li");
  const button = make("button");
  const isOpen = opened.includes(phone.key);
  if (isOpen || seen[phone.key] === undefined) seen[phone.key] = phone.count;
  const fresh = phone.count - seen[phone.key];
  button.type = "button";
  button.dataset.key = phone.key;
  if (isOpen) button.setAttribute("aria-current", "true");
  const words = make("span", "", title(phone));
  if (phone.name) words.append(make("small", "", spaced(phone.number)));
  button.append(words);
  if (fresh > 0) button.append(make("span", "badge", fresh === 1 ? "1 nouveau" : `${fresh} nouveaux`));
  button.addEventListener("click", () => show(phone.key));
  row.append(button);
  return row;
}

function show(key) {
  // Chosen in the list: in sight and ready to write, also when it was open already.
  if (!opened.includes(key)) opened = [...opened, key];
  chosen = key;
  keepOpened();
  refresh(true);
}

function close(key) {
  opened = opened.filter((one) => one !== key);
  keepOpened();
  refresh(true);
}

function goToChosen() {
  const phone = phones.get(chosen);
  if (!phone) return;
  chosen = null;
  phone.root.scrollIntoView({block: "nearest"});
  $("textarea", phone.root).focus({preventScroll: true});
}

// ---------------------------------------------------------------- phones

function drawPhones() {
  const holder = $("#phones");
  for (const [key, phone] of phones) {
    if (!opened.includes(key)) { phone.root.remove(); phones.delete(key); }
  }
  $(".empty", holder)?.remove();
  for (const key of opened) {
    const data = known.find((phone) => phone.key === key);
    if (!data?.items) continue;
    const fresh = !phones.has(key);
    if (fresh) phones.set(key, newPhone(data, holder));
    drawPhone(phones.get(key), data, fresh);
  }
  if (!phones.size) holder.append(make("p", "empty", "Choisissez un jeune dans la liste, ou ajoutez un téléphone."));
  goToChosen();
}

function newPhone(data, holder) {
  const root = $("#phone-template").content.firstElementChild.cloneNode(true);
  const phone = {root, key: data.key, channel: lastChannel(data), drawn: new Map(), data};
  const id = `phone-${data.key}`;
  root.id = id;
  root.setAttribute("aria-labelledby", `${id}-name`);
  $("h2", root).id = `${id}-name`;
  for (const radio of $$(".apps input", root)) {
    radio.name = `${id}-app`;
    radio.checked = radio.value === phone.channel;
    radio.addEventListener("change", () => { phone.channel = radio.value; drawPhone(phone, phone.data, true); });
  }
  $("textarea", root).id = `${id}-text`;
  $(".compose label", root).htmlFor = `${id}-text`;
  $(".compose", root).addEventListener("submit", (event) => { event.preventDefault(); send(phone); });
  $("textarea", root).addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(phone); }
  });
  $(".close", root).addEventListener("click", () => { close(phone.key); $("#phones").focus(); });
  for (const button of $$("[data-act]", root)) button.addEventListener("click", () => press(phone, button.dataset.act));
  for (const box of $$("[data-habit]", root)) {
    box.addEventListener("change", () => act(`/sim/phones/${phone.key}/habits`, {[box.dataset.habit]: box.checked}));
  }
  fillSwitches($(".switches", root), phone.key);
  holder.append(root);
  return phone;
}

function lastChannel(data) {
  const texts = data.items.filter((item) => item.kind === "text");
  return texts.length ? texts[texts.length - 1].channel : "sms";
}

function drawPhone(phone, data, again = false) {
  const {root} = phone;
  phone.data = data;
  root.classList.toggle("whatsapp", phone.channel === "whatsapp");
  $("h2", root).textContent = title(data);
  $(".number", root).textContent = data.hidden_id && phone.channel === "whatsapp"
    ? "Numéro caché sur WhatsApp" : data.name ? spaced(data.number) : "Sans prénom";
  $(".close", root).setAttribute("aria-label", `Fermer le téléphone de ${title(data)}`);
  $(".compose label", root).textContent = `Message de ${title(data)}`;
  $("textarea", root).placeholder = phone.channel === "whatsapp" ? "Message WhatsApp" : "SMS";
  $(".talk", root).setAttribute("aria-label", `Conversation de ${title(data)}`);
  drawTalk(phone, data, again);
  drawQuick(phone, data);
  for (const box of $$("[data-habit]", root)) if (box !== document.activeElement) box.checked = data[box.dataset.habit];
  drawFaults($(".switches", root), data.faults, $(".count", root));
}

function drawTalk(phone, data, again) {
  const list = $(".talk", phone.root);
  const items = data.items.filter((item) => item.kind === "call" || item.channel === phone.channel);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  if (again) { list.replaceChildren(); phone.drawn.clear(); }
  const keys = new Set(items.map((item) => item.sid));
  for (const [sid, one] of phone.drawn) if (!keys.has(sid)) { one.node.remove(); phone.drawn.delete(sid); }
  let grew = false;
  for (const item of items) {
    const mark = JSON.stringify(item);
    const old = phone.drawn.get(item.sid);
    if (old?.mark === mark) continue;
    const node = item.kind === "call" ? callRow(item) : bubble(item, (button) => tap(phone, item, button));
    if (old) { node.style.animation = "none"; old.node.replaceWith(node); } else list.append(node);
    grew = true;  // a text that arrives gets its buttons
    phone.drawn.set(item.sid, {node, mark});
  }
  $(".none", list)?.remove();
  if (!items.length) list.append(make("div", "note none", "Aucun message."));
  if ((grew && atEnd) || again) list.scrollTop = list.scrollHeight;
  badges(phone, data);
}

function badges(phone, data) {
  phone.read ||= {};
  for (const radio of $$(".apps input", phone.root)) {
    const count = data.items.filter((item) => item.channel === radio.value && !item.inbound).length;
    if (radio.value === phone.channel || phone.read[radio.value] === undefined) phone.read[radio.value] = count;
    const fresh = count - phone.read[radio.value];
    $(".badge", radio.parentElement).textContent = fresh > 0 ? String(fresh) : "";
  }
}

// ---------------------------------------------------------------- what one does

function drawQuick(phone, data) {
  const holder = $(".quick", phone.root);
  const texts = data.items.filter((item) => item.kind === "text" && item.channel === phone.channel);
  const last = texts[texts.length - 1];
  const arrived = last && !last.inbound && ["delivered", "read"].includes(last.status);
  const buttons = arrived && !last.buttons.length ? digits(last.body) : [];  // a number, typed for her
  const mark = JSON.stringify([last?.sid, buttons]);
  if (holder.dataset.mark === mark) return;
  holder.dataset.mark = mark;
  holder.hidden = !buttons.length;
  holder.setAttribute("aria-label", "Réponses rapides");
  holder.setAttribute("role", "group");
  holder.replaceChildren(...buttons.map((button) => quickButton(phone, button)));
}

function tap(phone, item, button) {
  act(`/sim/phones/${phone.key}/texts`, {channel: "whatsapp", button, reply_to: item.sid});
  $("textarea", phone.root).focus();
}

function quickButton(phone, button) {
  const node = make("button", "", button.title);
  node.type = "button";
  node.dir = "auto";
  node.addEventListener("click", () => {
    act(`/sim/phones/${phone.key}/texts`, {channel: phone.channel, body: button.payload});
    $("textarea", phone.root).focus();
  });
  return node;
}

async function send(phone) {
  const box = $("textarea", phone.root);
  const body = box.value.trim();
  if (!body) return;
  box.value = "";
  const sent = await act(`/sim/phones/${phone.key}/texts`, {channel: phone.channel, body});
  if (!sent && !box.value) box.value = body;
  scrollDown(phone);
}

async function press(phone, name) {
  if (name === "call") await act(`/sim/phones/${phone.key}/calls`, {}, "Le téléphone a sonné chez SAS.");
  else await act(`/sim/phones/${phone.key}/texts`, {channel: phone.channel, media: name});
  scrollDown(phone);
}

function scrollDown(phone) {
  const list = $(".talk", phone.root);
  list.scrollTop = list.scrollHeight;
}

// ---------------------------------------------------------------- faults, time, new phones

function fillSwitches(holder, key) {
  holder.append($("#faults-template").content.cloneNode(true));
  for (const box of $$("[data-fault]", holder)) {
    box.addEventListener("change", () => flip(key, holder, box));
  }
  for (const value of $$("[data-value]", holder)) {
    value.addEventListener("change", () => {
      const box = $(`[data-fault="${value.dataset.value}"]`, holder);
      if (box.checked) flip(key, holder, box);
    });
  }
}

function flip(key, holder, box) {
  const fault = box.dataset.fault;
  const value = $(`[data-value="${fault}"]`, holder)?.value;
  act(`/sim/phones/${key}/faults`, {fault, on: box.checked, value});
}

function drawFaults(holder, faults, count) {
  for (const box of $$("[data-fault]", holder)) box.checked = box.dataset.fault in faults;
  const size = Object.keys(faults).length;
  count.textContent = size ? (size === 1 ? "1 panne" : `${size} pannes`) : "";
}

async function travel(button) {
  const buttons = $$("[data-travel]");
  for (const one of buttons) one.disabled = true;
  say("Le temps avance, tout ce qui était prévu se joue.");
  await act("/sim/clock", {by: button.dataset.travel}, "");
  for (const one of buttons) one.disabled = false;
  button.focus();
}

async function addPhone(event) {
  event.preventDefault();
  const number = $("#add-number").value;
  const hidden = $("#add-hidden").checked;
  const digitsOnly = number.replace(/\D/g, "");
  const made = await act("/sim/phones", {
    number, name: $("#add-name").value, hidden_id: hidden ? `FR.${digitsOnly}` : null,
  });
  if (!made) { $("#add-number").focus(); return; }
  event.target.reset();
  show(made.key);
}

function start() {
  fillSwitches($('[data-faults="all"]'), "all");
  $("#filter").addEventListener("input", drawPeople);
  $("#add").addEventListener("submit", addPhone);
  $("#blocks").addEventListener("change", (event) => act("/sim/carrier", {blocks_after_stop: event.target.checked}));
  $("#outage").addEventListener("click", () => act("/sim/outage", {seconds: 10}, "L'opérateur est coupé pour 10 secondes."));
  for (const button of $$("[data-travel]")) button.addEventListener("click", () => travel(button));
  const loop = async () => {
    if (!document.hidden) await refresh();
    setTimeout(loop, 1000);
  };
  loop();
}

start();
