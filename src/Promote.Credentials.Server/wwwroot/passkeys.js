// Forms that need a passkey are shown where the browser can use one. On sending, the question of the service goes to the browser and its
// answer into the form. Everything else works without this file.
"use strict";
(() => {
  const can = "PublicKeyCredential" in window
    && "parseRequestOptionsFromJSON" in PublicKeyCredential && "parseCreationOptionsFromJSON" in PublicKeyCredential;
  if (!can) {
    return;
  }

  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, { method: "POST" });
    if (!answer.ok || answer.redirected) {
      throw new Error("refused");
    }

    const options = await answer.json();
    return form.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  for (const one of document.querySelectorAll("[data-without-passkeys]")) {
    one.hidden = true;
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = form.querySelector("[role=alert]");
      failed.hidden = true;
      try {
        form.elements.credential.value = JSON.stringify(await ask(form));
      } catch {
        failed.hidden = false;
        return;
      }

      form.submit();
    });
  }
})();
