"""Plays the screen saver of a desktop: tells on standard output what it is asked.

With `--deaf` it takes every call and answers none.
"""

import sys

from jeepney import (
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 1977


def main(*, deaf: bool) -> None:
    """Serve until the process is killed."""
    with open_dbus_connection("SESSION") as connection:
        rule = MatchRule(
            type="signal", member="NameOwnerChanged", interface="org.freedesktop.DBus"
        )
        connection.send_and_get_reply(message_bus.AddMatch(rule))
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        tell("ready")
        while True:
            take(connection, connection.receive(), deaf=deaf)


def take(connection: DBusConnection, message: Message, *, deaf: bool) -> None:
    """Tell of `message`, and answer it unless `deaf`."""
    member = message.header.fields.get(HeaderFields.member)
    if message.header.message_type is MessageType.method_call:
        tell(f"{member} {answer(connection, message, deaf=deaf)}")
    elif member == "NameOwnerChanged" and message.body[2] == "":
        tell(f"gone {message.body[0]}")


def answer(connection: DBusConnection, message: Message, *, deaf: bool) -> str:
    """Answer as a screen saver does; return what is worth telling."""
    sender = message.header.fields[HeaderFields.sender]
    if deaf:
        return sender
    match message.header.fields[HeaderFields.member]:
        case "Inhibit":
            connection.send(new_method_return(message, "u", (COOKIE,)))
        case "UnInhibit" if message.body == (COOKIE,):
            connection.send(new_method_return(message))
        case _:
            connection.send(new_error(message, f"{NAME}.NotKnown"))
            return "refused"
    return sender


def tell(line: str) -> None:
    """Say `line` at once."""
    print(line, flush=True)


if __name__ == "__main__":
    main(deaf="--deaf" in sys.argv)
