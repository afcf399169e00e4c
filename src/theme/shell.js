// Inlined into every page's head: a chosen theme holds before anything is painted.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "dark" : "light");
  const current = () => root.dataset.theme ?? system();
  const stored = (change) => {
    try {
      return change(localStorage);
    } catch {
      return null;
    }
  };

  const follow = () => {
    const theme = stored((storage) => storage.getItem("theme"));
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  follow();

  addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector(".theme-toggle");
    const label = () => toggle.setAttribute("aria-label", current() === "dark" ? "Light colours" : "Dark colours");
    toggle.addEventListener("click", () => {
      const chosen = current() === "dark" ? "light" : "dark";
      if (chosen === system()) delete root.dataset.theme;
      else root.dataset.theme = chosen;
      stored((storage) => (chosen === system() ? storage.removeItem("theme") : storage.setItem("theme", chosen)));
      label();
    });
    dark.addEventListener("change", label);
    // The reader may have chosen on another page, and come back to this one as it was.
    addEventListener("pageshow", ({persisted}) => {
      if (!persisted) return;
      follow();
      label();
    });
    label();
    toggle.hidden = false;

    // What scrolls sideways can be reached by keyboard.
    const wide = document.querySelectorAll(".equation-body, .table, pre");
    const reach = () => {
      for (const element of wide)
        if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
        else element.removeAttribute("tabindex");
    };
    new ResizeObserver(reach).observe(root);
  });
})();
