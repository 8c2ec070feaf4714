#!/usr/bin/env python3
"""bench_calibration.py CSV: scikit-learn's methods on the same deals as calibration_bench, measured the same way, a line of JSON for each figure.

Each deal once, without the columns Product and Seller, 5 stratified folds, 10 times over; means of the repeats. The penalty 0.05 and the leaves of 3
deals are what does best on these very deals: chosen by looking at all of them, which Middleground's own penalty is not."""

import csv
import json
import statistics
import sys

import numpy
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import CategoricalNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file, delimiter=";")
    unique = list(dict.fromkeys(map(tuple, rows)))
    used = [i for i, heading in enumerate(headings) if heading not in ("Product", "Seller", "Status")]
    answers = numpy.array([[row[i] for i in used] for row in unique])
    won = numpy.array([row[headings.index("Status")] == "Won" for row in unique], dtype=int)
    return answers, won


def methods(answers):
    levels = [sorted(set(column)) for column in answers.T]

    def one_hot():
        return OneHotEncoder(categories=levels)

    yield "naive Bayes, smoothing 0.1", lambda seed: make_pipeline(
        OrdinalEncoder(categories=levels), CategoricalNB(alpha=0.1, min_categories=[len(column) for column in levels]))
    yield "logistic regression, C = 0.05", lambda seed: make_pipeline(one_hot(), LogisticRegression(C=0.05, max_iter=1000))
    yield "random forest, 300 trees, leaves of 3", lambda seed: make_pipeline(
        one_hot(), RandomForestClassifier(300, min_samples_leaf=3, random_state=seed))


def main():
    answers, won = read(sys.argv[1])
    for name, make in methods(answers):
        areas, briers = [], []
        for repeat in range(10):
            chances = numpy.zeros(len(won))
            for seen, unseen in StratifiedKFold(5, shuffle=True, random_state=repeat).split(answers, won):
                chances[unseen] = make(repeat).fit(answers[seen], won[seen]).predict_proba(answers[unseen])[:, 1]
            areas.append(roc_auc_score(won, chances))
            briers.append(brier_score_loss(won, chances))
        for figure, values in (("AUC", areas), ("Brier score", briers)):
            print(json.dumps({"name": f"scikit-learn, {name}: {figure}", "value": round(statistics.mean(values), 4), "unit": ""}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: bench_calibration.py CSV")
    main()
