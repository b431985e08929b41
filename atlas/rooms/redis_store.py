"""Rooms in Valkey or Redis: for several processes, and for a server that may be restarted during a lecture.

Run the server with `appendonly yes` and `appendfsync always`: an answer is confirmed only when it is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import time
from typing import Any

from atlas.rooms.store import MOST_QUESTIONS, StoreFailure

_PREFIX = "nerve-atlas:room:"
_CLOSED = "nerve-atlas:closed-room:"
_OPEN = "nerve-atlas:rooms"
_TIMEOUT = 2.0

# Keys: all rooms by when they end. Arguments: code, secret, room, most rooms, now, lifetime.
_CREATE = """
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[5])
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[4]) then return -1 end
redis.call('HSET', KEYS[2], 'secret', ARGV[2], 'room', ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[6])
redis.call('ZADD', KEYS[1], ARGV[5] + ARGV[6], ARGV[1])
return 1
"""
_REPLACE = """
if redis.call('HGET', KEYS[2], 'room') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[2], 'room', ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[5])
redis.call('ZADD', KEYS[1], ARGV[4] + ARGV[5], ARGV[1])
return 1
"""
# Keys: the room, its seats, for an answer also the answers. Arguments: seat, most seats, lifetime, and the answer.
_SEAT = """
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 0 then
  if redis.call('SCARD', KEYS[2]) >= tonumber(ARGV[2]) then return false end
  redis.call('SADD', KEYS[2], ARGV[1])
end
redis.call('EXPIRE', KEYS[2], ARGV[3])
"""
_ANSWER = f"""{_SEAT}
redis.call('HSETNX', KEYS[3], ARGV[1], ARGV[4])
redis.call('EXPIRE', KEYS[3], ARGV[3])
return redis.call('HGET', KEYS[3], ARGV[1])
"""


class RedisStore:
    """A `Store` in a Valkey or Redis server. `lifetime`: seconds that a room lives after the last change to it."""

    def __init__(self, url: str, lifetime: int, clock: Callable[[], float] = time) -> None:
        """Raises MissingExtra without the package redis, ValueError for an address that is none."""
        from atlas.export.extras import import_optional

        redis = import_optional("redis", "A classroom in several processes", "rooms")
        self._failures = (redis.RedisError, OSError)
        self._lifetime, self._clock = lifetime, clock
        self._client: Any = redis.Redis.from_url(
            url, decode_responses=True, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
        )
        self._create, self._replace = map(self._client.register_script, (_CREATE, _REPLACE))
        self._seat, self._answer = map(self._client.register_script, (f"{_SEAT}\nreturn 1", _ANSWER))

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except self._failures as error:
            raise StoreFailure(str(error)) from error

    @staticmethod
    def _room(code: str) -> str:
        return f"{_PREFIX}{code}"

    def _seats(self, code: str) -> str:
        return f"{self._room(code)}:seats"

    def _answers(self, code: str, number: int) -> str:
        return f"{self._room(code)}:answers:{number}"

    def create(self, code: str, secret: str, room: str, most_rooms: int) -> bool | None:
        """See Store."""
        arguments = [code, secret, room, most_rooms, int(self._clock()), self._lifetime]
        with self._asking():
            done = self._create(keys=[_OPEN, self._room(code)], args=arguments)
        return None if done < 0 else bool(done)

    def read(self, code: str) -> tuple[str, str] | None:
        """See Store."""
        with self._asking():
            secret, room = self._client.hmget(self._room(code), "secret", "room")
        return None if room is None else (secret, room)

    def replace(self, code: str, old: str, new: str) -> bool:
        """See Store."""
        arguments = [code, old, new, int(self._clock()), self._lifetime]
        with self._asking():
            return bool(self._replace(keys=[_OPEN, self._room(code)], args=arguments))

    def seat(self, code: str, seat: str, most_seats: int) -> bool:
        """See Store."""
        with self._asking():
            keys = [self._room(code), self._seats(code)]
            return bool(self._seat(keys=keys, args=[seat, most_seats, self._lifetime]))

    def seats(self, code: str) -> int:
        """See Store."""
        with self._asking():
            return int(self._client.scard(self._seats(code)))

    def answer(self, code: str, number: int, seat: str, answer: str, most_seats: int) -> str | None:
        """See Store."""
        keys = [self._room(code), self._seats(code), self._answers(code, number)]
        with self._asking():
            saved: str | None = self._answer(keys=keys, args=[seat, most_seats, self._lifetime, answer])
        return saved

    def given(self, code: str, number: int, seat: str) -> str | None:
        """See Store."""
        with self._asking():
            saved: str | None = self._client.hget(self._answers(code, number), seat)
        return saved

    def count(self, code: str, number: int) -> int:
        """See Store."""
        with self._asking():
            return int(self._client.hlen(self._answers(code, number)))

    def answers(self, code: str, number: int) -> dict[str, str]:
        """See Store."""
        with self._asking():
            return dict(self._client.hgetall(self._answers(code, number)))

    def remove(self, code: str) -> None:
        """See Store."""
        with self._asking():
            answers = [self._answers(code, number) for number in range(1, MOST_QUESTIONS + 1)]
            if self._client.delete(self._room(code), self._seats(code), *answers):
                self._client.set(f"{_CLOSED}{code}", "", ex=self._lifetime)
            self._client.zrem(_OPEN, code)

    def was_closed(self, code: str) -> bool:
        """See Store."""
        with self._asking():
            return bool(self._client.exists(f"{_CLOSED}{code}"))
