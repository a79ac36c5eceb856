#!/usr/bin/env python3
"""Checks the readings of this folder against their texts and the rules of README.md.

    python3 eval/gold/check.py            # prints every fault as FILE: what is wrong, or one line of counts

Exit code 0 when nothing is wrong, 1 otherwise. Python 3, nothing to install.
"""
import datetime, json, pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
STATUS = set("happened ongoing planned possible denied".split())
STANCES = set("commits supports opposes demands offers refuses warns considers".split())
ACCORDS = {"negotiating", "initialled", "signed", "ratified", "in force", "suspended", "ended", "violated"}
SECTORS = set("GOV MIL COP JUD LEG PTY OPP REB SPY CVL MED BUS LAB EDU REL REF CRM UNK".split())
BODIES = set("UNO EUR NAT ASN AFU ARL ICC WHO IMF WTO IAE OPC RCR NGO MNC".split())
TERRITORIES = set("HKG MAC PRI GRL ESH".split())   # ISO codes of places that act in their own name but are no states
DAY = r"\d{4}(-\d{2}){0,2}"
FIELDS = {
    "events": {"type", "mode", "actors", "recipients", "mutual", "date", "place", "country", "status", "evidence"},
    "statements": {"speaker", "form", "content"},
    "positions": {"holder", "stance", "topic", "condition", "evidence"},
    "agreements": {"name", "parties", "status", "evidence"},
    "people": {"name", "country", "office"},
}


def states():
    """ISO 3166-1 alpha-3 codes: the first such cell of each line of the project's list of states."""
    lines = (HERE.parent.parent / "knowledge/actors/states.tsv").read_text(encoding="utf-8").splitlines()
    cells = (c for line in lines if not line.startswith("#") for c in line.split("\t")[:2])
    return {c for c in cells if re.fullmatch("[A-Z]{3}", c)}


def good_code(code, known):
    head, _, sector = code.partition(":")
    return (head in known or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", head)) and (not sector or sector in SECTORS)


def good_date(date):
    if date is None:
        return True
    if not re.fullmatch(f"{DAY}(/{DAY})?", date):
        return False
    ends = [datetime.date(*(int(p) for p in (part.split("-") + ["1", "1"])[:3])) for part in date.split("/")]
    return ends == sorted(ends)


def faults_of_record(kind, record, text, known):
    if set(record) != FIELDS[kind]:
        yield f"fields are {sorted(record)}"
        return
    for key in ("evidence", "condition"):
        if record.get(key) is not None and record[key] not in text:
            yield f"{key} is not in the text: {record[key]!r}"
    codes = record.get("actors", []) + record.get("recipients", []) + record.get("parties", []) + [c for c in (record.get("holder"), record.get("country")) if c]
    yield from (f"no such code: {c}" for c in codes if not good_code(c, known))
    if kind == "events":
        if record["type"] not in TYPES: yield f"no such type: {record['type']}"
        if record["status"] not in STATUS: yield f"no such status: {record['status']}"
        if not good_date(record["date"]): yield f"date {record['date']}"
        if record["type"] == "THREATEN" and record["status"] != "possible": yield "a threat is always possible"
        if not record["actors"] and not record["recipients"]: yield "nobody takes part"
    if kind == "statements":
        if record["form"] not in ("direct", "indirect", "mixed"): yield f"no such form: {record['form']}"
        if not record["content"]: yield "no content"
        yield from (f"content is not in the text: {c!r}" for c in record["content"] if not c or c not in text)
    if kind == "positions" and record["stance"] not in STANCES: yield f"no such stance: {record['stance']}"
    if kind == "agreements" and record["status"] not in ACCORDS: yield f"no such status: {record['status']}"
    if kind == "people":
        if not set(re.findall(r"\w+", record["name"])) <= set(re.findall(r"\w+", text)): yield f"name is not in the text: {record['name']}"


def main():
    texts = {t["id"]: t for t in map(json.loads, (HERE / "texts.jsonl").read_text(encoding="utf-8").splitlines())}
    files = {f.stem: f for f in sorted((HERE / "readings").glob("*.json"))}
    known, counts = states() | BODIES | TERRITORIES, dict.fromkeys(FIELDS, 0)
    faults = [f"{i}: text without reading or reading without text" for i in set(texts) ^ set(files)]
    for i in sorted(set(texts) & set(files)):
        reading = json.loads(files[i].read_text(encoding="utf-8"))
        if reading["id"] != i or reading["published"] != texts[i]["published"]: faults.append(f"{i}: id or published differs from texts.jsonl")
        if set(reading) != {"id", "published", *FIELDS}: faults.append(f"{i}: fields are {sorted(reading)}")
        for kind in FIELDS:
            counts[kind] += len(reading[kind])
            seen = [json.dumps(r, sort_keys=True) for r in reading[kind]]
            faults += [f"{i}: {kind}: twice the same record: {s[:100]}" for s in {s for s in seen if seen.count(s) > 1}]
            faults += [f"{i}: {kind}: {f}" for record in reading[kind] for f in faults_of_record(kind, record, texts[i]["text"], known)]
    for fault in faults:
        print(fault)
    print(f"{len(texts)} articles, {counts}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
