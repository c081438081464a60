// Reads the licence of every package that was restored below a folder, NuGet's and npm's, and names those we can't pass on.
// Ends with 1 if there is one, with 3 if there is nothing to read.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const { allowed, exceptions } = JSON.parse(readFileSync(new URL("licences.json", import.meta.url)));

const isAllowed = (expression) =>
  expression.replace(/[()]/g, "").split(" OR ").some((choice) => choice.split(" AND ").every((id) => allowed.includes(id.trim())));

function* files(folder, name) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && entry.name !== ".git") yield* files(path, name);
    } else if (entry.name === name) yield path;
  }
}

function* nugetPackages(assets) {
  const { libraries, packageFolders } = JSON.parse(readFileSync(assets));
  for (const [id, library] of Object.entries(libraries)) {
    if (library.type !== "package") continue;
    const nuspec = library.files.find((file) => file.endsWith(".nuspec"));
    const path = Object.keys(packageFolders).map((folder) => join(folder, library.path, nuspec)).find(existsSync);
    const expression = path && readFileSync(path, "utf8").match(/<license type="expression"[^>]*>([^<]+)</)?.[1];
    yield { name: id.split("/")[0], version: id.split("/")[1], licence: expression ?? "none named" };
  }
}

function* npmPackages(lock) {
  for (const [path, entry] of Object.entries(JSON.parse(readFileSync(lock)).packages)) {
    if (path.includes("node_modules/")) yield { name: path.split("node_modules/").pop(), version: entry.version, licence: entry.license ?? "none named" };
  }
}

const packages = new Map();
for (const assets of files(root, "project.assets.json")) for (const found of nugetPackages(assets)) packages.set(`${found.name} ${found.version}`, found);
for (const lock of files(root, "package-lock.json")) for (const found of npmPackages(lock)) packages.set(`${found.name} ${found.version}`, found);
if (packages.size === 0) {
  console.error("No restored package was found, so no licence was read.");
  process.exit(3);
}

const refused = [...packages.values()].filter(({ name, licence }) => !(name in exceptions) && !isAllowed(licence));
for (const { name, version, licence } of refused) console.error(`${name} ${version}: ${licence} is not on the list of eng/check/licences.json`);
console.log(`${packages.size} packages, ${refused.length} with a licence that is not on the list`);
process.exit(refused.length === 0 ? 0 : 1);
