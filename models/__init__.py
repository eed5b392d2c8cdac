"""Records, rules and the store: neither Qt nor reportlab below this folder."""

import sys

# peewee imports every database driver it finds: psycopg alone costs 0.25 s and is not used by the
# embedded register. A driver already imported (the shared office database) stays.
for _driver in ("psycopg", "psycopg2"):
    sys.modules.setdefault(_driver, None)  # type: ignore[arg-type]
