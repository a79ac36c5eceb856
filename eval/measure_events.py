#!/usr/bin/env python3
"""Measures events on data that is no article gold.

    measure_events.py READOUT DATA          # DATA is ../shared/data; needs a built readout

gsr      PLOVER gold sentences: the surest event has the type and both countries (from raw text)
voa      whole VOA articles: by sentence, is there an event of CONSULT (Meet, Phone), ASSAULT (Attack), PROTEST (Demonstrate), COERCE arrest (Arrest)
muc      reports of conflicts that name no incident, and press releases: events with confidence of at least SURE, printed with --list to be read
"""
import argparse, collections, gzip, json, os, subprocess, tempfile

SURE = 0.7
VOA = {"CONSULT": {"Contact:Meet", "Contact:Phone-Write"}, "ASSAULT": {"Conflict:Attack"}, "PROTEST": {"Conflict:Demonstrate"}, "COERCE": {"Justice:Arrest-Jail"}}


def lines(path):
    return [json.loads(l) for l in (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") if l.strip()]


def read(readout, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as f:
        for r in records:
            f.write(json.dumps(r, ensure_ascii=False) + "\n")
    out = subprocess.run([readout, "read", "--quiet", "--format", "jsonl", f.name], stdout=subprocess.PIPE, check=False).stdout.decode("utf-8")
    os.unlink(f.name)
    return {r["article"]["id"]: r for r in map(json.loads, out.splitlines())}


def codes(reading, ids):
    entities = {e["id"]: e for e in reading["entities"]}
    return {(entities.get(i, {}).get("code") or i)[:3].upper() for i in ids}


def gsr(readout, data):
    gold = lines(f"{data}/events/plover-gsr-part.jsonl")
    readings = read(readout, [{"id": g["id"], "text": g["text"]} for g in gold])
    right = typed = wanted = 0
    for g in gold:
        e = g["events"][0]
        want = [{a["code"][:3].upper() for a in e[k] if a.get("code")} for k in ("actors", "recipients")]
        r = readings.get(g["id"])
        best = max(r["events"], key=lambda x: x["confidence"], default=None) if r else None
        wanted += 1
        if not best: continue
        typed += best["type"] == e["type"]
        got = [codes(r, best["actors"]), codes(r, best["recipients"])]
        if best["mutual"]: got = [got[0] | got[1]] * 2
        right += best["type"] == e["type"] and all(not w or w & p for w, p in zip(want, got))
    print(f"gsr   {wanted} sentences: type {typed / wanted:.3f}, type and both countries {right / wanted:.3f}")


def voa(readout, data):
    gold = lines(f"{data}/events/voa-ace-dev.jsonl")
    readings = read(readout, [{"id": g["id"], "published": g["date"], "text": g["text"]} for g in gold])
    hit, want, got = collections.Counter(), collections.Counter(), collections.Counter()
    for g in gold:
        r = readings.get(g["id"])
        spans, at = [], 0
        for line in g["text"].split("\n"):
            spans.append((at, at + len(line))); at += len(line) + 1
        line_of = lambda p: next((i for i, (s, e) in enumerate(spans) if s <= p <= e), None)
        for kind, types in VOA.items():
            gold_lines = {i for i, x in enumerate(g["sentences"]) if any(e["ace"] in types for e in x["events"])}
            found = {line_of(s["start"]) for e in (r["events"] if r else []) if (e["type"] == kind or (kind == "CONSULT" and e["type"] == "AGREE" and e.get("mode"))) and (kind != "COERCE" or e.get("mode") == "arrest") for s in [e["evidence"], *e.get("alsoAt", [])]}
            hit[kind] += len(gold_lines & found); want[kind] += len(gold_lines); got[kind] += len(found)
    for kind in VOA:
        p, q = hit[kind] / max(1, got[kind]), hit[kind] / max(1, want[kind])
        print(f"voa   {kind:8} P {p:.3f} R {q:.3f} F1 {2 * p * q / max(1e-9, p + q):.3f}  gold {want[kind]} found {got[kind]}")
    p = sum(hit.values()) / max(1, sum(got.values()))
    print(f"voa   all P {p:.3f}")


def muc(readout, data, show):
    quiet = [g for g in lines(f"{data}/events/muc4-dev.jsonl") if g["no_event"]][:60]
    report("muc", read(readout, [{"id": g["id"], "text": g["text"]} for g in quiet]), show)
    press = [g for kind in ("state", "whitehouse") for f in sorted(os.listdir(f"{data}/news")) if f.startswith(kind) for g in lines(f"{data}/news/{f}")[:300:10]]
    report("press", read(readout, [{k: g.get(k) for k in ("id", "title", "published", "text") if g.get(k)} for g in press]), show)


def report(name, readings, show):
    sure = [(i, e, r["article"]["text"]) for i, r in readings.items() for e in r["events"] if e["confidence"] >= SURE]
    print(f"{name}   {len(readings)} articles, {len(sure)} events with confidence >= {SURE}")
    if show:
        for i, e, t in sure: print(f"  {i} {e['type']} {','.join(e['actors'])} > {','.join(e['recipients'])} {e['confidence']}: {t[e['evidence']['start']:e['evidence']['end']][:200]!r}")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("readout"); a.add_argument("data"); a.add_argument("--list", action="store_true"); a.add_argument("--only", choices=["gsr", "voa", "muc"])
    o = a.parse_args()
    if o.only in (None, "gsr"): gsr(o.readout, o.data)
    if o.only in (None, "voa"): voa(o.readout, o.data)
    if o.only in (None, "muc"): muc(o.readout, o.data, o.list)


if __name__ == "__main__":
    main()
