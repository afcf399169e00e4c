"""The experiment vectorised in NumPy: all samples at once, one array operation for each step of the formulas.

Reads a task (see lib/node/bench/task.ts) as JSON from stdin, writes {"seconds", "testLoss"} as JSON to stdout.
"""

import json
import sys
from time import process_time

import numpy as np


def forward(U, V, X):
    H = np.vstack((1 / (1 + np.exp(-(U @ X))), np.ones((1, X.shape[1]))))
    return H, V @ H


def learn(U, V, train, test, rate, epochs):
    """Full-batch gradient descent; keeps the losses and the weights of every epoch."""
    X, y = train
    X_test, y_test = test
    n = X.shape[1]
    test_losses, train_losses, weights = [], [], []
    for _ in range(epochs):
        test_losses.append(np.mean((forward(U, V, X_test)[1] - y_test) ** 2) / 2)
        weights.append((U, V))
        H, o = forward(U, V, X)
        e = o - y
        train_losses.append(np.mean(e**2) / 2)
        grad_V = e @ H.T
        H = H[:-1]
        grad_U = (e * V[:, :-1].T * H * (1 - H)) @ X.T
        U = U - rate * grad_U / n
        V = V - rate * grad_V / n
    test_losses.append(np.mean((forward(U, V, X_test)[1] - y_test) ** 2) / 2)
    return test_losses, train_losses, weights


def arrays(data):
    x = np.array(data["x"])
    return np.vstack((x, np.ones_like(x))), np.array([data["y"]])


def main():
    task = json.load(sys.stdin)
    U, V = np.array(task["U"]).reshape(-1, 2), np.array([task["V"]])
    train, test = arrays(task["train"]), arrays(task["test"])
    start = process_time()
    test_losses, _, _ = learn(U, V, train, test, task["rate"], task["epochs"])
    print(json.dumps({"seconds": process_time() - start, "testLoss": float(test_losses[task["check"]])}))


main()
