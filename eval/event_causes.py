#!/usr/bin/env python3
"""Counts the causes of errors in events.

    event_causes.py LEFT.jsonl [--threshold N] [--check] [--list CAUSE]

LEFT.jsonl is written by `Readout.Training events --left`: articles read with weights that were fitted to others. A recorded event that is not printed counts
at the step that lost it, a printed one that nobody recorded by what comes nearest to it. --check counts the articles of the part `check`; --list prints
the cases of one cause with the readings that were to choose from.
"""
import argparse, collections, json


def meet(a, b): return (not a and not b) or bool(set(a) & set(b))


def fits(gold, reading):
    """The scorer's measure: both sides share an actor; of a mutual act two of all."""
    if gold["mutual"] or reading["mutual"]:
        want = {*gold["actors"], *gold["recipients"]}
        return len(want & {*reading["actors"], *reading["recipients"]}) >= min(2, len(want))
    return meet(gold["actors"], reading["actors"]) and meet(gold["recipients"], reading["recipients"])


def over(a, b): return a[0] < b[1] and b[0] < a[1]


def lost(i, gold, article):
    start = article["text"].find(gold["evidence"])
    near = [r for r in article["readings"] if start >= 0 and over(r["sentence"], (start, start + len(gold["evidence"])))]
    same = [r["reading"] for r in near if r["reading"]["type"] == gold["type"]]
    right = [r for r in same if fits(gold, r)]
    if any(c["gold"] == i for c in article["chosen"]): return "below the threshold", near
    if right:
        kept = {c["reading"]["clause"] for c in article["chosen"] if c["reading"]["type"] == gold["type"] and fits(gold, c["reading"])}
        return ("taken by another record (merged)" if any(r["clause"] in kept for r in right) else "another reading of the clause was taken"), near
    if any(r["reading"]["type"] == gold["type"] and fits(gold, r["reading"]) for r in article["readings"]): return "told by a reading of another sentence only", near
    if same: return "right type, no reading with these sides", near
    if any(fits(gold, r["reading"]) for r in near): return "right sides, no reading of this type", near
    return ("readings of another type and sides only" if near else "no reading of the sentence"), near


def invented(c, article):
    reading = c["reading"]
    near = [g for g in article["gold"] if (s := article["text"].find(g["evidence"])) >= 0 and over(reading["evidence"], (s, s + len(g["evidence"])))]
    if any(g["type"] == reading["type"] and fits(g, reading) for g in article["gold"]): return "an event that is found already", near
    if any(g["type"] == reading["type"] for g in near): return "right type, wrong sides", near
    if any(fits(g, reading) for g in near): return "right sides, wrong type", near
    return ("neither type nor sides" if near else "nothing recorded of the sentence"), near


def sides(x): return f"{x['type']} {','.join(x['actors'])} {'&' if x['mutual'] else '>'} {','.join(x['recipients'])}"


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("left"); a.add_argument("--threshold", type=float, default=0.3); a.add_argument("--check", action="store_true"); a.add_argument("--list")
    o = a.parse_args()
    missed, extra, shown = collections.Counter(), collections.Counter(), []
    for article in map(json.loads, open(o.left, encoding="utf-8")):
        if article["check"] != o.check: continue
        printed = [c for c in article["chosen"] if c["confidence"] >= o.threshold]
        found = {c["gold"] for c in printed}
        for i, gold in enumerate(article["gold"]):
            cause, near = ("found", []) if i in found else lost(i, gold, article)
            missed[cause] += 1
            if o.list and o.list in cause: shown.append(f"{article['id']}: {sides(gold)} | {gold['evidence'][:200]}" + "".join(f"\n    {sides(r['reading'])}  {r['reading']['rule']} {r['reading']['word']} [{r['actorAt']} | {r['recipientAt']}] {r['pick']:.2f}" for r in near[:10]))
        for c in printed:
            if c["gold"] >= 0: continue
            cause, near = invented(c, article)
            extra[cause] += 1
            if o.list and o.list in cause: shown.append(f"{article['id']}: {sides(c['reading'])} {c['status']} {c['confidence']:.2f} {c['why']} | {article['text'][slice(*c['reading']['evidence'])][:200]!r}" + "".join(f"\n    recorded {sides(g)} | {g['evidence'][:120]}" for g in near))
    for name, counts in (("recorded events", missed), ("printed and not recorded", extra)):
        print(f"{name}: {sum(counts.values())}")
        for cause, n in counts.most_common(): print(f"  {n:4} {cause}")
    print("\n".join(shown))


if __name__ == "__main__":
    main()
