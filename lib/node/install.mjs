// Goes before other npm scripts: installs what package-lock.json asks for and is not there. Needs nothing but Node.
import {nodeComplaint} from "./bootstrap/nodeVersion.mjs";

const complaint = nodeComplaint(process.versions.node);
if (complaint === null) {
  const {withComplaints} = await import("./bootstrap/complaint.mjs");
  const {install} = await import("./bootstrap/packages.mjs");
  await withComplaints(() => install(process.cwd()));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
