"""Settings come from the environment; production refuses to start without its secrets."""

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from tarjotin.config import environment

ROOT = Path(__file__).resolve().parent.parent.parent
KEY = b64encode(bytes(32)).decode()
PRODUCTION = {
    "TARJOTIN_ENV": "production",
    "TARJOTIN_SECRET_KEY": "k" * 60 + "0123456789",
    "TARJOTIN_DATA_KEYS": f"lookup:{KEY},1:{KEY}",
    "TARJOTIN_DATABASE_URL": "postgresql://tarjotin:secret@db.example.org/tarjotin",
    "TARJOTIN_PUBLIC_URL": "https://tarjotin.example.org",
    "TARJOTIN_HOSTS": "tarjotin.example.org",
}


def check(variables: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TARJOTIN_")}
    command = [sys.executable, "manage.py", "check", *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean | variables, capture_output=True, text=True, check=False)


def test_settings_without_any_variable_start() -> None:
    result = check({})

    assert (result.returncode, "no issues" in result.stdout) == (0, True)


def test_settings_in_production_pass_the_deployment_check() -> None:
    result = check(PRODUCTION, "--deploy", "--fail-level", "WARNING")

    assert (result.returncode, "no issues" in result.stdout) == (0, True), result.stderr


@pytest.mark.parametrize(
    "name", [f"TARJOTIN_{name}" for name in ("SECRET_KEY", "DATA_KEYS", "DATABASE_URL", "PUBLIC_URL")]
)
def test_settings_in_production_without_a_secret_refuse_to_start(name: str) -> None:
    result = check({key: value for key, value in PRODUCTION.items() if key != name})

    assert result.returncode != 0
    assert f"{name} must be set" in result.stderr


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p%40ss@db/tarjotin", ("db", "5432", "u", "p@ss", "tarjotin")),
        ("postgresql://u@one:5433,two:5434/t", ("one,two", "5433,5434", "u", "", "t")),
        ("postgresql://u@localhost/t?host=/run/pg", ("/run/pg", "5432", "u", "", "t")),
    ],
)
def test_database_address_names_hosts_ports_and_credentials(url: str, expected: tuple[str, ...]) -> None:
    found = environment.database(url)

    assert tuple(found[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")) == expected


def test_database_address_of_another_kind_is_refused() -> None:
    with pytest.raises(environment.MissingSetting):
        environment.database("mysql://u@db/t")


def test_sqlite_address_with_four_slashes_is_absolute(tmp_path: Path) -> None:
    found = environment.database(f"sqlite:///{tmp_path}/deep/t.sqlite3")

    assert found["NAME"] == f"{tmp_path}/deep/t.sqlite3"
    assert (tmp_path / "deep").is_dir()


@pytest.mark.parametrize(
    "told",
    ["", "1:short", f"1:{KEY}", f"lookup:{KEY}", f"lookup:{KEY},0:{KEY}", f"lookup:{KEY},256:{KEY}", "lookup:!,1:!"],
)
def test_data_keys_that_are_not_whole_are_refused(told: str) -> None:
    with pytest.raises(environment.MissingSetting, match="DATA_KEYS"):
        environment.data_keys(told)
