"""The record of what was published."""

import hashlib
import json

from tms.publish import ManifestEntry, build_manifest
from tms.values import State


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_manifest_names_every_paragraph_by_its_hashes_and_never_by_its_text() -> None:
    entries = [
        ManifestEntry("p1", "One é", "Un é", State.REVIEWED, "lantern"),
        ManifestEntry("p2", "Two", None, State.INITIAL),
    ]
    manifest = build_manifest("blog/letters", "fr", entries)
    assert json.loads(json.dumps(manifest)) == {
        "article": "blog/letters",
        "language": "fr",
        "paragraphs": [
            {
                "key": "p1",
                "source_hash": _hash("One é"),
                "target_hash": _hash("Un é"),
                "state": "reviewed",
                "reviewer": "lantern",
            },
            {"key": "p2", "source_hash": _hash("Two"), "target_hash": None, "state": "initial", "reviewer": None},
        ],
    }


def test_a_lone_surrogate_has_a_hash_too() -> None:
    entry = ManifestEntry("p", "\ud800", "\udfff", State.REVIEWED)
    assert len(json.dumps(build_manifest("a/b", "fr", [entry]))) > 128
