// `npm start`: installs what is missing, builds the site, serves it. Needs nothing but Node.
import {nodeComplaint} from "./bootstrap/nodeVersion.mjs";

const complaint = nodeComplaint(process.versions.node);
if (complaint === null) {
  const {withComplaints} = await import("./bootstrap/complaint.mjs");
  const {start} = await import("./bootstrap/start.mjs");
  await withComplaints(() => start(process.cwd(), process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
