"""The editor on a real pseudo-terminal beside its peers, in one run that alternates between them.

Peers: an empty Textual application, a DataTable of 10,000 rows, a bare TextArea, and harlequin where `--harlequin`
names its program (it has requirements of its own: install it elsewhere). Seconds are wall time from the start of the
process, or from the key; CPU seconds of the process stand beside them, for a machine that others use as well.

    python benchmarks/desk_speed.py [--runs 5] [--sessions 2] [--segments 10000] [--folder DIR] [--harlequin PROGRAM]
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from _desk_workspace import LANGUAGE, REF, build
from _pty import Terminal, terminal

HERE = Path(__file__).resolve().parent
PEERS = str(HERE / "_desk_peers.py")
STEPS = 40
Figures = dict[str, list[float]]


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which so large a share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Bench:
    """Commands, and what was measured of each."""

    def __init__(self, place: Path, harlequin: str | None, segments: int) -> None:
        lines = str(place / "lines.txt")
        tms = [sys.executable, "-m", "tms"]
        self.desk = [*tms, "open", REF, "--lang", LANGUAGE, "--segment", f"s{segments // 2}"]
        self.number = f"{segments // 2} of {segments}"
        self.area = [sys.executable, PEERS, "area", lines]
        self.starts: dict[str, tuple[list[str], str | Callable[[str], bool]]] = {
            "empty Textual application": ([sys.executable, PEERS, "empty"], "first picture"),
            "DataTable, as many rows": ([sys.executable, PEERS, "table", lines], "source"),
            "tms, the frame": (tms, "opening"),
            "tms open, the article's text": (self.desk, self.number),
        }
        if harlequin:
            self.starts["harlequin"] = ([harlequin, "-a", "sqlite"], "Data Catalog")
        self.environment = {
            "TMS_WORKSPACE": str(place),
            "TMS_HOME": str(place / "home"),
            "PYTHONPATH": os.pathsep.join((str(HERE.parent), os.environ.get("PYTHONPATH", ""))),
        }
        self.wall: Figures = defaultdict(list)
        self.cpu: Figures = defaultdict(list)
        self.keys: Figures = defaultdict(list)
        self.last: Figures = defaultdict(list)
        self.memory: dict[str, float] = {}

    def start_all(self) -> None:
        """One start of each."""
        for name, (command, shown) in self.starts.items():
            with terminal(command, environment=self.environment) as program:
                self.wall[name].append(program.wait_from_start(shown))
                self.cpu[name].append(program.cpu_seconds)

    def press(self, name: str, program: Terminal, keys: Iterable[str], pause: float) -> None:
        """Single keys, each after the picture of the one before."""
        for key in keys:
            first, last = program.press(key)
            self.keys[name].append(first)
            self.last[name].append(last)
            time.sleep(pause)

    def type_in_area(self) -> None:
        """Typing in a bare text area."""
        with terminal(self.area, environment=self.environment) as program:
            program.settle(2.0)
            self.press("typing, bare TextArea", program, "un texte comme un autre, " * 3, 0.05)

    def work_at_desk(self) -> None:
        """Typing, moving and leaping with matches, terms and checks running."""
        with terminal(self.desk, environment=self.environment) as program:
            self.wall["tms open, ready for work"].append(program.wait_from_start("confirm"))
            self.cpu["tms open, ready for work"].append(program.cpu_seconds)
            program.settle(6.0)
            self.memory["tms, article of 10,000 open, memory and terms loaded"] = program.memory_mb
            self.press("typing at the desk", program, "un texte comme un autre, " * 3, 0.05)
            program.settle(2.0)
            self.press("next paragraph", program, ["\x1b[B"] * STEPS, 0.15)
            program.settle(2.0)
            self.press("page down", program, ["\x1b[6~"] * (STEPS // 2), 0.15)
            program.settle(2.0)
            self.measure_arrivals(program)

    def measure_arrivals(self, program: Terminal) -> None:
        """Until the count of matches is drawn after going to another paragraph."""
        for _ in range(STEPS // 2):
            program.settle(0.6)
            program.forget()
            program.send("\x1b[B")
            begun = time.perf_counter()
            while time.perf_counter() - begun < 3.0 and "%" not in program.text and "Matches" not in program.text:
                program.read(0.5)
            if time.perf_counter() - begun < 3.0:
                self.keys["arrival to matches"].append(time.perf_counter() - begun)


def show(bench: Bench) -> None:
    base, base_cpu = (statistics.median(f["empty Textual application"]) for f in (bench.wall, bench.cpu))
    print("| start | wall s | ratio | CPU s | ratio |\n|---|---|---|---|---|")
    for name, values in bench.wall.items():
        wall, cpu = statistics.median(values), statistics.median(bench.cpu[name])
        print(f"| {name} | {wall:.2f} | {wall / base:.2f} | {cpu:.2f} | {cpu / base_cpu:.2f} |")
    print("\n| key | first byte, median ms | p95 | last byte, median | p95 |\n|---|---|---|---|---|")
    for name, values in bench.keys.items():
        cells = [statistics.median(values), quantile(values, 0.95)]
        if name in bench.last:
            cells += [statistics.median(bench.last[name]), quantile(bench.last[name], 0.95)]
        print(f"| {name} | " + " | ".join(f"{1000 * cell:.0f}" for cell in cells) + " |")
    print()
    for name, megabytes in bench.memory.items():
        print(f"resident memory: {name}: {megabytes:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--sessions", type=int, default=2, help="how often keys are pressed at a desk and in a text area"
    )
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tms-bench")
    parser.add_argument("--harlequin")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(build(chosen.folder, chosen.segments), chosen.harlequin, chosen.segments)
    print(f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())}, {chosen.runs} runs", flush=True)
    for _ in range(chosen.runs):
        bench.start_all()
    for _ in range(chosen.sessions):
        bench.type_in_area()
        bench.work_at_desk()
    show(bench)
    print(f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())}")


if __name__ == "__main__":
    main()
