"""Glossary files: load them into the workspace, write them out, read them alone."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.exchange import TERM_FORMATS
from tms.glossary import (
    GLOSSARY_FORMATS,
    SerializeGlossary,
    demand_whole,
    find_conflicts,
    has_own_header,
    join_concepts,
    keep_usable,
    place_problem,
    refuse_problems,
)
from tms.models.columns import now
from tms.store import terms as store
from tms.values import Concept, DecisionKind, Role, TermFile, TermProblem
from tms.workflow.deciding import make_decision
from tms.workflow.files import read_file, read_text, write_file
from tms.workflow.people import get_member, require_role
from tms.workflow.workspace import Workspace

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load: `keep_going` leaves out what cannot be used, `force` takes the file's word over decisions.

    `source_language` and `language` are those of a list of word pairs that names none.
    """

    keep_going: bool = False
    force: bool = False
    is_dry_run: bool = False
    source_language: str = "en"
    language: str = ""
    reason: str = ""


DEFAULT_LOAD = LoadOptions()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, by concept; `left_out` says of what cannot be used the file and why."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    left_out: tuple[tuple[str, TermProblem], ...] = ()

    @property
    def count(self) -> int:
        """How many concepts of the files are in the glossary now."""
        return len(self.added) + len(self.changed) + len(self.unchanged)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file and what it says."""

    path: Path
    file: TermFile


def load_glossary(workspace: Workspace, paths: Sequence[Path], options: LoadOptions = DEFAULT_LOAD) -> Loaded:
    """Load glossary files, adding concepts or putting them in place of those with the same id.

    Raises InputError, naming file and line, for the first thing that cannot be used, and then nothing is changed;
    with `keep_going` such concepts are left out. What was decided here since a load is overwritten with `force` only.
    """
    read = [_Read(path, read_term_file(path, options)) for path in paths]
    done = Loaded()
    with workspace.reading() if options.is_dry_run else workspace.writing() as session:
        member = get_member(workspace, session)
        require_role(session, member, Role.COORDINATOR, "change the glossary")
        known = {concept.id: concept for concept in store.list_concepts(session)}
        decided = store.list_decided(session)
        for one in read:
            found, concepts = _plan_file(one, known, decided, options)
            if not options.is_dry_run:
                _write_file(session, one, found, concepts, decided)
                pairs = [(known[key], concepts[key]) for key in found.changed]
                session.add_all(make_decision(DecisionKind.LOADED, *pair, member, options.reason) for pair in pairs)
            known |= concepts
            done = Loaded(
                done.added + found.added,
                done.changed + found.changed,
                done.unchanged + found.unchanged,
                done.left_out + found.left_out,
            )
    workspace.caches.forget_terms()
    return done


def _plan_file(
    read: _Read, known: Mapping[str, Concept], decided: AbstractSet[str], options: LoadOptions
) -> tuple[Loaded, dict[str, Concept]]:
    """What a file would do, and the concepts that it would leave here; raises InputError."""
    concepts, problems = keep_usable(read.file)
    if read.file.is_partial:
        concepts = join_concepts(tuple(known.values()), concepts)
    problems += _list_contradictions(read.file, known, concepts)
    problems += () if options.force else _list_overruled(read, known, decided, concepts)
    if problems and not options.keep_going:
        raise refuse_problems(problems, str(read.path))
    left_out = {problem.concept for problem in problems}
    usable = {concept.id: concept for concept in concepts if concept.id not in left_out}
    loaded = Loaded(
        tuple(key for key in usable if key not in known),
        tuple(key for key, concept in usable.items() if key in known and known[key] != concept),
        tuple(key for key, concept in usable.items() if known.get(key) == concept),
        tuple((str(read.path), problem) for problem in problems),
    )
    return loaded, usable


def _write_file(
    session: Session, read: _Read, found: Loaded, concepts: Mapping[str, Concept], decided: AbstractSet[str]
) -> None:
    """Write what a file brings; a concept stays in the glossary that it came from first.

    Where that is another file, it must not take the change back unasked.
    """
    stem = read.path.stem
    homes = store.map_glossaries(session, found.changed)
    at_home = [concepts[key] for key in found.changed if homes[key] == stem and not read.file.is_partial]
    elsewhere = [concepts[key] for key in found.changed if concepts[key] not in at_home]
    store.save_concepts(session, at_home)
    store.save_concepts(session, elsewhere, decided_at=now())
    store.save_concepts(session, [concepts[key] for key in found.added], glossary=stem)
    # The file has the decision now.
    if not read.file.is_partial:
        store.save_concepts(session, [concepts[key] for key in found.unchanged if key in decided])


def _list_contradictions(
    file: TermFile, known: Mapping[str, Concept], concepts: Sequence[Concept]
) -> tuple[TermProblem, ...]:
    """Where concepts of a file do not go together with those that are here and are not replaced by it."""
    ids = {concept.id for concept in concepts}
    others = [concept for concept in known.values() if concept.id not in ids]
    # What is here already may contradict itself; only what the file brings is its fault.
    found = [problem for problem in find_conflicts([*others, *concepts]) if problem.concept in ids]
    return tuple(place_problem(file, replace(one, message=f"contradicts the glossary: {one.message}")) for one in found)


def _list_overruled(
    read: _Read, known: Mapping[str, Concept], decided: AbstractSet[str], concepts: Sequence[Concept]
) -> tuple[TermProblem, ...]:
    hint = f"'tms glossary export {read.path}' writes the decisions into the file; --force takes the file's word"
    return tuple(
        place_problem(
            read.file, TermProblem(f"says otherwise of '{one.id}' than was decided here since", hint, concept=one.id)
        )
        for one in concepts
        if one.id in decided and known[one.id] != one and not read.file.is_partial
    )


def read_glossary(path: Path) -> tuple[Concept, ...]:
    """The concepts of a glossary file; raises InputError naming file and line."""
    return demand_whole(read_term_file(path), str(path))


def read_term_file(path: Path, options: LoadOptions = DEFAULT_LOAD) -> TermFile:
    """What a term file says, in our forms or another tool's, by the ending of its name; raises InputError."""
    suffix = path.suffix.lower()
    if suffix not in _list_endings():
        raise InputError(f"'{path.name}' is not a glossary file", f"known endings are {', '.join(_list_endings())}")
    if path.is_file() and path.stat().st_size > _LARGEST:
        size = path.stat().st_size // (1024 * 1024)
        raise InputError(f"'{path}' has {size} MB; a glossary has 64 at the most", "take out what you do not need")
    own = next((known for known in GLOSSARY_FORMATS if known.suffix == suffix), None)
    foreign = next((known for known in TERM_FORMATS if suffix in known.suffixes), None)
    # A table is ours by its header.
    if own is not None:
        text = read_text(path)
        if foreign is None or has_own_header(text) or not text.strip():
            return own.parse(text, str(path))
    read = (foreign or TERM_FORMATS[0]).read
    return read(read_file(path), str(path), source_language=options.source_language, language=options.language)


def _list_endings() -> tuple[str, ...]:
    suffixes = [known.suffix for known in GLOSSARY_FORMATS]
    return tuple(dict.fromkeys([*suffixes, *(suffix for known in TERM_FORMATS for suffix in known.suffixes)]))


def export_glossary(workspace: Workspace, path: Path, *, form_id: str = "", glossary: str = "") -> int:
    """Write all concepts, or those of one glossary, in the form that the ending says, or that is named; how many."""
    serialize = _find_writer(path, form_id)
    with workspace.reading() as session:
        ids = store.list_ids(session, glossary) if glossary else None
        concepts = store.list_concepts(session, ids=ids)
    if glossary and not concepts:
        raise InputError(f"there is no glossary '{glossary}'", "name a file of glossaries/ without its ending")
    # Comments and the order of columns of a file that is there already are kept.
    original = read_text(path) if path.is_file() else None
    write_file(path, serialize(concepts, original=original).encode())
    return len(concepts)


def _find_writer(path: Path, form_id: str) -> SerializeGlossary:
    writers: dict[str, SerializeGlossary] = {known.id: known.serialize for known in GLOSSARY_FORMATS}
    writers |= {known.id: known.write for known in TERM_FORMATS if known.write is not None}
    if form_id:
        if form_id not in writers:
            raise InputError(f"'{form_id}' is no form of a glossary", f"known are {', '.join(writers)}")
        return writers[form_id]
    suffix = path.suffix.lower()
    if suffix.removeprefix(".") not in writers:
        endings = ", ".join(f".{name}" for name in writers if "-" not in name)
        raise InputError(f"'{path.name}' is not a glossary file", f"known endings are {endings}")
    return writers[suffix.removeprefix(".")]
