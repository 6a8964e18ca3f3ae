"""The last step of an e-mail (a magic link, news to a prescriber): a mail server by its URL."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from bot.gateways import ErrorKind, OutgoingMail, SendError, Sent


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where to hand e-mails over. `secure`: TLS from the first byte; `starttls`: TLS after
    the greeting, required then.
    """

    host: str
    port: int
    user: str | None = None
    password: str | None = None
    secure: bool = False
    starttls: bool = False

    @classmethod
    def of(cls, url: str) -> SmtpServer:
        """From `smtp://user:password@host:port` (STARTTLS when a password is given, unless
        `?starttls=0`) or `smtps://...`. Raises ValueError that names what is wrong.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise ValueError("an SMTP URL reads smtp://host:port or smtps://user:password@host")
        secure = parts.scheme == "smtps"
        return cls(
            host=parts.hostname,
            port=parts.port or (465 if secure else 587 if parts.password else 25),
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            secure=secure,
            starttls=not secure and bool(parts.password) and "starttls=0" not in parts.query,
        )


class SmtpGateway:
    """The MailGateway protocol over smtplib. `sender` is the From address; `timeout` seconds."""

    def __init__(self, *, server: SmtpServer, sender: str, timeout: float = 10.0) -> None:
        self._server = server
        self._sender = sender
        self._timeout = timeout

    def send(self, mail: OutgoingMail) -> Sent:
        """See MailGateway.send. A cut once the text was on its way is uncertain."""
        message = self._message(mail)
        try:
            connection = self._connect()
        except smtplib.SMTPAuthenticationError as fault:
            raise SendError(ErrorKind.CONFIG, permanent=True, code=fault.smtp_code) from None
        except (OSError, smtplib.SMTPException):
            raise SendError(ErrorKind.OUTAGE) from None
        try:
            connection.send_message(message)
        except smtplib.SMTPException as fault:
            raise _refusal(fault) from None
        except (OSError, UnicodeError) as fault:
            raise _cut(fault) from None
        finally:
            connection.close()
        return Sent(message["Message-ID"], "sent")

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.secure:
            context = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=self._timeout, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=self._timeout)
        try:
            if server.starttls:
                connection.starttls(context=ssl.create_default_context())
            if server.user and server.password:
                connection.login(server.user, server.password)
        except Exception:
            connection.close()
            raise
        return connection

    def _message(self, mail: OutgoingMail) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = mail.to
        message["Subject"] = mail.subject
        message["Message-ID"] = f"<{mail.our_id}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.body)
        return message


def _refusal(fault: smtplib.SMTPException) -> SendError:
    """5xx is for good, 4xx for later; a connection lost in the middle proves nothing."""
    if isinstance(fault, smtplib.SMTPServerDisconnected):
        return SendError(ErrorKind.UNCERTAIN, uncertain=True)
    code = _smtp_code(fault)
    if code is None:
        return SendError(ErrorKind.CONTENT, permanent=True)
    if code < 500:
        return SendError(ErrorKind.TEMPORARY, code=code)
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return SendError(ErrorKind.BAD_NUMBER, permanent=True, code=code)
    return SendError(ErrorKind.CONTENT, permanent=True, code=code)


def _smtp_code(fault: smtplib.SMTPException) -> int | None:
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return next((code for code, _ in fault.recipients.values()), None)
    if isinstance(fault, smtplib.SMTPResponseException):
        return fault.smtp_code
    return None


def _cut(fault: OSError | UnicodeError) -> SendError:
    if isinstance(fault, UnicodeError):
        return SendError(ErrorKind.BAD_NUMBER, permanent=True)
    return SendError(ErrorKind.UNCERTAIN, uncertain=True)
