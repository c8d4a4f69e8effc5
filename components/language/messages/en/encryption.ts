export const encryption = {
  title: "Encryption of pictures",
  purpose:
    "Clients of SenseID's quality check encrypt each photo with AES-256-GCM by this key and IV (POST /quality/face/stateless).",
  limits: "The IV never changes, so this hides photos from a passing look only. Use https as well.",
  show: "Show key and IV",
  showWarning: "It is recorded who looked at the key, and when.",
  showVerb: "Show them",
  key: "Key",
  iv: "IV",
  installation: "This service follows the key of the installation, which whoever runs the server knows.",
  none: "This service has no key yet. Replace it to get one.",
  done: "Done",
  replace: "Replace key and IV",
  replaceVerb: "Replace",
  replaceHelp: "The old pair ends at once. Empty fields get random letters.",
  newKey: "New key, 32 characters",
  newIv: "New IV, 12 characters",
} as const;
