/** The host's correctly rounded exponential function, for the few arguments that the kernel cannot decide. */
export declare function exp(x: f64): f64;
