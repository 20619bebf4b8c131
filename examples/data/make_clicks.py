"""Writes clicks.csv, what 600 people of three tastes have looked at, and seed.jsonl, forty of one taste."""

import csv
import json

PEOPLE, TASTES, ITEMS = 600, 3, 20

with open("clicks.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["user_id", "item", "ts"])
    for person in range(PEOPLE):
        for look in range(6):
            item = (person // TASTES * 7 + look * 3) % ITEMS
            rows.writerow([f"u{person:03}", f"taste{person % TASTES}-{item}", 1_700_000_000 + person * 60 + look])

with open("seed.jsonl", "w") as file:
    for person in range(0, 40 * TASTES, TASTES):
        file.write(json.dumps({"user_id": f"u{person:03}"}) + "\n")
