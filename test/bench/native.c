/* The limit: the experiment in C, for -Ofast and the widest vectors of the machine. The compiler may reorder sums and
 * call a vector exp that is not correctly rounded, so it gives up the bits, and keeps only the losses and the weights.
 *
 * Reads a task (see lib/node/bench/task.ts) from stdin as plain numbers: h, the sizes of the training and the test set,
 * the epochs, the epoch to check, the rate; then U, V, the training x and y, the test x and y. Writes {"seconds",
 * "testLoss"} as JSON to stdout.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BLOCK = 256, ALIGNMENT = 64 };

typedef struct {
  int size;
  double *x, *y;
} Dataset;

static int hidden;
static double *U, *V, *GU, *GV;

static void *aligned(size_t bytes) { return aligned_alloc(ALIGNMENT, (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT); }

static double number(void) {
  double value;
  if (scanf("%lf", &value) != 1) exit(1);
  return value;
}

static double *numbers(int n) {
  double *values = aligned(n * sizeof *values);
  for (int i = 0; i < n; ++i) values[i] = number();
  return values;
}

static double *zeros(int n) {
  double *values = aligned(n * sizeof *values);
  for (int i = 0; i < n; ++i) values[i] = 0;
  return values;
}

/* The loss of a data set; with `gradient`, adds the gradient sums to GU and GV. */
static double pass(Dataset data, double H[restrict][BLOCK], int gradient) {
  static double e[BLOCK] __attribute__((aligned(ALIGNMENT)));
  double loss = 0;
  for (int from = 0; from < data.size; from += BLOCK) {
    int n = data.size - from < BLOCK ? data.size - from : BLOCK;
    const double *restrict x = data.x + from, *restrict y = data.y + from;
    for (int i = 0; i < n; ++i) e[i] = V[hidden - 1] - y[i];
    for (int k = 0; k < hidden - 1; ++k) {
      double u0 = U[2 * k], u1 = U[2 * k + 1], v = V[k];
      for (int i = 0; i < n; ++i) {
        H[k][i] = 1 / (1 + exp(-(u0 * x[i] + u1)));
        e[i] += v * H[k][i];
      }
    }
    for (int i = 0; i < n; ++i) loss += e[i] * e[i] / 2;
    if (!gradient) continue;
    for (int k = 0; k < hidden - 1; ++k) {
      double gv = 0, gu0 = 0, gu1 = 0, v = V[k];
      for (int i = 0; i < n; ++i) {
        double d = e[i] * v * H[k][i] * (1 - H[k][i]);
        gv += e[i] * H[k][i];
        gu0 += d * x[i];
        gu1 += d;
      }
      GV[k] += gv, GU[2 * k] += gu0, GU[2 * k + 1] += gu1;
    }
    for (int i = 0; i < n; ++i) GV[hidden - 1] += e[i];
  }
  return loss / data.size;
}

static double processor_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void) {
  hidden = number();
  Dataset train = {.size = number()}, test = {.size = number()};
  int epochs = number(), check = number();
  double rate = number();
  int m = 2 * (hidden - 1);
  U = numbers(m), V = numbers(hidden), GU = zeros(m), GV = zeros(hidden);
  train.x = numbers(train.size), train.y = numbers(train.size);
  test.x = numbers(test.size), test.y = numbers(test.size);
  double(*H)[BLOCK] = aligned(hidden * sizeof *H);
  int length = 2 + m + hidden;
  double *history = zeros((epochs + 1) * length);

  double start = processor_seconds();
  for (int epoch = 0; epoch < epochs; ++epoch) {
    double *record = history + epoch * length;
    for (int i = 0; i < m; ++i) record[2 + i] = U[i], GU[i] = 0;
    for (int k = 0; k < hidden; ++k) record[2 + m + k] = V[k], GV[k] = 0;
    record[0] = pass(test, H, 0);
    record[1] = pass(train, H, 1);
    for (int i = 0; i < m; ++i) U[i] -= rate * GU[i] / train.size;
    for (int k = 0; k < hidden; ++k) V[k] -= rate * GV[k] / train.size;
  }
  history[epochs * length] = pass(test, H, 0);
  double seconds = processor_seconds() - start;
  printf("{\"seconds\": %.9f, \"testLoss\": %.17g}\n", seconds, history[check * length]);
  return 0;
}
