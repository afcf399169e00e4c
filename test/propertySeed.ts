import fc from "fast-check";

/** Where random input begins: at the same place each time, so that a run of the tests can be repeated. */
const {PROPERTY_SEED = "1"} = process.env;

if (PROPERTY_SEED !== "random") {
  if (!/^-?\d{1,9}$/.test(PROPERTY_SEED))
    throw new RangeError(`PROPERTY_SEED must be a whole number or “random”, not “${PROPERTY_SEED}”.`);
  fc.configureGlobal({seed: Number(PROPERTY_SEED)});
}
