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
the file ziggurat-normal.json beside it. A run with 3 hidden units and 1000 epochs takes some ten seconds. It knows
every run but those in double-double arithmetic.
"""

import argparse
import ast
import functools
import hashlib
import json
import pathlib
import re
import struct
import sys

# --- Fewer bits ------------------------------------------------------------------------------------------------------


class Coarse:
    """A number of fewer bits: the binary64 result of each operation is rounded once more. What is not of this class is
    taken as it is. A class below says how it rounds."""

    def __init__(self, x):
        self.value = self.fitted(float(x))

    def __float__(self):
        return self.value

    def __neg__(self):
        return type(self)(-self.value)

    def __abs__(self):
        return type(self)(abs(self.value))

    def __add__(self, other):
        return type(self)(self.value + float(other))

    def __radd__(self, other):
        return type(self)(float(other) + self.value)

    def __sub__(self, other):
        return type(self)(self.value - float(other))

    def __rsub__(self, other):
        return type(self)(float(other) - self.value)

    def __mul__(self, other):
        return type(self)(self.value * float(other))

    def __rmul__(self, other):
        return type(self)(float(other) * self.value)

    def __truediv__(self, other):
        return type(self)(self.value / float(other))

    def __rtruediv__(self, other):
        return type(self)(float(other) / self.value)


class Single(Coarse):
    """A binary32. For + - * / it is the one nearest to the true result, although that is rounded twice."""

    @staticmethod
    def fitted(x):
        try:
            return struct.unpack("<f", struct.pack("<f", x))[0]
        except OverflowError:
            return INFINITY if x > 0 else -INFINITY


def coarse(bits):
    """The numbers of so many significant bits, to nearest, ties to even, with the exponents of binary64. Zeros,
    subnormal numbers and what is not finite stay."""

    class OfBits(Coarse):
        @staticmethod
        def fitted(x):
            if not 2.2250738585072014e-308 <= abs(x) < INFINITY:
                return x
            n, d = abs(x).as_integer_ratio()
            drop = n.bit_length() - bits
            if drop <= 0:
                return x
            kept, rest = divmod(n, 1 << drop)
            half = 1 << drop - 1
            if rest > half or rest == half and kept & 1:
                kept += 1
            size = rounded(kept << drop, 1 - d.bit_length())
            return size if x > 0 else -size

    return OfBits


def for_coarse_too(function):
    """The function, which of a coarse number gives the coarse number nearest to its binary64 value."""

    @functools.wraps(function)
    def either(x):
        return type(x)(function(x.value)) if isinstance(x, Coarse) else function(x)

    return either


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
NAN = float("nan")


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


@functools.lru_cache(maxsize=None)
def pi(bits):
    """pi = 16 arctan(1/5) - 4 arctan(1/239), times 2^bits (Machin), off by less than 2 units."""

    def arctan(d):
        power, total, i = (1 << bits + 32) // d, 0, 1
        while power:
            total += power // i if i % 4 == 1 else -(power // i)
            power //= d * d
            i += 2
        return total

    return 16 * arctan(5) - 4 * arctan(239) >> 32


def fixed_exp(x, bits):
    """(n, k): exp(x) = n 2^(k - bits), n off by less than 2^22 units. x = k ln 2 + r with 0 <= r < ln 2, so
    exp(x) = 2^k exp(r / 256)^256.

    In units of 2^-bits: r is off by 1 for x and by 2 for each of up to 1075 ln 2, which is less than 2^13 in
    exp(r) < 2. The sum for exp(r / 256) is off by 3 a term at most and by 1 for the division of r; each of the eight
    squarings doubles the relative error and adds less than 2. With fewer than 2^10 terms that is less than 2^22 in all.
    """
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
    return total, k


@for_coarse_too
def exp(x):
    """e^x."""
    if x != x:
        return x
    if x > 710:
        return INFINITY
    if x < -746:
        return 0.0

    def enclose(bits):
        n, k = fixed_exp(x, bits)
        return n, 1 << 24, k - bits

    return nearest(enclose)


@for_coarse_too
def tanh(x):
    """(1 - t) / (1 + t) with t = exp(-2 x): t is off by less than 2^23 units, the quotient by less than 2^25. Beyond 20
    it rounds to 1, below 2^-27 to x."""
    if x < 0:
        return -tanh(-x)
    if not x >= 1 / (1 << 27):
        return x
    if x > 20:
        return 1.0

    def enclose(bits):
        n, k = fixed_exp(-2 * x, bits)
        t = n >> -k
        return ((1 << bits) - t << bits) // ((1 << bits) + t), 1 << 26, -bits

    return nearest(enclose)


def circular(x, bits, odd):
    """sin(x) or cos(x), times 2^bits: the odd or the even terms of the series, of r = x - 2 pi q with |r| < 4.

    With as many more bits as q has, q times the error of 2 pi, which is below 4, adds less than 8 units to r; no term
    is above 12. The square is off by less than 2^7 units, each term by less than 2^10; with fewer than 2^10 terms that
    is less than 2^20 in all."""
    more = 0
    if abs(x) > 3:
        n, d = x.as_integer_ratio()
        more = max(0, n.bit_length() - d.bit_length() + 1)
    r = fixed(x, bits + more)
    turn = 2 * pi(bits + more)
    r = r - (r + turn // 2) // turn * turn >> more
    square = r * r >> bits
    term = total = r if odd else 1 << bits
    i = 2 if odd else 1
    while term not in (0, -1):
        term = -(term * square >> bits) // (i * (i + 1))
        total += term
        i += 2
    return total


@for_coarse_too
def sin(x):
    """The sine; NaN of an infinity."""
    if x == 0 or x - x != 0:
        return x if x == 0 else NAN
    return nearest(lambda bits: (circular(x, bits, True), 1 << 22, -bits))


@for_coarse_too
def cos(x):
    """The cosine; NaN of an infinity."""
    if x == 0 or x - x != 0:
        return 1.0 if x == 0 else NAN
    return nearest(lambda bits: (circular(x, bits, False), 1 << 22, -bits))


def ln(n, d):
    """ln(n / d) of two whole numbers above 0 that differ. n / d = m 2^e with 1 <= m < 2, exactly, and
    ln m = 2 artanh((m - 1) / (m + 1)): off by less than 2 units for each of up to 1075 ln 2, and by 2 bits units."""
    e = n.bit_length() - d.bit_length()
    n, d = n << max(0, -e), d << max(0, e)
    if n < d:
        n, e = 2 * n, e - 1
    return nearest(lambda bits: (e * ln2(bits) + 2 * artanh(n - d, n + d, bits), 1 << 16, -bits))


@for_coarse_too
def log(x):
    """The natural logarithm; -Infinity of 0, NaN below."""
    if x == 0 or x == 1:
        return -INFINITY if x == 0 else 0.0
    if not 0 < x < INFINITY:
        return x if x > 0 else NAN
    return ln(*x.as_integer_ratio())


@for_coarse_too
def log1p(x):
    """ln(1 + x)."""
    if x == 0 or x == INFINITY:
        return x
    if not x > -1:
        return -INFINITY if x == -1 else NAN
    n, d = x.as_integer_ratio()
    return ln(n + d, d)


@for_coarse_too
def sqrt(x):
    """The square root; NaN below 0. It is off by less than 2 units."""
    if x == 0 or x == INFINITY:
        return x
    if not x > 0:
        return NAN

    def enclose(bits):
        n, d = x.as_integer_ratio()
        square = (n << 2 * bits) // d
        root = 1 << (square.bit_length() + 1) // 2
        while root * root > square:
            root = (root + square // root) // 2
        return root, 2, -bits

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

TARGETS = {"f1": "exp(x/5)", "f2": "sin(x)*(-x*x+25)"}

FUNCTIONS = {"sqrt": sqrt, "abs": abs, "exp": exp, "log": log, "log1p": log1p, "sin": sin, "cos": cos, "tanh": tanh}
CONSTANTS = {"pi": 3.141592653589793, "e": 2.718281828459045}

ID = re.compile(
    r"(?P<target>f1|f2|f\(.+\))-h(?P<hidden>\d+)-rate(?P<rate>[\d.e+-]+?)-epochs(?P<epochs>\d+)"
    r"(-data\.(?P<data>[\w-]+?))?(-weights\.(?P<weights>[\w-]+?))?(-scale(?P<scale>[\d.e+-]+?))?"
    r"(-train(?P<train>\d+))?(-test(?P<test>\d+))?"
    r"(-noise(?P<noise>[\d.e+-]+?))?(?P<changes>(-rate[\d.e+-]+?\.from\d+)*)(-(?P<arithmetic>binary32|bits\d+))?"
    r"(-rounding\.(?P<rounding>[\w-]+))?"
)


def divided(a, b):
    """a / b, which IEEE 754 defines for b = 0, too."""
    x, y = float(a), float(b)
    if y != 0:
        return a / b
    if x == 0 or x != x:
        return NAN
    return INFINITY if (x < 0) == repr(y).startswith("-") else -INFINITY


def function_of(target, number):
    """The function of x that a target names: f1, f2, or f(FORMULA). Each operation rounds once, from left to right; b^n
    is the product b * b * ... of n factors, and b^-n is 1 / b^n. `number` makes a number of the arithmetic."""
    text = TARGETS.get(target) or target[2:-1]
    tree = ast.parse(text.replace("^", "**"), mode="eval").body

    def value(node, x):
        if isinstance(node, ast.Constant):
            return number(float(node.value))
        if isinstance(node, ast.Name):
            return x if node.id == "x" else number(CONSTANTS[node.id])
        if isinstance(node, ast.Call):
            return FUNCTIONS[node.func.id](value(node.args[0], x))
        if isinstance(node, ast.UnaryOp):
            return -value(node.operand, x)
        left = value(node.left, x)
        if isinstance(node.op, ast.Pow):
            return power(left, ast.literal_eval(node.right))
        right = value(node.right, x)
        if isinstance(node.op, ast.Div):
            return divided(left, right)
        if isinstance(node.op, ast.Mult):
            return left * right
        return left + right if isinstance(node.op, ast.Add) else left - right

    def power(base, exponent):
        product = base if exponent else number(1.0)
        for _ in range(abs(exponent) - 1):
            product = product * base
        return divided(number(1.0), product) if exponent < 0 else product

    return lambda x: value(tree, x)


def data_sets(target, data=None, train=1000, test=100, noise=None, number=float):
    """The training points and the test points, a list of pairs (x, y) each: those of the standard data, or of new data
    with a name. The noise is that of the training points."""
    bits = seedrandom("data:" + data) if data else pcg64(222337497072607291153223098371913928704)
    f = function_of(target, number)
    x = [number((uniform(bits) - 0.5) * 10) for _ in range(train + test)]
    y = [f(xi) for xi in x]
    if noise:
        bits, table = seedrandom("noise:" + (data or "standard")), read_ziggurat()
        y[:train] = [yi + number(noise) * number(standard_normal(bits, table)) for yi in y[:train]]
    points = list(zip(x, y))
    return points[:train], points[train:]


def initial_weights(hidden, weights=None, scale=1.0, number=float):
    """U, with a pair for each hidden unit but the bias unit, and V: the standard weights, or new ones with a name."""
    bits = seedrandom("weights:" + weights) if weights else pcg64(36255793825986746149655859236796938907)
    table = read_ziggurat()
    U = [[number(scale * (0.0 + 0.01 * standard_normal(bits, table))) for _ in range(2)] for _ in range(hidden - 1)]
    V = [number(scale * (0.0 + 0.01 * standard_normal(bits, table))) for _ in range(hidden)]
    return U, V


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


def moved_at_random(U, V, bits):
    """Monte Carlo arithmetic: every weight moves to the binary64 above or below it."""
    up = moves(bits)
    return [[moved(u, next(up)) for u in row] for row in U], [moved(v, next(up)) for v in V]


def records(
    target, hidden, rate, epochs, data=None, weights=None, scale=1.0, train=1000, test=100, noise=None, changes=(),
    arithmetic=None, rounding=None
):
    """The records of a run, one list of numbers for each epoch 0 ... epochs."""
    number = float if not arithmetic else Single if arithmetic == "binary32" else coarse(int(arithmetic[4:]))
    training_points, test_points = data_sets(target, data, train, test, noise, number)
    U, V = initial_weights(hidden, weights, scale, number)
    rounding_bits = seedrandom("rounding:" + rounding) if rounding else None
    m = hidden - 1

    def loss(points, GU=None, GV=None):
        """The loss; adds the sums of the gradient to GU and GV."""
        total = number(0.0)
        for x, y in points:
            H = [1 / (1 + exp(-(U[k][0] * x + U[k][1]))) for k in range(m)] + [number(1.0)]
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
        return total / number(len(points))

    for epoch in range(epochs + 1):
        GU, GV = [[number(0.0), number(0.0)] for _ in range(m)], [number(0.0)] * hidden
        record = [loss(test_points), loss(training_points, GU, GV), *(u for row in U for u in row), *V]
        if epoch < epochs:
            rate = number(dict(changes).get(epoch, rate))
            N = number(train)
            record += [g / N for row in GU for g in row] + [g / N for g in GV]
            V = [V[k] - rate * GV[k] / N for k in range(hidden)]
            U = [[U[k][j] - rate * GU[k][j] / N for j in range(2)] for k in range(m)]
            if rounding:
                U, V = moved_at_random(U, V, rounding_bits)
        yield record


def little_endian(x):
    """The eight bytes of a number, as they go into the digest."""
    x = float(x)
    return struct.pack("<d", x) if x == x else struct.pack("<Q", 0x7FF8000000000000)


def parameters(words):
    """The parameters that four values or an id name."""
    id_ = words[0] if len(words) == 1 else "{}-h{}-rate{}-epochs{}".format(*words) if len(words) == 4 else ""
    match = ID.fullmatch(id_)
    if not match and re.search(r"-double-double", id_):
        sys.exit("This program knows the arithmetics binary64, binary32 and bits8 to bits50, not double-double.")
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
