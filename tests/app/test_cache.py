"""What is kept of earlier runs: right whatever happens to the files, and never in the way."""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sopkit.app import cache as caches
from sopkit.app import kept
from sopkit.app.cache import FOLDER, Cache, clear
from sopkit.app.ground import files_meant, find_ground, is_whole
from sopkit.app.kept import RUNS, Kept
from sopkit.app.options import CheckOptions
from sopkit.app.records import Record
from sopkit.app.session import How, Session
from sopkit.app.stamps import GRAIN, Stamp, stamp_of
from sopkit.errors import SopkitError, Text

SOP = "sopkit: 1\nnama: {name}\nnomor: '{number}'\nlangkah:\n  - kegiatan: Mencatat {name}\n"
SETTLED = 10**9 * 1_600_000_000


@pytest.fixture
def office(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sops").mkdir()
    for name in ("a", "b", "c"):
        write(tmp_path / f"sops/{name}.yaml", SOP.format(name=f"Surat {name}", number=name))
    return tmp_path


def write(path, text):
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(SETTLED, SETTLED))


class Counted:
    """A run and how many files it had to read."""

    def __init__(self, paths=("sops",), *, cached=True, **options):
        ground = find_ground(paths)
        files = files_meant(paths, ground.root, ground.table_files())
        asked = CheckOptions(whole=is_whole(files))._replace(**options)
        self.done = []
        self.refused = []
        how = How(self.refused.append, lambda *_: None, self._watch)
        self.result = Session(ground, files, asked, cached=cached).run(how)

    def _watch(self, outcomes, total):
        for outcome in outcomes:
            self.done.append(outcome.name)
            yield outcome
        assert len(self.done) == total

    @property
    def found(self):
        return self.result.files, self.result.findings, self.result.rules, self.result.fail_on


NOW = time.time_ns


@pytest.fixture(autouse=True)
def aged(monkeypatch):
    """Let the clock run ahead, so that files written a moment ago have lain long enough."""
    monkeypatch.setattr("sopkit.app.stamps.time.time_ns", lambda: NOW() + 10 * GRAIN)


def agrees():
    """A cached run finds what one without a cache finds; how many files it read."""
    cached, fresh = Counted(), Counted(cached=False)
    assert cached.found == fresh.found
    return cached.done


@pytest.mark.usefixtures("office")
def test_the_second_run_reads_no_file():
    assert agrees() == ["sops/a.yaml", "sops/b.yaml", "sops/c.yaml"]
    assert agrees() == []


def test_only_a_changed_file_is_checked_again(office):
    agrees()
    write(office / "sops/b.yaml", SOP.format(name="Lain", number="b"))
    assert agrees() == ["sops/b.yaml"]


def test_a_change_within_the_clocks_grain_is_seen(office, monkeypatch):
    monkeypatch.setattr("sopkit.app.stamps.time.time_ns", NOW)
    # the stamps are all taken within the grain of the clock, and the change leaves size and time as they were
    before = Counted().found
    path = office / "sops/b.yaml"
    write(path, path.read_text("utf-8").replace("Surat b", "Surat a"))
    assert Counted().found != before
    assert agrees() == []


@pytest.mark.usefixtures("office")
def test_a_settled_file_is_not_even_read(monkeypatch):
    agrees()
    monkeypatch.setattr(kept, "read_bounded", lambda *_: pytest.fail("read"))
    assert Counted().done == []


def test_an_unchanged_file_with_a_new_time_is_not_checked_again(office):
    agrees()
    os.utime(office / "sops/a.yaml")
    assert agrees() == []


def test_files_that_change_places_are_told_apart(office):
    agrees()
    (office / "sops/a.yaml").rename(office / "x")
    (office / "sops/b.yaml").rename(office / "sops/a.yaml")
    (office / "x").rename(office / "sops/b.yaml")
    assert agrees() == ["sops/a.yaml", "sops/b.yaml"]


def test_a_file_that_is_gone_is_gone_from_the_rules_across_files(office):
    write(office / "sops/b.yaml", SOP.format(name="Surat a", number="a"))
    assert any(found.code == "LTS001" for found in Counted().result.findings)
    (office / "sops/a.yaml").unlink()
    assert agrees() == []
    assert not any(found.code == "LTS001" for found in Counted().result.findings)


def test_a_run_over_one_file_keeps_what_is_known_of_the_others(office):
    (office / "sopkit.toml").touch()  # without it the file lies below no root, and its depth is another
    agrees()
    assert Counted(("sops/a.yaml",)).done == []
    write(office / "sops/a.yaml", SOP.format(name="Baru", number="a"))
    assert Counted(("sops/a.yaml",)).done == ["sops/a.yaml"]
    assert agrees() == []


@pytest.mark.parametrize("name", ["head", "a\tb", "a\nb", "é", "\udcff"])
def test_a_file_may_be_called_anything(office, name):
    write(office / name, SOP.format(name="Surat lain", number="x"))
    paths = ("sops", name)
    assert name in Counted(paths).done
    assert Counted(paths).done == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sopkit.toml", "[waktu]\nmenit_per_hari = 400\n"),
        ("sopkit.toml", '[data]\nkata = "kata.yaml"\n'),
        ("sopkit.toml", '[data]\nregulasi = "regulasi.yaml"\n'),
    ],
)
def test_other_settings_make_everything_be_checked_again(office, file, text):
    (office / "kata.yaml").write_text("peran: {}\n", "utf-8")
    (office / "regulasi.yaml").write_text("[]\n", "utf-8")
    agrees()
    (office / file).write_text(text, "utf-8")
    assert len(agrees()) == 3


@pytest.mark.parametrize("table", ["kata", "regulasi"])
def test_a_changed_table_of_the_office_makes_everything_be_checked_again(office, table):
    (office / "sopkit.toml").write_text(f'[data]\n{table} = "tabel.yaml"\n', "utf-8")
    (office / "tabel.yaml").write_text("samar:\n  benda: [berkas]\n" if table == "kata" else "[]\n", "utf-8")
    agrees()
    assert agrees() == []
    with (office / "tabel.yaml").open("a", encoding="utf-8") as file:
        file.write("# lain\n")
    assert len(agrees()) == 3


@pytest.mark.usefixtures("office")
def test_another_program_makes_everything_be_checked_again(monkeypatch):
    agrees()
    monkeypatch.setattr(kept, "program_digest", lambda: "another")
    assert len(agrees()) == 3


@pytest.mark.usefixtures("office")
def test_other_rules_are_kept_apart():
    agrees()
    assert len(Counted(select=("IDN",)).done) == 3
    assert Counted(select=("IDN",)).done == []
    assert agrees() == []


@pytest.mark.usefixtures("office")
def test_the_language_needs_no_second_check():
    agrees()
    english = Counted(language="en")
    assert english.done == []
    assert english.result.language == "en"


def cache_file(office):
    (path,) = (office / FOLDER).glob("*.cache")
    return path


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[::-1],
        lambda data: data.replace(b"Surat", b"Sural"),
        lambda data: b"\x80\x04garbage" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\n".join(line[:40] + b"[]" for line in data.split(b"\n")),
        lambda _: os.urandom(5000),
    ],
)
def test_a_damaged_cache_is_thrown_away_in_silence(office, damage, capfd):
    agrees()
    path = cache_file(office)
    path.write_bytes(damage(path.read_bytes()))
    agrees()
    assert agrees() == []
    assert capfd.readouterr() == ("", "")


def test_a_foreign_line_with_a_right_checksum_is_as_if_it_were_not_there(office):
    agrees()
    cache = Cache(office / FOLDER, cache_file(office).stem)
    for value in (["sops/a.yaml"], ["sops/a.yaml", 1, 2, 3], {"a": 1}, "x", None):
        cache._put("sops/a.yaml", value)
        cache.save()
        assert agrees() == ["sops/a.yaml"]


def test_a_folder_that_cannot_be_written_costs_only_time(office):
    (office / FOLDER).write_text("a file", "utf-8")
    assert len(agrees()) == 3
    assert len(agrees()) == 3
    assert (office / FOLDER).read_text("utf-8") == "a file"


def test_a_link_is_never_written_through(office, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (office / FOLDER).symlink_to(elsewhere)
    agrees()
    assert list(elsewhere.iterdir()) == []
    (office / FOLDER).unlink()
    agrees()
    path = cache_file(office)
    path.unlink()
    precious = elsewhere / "precious"
    precious.write_text("x", "utf-8")
    path.symlink_to(precious)
    agrees()
    assert precious.read_text("utf-8") == "x"


def test_git_passes_over_the_folder_by_itself(office):
    agrees()
    subprocess.run(["git", "init", "-q"], cwd=office, check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=office, check=True, capture_output=True, encoding="utf-8"
    )
    assert FOLDER not in status.stdout


def test_few_files_of_other_configurations_stay(office):
    for number in range(caches.KEPT + 5):
        Cache(office / FOLDER, f"k{number}")._put("x", ["x"])
        cache = Cache(office / FOLDER, f"k{number}")
        cache._put("x", ["x"])
        cache.save()
    assert len(list((office / FOLDER).glob("*.cache"))) == caches.KEPT + 1


def test_few_collections_are_remembered(office):
    for number in range(RUNS + 3):
        write(office / "sops/a.yaml", SOP.format(name=f"Surat {number}", number=number))
        agrees()
    ground = find_ground(["sops"])
    assert len(Kept(ground, CheckOptions())._cache.head["runs"]) == RUNS


def test_a_crash_is_not_kept(office):
    store = Kept(find_ground(["sops"]), CheckOptions())
    stamp = stamp_of(office / "sops/a.yaml")
    store.put(Record("sops/a.yaml", "0", shown=True, findings='[["sops/a.yaml","SOP000"]]'), stamp, 0)
    assert store._cache.get("sops/a.yaml") is None


def test_clearing_leaves_what_is_not_ours(office):
    agrees()
    (office / FOLDER / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(SopkitError):
        clear(office / FOLDER)
    assert [path.name for path in (office / FOLDER).iterdir()] == ["mine.txt"]
    (office / FOLDER / "mine.txt").unlink()
    clear(office / FOLDER)
    assert not (office / FOLDER).exists()
    clear(office / FOLDER)


def test_runs_at_the_same_time_never_hurt_each_other(office, sopkit):
    expected = sopkit("validate", "sops", "--no-cache", cwd=office)
    with ThreadPoolExecutor(4) as threads:
        runs = list(threads.map(lambda _: sopkit("validate", "sops", cwd=office), range(8)))
    assert {(one.stdout, one.stderr) for one in runs} == {(expected.stdout, "")}
    assert sopkit("validate", "sops", cwd=office).stdout == expected.stdout


def test_a_stamp_proves_nothing_while_the_clock_may_not_have_moved():
    stamp = Stamp(10, 5, 5, settled=False)
    assert not stamp.proves(stamp)
    settled = stamp._replace(settled=True)
    assert settled.proves(stamp)
    assert not any(settled.proves(other) for other in (stamp._replace(size=11), stamp._replace(changed=6)))
    assert not settled.proves(stamp._replace(moved=6))


def test_a_file_that_cannot_be_read_is_told_each_time(office):
    (office / "sops/d.yaml").symlink_to(office / "nowhere")
    paths = ("sops", "sops/a.yaml")
    assert Counted(paths).result.files == ("sops/a.yaml", "sops/b.yaml", "sops/c.yaml")
    (office / "sops/d.yaml").unlink()
    (office / "sops/d.yaml").touch()
    files = files_meant(paths, None, frozenset())
    (office / "sops/d.yaml").unlink()
    told = []
    session = Session(find_ground(paths), files, CheckOptions(), cached=True)
    session.run(How(told.append, lambda *_: None, lambda outcomes, _: outcomes))
    assert [error.message for error in told] == [
        Text("sops/d.yaml tidak dapat dibaca: tidak ada", "sops/d.yaml cannot be read: does not exist")
    ]
