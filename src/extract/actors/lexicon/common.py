#!/usr/bin/env python3
"""Counts how often everyday words are written without a capital, and writes common.tsv.

Usage: common.py ARTICLES... > common.tsv
ARTICLES: JSON Lines files, plain or gzip, one article with `text` a line.

A word counts where a capital would say something: inside a sentence whose words are mostly small, not behind a full stop, a quote,
a colon or another mark that a sentence may start behind. Words that are seldom seen or mostly written with a capital are left out.
Equal input gives equal output: words are sorted, and nothing depends on time or hashing.
"""

import collections
import gzip
import json
import re
import sys

FEWEST_USES = 12
LEAST_PERCENT = 50
HEAD = """\
# Everyday words: of their uses within a sentence, the percentage that is written without a capital.
# Source: our own count over {count:,} news articles; words counted, nothing of their wording kept.
# Written by: python3 src/extract/actors/lexicon/common.py news.jsonl.gz > src/extract/actors/lexicon/common.tsv
name\tlower
"""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Marks behind which a word may have its capital for standing there.
CLAUSE_END = re.compile(r"[.!?:;\"“”()\[\]*•…\n]+|\s[-–—]+\s|--+")


def articles(paths):
    """The texts of all files, one after another."""
    for path in paths:
        opened = gzip.open if path.endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)["text"]


def count(text, small, capital):
    """Adds the words of one text to the two counts."""
    for clause in CLAUSE_END.split(text):
        words = WORD.findall(clause)[1:]
        if 2 * sum(word[0].islower() for word in words) < len(words):
            continue
        for word in words:
            if word.islower():
                small[word.replace("’", "'")] += 1
            elif word[0].isupper():
                capital[word.lower().replace("’", "'")] += 1


def main(paths):
    """Counts, and prints the list."""
    if not paths:
        sys.exit(__doc__)
    small, capital, texts = collections.Counter(), collections.Counter(), 0
    for text in articles(paths):
        count(text, small, capital)
        texts += 1
    rows = []
    for word in small:
        uses = small[word] + capital[word]
        percent = (200 * small[word] + uses) // (2 * uses)
        if uses >= FEWEST_USES and percent >= LEAST_PERCENT and len(word) > 1:
            rows.append(f"{word}\t{percent}\n")
    rows.sort(key=lambda row: row.split("\t")[0].encode())
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(HEAD.format(count=texts))
    sys.stdout.writelines(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
