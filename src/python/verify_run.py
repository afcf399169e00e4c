#!/usr/bin/env python3
"""Recomputes the digest of a run from the definition of its arithmetic, and from nothing else.

    python3 verify_run.py f1 3 1 1000                   target, hidden units, learning rate, epochs
    python3 verify_run.py f2-h8-rate0.1-epochs1000-data.seed-74-weights.seed-74      or the id of a run
    python3 verify_run.py f1 3 1 1000 --records 100     no further than the first checkpoint

Prints the SHA-256 of the first 100, 200, ... records, and at last that of all records, which is the run's digest. With
--expect DIGEST the exit code is 0 only if the last digest printed begins with DIGEST.

This program shares no code with the site. It imports no library that computes: all it takes from Python are whole
numbers and the operations + - * / and < of binary64, which IEEE 754 fixes to the last bit. exp, sin and log1p are
worked out in whole numbers, to as many bits as it takes to know the nearest binary64. It needs Python 3.8 or newer and
the file ziggurat-normal.json beside it. A run with 3 hidden units and 1000 epochs takes some ten seconds.
"""

import argparse
import functools
import hashlib
import json
import pathlib
import re
import struct
import sys

# --- Elementary functions, correctly rounded -------------------------------------------------------------------------


def nearest(enclose):
    """The binary64 nearest to a value, of which enclose(bits) gives (n, error, exponent): the value lies between
    (n - error) * 2^exponent and (n + error) * 2^exponent. Takes more bits until both ends round alike (Ziv's loop)."""
    bits = 96
    while True:
        n, error, exponent = enclose(bits)
        low, high = rounded(n - error, exponent), rounded(n + error, exponent)
        if low == high:
            return low
        bits *= 2


def rounded(n, exponent):
    """The binary64 nearest to n * 2^exponent: Python rounds the quotient of two whole numbers correctly."""
    try:
        return (n << exponent) / 1 if exponent >= 0 else n / (1 << -exponent)
    except OverflowError:
        return INFINITY if n > 0 else -INFINITY


INFINITY = float("inf")


def fixed(x, bits):
    """x * 2^bits, rounded down."""
    n, d = x.as_integer_ratio()
    return (n << bits) // d


def artanh(n, d, bits):
    """artanh(z) = z + z^3 / 3 + z^5 / 5 + ... of z = n / d from 0 to 1/3, times 2^bits. Powers and terms are rounded
    down, and a power passes a ninth of its error on: less than 3 units a term, fewer than bits / 3 terms, off by less
    than bits units."""
    power, total, i = (n << bits) // d, 0, 1
    while power:
        total += power // i
        power = power * n * n // (d * d)
        i += 2
    return total


@functools.lru_cache(maxsize=None)
def ln2(bits):
    """ln 2 = 2 artanh(1/3), times 2^bits, off by less than 2 units."""
    return 2 * artanh(1, 3, bits + 32) >> 32


def exp(x):
    """x = k ln 2 + r with 0 <= r < ln 2, so exp(x) = 2^k exp(r / 256)^256.

    In units of 2^-bits: r is off by 1 for x and by 2 for each of up to 1075 ln 2, which is less than 2^13 in
    exp(r) < 2. The sum for exp(r / 256) is off by 3 a term at most and by 1 for the division of r; each of the eight
    squarings doubles the relative error and adds less than 2. With fewer than 2^10 terms that is less than 2^22 in all.
    """
    if x != x:
        return x
    if x > 710:
        return INFINITY
    if x < -746:
        return 0.0

    def enclose(bits):
        k, r = divmod(fixed(x, bits), ln2(bits))
        r >>= 8
        term = total = 1 << bits
        i = 1
        while term:
            term = (term * r >> bits) // i
            total += term
            i += 1
        for _ in range(8):
            total = total * total >> bits
        return total, 1 << 24, k - bits

    return nearest(enclose)


def sin(x):
    """sin(x) = x - x^3 / 3! + x^5 / 5! - ... for |x| <= 5, the only arguments there are: no term is above 27.

    X is off by 1 unit, its square by 11, each term by less than 2^6; with fewer than 2^10 terms less than 2^16 in all.
    """
    if x == 0:
        return x

    def enclose(bits):
        X = fixed(x, bits)
        square = X * X >> bits
        term = total = X
        i = 2
        while term not in (0, -1):
            term = -(term * square >> bits) // (i * (i + 1))
            total += term
            i += 2
        return total, 1 << 20, -bits

    return nearest(enclose)


def log1p(x):
    """ln(1 + x) for -1 < x <= 0, the only arguments there are. 1 + x = m 2^e with 1 <= m < 2, exactly, and
    ln m = 2 artanh((m - 1) / (m + 1)): off by less than 2 units for each of up to 1075 ln 2, and by 2 bits units."""
    if x == 0:
        return x
    n, d = x.as_integer_ratio()
    n += d
    e = n.bit_length() - d.bit_length()
    if n << -e < d:
        e -= 1

    def enclose(bits):
        return e * ln2(bits) + 2 * artanh((n << -e) - d, (n << -e) + d, bits), 1 << 16, -bits

    return nearest(enclose)


# --- Random numbers: NumPy's default_rng, and seedrandom for the named streams ---------------------------------------


def hasher(multiplier, step):
    """A hash of 32-bit words whose multiplier advances with each word (M. E. O'Neill's seed_seq_fe)."""

    def hash_word(word):
        nonlocal multiplier
        word ^= multiplier
        multiplier = multiplier * step & 0xFFFFFFFF
        word = word * multiplier & 0xFFFFFFFF
        return word ^ word >> 16

    return hash_word


def seed_sequence(seed):
    """The first four 64-bit numbers of NumPy's SeedSequence(seed), for seeds of up to 128 bits."""

    def mix(x, y):
        mixed = 0xCA01F9DD * x - 0x4973F715 * y & 0xFFFFFFFF
        return mixed ^ mixed >> 16

    hash_word = hasher(0x43B0D7E5, 0x931E8875)
    pool = [hash_word(seed >> 32 * i & 0xFFFFFFFF) for i in range(4)]
    for source in range(4):
        for target in range(4):
            if source != target:
                pool[target] = mix(pool[target], hash_word(pool[source]))
    hash_word = hasher(0x8B51F9DD, 0x58F38DED)
    words = [hash_word(pool[i % 4]) for i in range(8)]
    return [words[2 * i] | words[2 * i + 1] << 32 for i in range(4)]


def pcg64(seed):
    """PCG64 (XSL-RR 128/64) as NumPy seeds it: a generator of 64-bit numbers."""
    high, low, stream_high, stream_low = seed_sequence(seed)
    mask = (1 << 128) - 1
    multiplier = 0x2360ED051FC65DA44385DF649FCCF645
    increment = (stream_high << 64 | stream_low) << 1 & mask | 1
    state = (increment + (high << 64 | low)) * multiplier + increment & mask
    while True:
        state = state * multiplier + increment & mask
        halves = (state ^ state >> 64) & 0xFFFFFFFFFFFFFFFF
        rotation = state >> 122
        yield (halves >> rotation | halves << 64 - rotation) & 0xFFFFFFFFFFFFFFFF


def seedrandom(key):
    """seedrandom's default algorithm: ARC4 with a key of up to 256 characters, its first 256 bytes dropped; eight bytes
    for each 64-bit number, the highest first."""
    S = list(range(256))
    j = 0
    for i in range(256):
        j = (j + S[i] + ord(key[i % len(key)])) % 256
        S[i], S[j] = S[j], S[i]

    def stream():
        i = j = 0
        while True:
            i = (i + 1) % 256
            j = (j + S[i]) % 256
            S[i], S[j] = S[j], S[i]
            yield S[(S[i] + S[j]) % 256]

    source = stream()
    for _ in range(256):
        next(source)
    while True:
        yield int.from_bytes([next(source) for _ in range(8)], "big")


def uniform(bits):
    """A multiple of 2^-53 from 0 up to 1."""
    return (next(bits) >> 11) / (1 << 53)


def read_ziggurat():
    path = pathlib.Path(__file__).with_name("ziggurat-normal.json")
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        sys.exit(f"{path.name} is missing: put it beside this program, from where the program comes from.")
    ki = [int(text, 16) for text in table["ki"]]
    wi, fi = ([float(text) for text in table[name]] for name in ("wi", "fi"))
    return ki, wi, fi, float(table["R"]), float(table["inverseR"])


def standard_normal(bits, table):
    """NumPy's 256-level ziggurat: of 64 bits the lowest 8 choose the strip, the next is the sign, 52 more the place."""
    ki, wi, fi, R, inverse_R = table
    while True:
        raw = next(bits)
        strip, sign, place = raw & 255, raw >> 8 & 1, raw >> 9 & 0xFFFFFFFFFFFFF
        x = place * wi[strip]
        if place < ki[strip]:
            return -x if sign else x
        if strip == 0:
            while True:
                x = -inverse_R * log1p(-uniform(bits))
                y = -log1p(-uniform(bits))
                if y + y > x * x:
                    return -(R + x) if place >> 8 & 1 else R + x
        if (fi[strip - 1] - fi[strip]) * uniform(bits) + fi[strip] < exp(-0.5 * x * x):
            return -x if sign else x


# --- A run -----------------------------------------------------------------------------------------------------------

TARGETS = {"f1": lambda x: exp(x / 5), "f2": lambda x: sin(x) * (-x * x + 25)}

ID = re.compile(
    r"(?P<target>f1|f2)-h(?P<hidden>\d+)-rate(?P<rate>[\d.e+-]+?)-epochs(?P<epochs>\d+)(-data\.(?P<data>[\w-]+?))?"
    r"(-weights\.(?P<weights>[\w-]+?))?(-scale(?P<scale>[\d.e+-]+?))?(-train(?P<train>\d+))?(-test(?P<test>\d+))?"
    r"(-noise(?P<noise>[\d.e+-]+?))?(?P<changes>(-rate[\d.e+-]+?\.from\d+)*)(-rounding\.(?P<rounding>[\w-]+))?"
)


def points(target, size, bits):
    x = [(uniform(bits) - 0.5) * 10 for _ in range(size)]
    return x, [TARGETS[target](xi) for xi in x]


def moved(x, up):
    """The binary64 next to a number, above or below it; 0, infinities and NaN stay."""
    if x == 0 or x - x != 0:
        return x
    (n,) = struct.unpack("<q", struct.pack("<d", x))
    return struct.unpack("<d", struct.pack("<q", n + 1 if up == (x > 0) else n - 1))[0]


def moves(bits):
    """Up or down for one weight after the other: 64 raw bits are read from the lowest on."""
    while True:
        raw = next(bits)
        for i in range(64):
            yield raw >> i & 1 == 1


def records(
    target, hidden, rate, epochs, data=None, weights=None, scale=1.0, train=1000, test=100, noise=None, changes=(),
    rounding=None
):
    """The records of a run, one list of numbers for each epoch 0 ... epochs."""
    bits = seedrandom("data:" + data) if data else pcg64(222337497072607291153223098371913928704)
    training_points, test_points = points(target, train, bits), points(target, test, bits)
    table = read_ziggurat()
    if noise:
        bits = seedrandom("noise:" + (data or "standard"))
        x, y = training_points
        training_points = x, [yi + noise * standard_normal(bits, table) for yi in y]

    bits = seedrandom("weights:" + weights) if weights else pcg64(36255793825986746149655859236796938907)
    m = hidden - 1
    U = [[scale * (0.0 + 0.01 * standard_normal(bits, table)) for _ in range(2)] for _ in range(m)]
    V = [scale * (0.0 + 0.01 * standard_normal(bits, table)) for _ in range(hidden)]
    rounding_bits = seedrandom("rounding:" + rounding) if rounding else None

    def loss(points, GU=None, GV=None):
        """The loss; adds the sums of the gradient to GU and GV."""
        total = 0.0
        for x, y in zip(*points):
            H = [1 / (1 + exp(-(U[k][0] * x + U[k][1]))) for k in range(m)] + [1.0]
            o = V[0] * H[0]
            for k in range(1, hidden):
                o = o + V[k] * H[k]
            e = o - y
            total = total + e * e / 2
            if GU is not None:
                for k in range(hidden):
                    GV[k] += e * H[k]
                for k in range(m):
                    d = e * V[k] * H[k] * (1 - H[k])
                    GU[k][0] += d * x
                    GU[k][1] += d
        return total / len(points[0])

    for epoch in range(epochs + 1):
        GU, GV = [[0.0, 0.0] for _ in range(m)], [0.0] * hidden
        record = [loss(test_points), loss(training_points, GU, GV), *(u for row in U for u in row), *V]
        if epoch < epochs:
            rate = dict(changes).get(epoch, rate)
            record += [g / train for row in GU for g in row] + [g / train for g in GV]
            V = [V[k] - rate * GV[k] / train for k in range(hidden)]
            U = [[U[k][j] - rate * GU[k][j] / train for j in range(2)] for k in range(m)]
            if rounding:
                up = moves(rounding_bits)
                U = [[moved(u, next(up)) for u in row] for row in U]
                V = [moved(v, next(up)) for v in V]
        yield record


def little_endian(x):
    return struct.pack("<d", x) if x == x else struct.pack("<Q", 0x7FF8000000000000)


def parameters(words):
    """The parameters that four values or an id name."""
    id_ = words[0] if len(words) == 1 else "{}-h{}-rate{}-epochs{}".format(*words) if len(words) == 4 else ""
    match = ID.fullmatch(id_)
    if not match and re.match(r"f\(|.*-(binary32|double-double)", id_):
        sys.exit("This program knows the targets f1 and f2 and the arithmetic binary64, no others.")
    if not match:
        sys.exit("Name a run by its id, such as f1-h3-rate1-epochs1000, or by four values, such as f1 3 1 1000.")
    kinds = {"hidden": int, "rate": float, "epochs": int, "scale": float, "train": int, "test": int, "noise": float}
    kinds["changes"] = lambda text: [(int(n), float(rate)) for rate, n in re.findall(r"-rate(.+?)\.from(\d+)", text)]
    return {name: kinds.get(name, str)(text) for name, text in match.groupdict().items() if text is not None}


def main():
    parser = argparse.ArgumentParser(description="Recomputes the digest of a run from its definition alone.")
    parser.add_argument("run", nargs="+", help="a run's id, or its target, hidden units, learning rate and epochs")
    parser.add_argument("--records", type=int, metavar="N", help="stop after the first N records")
    parser.add_argument("--expect", metavar="DIGEST", help="fail unless the last digest begins with this")
    options = parser.parse_args()
    run = parameters(options.run)
    last = max(1, min(options.records or run["epochs"] + 1, run["epochs"] + 1))

    sha256 = hashlib.sha256()
    for count, record in enumerate(records(**run), 1):
        sha256.update(b"".join(map(little_endian, record)))
        if count % 100 == 0 or count == last:
            print(f"{count:6} records  {sha256.hexdigest()}", flush=True)
        if count == last:
            break
    if options.expect and not sha256.hexdigest().startswith(options.expect):
        sys.exit(f"The digest of these {last} records should begin with {options.expect}.")


if __name__ == "__main__":
    main()
