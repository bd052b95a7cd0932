"""Makes the table of a run: report.py RESULTS ABOUT; puts one into a document: report.py --into DOCUMENT TABLE."""

import collections
import pathlib
import statistics
import sys

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"

DOCUMENTS = {
    "overview": "`/overview`",
    "overview-length": "`/overview`, asked for with `Content-Length: 0`",
    "joboverview": "`/joboverview`",
    "job": "`/jobs/<id>`, 43 tasks",
    "job-1000": "`/jobs/<id>`, 1,003 tasks",
    "vertex-40": "vertex, 40 subtasks",
    "v1-overview": "`/v1/overview`",
    "v1-jobs": "`/v1/jobs/overview`",
    "v1-job": "`/v1/jobs/<id>`, 43 tasks",
    "v1-vertex-40": "`/v1`: vertex, 40 subtasks",
    "vertex-1000": "vertex, 1,000 subtasks",
    "vertex-1000-standin": "vertex, 1,000 subtasks (stand-in)",
    "config": "`/config`",
}


class Results:
    """The figures of a run; the value of a cell is the median of them."""

    def __init__(self, path):
        self.cells = collections.defaultdict(list)
        for line in pathlib.Path(path).read_text().splitlines():
            part, row, column, value = line.split("\t")
            self.cells[part, row, column].append(float(value))

    def rows(self, part):
        return list(dict.fromkeys(row for p, row, _ in self.cells if p == part))

    def median(self, part, row, column):
        values = self.cells.get((part, row, column))
        return statistics.median(values) if values else None

    def spread(self, part, row, column):
        """How far the rounds were apart, in percent of their median."""
        values = self.cells[part, row, column]
        middle = statistics.median(values)
        return 100 * (max(values) - min(values)) / middle if middle else 0


def number(value, digits=0):
    return "" if value is None else f"{value:,.{digits}f}"


def goal(text, met):
    return f"{text}: {'met' if met else '**not met**'}"


def goals(*several):
    return "; ".join(one for one in several if one)


def table(title, header, rows):
    lines = [f"### {title}", "", "| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def hot(r):
    rows = []
    for row in r.rows("hot"):
        flink, nginx, weir = (r.median("hot", row, who) for who in ("flink", "nginx", "weir"))
        if row == "config":
            verdict = goal("≥ 1 × Flink", weir >= flink)
        else:
            verdict = goals(goal("≥ 10 × Flink", weir >= 10 * flink), goal("≥ 1.5 × nginx", weir >= 1.5 * nginx))
        sizes = " / ".join(number(r.median("bytes", row, who)) for who in ("flink", "nginx", "weir"))
        spread = max(r.spread("hot", row, who) for who in ("flink", "nginx", "weir"))
        rows.append([DOCUMENTS[row], sizes, number(flink), number(nginx), number(weir),
                     number(weir / flink, 1), number(weir / nginx, 2), number(spread) + " %", verdict])
    return table("Requests a second, 16 connections",
                 ["Document", "Bytes of an answer (Flink / nginx / Weir)", "Flink", "nginx", "Weir", "× Flink",
                  "× nginx", "Spread", "Goal"], rows)


def conditional(r):
    rows = []
    for row in r.rows("conditional"):
        nginx, weir = (r.median("conditional", row, who) for who in ("nginx", "weir"))
        rows.append([DOCUMENTS[row], number(nginx), number(weir), number(weir / nginx, 2),
                     goal("≥ 1.5 × nginx", weir >= 1.5 * nginx)])
    return table("Requests a second with the current entity tag",
                 ["Document", "nginx, 200: Flink gives no tag", "Weir, 304", "× nginx", "Goal"], rows)


def latency(r):
    rows = []
    for row in r.rows("latency"):
        flink, nginx, weir = (r.median("latency", row, who) for who in ("flink", "nginx", "weir"))
        reached = " / ".join(number(r.median("reached", row, who)) for who in ("flink", "nginx", "weir"))
        rows.append([DOCUMENTS[row], reached, number(flink, 2), number(nginx, 2), number(weir, 2),
                     goal("≤ nginx", weir <= nginx)])
    return table("99th percentile in milliseconds at the same rate",
                 ["Document", "Requests a second (Flink / nginx / Weir)", "Flink", "nginx", "Weir", "Goal"], rows)


def thousand(r):
    def cell(row, who):
        return r.median("thousand", row, who)

    rows = []
    for who in ("nginx", "weir"):
        asked, intervals = cell("asked", who), cell("intervals", who)
        verdict = goal("≤ 1 request", asked <= intervals) if who == "weir" else ""
        rows.append([who if who == "nginx" else "Weir", number(cell("rps", who)), number(asked), number(intervals),
                     number(cell("rss", who)), number(cell("heap", who)), verdict])
    return table("1,000 clients of four documents (stand-in)",
                 ["", "Requests a second", "The cluster was asked for a document, at most", "Refresh intervals begun",
                  "RSS, MB", "Heap after a collection, MB", "Goal"], rows)


def cold(r):
    direct, nginx, weir = (r.median("cold", "job", who) for who in ("replayed", "nginx", "weir"))
    rows = [["`/jobs/<id>`", number(direct, 2), number(nginx, 2), number(weir, 2), number(weir - direct, 2),
             goal("≤ 3 ms more", weir - direct <= 3)]]
    return table("Documents nobody has read before: median milliseconds to the first byte (stand-in)",
                 ["Document", "Direct", "nginx", "Weir", "Added by Weir", "Goal"], rows)


def list_jobs(r):
    direct, weir = (1000 * r.median("list", "jobs", who) for who in ("flink", "weir"))
    return table("What `flink list` asks for: median milliseconds on a new connection",
                 ["", "Direct", "Weir", "Added by Weir", "Goal"],
                 [["`/v1/jobs/overview`", number(direct, 2), number(weir, 2), number(weir - direct, 2),
                   goal("≤ 1 ms more", weir - direct <= 1)]])


def large(r):
    rows = []
    for row, name in (("1000", "1,000 subtasks"), ("10000", "10,000 subtasks, waiting for slots")):
        direct, weir = (r.median("large", f"{row} {who}", "ms") for who in ("direct", "anew"))
        if direct:
            megabytes = number(r.median("large", row, "bytes") / 1e6, 1)
            rows.append([f"{name}, {megabytes} MB at Flink", number(direct, 1), number(weir, 1),
                         number(weir - direct, 1), number(weir / direct, 2),
                         goal("≤ 2 × direct", weir <= 2 * direct)])
    return table("A large vertex that has to be asked for: milliseconds to the first byte",
                 ["", "Flink", "Weir", "Added by Weir", "× Flink", "Goal"], rows)


def start(r):
    rows = []
    for row, name, limit in (("remote", "before a cluster", 1.5), ("embedded", "with the embedded Flink", 6)):
        script, jar = (r.median("start", one, "weir") / 1000 for one in (row, row + "-jar"))
        rows.append([name, number(script, 2), number(jar, 2), goal(f"< {limit} s", script < limit)])
    return table("From the start of the process to the first answer, in seconds, with all cores",
                 ["", "By the start script", "`java -jar weir.jar`", "Goal"], rows)


def memory(r):
    heap, rss = (r.median("memory", row, "weir") for row in ("heap", "rss"))
    return table("Memory in front of a cluster of 100 jobs, all documents read (stand-in)", ["", "MB", "Goal"],
                 [["heap in use after a collection", number(heap), goal("< 128 MB", heap < 128)],
                  ["RSS", number(rss), goal("< 300 MB", rss < 300)]])


def poll(r):
    rows = []
    for kind in ("jobs", "clusters"):
        each = {}
        for row in (one for one in r.rows("poll") if one.startswith(kind)):
            size = int(row.split()[1])
            cpu, asked = r.median("poll", row, "cpu"), r.median("poll", row, "asked")
            each[size] = cpu / size
            sizes = sorted(each)
            verdict = ""
            if len(sizes) == 3:
                # Among many, what a cycle costs whatever it reads no longer counts: the share of each stays.
                verdict = goal("linear", each[sizes[2]] <= 1.25 * each[sizes[1]])
            rows.append([f"{size:,} {kind if size > 1 else kind[:-1]}", number(asked, 1), number(cpu, 1),
                         number(each[size], 2), verdict])
    return table("A cycle of polling (stand-in; a cluster of the second kind has 5 jobs)",
                 ["", "Requests to the clusters", "CPU of Weir, ms", "CPU for each, ms", "Goal"], rows)


PARTS = {"hot": hot, "conditional": conditional, "latency": latency, "thousand": thousand, "cold": cold, "list": list_jobs,
         "large": large, "start": start, "memory": memory, "poll": poll}


def into(document, text):
    path = pathlib.Path(document)
    before, _, rest = path.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{text}{END}{after}")


if sys.argv[1] == "--into":
    into(sys.argv[2], pathlib.Path(sys.argv[3]).read_text())
else:
    results = Results(sys.argv[1])
    made = [make(results) for part, make in PARTS.items() if results.rows(part)]
    print(sys.argv[2] + ".\n")
    print("\n".join(made), end="")
