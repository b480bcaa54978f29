"""What lies outside the handbook and is worth a visit: courses, books, tools and documents, by their web addresses.

An address is shown to readers and never fetched. Only one that says plainly where it leads is let in."""
from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.model.record import Model
from macros.words.languages import Language
from macros.words.texts import Text

LONGEST = 500
SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*(?=:)")
ODD = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")
LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)+[a-z]{{2,}}")
NUMBERS = re.compile(r"\[.*|[0-9.]+|(?:.*\.)?0x[0-9a-f]*|.*\.[0-9]+")  # an address in numbers, in any of the ways browsers take
NEARBY = (  # names that the public web does not have
    "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid", "arpa", "onion",
)

MAIL = re.compile(rf"[A-Za-z0-9._%+-]{{1,64}}@(?:{LABEL}\.)+[a-z]{{2,}}")
Fault = tuple[str, str]


def fault(address: str) -> Fault | None:
    """What is wrong with a web address and what would be right, in Chinese and English; None if nothing is."""
    if len(address) > LONGEST:
        return (
            f"网址超过{LONGEST}个字符；去掉问号后面的跟踪参数，或改用短的一个",
            f"The address is longer than {LONGEST} characters; leave out what tracks readers after the question mark, or use a shorter one",
        )
    if wrong := _scheme(address):
        return wrong
    host = re.split("[/?#]", address.removeprefix("https://"), maxsplit=1)[0]
    if wrong := _host(host):
        return wrong
    odd = ODD.search(address)
    if odd and odd[0].isspace():
        return "网址里有空格；删掉，或写成%20", "The address has a space in it; delete it, or write %20"
    if odd:
        return (
            f"网址里不能有“{odd[0]}”；从浏览器地址栏复制，特殊符号和汉字会变成%编码",
            f"An address cannot hold “{odd[0]}”; copy it from the browser’s address bar, which writes such characters with %",
        )
    if re.search("%(?![0-9A-Fa-f]{2})", address):
        return (
            "网址里的%后面要有两位编码，例如%20；从浏览器地址栏复制",
            "In an address two digits of a code follow each %, as in %20; copy it from the browser’s address bar",
        )
    return None


def _scheme(address: str) -> Fault | None:
    if address.startswith("https://"):
        return None
    scheme = SCHEME.match(address)
    if address.startswith(("//", "\\", "/")):
        return "网址不完整；以https://开头，后面写网站名", "The address is not whole; start with https:// and the name of the site"
    if scheme is None or "." in scheme[0]:
        return "网址要以https://开头，例如https://www.example.org/", "An address starts with https://, as in https://www.example.org/"
    if scheme[0].lower() == "http":
        return "http:不加密；换成https://，先打开看看", "http: is not encrypted; use https://, and see that it opens"
    if scheme[0].lower() == "https":
        return "网址以https://开头，小写，两条正斜杠", "An address starts with https://, in lower case and with two slashes"
    return f"不能用“{scheme[0]}:”；只放以https://开头的网页地址", f"“{scheme[0]}:” cannot be linked to; only pages that start with https:// can"


def _host(host: str) -> Fault | None:
    if not host:
        return "网址里没有网站名；写成https://www.example.org/这样", "The address names no site; write one like https://www.example.org/"
    if "\\" in host:
        return "网址里有反斜杠；写成/", "The address has a backslash; write /"
    if "@" in host:
        return "网址里有用户名或密码（@前面的部分）；删掉它和@", "The address holds a user name or password (before the @); delete it and the @"
    if NUMBERS.fullmatch(host.partition(":")[0].lower()) or host.startswith("["):
        return "网址用的是数字地址，看不出通向谁；写网站的名称", "The address is in numbers, which do not say whose it is; write the name of the site"
    if ":" in host:
        return (
            f"网址里有端口“:{host.partition(':')[2]}”；删掉它，只用通常的端口",
            f"The address names a port, “:{host.partition(':')[2]}”; delete it, only the usual port is used",
        )
    if not host.isascii():
        return (
            "网站名里有英文字母以外的字，可能冒充别的网站；写它的英文网址",
            "The site’s name has letters other than English ones, which can pass for another site; use its name in plain letters",
        )
    if any(part.startswith("xn--") for part in host.lower().split(".")):
        return (
            "网站名以xn--编码，可能冒充别的网站；写它的英文网址",
            "The site’s name is coded (xn--), which can pass for another site; use its name in plain letters",
        )
    if host.endswith("."):
        return "网站名后面多了一个点；删掉", "A dot follows the site’s name; delete it"
    if host != host.lower():
        return f"网站名用小写；写成“{host.lower()}”", f"The site’s name is in lower case; write “{host.lower()}”"
    if "." not in host or host.rpartition(".")[2] in NEARBY:
        return (
            f"“{host}”只在自己的电脑或内网里打得开；换成大家都打得开的网址",
            f"“{host}” opens on one’s own machine or network only; use an address that opens for everyone",
        )
    if not HOST.fullmatch(host):
        return f"“{host}”不是网站名；写成www.example.org这样", f"“{host}” is not the name of a site; write one like www.example.org"
    return None


def _address(value: str) -> str:
    if wrong := fault(value):
        raise PydanticCustomError("web_address", "not a web address", {"zh": wrong[0], "en": wrong[1]})
    return value


def _contact(value: str) -> str:
    if MAIL.fullmatch(value):
        return value
    if "@" in value and not value.startswith("http"):
        raise PydanticCustomError("web_address", "not a mail address", {
            "zh": "邮箱写成name@company.com的样子，前后不加别的", "en": "Write a mail address as name@company.com, with nothing around it"})
    if "://" not in value:
        raise PydanticCustomError("web_address", "neither a mail nor a web address", {
            "zh": "写邮箱（name@company.com）或https://开头的网址", "en": "Write a mail address (name@company.com) or a web address that starts with https://"})
    return _address(value)


WebAddress = Annotated[str, AfterValidator(_address)]
Contact = Annotated[str, AfterValidator(_contact)]
ResourceKind = Literal["course", "book", "tool", "document"]


class Resource(Model):
    """Something on the web, with the language that it is in."""

    title: Text
    url: WebAddress
    language: Language
    kind: ResourceKind

    @property
    def host(self) -> str:
        """The site it is on."""
        return re.split("[/?#]", self.url.removeprefix("https://"), maxsplit=1)[0]
