#!/usr/bin/env python3
"""bench_calibration.py CSV NUMBERS: scikit-learn's methods on the same deals as calibration_bench, measured the same way, a line of JSON for each figure.

CSV: each deal once, without the columns Product and Seller, 5 stratified folds, 10 times over; means of the repeats. The penalty 0.05 and the leaves of 3
deals are what does best on these very deals: chosen by looking at all of them, which Middleground's own penalty is not.
NUMBERS: deals that calibration_bench made, with columns of numbers; 5 folds, twice over."""

import csv
import json
import statistics
import sys

import numpy
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import CategoricalNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file, delimiter=";")
    unique = list(dict.fromkeys(map(tuple, rows)))
    used = [i for i, heading in enumerate(headings) if heading not in ("Product", "Seller", "Status")]
    answers = numpy.array([[row[i] for i in used] for row in unique])
    won = numpy.array([row[headings.index("Status")] == "Won" for row in unique], dtype=int)
    return answers, won


def read_numbers(path):
    """Blanks as missing values, categories as numbers of their own."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    columns = []
    for i, heading in enumerate(headings[:-1]):
        cells = [row[i] for row in rows]
        if heading in ("Region", "Source"):
            kinds = sorted(set(cells))
            columns.extend([float(cell == kind) for cell in cells] for kind in kinds)
        else:
            columns.append([float(cell) if cell else numpy.nan for cell in cells])
    return numpy.array(columns).T, numpy.array([row[-1] == "Won" for row in rows], dtype=int)


def methods(answers):
    levels = [sorted(set(column)) for column in answers.T]

    def one_hot():
        return OneHotEncoder(categories=levels)

    yield "naive Bayes, smoothing 0.1", lambda seed: make_pipeline(
        OrdinalEncoder(categories=levels), CategoricalNB(alpha=0.1, min_categories=[len(column) for column in levels]))
    yield "logistic regression, C = 0.05", lambda seed: make_pipeline(one_hot(), LogisticRegression(C=0.05, max_iter=1000))
    yield "random forest, 300 trees, leaves of 3", lambda seed: make_pipeline(
        one_hot(), RandomForestClassifier(300, min_samples_leaf=3, random_state=seed))


class Filled:
    """The gradient boosting that takes no missing values: a value below all others stands for them."""

    def __init__(self, seed):
        self.model = GradientBoostingClassifier(n_estimators=250, learning_rate=0.08, max_depth=2, subsample=0.7, random_state=seed)

    def fit(self, answers, won):
        self.model.fit(numpy.nan_to_num(answers, nan=-1), won)
        return self

    def predict_proba(self, answers):
        return self.model.predict_proba(numpy.nan_to_num(answers, nan=-1))


class Lines:
    """One straight line for each number, blanks as the mean: what does without bins."""

    def __init__(self):
        self.model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))

    def fit(self, answers, won):
        self.means = numpy.nanmean(answers, axis=0)
        self.model.fit(numpy.where(numpy.isnan(answers), self.means, answers), won)
        return self

    def predict_proba(self, answers):
        return self.model.predict_proba(numpy.where(numpy.isnan(answers), self.means, answers))


def number_methods():
    yield "numbers, gradient boosting, 250 trees of depth 2", Filled
    yield "numbers, gradient boosting with histograms", lambda seed: HistGradientBoostingClassifier(
        learning_rate=0.05, max_iter=150, max_leaf_nodes=8, random_state=seed)
    yield "numbers, logistic regression without bins", lambda seed: Lines()


def measure(answers, won, all_methods, repeats):
    for name, make in all_methods:
        areas, briers = [], []
        for repeat in range(repeats):
            chances = numpy.zeros(len(won))
            for seen, unseen in StratifiedKFold(5, shuffle=True, random_state=repeat).split(answers, won):
                chances[unseen] = make(repeat).fit(answers[seen], won[seen]).predict_proba(answers[unseen])[:, 1]
            areas.append(roc_auc_score(won, chances))
            briers.append(brier_score_loss(won, chances))
        for figure, values in (("AUC", areas), ("Brier score", briers)):
            print(json.dumps({"name": f"scikit-learn, {name}: {figure}", "value": round(statistics.mean(values), 4), "unit": ""}), flush=True)


def main():
    answers, won = read(sys.argv[1])
    measure(answers, won, methods(answers), 10)
    measure(*read_numbers(sys.argv[2]), number_methods(), 2)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: bench_calibration.py CSV NUMBERS")
    main()
