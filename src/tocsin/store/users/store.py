"""The methods of :class:`tocsin.store.Store` about users, sessions and who read what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine

from tocsin.store import clock
from tocsin.store.connect import reading, translated, writing
from tocsin.store.users import access as _access
from tocsin.store.users import accounts as _users
from tocsin.store.users import attempts as _attempts
from tocsin.store.users import sessions as _sessions
from tocsin.store.users.accounts import LogIn, Role, User
from tocsin.store.users.sessions import Session


class UserMethods:
    """What a store does with users."""

    engine: Engine
    name: str

    def users_exist(self) -> bool:
        """Whether anybody may log in. While nobody does, whoever is on this machine is ``local``, an admin."""
        with translated(self.name), reading(self.engine) as connection:
            return _users.exist(connection)

    def users(self) -> tuple[User, ...]:
        """All users by name, removed ones too."""
        with translated(self.name), reading(self.engine) as connection:
            return _users.user_rows(connection)

    def add_user(self, name: str, password: str, role: Role = "reader") -> User:
        """Add a user, or let one who was removed in again.

        Raises:
            InputError: the name is taken or none, the password too short.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _users.add(connection, name, password, role, clock.now())

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password. Their sessions end.

        Raises:
            InputError: there is no such user, or the password is too short.
        """
        with translated(self.name), writing(self.engine) as connection:
            _users.set_password(connection, name, password)
            _sessions.end_all(connection, name)

    def set_role(self, name: str, role: Role) -> None:
        """Give a user another role, which holds from their next request on.

        Raises:
            InputError: there is no such user or role, or nobody would be admin.
        """
        with translated(self.name), writing(self.engine) as connection:
            _users.set_role(connection, name, role)

    def remove_user(self, name: str) -> None:
        """Let a user in no more. Their sessions end; what they did stays theirs.

        Raises:
            InputError: there is no such user, or nobody would be admin.
        """
        with translated(self.name), writing(self.engine) as connection:
            _users.remove(connection, name)
            _sessions.end_all(connection, name)

    def verify(self, name: str, password: str, address: str = "") -> LogIn:
        """Compare a password, unless too many wrong ones were given for this name or from this address of late."""
        with translated(self.name):
            with reading(self.engine) as connection:
                wait, stored = _attempts.wait(connection, name, address, clock.now()), _users.hash_of(connection, name)
            if wait:
                return LogIn(None, wait)
            right = _users.fits(stored, password)
            with writing(self.engine) as connection:
                if not right:
                    _attempts.failed(connection, name, address, clock.now())
                    return LogIn(None, _attempts.wait(connection, name, address, clock.now()))
                _attempts.succeeded(connection, name)
                return LogIn(next((user for user in _users.user_rows(connection) if user.name == name and user.active), None), 0)

    def open_session(self, name: str) -> str:
        """Begin a session for a user who was verified; the token that their browser holds from now on.

        Raises:
            InputError: there is no such user.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _sessions.open_session(connection, name, clock.now())

    def session(self, token: str) -> Session | None:
        """Whose session a token is; ``None`` where it has ended: after 12 hours without use, after 7 days, by logging out."""
        with translated(self.name):
            with reading(self.engine) as connection:
                found, to_be_written = _sessions.session(connection, token, clock.now())
            if to_be_written:
                with writing(self.engine) as connection:
                    _sessions.seen(connection, token, clock.now())
        return found

    def close_session(self, token: str) -> None:
        """End a session. One that is over already may be ended again."""
        with translated(self.name), writing(self.engine) as connection:
            _sessions.close_session(connection, token)

    def note_access(self, who: str, document_ids: Sequence[str], what: str = "document") -> list[str]:
        """Write down that somebody read those of some documents that are restricted, in which private people are named. Returns these.

        ``what`` says as what they read them: ``document``, or what quotes them, such as an ``incident``.
        """
        with translated(self.name):
            with reading(self.engine) as connection:
                restricted = _access.restricted(connection, document_ids)
            if restricted:
                with writing(self.engine) as connection:
                    _access.log(connection, who, what, restricted, clock.now())
        return restricted

    def accesses(self, document_id: str | None = None) -> Iterator[_access.Access]:
        """Who read restricted records, of one document or of all, the oldest first."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _access.accesses(connection, document_id)
