// The prescriber's form: live check of the number, the right words beside the box, focus on errors.
(function () {
  "use strict";
  var form = document.getElementById("orienter");
  var print = document.getElementById("imprimer");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  }
  var summary = document.getElementById("resume");
  if (summary) { summary.focus(); }
  if (!form) { return; }

  var phone = document.getElementById("phone");
  var state = document.getElementById("phone-etat");
  var waiting = null;
  var asked = "";
  function say(kind, words) {
    state.dataset.state = kind;
    state.textContent = words;
  }
  function check() {
    var value = phone.value.trim();
    if (value === asked || value.replace(/\D/g, "").length < 4) { return; }
    asked = value;
    var body = new FormData();
    body.append("phone", value);
    fetch(form.dataset.check, {
      method: "POST",
      body: body,
      headers: { "X-CSRFToken": form.elements.csrf_token.value, "Accept": "application/json" },
      credentials: "same-origin"
    }).then(function (answer) { return answer.ok ? answer.json() : null; }).then(function (found) {
      if (found && phone.value.trim() === value) { say(found.state, found.words); }
    }).catch(function () { /* the form says it again when it is sent */ });
  }
  phone.addEventListener("input", function () {
    say("", "");
    window.clearTimeout(waiting);
    waiting = window.setTimeout(check, 600);
  });
  phone.addEventListener("blur", check);

  var kind = document.getElementById("kind");
  var words = document.getElementById("informed-mots");
  var secrecy = form.dataset.secrecy.split(" ");
  kind.addEventListener("change", function () {
    words.textContent = secrecy.indexOf(kind.value) >= 0 ? words.dataset.agreed : words.dataset.known;
  });

  var sent = false;
  form.addEventListener("submit", function (event) {
    if (sent) { event.preventDefault(); }
    sent = true;
  });
  window.addEventListener("pageshow", function () { sent = false; });
})();
