"""Which files are meant, and that a file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import threading

import pytest

from sopkit.errors import SopkitError
from sopkit.files import find_files, find_upwards, is_folder, read_bounded, read_text, write_whole


def names(folder, *paths):
    return [
        file.name.removeprefix(f"{folder.as_posix()}/")
        for file in find_files([str(folder / p) for p in paths])
    ]


def make(folder, *paths):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x")


def test_a_folder_means_its_yaml_files_in_order(tmp_path):
    make(tmp_path, "b.yaml", "a/c.sop.yaml", "a/B.YML", "a/catatan.txt", ".git/x.yaml", "a/.hidden.yaml")
    assert names(tmp_path, "") == ["a/B.YML", "a/c.sop.yaml", "b.yaml"]


def test_a_file_given_itself_may_have_any_name(tmp_path):
    make(tmp_path, "sop.txt")
    assert names(tmp_path, "sop.txt") == ["sop.txt"]


def test_a_file_meant_twice_comes_once(tmp_path):
    make(tmp_path, "a/b.yaml")
    assert names(tmp_path, "", "a", "a/b.yaml") == ["a/b.yaml"]


def test_a_folder_called_like_a_file_is_a_folder(tmp_path):
    make(tmp_path, "x.yaml/b.yaml")
    assert names(tmp_path, "") == ["x.yaml/b.yaml"]


def test_links_in_a_circle_end(tmp_path):
    make(tmp_path, "a/b.yaml")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    assert names(tmp_path, "") == ["a/b.yaml"]


def test_pipes_below_a_folder_are_passed_over(tmp_path):
    make(tmp_path, "b.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert names(tmp_path, "") == ["b.yaml"]


def test_tables_of_the_office_are_left_out(tmp_path):
    make(tmp_path, "a.yaml", "kata.yaml")
    found = find_files([str(tmp_path)], frozenset({(tmp_path / "kata.yaml").resolve()}))
    assert [file.path.name for file in found] == ["a.yaml"]


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("tidak-ada", "does not exist"),
        ("kosong", "holds no .yaml"),
        ("pipe", "neither a file nor"),
        ("putar", "leads back to itself"),
        ("a" * 300, "too long"),
    ],
)
def test_a_path_that_cannot_be_used_is_one_sentence(tmp_path, path, word):
    (tmp_path / "kosong").mkdir()
    (tmp_path / "putar").symlink_to("putar")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SopkitError, match=word):
        find_files([str(tmp_path / path)])


def test_a_name_with_a_nul_is_one_sentence():
    with pytest.raises(SopkitError, match="cannot be read"):
        find_files(["a\0b"])


def test_an_empty_path_is_not_the_current_folder():
    with pytest.raises(SopkitError, match="is empty"):
        find_files([""])


def test_standard_input_stands_alone(tmp_path):
    make(tmp_path, "a.yaml")
    with pytest.raises(SopkitError, match="combined"):
        find_files([str(tmp_path), "-"])


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SopkitError, match="neither a file nor"):
        read_bounded(tmp_path / "pipe", 4)


def test_reading_stops_one_byte_beyond_the_limit(tmp_path):
    make(tmp_path, "a")
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_bounded(tmp_path / "a", 4) == b"01234"


def test_a_text_that_is_not_utf8_is_one_sentence(tmp_path):
    (tmp_path / "a").write_bytes(b"\xff")
    with pytest.raises(SopkitError, match="not UTF-8"):
        read_text(tmp_path / "a")


def test_what_is_written_stands_there_and_nothing_else(tmp_path):
    write_whole(tmp_path / "a/b/c.txt", b"isi")
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"isi"
    assert [file.name for file in (tmp_path / "a/b").iterdir()] == ["c.txt"]


def test_the_mode_of_a_file_is_kept_and_a_new_one_obeys_the_mask(tmp_path):
    old = tmp_path / "lama"
    old.write_bytes(b"x")
    old.chmod(0o640)
    write_whole(old, b"y")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "baru", b"y")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "baru").stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "asli").write_bytes(b"x")
    (tmp_path / "tautan").symlink_to("asli")
    write_whole(tmp_path / "tautan", b"y")
    assert (tmp_path / "tautan").is_symlink()
    assert (tmp_path / "asli").read_bytes() == b"y"


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"lama")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SopkitError, match="cannot be written"):
        write_whole(tmp_path / "a", b"baru")
    assert (tmp_path / "a").read_bytes() == b"lama"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"x" * 200_000)
    reader.join()
    assert got == [b"x" * 200_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_to_itself_is_not_written_to(tmp_path):
    (tmp_path / "putar").symlink_to("putar")
    with pytest.raises(SopkitError, match="leads back to itself"):
        write_whole(tmp_path / "putar", b"x")


def test_a_folder_in_the_way_is_one_sentence(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(SopkitError, match="cannot be written"):
        write_whole(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"")
    with pytest.raises(SopkitError, match="cannot be written"):
        write_whole(tmp_path / "b/c", b"x")


def test_a_file_is_found_upwards(tmp_path):
    make(tmp_path, "sopkit.toml", "a/b/c.yaml")
    assert find_upwards(tmp_path / "a/b", "sopkit.toml") == tmp_path.resolve() / "sopkit.toml"


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "putar"])
def test_what_is_no_path_has_no_folder_above_it(tmp_path, name):
    (tmp_path / "putar").symlink_to("putar")
    assert find_upwards(tmp_path / name, "sopkit.toml") is None
    assert not is_folder(tmp_path / name)
