"""``marsad user``: the people of a desk, from the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from marsad.commands.common import archive_option, needs_django, said_in_one_line
from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from marsad.store.models import User

ROLES = ("reader", "reviewer", "editor", "administrator")


@click.group("user")
def user_group() -> None:
    """Look after the people of a desk."""


@contextmanager
def _desk(archive: str | None) -> Iterator[None]:
    """The archive with the desk's own tables."""
    with said_in_one_line():
        needs_django()
        from marsad.desk.mode import Mode
        from marsad.desk.serve import set_up
        from marsad.store.archive import said_clearly

        set_up(archive, Mode.TEAM)
        from django.utils.translation import override

        with said_clearly(), override("en"):
            yield


def _person(name: str) -> User:
    from marsad.store.models import User

    person = User.objects.filter(username=name).first()
    if person is None:
        raise ArchiveError(f"{name}: there is no such account; marsad user list tells who there is")
    return person


def _asked_password() -> str:
    password: str = click.prompt("Password", hide_input=True, confirmation_prompt="Again")
    return password


@user_group.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What they may do.")
@archive_option
def add(name: str, role: str, archive: str | None) -> None:
    """Add NAME, and ask for a password."""
    with _desk(archive):
        from django.db import transaction

        from marsad.desk.people.change import add_person, set_password

        with transaction.atomic():  # a password that is refused leaves no account behind
            person = add_person(name, role, by=None)
            set_password(person, _asked_password(), by=None)
    click.echo(f"{name}: {role}")


@user_group.command("list")
@archive_option
def list_(archive: str | None) -> None:
    """List all people with role and state."""
    with _desk(archive):
        from marsad.store.models import User

        for person in User.objects.order_by("username"):
            state = "" if person.is_active else "closed"
            seen = f"{person.last_login:%Y-%m-%d}" if person.last_login else "never"
            click.echo(f"{person.username:20}  {person.role:13}  {seen:10}  {state}".rstrip())


@user_group.command()
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@archive_option
def role(name: str, role: str, archive: str | None) -> None:
    """Give NAME another ROLE."""
    _change(name, archive, lambda change, person: change.change_role(person, role, by=None), role)


@user_group.command()
@click.argument("name")
@archive_option
def close(name: str, archive: str | None) -> None:
    """Close the account of NAME; what they did stays."""
    _change(name, archive, lambda change, person: change.deactivate(person, by=None), "closed")


@user_group.command("open")
@click.argument("name")
@archive_option
def open_(name: str, archive: str | None) -> None:
    """Open the account of NAME again."""
    _change(name, archive, lambda change, person: change.activate(person, by=None), "open")


@user_group.command()
@click.argument("name")
@archive_option
def password(name: str, archive: str | None) -> None:
    """Ask for a new password for NAME; all their sessions end."""
    _change(
        name,
        archive,
        lambda change, person: change.set_password(person, _asked_password(), by=None),
        "password changed",
    )


@user_group.command()
@click.argument("name")
@archive_option
def factor(name: str, archive: str | None) -> None:
    """Remove the second factor of NAME, who lost it."""
    _change(name, archive, lambda change, person: change.remove_factor(person, by=None), "no second factor")


@user_group.command()
@click.argument("name")
@archive_option
def sessions(name: str, archive: str | None) -> None:
    """End all sessions of NAME."""
    _change(name, archive, lambda change, person: change.sign_out_everywhere(person, by=None), "signed out everywhere")


@user_group.command()
@click.option("--sample", is_flag=True, help="For the desk that shows the sample archive.")
@archive_option
def key(sample: bool, archive: str | None) -> None:
    """Print a new key for a desk that runs on this machine in the local mode."""
    from marsad.desk.sample import with_sample

    with _desk(with_sample(archive, asked=sample).archive):
        from marsad.desk.people.entry import make_key

        click.echo(make_key())


def _change(name: str, archive: str | None, act: Callable[[Any, User], Any], done: str) -> None:
    """Find a person and change the account."""
    with _desk(archive):
        from marsad.desk.people import change

        act(change, _person(name))
    click.echo(f"{name}: {done}")
