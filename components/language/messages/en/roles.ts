export const roles = {
  OWNER: "Owner",
  ADMINISTRATOR: "Administrator",
  USER: "User",
} as const;
