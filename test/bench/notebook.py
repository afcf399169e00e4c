"""The way of the paper's notebook, in a program of our own: one sample at a time through small NumPy arrays, equation (2)
one hidden unit after the other, and the losses in passes of their own.

Reads a task (see lib/node/bench/task.ts) as JSON from stdin, writes {"seconds", "testLoss"} as JSON to stdout.
"""

import json
import sys
from time import process_time

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Network:
    def __init__(self, U, V):
        self.U = U  # (h - 1, 2)
        self.V = V  # (1, h)

    def forward_propagate(self, x):
        self.X = np.array([[x], [1.0]])
        self.H = np.vstack((sigmoid(self.U @ self.X), [[1.0]]))
        return (self.V @ self.H)[0, 0]

    def back_propagate(self, e):
        """The gradients of the loss of the last sample, whose error is e = o - y: equations (2) and (1)."""
        grad_U = np.empty_like(self.U)
        for unit in range(len(self.U)):
            h = self.H[unit, 0]
            grad_U[unit] = e * self.V[0, unit] * h * (1 - h) * self.X[:, 0]
        return grad_U, e * self.H.T


def mean_loss(network, xs, ys):
    return sum((network.forward_propagate(x) - y) ** 2 / 2 for x, y in zip(xs, ys)) / len(xs)


def learn(network, train, test, rate, epochs):
    """Full-batch gradient descent; keeps the losses and the weights of every epoch, as the plots need them."""
    n = len(train[0])
    test_losses, train_losses, weights = [], [], []
    for _ in range(epochs):
        test_losses.append(mean_loss(network, *test))
        train_losses.append(mean_loss(network, *train))
        weights.append((network.U.copy(), network.V.copy()))
        sum_U = np.zeros_like(network.U)
        sum_V = np.zeros_like(network.V)
        for x, y in zip(*train):
            grad_U, grad_V = network.back_propagate(network.forward_propagate(x) - y)
            sum_U += grad_U
            sum_V += grad_V
        network.U = network.U - rate * sum_U / n
        network.V = network.V - rate * sum_V / n
    test_losses.append(mean_loss(network, *test))
    return test_losses, train_losses, weights


def main():
    task = json.load(sys.stdin)
    network = Network(np.array(task["U"]).reshape(-1, 2), np.array([task["V"]]))
    train = task["train"]["x"], task["train"]["y"]
    test = task["test"]["x"], task["test"]["y"]
    start = process_time()
    test_losses, _, _ = learn(network, train, test, task["rate"], task["epochs"])
    print(json.dumps({"seconds": process_time() - start, "testLoss": test_losses[task["check"]]}))


main()
