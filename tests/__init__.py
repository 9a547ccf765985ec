"""All tests. A machine under load must fail none of them for its slowness: hypothesis counts no milliseconds here."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
