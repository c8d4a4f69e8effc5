export const palette = {
  title: "Search and commands",
  open: "Search",
  field: "Search applications, services, pages and actions",
  results: "Results",
  count: { one: "{count} result", other: "{count} results" },
  pages: "Pages",
  actions: "Actions",
  applications: "Applications",
  services: "Services",
  useTheme: "Theme: {theme}",
  useLanguage: "Language: {language}",
  keys: "Arrow keys choose, Enter opens, Escape closes.",
} as const;
