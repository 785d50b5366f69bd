"""Words of everyday texts that people know as an organisation, or a thing it makes, and as nothing else.

The background counts them among common words, because everybody writes about them. Nobody bears them by chance: who calls
an account so means the organisation. Names that are also a word, a place or a family's (amazon, orange, dell) are not here.
Written down from general knowledge.
"""

from __future__ import annotations

__all__ = ["BRANDS"]

_NAMES = (
    "google microsoft samsung nokia sony toshiba panasonic motorola ebay yahoo paypal adidas nike reuters mastercard uber toyota nissan mitsubishi "
    "volkswagen porsche audi mazda hyundai subaru volvo chevrolet chrysler pontiac lexus cisco intel netscape epson kodak fujitsu hitachi siemens "
    "philips nintendo playstation xbox disney wikipedia verizon marriott myspace itunes ipod compaq sega minolta nikon fuji casio ericsson mozilla "
    "firefox linux debian skype yamaha jeep ferrari facebook youtube whatsapp instagram twitter linkedin"
)

BRANDS = frozenset(_NAMES.split())
