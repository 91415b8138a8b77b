// Before anything is drawn: the theme that was chosen here last; without a choice the system's own holds.
(function () {
  try {
    const chosen = localStorage.getItem("marsad-theme");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch { /* storage is closed to this page: the system's theme holds */ }
})();
