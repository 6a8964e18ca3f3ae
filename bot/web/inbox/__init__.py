"""The aiguilleur's inbox in the browser: home, files, acts, polling, absences."""

from bot.web.inbox import absences, acting, news, pages
from bot.web.inbox.blueprint import inbox

__all__ = ["absences", "acting", "inbox", "news", "pages"]
